import { signalPatterns } from '../priority/signal-pattern';

/**
 * Decisions that only staff may take, written as if they were taken: the state of the ticket, its priority, a refund past
 * the checks, an authority nobody gave. Asking for a refund or for haste is none ("please approve my refund", "please
 * treat this as urgent").
 */
export const ORDERS_OF_STAFF = signalPatterns`
  (?<!(?:you can|you may|can you|could you|please|feel free to|happy for you to|go ahead and|to) )(?:mark|flag|tag|record|log) (?:this|the|my) (?:ticket|case|message|request|conversation|e-?mail|complaint|issue) (?:as )?(?:resolved|closed|done|completed?|solved|answered)\b
  (?:mark|set|classify|label|treat|flag|tag|record|categori[sz]e|register)\b(?: \w+){0,4} (?:as|to) (?:\w+ )?(?:approved|refunded|low priority|not urgent|non-?urgent|harmless|verified|trusted|vip|paid|order_tracking|payment_issue|general_complaint|product_information|delivery_issue|pre-?approved|"?low"?|no review)\b(?! (?:stock|price|but|yet|although|when))
  (?:mark|set|record|flag) (?:this |the |my |it )?(?:order |parcel |ticket |it )?(?:\S+ )?as (?:shipped|delivered|cancelled|returned) (?:and (?:issue|refund|pay|approve|send|credit)|without)
  (?:classify|categori[sz]e|label) (?:this|every|all|each|any|my|the following) (?:\w+ )?(?:message|ticket|e-?mail|request|conversation|case|customer)s?\b
  (?:set|change|raise|lower|reset|override) (?:the |its |this |ticket |message |my )*(?:priority|intent|sentiment|confidence|category|classification|review (?:flag|status))(?: of \w+ \w+)? ?(?:\bto\b|=|\bas\b|:)
  (?:approve|issue|grant|process|execute|authori[sz]e|release|trigger|confirm)\b[^.?!]{0,40}\b(?:refund|credit|payment|voucher|discount|compensation)\b[^.?!]{0,50}\b(?:without (?:\w+ ){0,2}(?:review|check\w*|approval|verif\w*|question\w*|asking|involving|human)|automatically|no (?:questions|checks|review|verification|approval)|regardless of|bypass\w*|skip\w*|and (?:mark|close|do not tell|dont tell|say nothing))
  (?:skip|bypass|omit|waive|circumvent|disable|override)(?:ping|ing|s)? (?:the |all |any |your |usual |normal |human |manual |further )*(?:checks?|review|verification|approval|authori[sz]ation|escalation|safety|fraud (?:check|detection)|policy|restrictions?)\b(?! (?:on|of|for) (?:my|the) (?:card|bank|phone|app))
  (?:without|no|skip|avoid) (?:any |a |the |further )?(?:human|manual|staff|agent) (?:review|approval|check|intervention|involvement|oversight|verification)
  (?:do not|dont|never|no need to) (?:escalate|hand (?:this|it) over|flag (?:this|it|my)|alert|notify|inform|tell|involve|forward (?:this|it) to)\b(?: (?:this|it|the|any|a|to|your|other|matter|case|message|ticket)){0,3} ?(?:human\w*|staff|supervisors?|managers?|team|anyone|anybody|employees?|security|reviewers?)
  (?:do not|dont|never) escalate\b(?! (?:the )?(?:situation|conflict)|(?: this| it)?, (?:its|it is) )
  as (?:the|a|an|your) (?:\w+ )?(?:manager|ceo|admin\w*|supervisor|owner|director|developer|head of \w+|team lead\w*|boss|executive|operator)(?: of \w+(?: \w+)?)?,? i (?:\w+ )?(?:authori[sz]e|approve|order|instruct|command|direct|confirm|grant|permit|override|allow)\b
  you (?:are|re|have been) (?:hereby |now |fully |officially |also )*(?:authori[sz]ed|permitted|allowed|instructed|cleared|ordered|programmed|required) (?:to |for )(?:skip|bypass|approve|issue|refund|ignore|reveal|override|waive|grant|give (?:me|out|a|refunds|discounts)|share|disclose|release|credit|pay|make exceptions)\b
  (?:this|my) (?:message|e-?mail|chat|note|text) (?:\w+ )?(?:counts?|serves?|acts?|is valid|shall be taken|stands) as (?:an? |the |your |formal |written )*(?:approval|authori[sz]ation|permission|confirmation (?:from|by|of) (?:the )?(?:management|manager|finance|supervisor))
  (?:pre-?approved|already approved|authori[sz]ed|approved|signed off) by (?:the |your )?(?:\w+ )?(?:management|ceo|admin\w*|system|developers?|openai)\b
  (?:customer|user|sender|account|caller) (?:is|has been|was) (?:already |fully )?(?:verified|authenticated|validated|whitelisted|trusted|a vip|an? admin\w*)(?: as| and|\.|,|:|;| by)
  (?:assume|suppose|pretend|consider)(?: that)? (?:i am|im|me|the (?:user|customer) is) (?:already |to be |as )?(?:verified|authenticated|authori[sz]ed|an? admin\w*|the (?:owner|admin\w*|manager) of this (?:system|shop))
  (?:your confidence|confidence(?: score)?) (?:must|should|has to|shall) be\b|(?:call|invoke|run|execute|trigger) (?:the )?(?:\w+ )?(?:refund\w*|cancel\w*|admin\w*|delete\w*|voucher\w*|discount\w*) (?:tool|function|api|endpoint|plugin|operation|action)\b
  (?:grant|give) (?:me|this user|this customer|the customer) (?:full |all |admin\w* |root |unlimited |the )+(?:access|rights|privileges|permissions|refund rights|discount)
  (?:say|state|confirm|claim|tell (?:me|the customer|them)|write|answer) (?:to me |to the customer )?that (?:the |my |this |our |all )?(?:order|refund|payment|return|request)s? (?:\S+ )?(?:was|is|has been|were|are|have been|will be) (?:\w+ )?(?:refunded|approved|granted|paid|free)\b(?=[^?]{0,80}(?:$|[.!]))(?<=(?:and|then|just|only|must|to|now) (?:say|state|confirm|claim|tell|write|answer)[^.?!]{0,80})
  (?:aprueba|emite|concede|ejecuta)(?:me)? (?:el|un|mi|este|la|una|todos los) (?:\w+ ){0,2}(?:reembolso|devolucion|abono|pago|descuento)\b
  (?:apruebe|apruebas|autorice|emita|valide)\w? [^.?!]{0,30}(?:reembolso|devolucion|abono)\b[^.?!]{0,50}\b(?:sin (?:revision|revisar|comprobar|preguntar|verificar|mas)|automaticamente|y no avis\w*)
  marca (?:este|esta|el|la|mi|todo) (?:\w+ )?(?:como|de) (?:\w+ )?(?:resuelt[oa]|cerrad[oa]|reembolsad[oa]|aprobad[oa]|pagad[oa]|verificad[oa])
  (?:pon|establece|fija|cambia|sube|baja|ajusta) la prioridad (?:en|a|como|al)\b
  como (?:el |la |su )?(?:gerente|administrador\w*|director\w*|encargad[oa]|supervisor\w*|desarrollador\w*)[^.?!]{0,30},? (?:te |les? |yo )*(?:autorizo|ordeno|apruebo|permito|instruyo)
  (?:estas|esta|quedas) (?:\w+ )?autorizad[oa] (?:a|para) (?:aprobar|saltarte|omitir|ignorar|emitir|revelar|reembolsar)|no (?:avises|avise|informes|escales|notifiques) (?:a (?:nadie|ningun|un)|el caso|esto)|sin (?:revision|intervencion|aprobacion) humana
  (?:valide|approuve|accorde|emets|effectue|autorise)[rz]? (?:le|mon|un|ce|la|tous les) (?:\w+ ){0,2}(?:remboursement|avoir|paiement|remise)\b[^.?!]{0,60}\b(?:sans (?:verif\w*|controle\w*|poser|demander|revue|examen)|automatiquement|et (?:marque|cloture|ne (?:dis|previens)|ferme))
  marque[rz]? (?:ce|cette|le|la|mon|ma) (?:ticket|message|dossier|demande|commande|conversation) (?:comme|en) (?:resolu\w*|clos\w*|traite\w*|rembours\w*|approuv\w*|paye\w*|verifi\w*)
  (?:mets|mettez|regle|fixe|definis|change|passe|augmente|baisse)[rz]? la priorite (?:sur|a|en|comme|au)\b
  en tant que (?:gerant\w*|responsable|administrat\w*|direct\w*|developp\w*|superviseur\w*)[^.?!]{0,30}(?:j autorise|je (?:t |te |vous )?(?:autorise|ordonne|valide|approuve|permets))
  (?:tu es|vous etes) (?:\w+ )?autorise\w? a (?:valider|approuver|ignorer|rembourser|contourner|reveler|emettre)|ne (?:previens|prevenez|informe|alerte|escalade)[rz]? (?:personne|pas (?:un|le|les|d|l))|sans (?:intervention|validation|verification|revue) humaine
  (?:genehmige|bewillige|veranlasse|autorisiere)\b[^.?!]{0,30}\b(?:erstattung|ruckerstattung|ruckzahlung|gutschrift|gutschein|zahlung)
  (?:genehmigen|bestatigen|veranlassen) sie\b[^.?!]{0,40}\b(?:erstattung|ruckerstattung|ruckzahlung|gutschrift)\b[^.?!]{0,40}\b(?:ohne (?:\w+ )?(?:prufung|ruckfrage|kontrolle|freigabe)|automatisch)
  markiere (?:dieses|das|den|diese[nrs]?|die|mein\w*) (?:ticket|anfrage|fall|nachricht|vorgang|bestellung) als\b
  (?:setz\w*|stell\w*|ander\w*|erhoh\w*|senk\w*) (?:bitte )?(?:die )?prioritat (?:dieser nachricht |des tickets |dieses tickets )?(?:auf|zu)\b|stufe (?:diese|die|das|dieses)\b[^.?!]{0,25}\bals\b
  als (?:\w+ )?(?:manager\w*|filialleiter\w*|geschaftsfuhrer\w*|administrator\w*|vorgesetzte\w*|entwickler\w*)[^.?!]{0,20}(?:ordne ich|genehmige ich|autorisiere ich|weise ich|erlaube ich|befehle ich)
  (?:du bist|sie sind) (?:hiermit |jetzt )?(?:berechtigt|befugt|autorisiert|ermachtigt),? [^.?!]{0,40}(?:zu (?:genehmigen|erstatten|ignorieren|umgehen|uberspringen)|genehmigen|erstatten)|ohne (?:menschliche|manuelle) (?:prufung|kontrolle|freigabe)|(?:informiere|benachrichtige|eskaliere) (?:niemanden|keine\w*|nicht|das nicht)
`;
