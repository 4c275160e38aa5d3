import type { Matter } from './matter';
import { signalPattern } from './signal-pattern';

const LAWYER = signalPattern`
  (?:(?:my|our) (?:\w+ )?|(?:get|hir\w+|consult\w*|contact\w*|see\w*|speak\w*|spoke\w*|talk\w*|involv\w*|instruct\w*|with|through|from|using|via|to|by) (?:an? |the |our |my )?(?:\w+ )?)(?:lawyers?|lawers?|layers|attorneys?|solicitors?|barristers?|legal (?:counsel|team|adviser|advisor|representative))\b(?!s wife)
  hear(?:ing)? from (?:my|our) (?:\w+ )?(?:lawyer|legal|solicitor|attorney)|lawyers? (?:will|sort|handle|deal)\b|the lawyers\b|barrister has|we act (?:for|on behalf)|(?:legal|taken) advice and|legal insurance|you are liable|consider yourselves? served|law firm (?:and|representing)|represent (?:mrs?|ms|miss|the customer|my client|our client)|(?:our|my) legal (?:department|insurance|protection)
  (?:mi|mis|nuestr[oa]s?|un|una|de|al?) abogad[oa]s?\b(?! del diablo)|despacho de abogados|represento legalmente
  (?:mon|mes|notre|nos|un|une|d|par) avocate?s?\b(?! du diable)|cabinet\b[^.?!]{0,20}\bavocats?|service juridique|protection juridique
  (?:mein\w*|unser\w*|eine[nm]?|dem|zum) (?:rechts)?anw[a]e?lt\w*|rechtsabteilung|rechtsschutz\w*|anwaltlich
`;
const LEGAL_PHRASES = signalPattern`
  legal (?:action|steps|proceedings|advice|case|claim|department|recourse|remedies|measures|route|means)\b|lawsuits?\b|litigation\b|class action\b
  (?:take|taking|pursue|pursuing|consider\w*|seek\w*|start\w*|going) (?:this |it |things )?(?:\w+ )?legal\b(?! advice)
  (?:sue|suing) (?:you|your|the company|this company|them|everyone|for)\b|(?:will|going to|shall|can|could|might|may|choice but to|have to|ready to|ill) sue\b|suing\b
  small claims?\b|(?:see|take|taking|meet|going|go|drag|end up)\b[^.?!]{0,15}\b(?:in|to) court\b|(?:the|a|county|civil|high|district|magistrates) court\b(?! (?:house|road|street|shoes?))|before the tribunal|(?:to|before|by) the regulator\b|regulator (?:will|has|knows)|(?:card (?:provider|company|issuer)|bank)\b[^.?!]{0,25}\b(?:reverse|reclaim|recall|claw)|paper will (?:carry|print|run)|consumer (?:rights|association|advice)|court (?:action|order|case|proceedings|papers|summons|claim)\b|consumer (?:court|forum|tribunal)
  (?:start|begin|issue|commence|initiate)\w* (?:\w+ )?proceedings|before a judge|to a judge\b|judge if need|formal (?:notice|demand|complaint)\b|letter (?:before|of) (?:action|claim)|cease and desist|claim (?:the )?(?:damages?|compensation)\b[^.?!]{0,15}\bfrom you
  press(?:ing)? charges\b|breach of (?:contract|the law|consumer)|(?:is|are|its|totally|completely|simply|this) (?:\w+ )?(?:illegal|unlawful)\b|against the law|violat\w+ (?:of )?(?:consumer|my (?:statutory )?rights|the law|the contract)|(?:under|by|breaches|breach|violates?) the [\w ]{0,30}\b(?:act|law|directive|regulations)\b
  trading standards|better business bureau|\bbbb\b|consumer (?:protection|affairs|rights (?:act|agency|group)|ombudsman|agency|association|watchdog|complaint (?:cell|forum)|advice bureau)|citizens advice|ombudsman\w*|regulatory (?:body|authority)|attorney general|\bftc\b|federal trade commission|\bico\b|advertising standards|competition authority|supervisory authority
  (?:data protection|gdpr) (?:authority|commissioner|complaint|breach|violation)|information commissioner
  police (?:report|complaint|case|involved|station)|(?:call\w*|contact\w*|go\w*|been|report\w*|inform\w*|notif\w*|involv\w*)\b[^.?!]{0,35}\b(?:the )?(?:police|cops|authorities|fbi|action fraud|cyber ?(?:cell|crime))\b
  (?:report|reporting|reported|expose|exposing) (?:you|your company|this company|this|them) (?:\w+ )?to (?:the )?(?:\w+ )?(?:authorit\w*|regulator\w*|ombudsman|press|media|police|ftc|government|standards|news)
  charge ?-?back\b|(?:dispute|disputing|disputed) (?:\w+ ){0,3}(?:charge|payment|transaction|amount|with my bank|it with)
  (?:voy|vamos|ire|iremos|llevar\w*|ir|iremos) (?:\w+ )?a (?:juicio|los tribunales)|(?:os|les|los|te) (?:voy a |vamos a )?(?:demand|denunci)\w+|(?:voy|vamos) a (?:demandar|denunciar)|lo voy a denunciar|(?:pon|puest|puse|present|interpon|interpuest|la) ?\w* (?:una |la )?(?:denuncia|demanda)\b|en los tribunales|(?:ante (?:el|un)|decidira un|el|un) juez\b|asesoria juridica|via (?:judicial|legal)|acciones legales|medidas legales|burofax|hoja de reclamaciones
  (?:en|a|de|oficina de|reclamacion en) consumo\b(?! (?:electrico|de|del|energetico))|oficina del consumidor|organizacion de consumidores|\b(?:ocu|facua|profeco|aepd|indecopi|sernac)\b|(?:agencia (?:espanola )?de )?proteccion de datos|autoridad (?:competente|de control)|(?:a|en|con) la (?:policia|guardia civil)|es ilegal|incumplid\w* (?:el|la|con)|disputa con mi banco|retrocesion|contracargo
  poursuivre en justice|(?:saisi\w*|devant|ensuite) (?:\w+ )?(?:le |les |la )?(?:tribuna\w+|juge|justice|mediateur|autorite)|retrouver\w* au tribunal|(?:action|voie) (?:en justice|judiciaire)|(?:engager\w*|avant) (?:des |une )?(?:poursuites|procedure)|(?:porter\w*|depos\w+|depot de) plainte|mise en demeure|huissier|au tribunal\b[^.?!]{0,10}\bretrouv
  \bdgccrf\b|ufc|que choisir|mediateur (?:de la consommation )?(?:est|sera)|mediateur de la consommation|\bcnil\b|repression des fraudes|autorite (?:competente|de controle)|(?:a|de) la (?:police|gendarmerie)|est illegal|contraire a la loi|(?:contester|conteste) le (?:paiement|debit|prelevement)|litige\b[^.?!]{0,20}\bbanque
  (?:vor|beim) gericht (?:\w+ ){0,2}(?:gehe|gehen|ziehe\w*|sehen|wieder|klage\w*|landen)|(?:gehe|gehen|ziehe\w*|sehen|treffen) (?:\w+ ){0,3}vor gericht|verklag\w*|(?:klage ich|ich klage|folgt (?:die )?klage|klage (?:ein|einreichen|erheben|erhoben))\b|(?:straf)?anzeige (?:\w+ ){0,3}erstatt\w*|erstatte\w* (?:\w+ )?(?:straf)?anzeige|strafanzeige|(?:zeige|zeigen) (?:sie|euch|dich) an\b|rechtliche[nr]? schritte\w*|mahnverfahren|gerichtlich\w*|(?:zum|bis zum|vor dem|ein|der|entscheidet ein) richter\b|schadense?rsatz
  verbraucherzentrale\w*|verbraucherschutz\w*|schlichtungsstelle|(?:datenschutz|aufsichts)behorde|gewerbeamt|ordnungsamt|bundesnetzagentur|wettbewerbszentrale|bafin\b|(?:zur|bei der|die) polizei\b(?! auto)|(?:ist|sei) (?:\w+ )?(?:illegal|rechtswidrig|gesetzwidrig)|vertragsbruch|verstosst gegen|(?:bank|zahlung|betrag)\b[^.?!]{0,30}\bzuruck ?(?:zu)?(?:buchen|holen)|ruckbuchung|ruckbelastung
`;
/** Words that are hardly said to a shop without such a thought; trades, places and titles are taken out before. */
const WORDS_OF_LAW = signalPattern`
  (?:lawyers?|lawers?|attorneys?|solicitors?|barristers?|lawsuits?|litigat\w+|prosecut\w+|ombuds\w+|legal (?:action|claim|way|advice|team|help|matter|threat)|legally|through the courts?|courts? (?:of law|will|decide)|in court|to court|a court|tribunals?|subpoena|small claims?|section 75|sue|suing)\b
  (?:issue|issuing|raise|raising|raised|file|filing|filed|lodge|lodged|make|submit\w*)\b[^.?!]{0,20}\b(?:claim (?:without|against|at|with|form)|complaint with|claim is being)|claim is being raised|(?:seek|claim|demand)\w* (?:\w+ )?(?:compensation|damages)
  (?:the |with |by |our )?police (?:have|has|were|was|are|will|and|about|know)|(?:to|informed|told|called|call|involve|notify|contacted|filed with) (?:the )?(?:\w+ )?police\b|crime (?:reference|number)|officers came
  consumer (?:council|centre|center|law|office|organi[sz]ation|body|champion|court|helpline)|european consumer|state attorney|states attorney|break(?:ing|s)? the law|(?:unlawful|illegal)(?:ly)?\b|fraudulent (?:company|shop|business)|debt collect\w+|go(?:ing)? public|on (?:national )?(?:tv|television)\b|journalists?\b|reporters?\b
  (?:denuncia\w*|denunciar\w*|abogad[oa]s?|tribunal\w*|juzgado|juicio|juez|juridic[oa]s?|querella)\b|(?:presentar|interponer|poner|presento|pongo|puse) (?:una )?(?:demanda|queja formal|reclamacion (?:ante|en|oficial))|ante consumo\b
  (?:avocate?s?|plainte|tribuna(?:l|ux)|huissier|juge|justice|gendarm\w+|escroquerie|poursuites|procureur)\b
  (?:\w*anw[a]e?lt\w*|klage|verklag\w*|strafanzeige|staatsanwalt\w*|rechtsweg|rechtlich\w*|juristisch\w*|richter)\b|anzeige (?:wegen|gegen|bei|erstatt)|(?:erstatte|stelle) (?:\w+ )?anzeige|(?:vor|vom|beim|zum|ans) gericht\b|polizei (?:eingeschaltet|informiert|gerufen)
`;
const PRESS = signalPattern`
  (?:newspapers?|the press|the media|journalists?|reporters?|(?:tv|television|radio) station|local tv|tv news|watchdog programme)\b|(?:la )?(?:prensa|television|periodistas?)\b|(?:la )?(?:presse|television|journalistes?)\b|(?:die )?(?:presse|fernsehen|medien|journalist\w*|zeitung)\b
`;
const WILL_TELL = signalPattern`
  (?:will|ill|going|unless|if|shall|contact\w*|tell|inform\w*|report\w*|talk\w*|go(?:ing)? to|by (?:monday|friday|the end))\b|(?:aviso|avisar\w*|ire|saldra|contar\w*|acudir\w*|voy)\b|(?:previens|prevenir\w*|parlera|contacter\w*|alerter\w*|vais)\b|(?:gehe|gehen|wende\w*|informier\w*|bringt|berichte\w*|kontaktier\w*)\b
`;
const PRIVACY_LAW = signalPattern`
  (?:gdpr|rgpd|dsgvo)\b
`;
const DEMAND = signalPattern`
  (?:demand|otherwise|complain\w*|authority|exijo|autoridad|sinon|autorite|exige|sonst|beschwer\w*|behorde)\b
`;
const FRAUD = signalPattern`
  (?:this is|its|thats|your company is|you are) (?:\w+ )?(?:theft|fraud|a fraud|a scam|scamming|stealing)\b
`;
const REPORT = signalPattern`
  (?:police|report\w*|charges|authorit\w*|lawyer|bank)\b
`;

/** The customer speaks of lawyers, courts, regulators, the police, the press or a dispute at the bank. */
export const LEGAL_THREAT: Matter = [
  [LAWYER],
  [LEGAL_PHRASES],
  [WORDS_OF_LAW],
  [PRESS, WILL_TELL],
  [PRIVACY_LAW, DEMAND],
  [FRAUD, REPORT],
];

/** What is denied, is a place or a trade, or is a title. */
export const NO_LEGAL_THREAT = signalPattern`
  (?:not|never|wouldnt|wont|dont|no need to|without) (?:\w+ ){0,2}(?:sue|suing|go to court|take legal|take (?:you|this) to court|press charges|call(?:ing)? the police|report(?:ing)? you)\b[^.?!,;]{0,20}
  (?:i am|im|she is|he is|works? as|work as|soy|je suis|ich bin) (?:an? |una? |une? |eine? )?(?:\w+ )?(?:lawyer|solicitor|attorney|judge|abogad[oa]|avocate?|anwalt\w*|juez|juge|richter\w*)
  (?:no (?:voy|vamos) a (?:demandar|denunciar)|ne (?:vais|porterai|porte) (?:pas )?(?:poursuivre|plainte)\w*|(?:ne )?(?:vais|porterai) (?:poursuivre personne|pas)|(?:niemanden|nicht) verklagen|ich klage nicht|(?:nicht|kein) (?:vor gericht|anwalt))\b
  (?:work|works|working|trabajo|travaille|arbeite) (?:\w+ )?(?:at|for|in|en|au|beim|bei)(?: \w+){0,2} (?:court|courthouse|court house|law firm|police|juzgado|tribunal|policia|gericht|polizei)
  (?:name is|named|called|dear|hi|thanks|thank you) sue\b|sue from\b|(?:neighbou?r|friend|husband|wife|mother|father|brother|sister)\b[^.?!]{0,12}\b(?:solicitor|lawyer|attorney|judge|barrister|policeman)\b|before somebody sues|(?:palm|oak|elm|hampton|\d+ \w+) court\b|law student|(?:libro|libros|livres?|buch|bucher)\b[^.?!]{0,30}\b(?:derecho|droit|recht|abogad[oa]|avocate?|anwalt)\b|your lawyers?\b|"[^"]{0,60}"|text ?books?|do justice|justice league|juristische fachbucher|hay que denunciar|(?:court ?house|food court|tennis court|basketball court|court shoes?|police (?:car|discount|officer|man|uniform|toy)|policeman|law books?|legal notice|legal trouble|the lawyers? \w+)
  (?:saw|seen|read)\b[^.?!]{0,15}\b(?:newspaper|the press|tv|magazine)|(?:vi|visto|vus?) (?:\w+ )?(?:en el periodico|dans le journal)|in der zeitung gesehen
`;
