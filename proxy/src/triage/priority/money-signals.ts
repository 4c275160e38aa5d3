import type { Matter } from './matter';
import {
  ALSO,
  DAYS,
  ON_SEVERAL_DAYS,
  RENEWED,
  STATEMENT,
  SUBSCRIPTION,
  SUM_REPEATED,
  BOUGHT_ONE,
  ENDED,
  ENTRY,
  FOR_MORE,
  ON_STATEMENT,
  PAID_BEFORE,
  SAME_SUM_AGAIN,
  SEVERAL_ENTRIES,
  STILL,
  STILL_TAKEN,
  TAKEN,
  TAKEN_AGAIN,
  TWICE,
} from './money-words';
import { signalPattern } from './signal-pattern';

const DOUBLE_PHRASES = signalPattern`
  (?:paid|pay|billed|charged) (?:\w+ ){0,3}for the same (?:thing|item|order) (?:two times|twice|again)|pending (?:charge|payment)\b[^.?!]{0,20}\b(?:and|plus) (?:a |an )?(?:completed|posted)|gift card and (?:my )?(?:\w+ )?card (?:were |was )?charged|(?:cobro|cargo|pago|compra)s?\b[^.?!]{0,20}\bdos veces|pay twice\b[^.?!]{0,40}\bboth|(?:both|beide|ambos|les deux)\b[^.?!]{0,20}\b(?:went through|weg|abgebucht|cobrados|debites)
  (?:paid|pay|payment went through|payment was made)\b[^.?!]{0,30}\b(?:twice|double|two times|2 times|more than once)\b(?! (?:as|the price))
  doubl(?:e|y)[- ]?(?:charg\w*|bill\w*|debit\w*|deduct\w*|payment|paid|transaction|dipp\w*)
  duplicat\w* (?:\w+ )?(?:charg\w*|bill\w*|debit\w*|deduct\w*|payments?|transactions?)
  (?:two|2|three|3) identical (?:charges|payments|orders|amounts|sums)
  charged? (?:me |us )?(?:again|a second time|once more) for (?:the |my |an? )?(?:same|one|order|purchase|item|something i (?:already )?paid)
  (?:second|extra|another) (?:charge|payment|debit|deduction|transaction)\b[^.?!]{0,40}\b(?:same|already paid|one order|this order|my order|order \#?(?:ord-)?\d+|i only|did(?:nt| not)|on my (?:card|account|statement))\b
  (?:charged|billed|debited|paid)\b[^.?!]{0,30}\bboth\b[^.?!]{0,40}\b(?:one|only|just)\b
  (?:pagad[oa]|pague|he pagado)\b[^.?!]{0,20}\b(?:dos veces|por duplicado)\b|(?:cobros?|cargos?|pagos?) (?:doble|duplicado)s?\b
  (?:paye)\b[^.?!]{0,20}\b(?:deux fois|2 fois|en double)\b(?! plus)|paiement\b[^.?!]{0,90}\bil y en a (?:deux|2)\b
  (?:doppelt|zweimal|zwei mal|2 ?x)\b(?! so)[^.?!]{0,30}\b(?:bezahlt|gezahlt|verrechnet|gebucht)\b|doppelte\w* (?:abbuchung|zahlung|belastung|rechnung)
`;

/** Of an entry, not of an attempt. */
const TWICE_AT_ALL = signalPattern`
  (?:twice|two times|2 times|2x|doubled|duplicated?|double)\b|(?:dos veces|duplicad[oa])\b|(?:deux fois|2 fois|en double)\b(?! plus)|(?:doppelt|zweimal|zwei mal)\b(?! so)
`;

/** Money was taken more than once for the same thing. */
export const DOUBLE_CHARGE: Matter = [
  [DOUBLE_PHRASES],
  [TAKEN, TWICE],
  [ENTRY, TWICE_AT_ALL],
  [TAKEN_AGAIN],
  [SEVERAL_ENTRIES, ON_STATEMENT],
  [SAME_SUM_AGAIN],
  [TAKEN, BOUGHT_ONE, FOR_MORE],
  [TAKEN, PAID_BEFORE, ALSO],
  [SUM_REPEATED, TAKEN],
  [SUM_REPEATED, STATEMENT],
  [SUM_REPEATED, DAYS],
  [TAKEN, ON_SEVERAL_DAYS],
  [STATEMENT, TWICE],
];

const UNAUTHORISED_PHRASES = signalPattern`
  (?:dont|do not|cannot|cant) (?:know|place|recogni[sz]e) (?:this|that|the|these) (?:charge|payment|debit|transaction|purchase)|ne (?:re)?connais pas (?:cette|ce) (?:transaction|debit|paiement|prelevement|achat)|(?:abbuchung|belastung|zahlung)\b[^.?!]{0,20}\b(?:die|welche) ich nicht kenne|(?:commande|pedido|bestellung|bestellt)\b[^.?!]{0,15}\b(?:dont je ne sais rien|del que no se nada|von dem ich nichts weiss)|personne\b[^.?!]{0,25}\bachete\b[^.?!]{0,20}\bdebit|niemand\b[^.?!]{0,20}\bbestellt\b[^.?!]{0,30}\b(?:belastung|abbuchung)
  un-?au?th?ori[sz]ed (?:\w+ ){0,2}(?:charg\w*|payments?|transactions?|purchases?|debits?|orders?|use|withdrawals?|activity|deductions?)
  (?:fraudulent|suspicious|unrecogni[sz]ed|unknown|unfamiliar|strange|mystery|bogus) (?:\w+ )?(?:charg\w*|payments?|transactions?|purchases?|debits?|activity|withdrawals?)
  (?:fraud|theft) on my (?:\w+ )?(?:card|account|statement)|(?:card|payment|credit card) fraud\b|victim of fraud
  (?:my|the) (?:\w+ )?card (?:was|has been|got|is|details were|details have been) (?:\w+ )?(?:stolen|used (?:fraudulently|without|by)|cloned|skimmed|compromised|misused)|stolen (?:credit |debit |bank )?card
  (?:cargo|cobro|pago|compra)s? (?:\w+ )?(?:no autorizad[oa]s?|fraudulent[oa]s?|indebid[oa]s?|que no (?:he |hice|reconozco|realice))
  (?:prelevement|paiement|debit|achat|transaction)s? (?:\w+ )?(?:non autorise\w*|frauduleu\w*|que je n ai pas|inconnu\w*)
  (?:unberechtigte?|nicht autorisierte?|unbekannte?|betrugerische?)[rsn]? (?:abbuchung|zahlung|belastung|transaktion)\w*
`;
/** Not known to the customer, or not wanted. */
const NOT_WANTED = signalPattern`
  (?:that|which|what|charge|payment|transaction|debit|purchase|deduction|it|order)\b[^.?!]{0,30}\b(?:i|we|ive|nobody|no one) (?:\w+ )?(?:did ?nt|did not|never|havent|have not|dont|do not|had not|hadnt|cannot|cant) (?:\w+ )?(?:make|made|do|done|order|ordered|authori[sz]ed?|approved?|agreed?|recogni[sz]e|know|place|placed|buy|bought|want|wanted|choose|chosen|chose|request|requested|sign|set|initiate|initiated)\b
  (?:dont|do not|cant|cannot) (?:know|recogni[sz]e|identify|place) (?:what |who )?(?:this|that|these|those|the|any) (?:\w+ )?(?:charge|payment|transaction|debit|purchase|deduction)
  (?:cant|cannot) match|never heard of you|(?:payment|charge|debit) of [\d.,]+\b[^.?!]{0,30}[.?!] for what|emptied my (?:account|card)|without (?:any )?notice|know nothing (?:about|of)|no idea (?:about|of|what|where|why)|not aware of|(?:cant|cannot) place (?:it|this|that)|never (?:\w+ )?(?:been to|asked for|visited|agreed)|not agree(?:d)?(?: to)?\b|without me (?:\w+ing)|without (?:\w+ )?(?:confirm\w+|ask\w+|tell\w+)|(?:i|he|she|they) did not press|no recollection|dont remember (?:buying|ordering|any)|cannot explain|cant explain|makes? no sense to me
  (?:havent|have not|didnt|did not|never|none of us has|nobody has) (?:\w+ )?(?:bought|buy|ordered|purchased|shopped|used|dealt|heard of|pressed?|press buy|stor\w+)\b[^.?!]{0,20}\b(?:anything|this|you|it|your|with|buy|since|for)|nobody else (?:uses|has|knows)|gave you permission|never (?:\w+ )?(?:signed up|joined|subscribed|gave (?:you )?permission|registered)|let alone
  (?:not|isnt|arent|wasnt|werent) (?:mine|me|by me|done by me|made by me|ours)\b
  (?:never|did ?nt|did not|havent|have not|had not|hadnt|nobody|no one|not) (?:\w+ )?(?:authori[sz]ed?|approved?|agreed?(?: to)?|consent\w*|sign(?:ed)? up|subscribed?|chosen|chose|set up)\b
  (?:charged|billed)\b[^.?!]{0,50}\b(?:i|we) (?:never|did ?nt|did not|havent|have not) (?:order|ordered|buy|bought|want|wanted|get|purchase\w*|use\w*)\b
  without (?:my |our |any |the )?(?:consent|permission|authori[sz]ation|knowledge|approval|asking|telling|agreement)
  (?:removed|deleted) (?:it )?from my account|card which i removed
  (?:dont|do not|cant|cannot) (?:know|recogni[sz]e|place) (?:this|that|the) \w+
  (?:nobody|no one|none of us)\b[^.?!]{0,30}\b(?:bought|ordered|approved|authori[sz]ed|purchased)
  no se (?:por que|para que|de donde)|no compre nada|no (?:he|hemos) (?:comprado|pedido) nada|no (?:lo |la |los )?reconozco|desconozco|no es mi[oa]\b|no fui yo|no he sido yo|no se (?:que|de que) es|no (?:he|hemos|lo he) autorizado|no autoric\w*|(?:que )?(?:yo )?(?:no|nunca) (?:he |la he |lo he )?(?:contrat|solicit|autoriz)\w*|yo no (?:he )?(?:autoric|eleg|acept|hice|ped|compr)\w*|sin mi (?:permiso|autorizacion|consentimiento)|nunca (?:me he|he|autorice|contrate|acepte|me)|nadie ha (?:comprado|pedido)|no autorizad[oa]
  je ne sais pas (?:pourquoi|d ou|a quoi)|(?:ne|n) (?:re)?connais pas|ne reconnais pas|pas de moi\b|n est pas (?:de|a) moi|(?:n etait|est) pas moi|sans (?:mon |notre |ma |votre |aucune? )?(?:accord|autorisation|consentement)|(?:n ai|jamais) (?:jamais )?(?:autorise|souscrit|accepte|effectue|choisi\w*|demande)|personne\b[^.?!]{0,30}\b(?:achete|commande)|que je ne connais|ne sais pas pourquoi|(?:ne|n) reconnais pas|sans mon accord|dont je ne sais
  keine ahnung (?:wofur|warum|woher)|weiss nicht,? (?:wofur|warum)|(?:die|den|das) ich nicht kenne|(?:ich )?nicht kenne|kenne ich nicht|nicht (?:von mir|autorisiert|genehmigt)|(?:war|waren) ich nicht|ohne (?:meine |unsere |jede )?(?:erlaubnis|zustimmung|einwilligung|wissen|genehmigung)|(?:nie|nicht|niemals) (?:\w+ ){0,3}(?:zugestimmt|abgeschlossen|gewahlt|genehmigt|bestellt|gewollt)\b|nichts weiss|niemand (?:\w+ )?(?:bestellt|gekauft)
`;
const NOT_DONE_BY_ME = signalPattern`
  (?:i|we|she|he|my \w+) (?:\w+ )?(?:did not|didnt|did nt|never|havent|have not|had not|hasnt) (?:\w+ )?(?:order|plac|buy|bought|make|made|approv|authori|request|recogni|agree|sign|initiat|confirm|consent|purchas)\w*|(?:wasnt|isnt|was not|is not|werent) (?:mine|me|by me|ours|from me|something i)\b|not (?:mine|by me)\b|(?:dont|do not|cannot|cant) recogni[sz]e\b
  un(?:known|recogni[sz]ed|authori[sz]ed|familiar|explained)\b|myster\w+|fraud\w*|without my \w+|behind my back
`;
/** The order itself came to nothing. */
const ORDER_REFUSED = signalPattern`
  (?:although|though|even though|but|for an?|of my|my) (?:the |my |an? )?(?:order|purchase)? ?(?:\w+ )?(?:was|is|has been|that was|which was|were)? ?(?:rejected|cancel+ed|voided|annul\w*)\b|cancelled order\b|(?:obwohl|aber)\b[^.?!]{0,30}\b(?:storniert|abgelehnt)|(?:aunque|pero)\b[^.?!]{0,30}\b(?:anulad[oa]|cancelad[oa])|(?:alors que|mais)\b[^.?!]{0,30}\bannulee?
`;
const NEW_PAYMENT = signalPattern`
  (?:new|another|further|next|more) (?:payments?|charges?|debits?)\b|(?:payment|charge|bill)\b[^.?!]{0,20}\bagain
`;
const LEFT_EMPTY = signalPattern`
  emptied my (?:account|bank|card)|cleaned out my (?:account|card)|vaciado mi cuenta|vide mon compte|konto leergeraumt
`;
const PLEASE_EXPLAIN = signalPattern`
  (?:explain|what is|whats|tell me about|clarify)\b[^.?!]{0,25}\b(?:charge|transaction|payment|debit|deduction)\b
`;
const SOMEBODY = signalPattern`
  (?:someone|somebody|a thief|thieves|a stranger|scammers?|hackers?|fraudsters?|another person)\b|alguien\b|un desconocido|estafador\w*|quelqu un\b|un inconnu|(?:des )?(?:pirate|escroc)s?\b|jemand\b|(?:ein )?fremder\b|betruger\b
`;
const MY_CARD = signalPattern`
  (?:my|our|the) (?:\w+ )?(?:card|paypal|bank (?:account|details)|credit|debit|visa|mastercard|money)\b|(?:mi|nuestra) (?:tarjeta|paypal|cuenta bancaria)|(?:ma|mon|notre) (?:carte|paypal|compte bancaire)|(?:meine[rm]?|mein) (?:\w+ )?(?:karte|kreditkarte|paypal|bankkonto|bankdaten)
`;
const USED = signalPattern`
  (?:used|using|uses|stole|stolen|charged|spent|bought|ordered|ordering|placed|paid|shopping|purchases?)\b|(?:usado|uso|usa|utilizado|comprado|compro|gastado|robado|compra)\b|(?:utilise\w*|achete|commande|vole|servi|achat)\b|(?:benutzt|genutzt|eingekauft|gekauft|bestellt|gestohlen|verwendet|bezahlt)\b
`;
const ON_CARD = signalPattern`
  (?:card|statement|account|bank|visa|paypal|monthly|recurring|every month|tarjeta|cuenta|banco|extracto|mensual|paypal|carte|compte|releve|banque|mensuel|karte|konto|bank|monatlich\w*)\b
`;
const FROM_BANK = signalPattern`
  (?:bank|card (?:company|issuer)|banco|banque)\b[^.?!]{0,30}\b(?:called|warned|flagged|informed|alerted|told|aviso|avisado|signale|prevenu|hingewiesen|gewarnt|informiert)\b
`;

/** Money was taken without the customer's will. */
export const UNAUTHORISED_CHARGE: Matter = [
  [UNAUTHORISED_PHRASES],
  [TAKEN, NOT_WANTED],
  [ENTRY, NOT_WANTED, ON_CARD],
  [ENTRY, NOT_WANTED, FROM_BANK],
  [ENTRY, NOT_DONE_BY_ME],
  [STATEMENT, NOT_DONE_BY_ME],
  [SOMEBODY, MY_CARD, USED],
  [MY_CARD, USED, NOT_WANTED],
  [TAKEN, ENDED, STILL],
  [STILL_TAKEN],
  [LEFT_EMPTY],
  [STATEMENT, NOT_WANTED],
  [TAKEN, ORDER_REFUSED],
  [ENDED, SUBSCRIPTION, NEW_PAYMENT],
  [PLEASE_EXPLAIN, NOT_WANTED],
  [RENEWED, SUBSCRIPTION, ENDED],
  [SUBSCRIPTION, NOT_WANTED, TAKEN],
];

/** Attempts to pay that failed, orders placed twice, what was not taken: they only look like a second charge. */
export const NO_CHARGE = signalPattern`
  (?:tried|try|trying|attempt\w*)\b(?:(?!charged|debited|deducted|taken|billed|went|took)[^.?!]){0,70}\b(?:twice|(?:two|three|four|several|multiple|many|2|3|4|5) times)
  (?:order|ordered|buy|try|tried|trying|shop|come|write|ask|pay|check|placed)(?: \w+){0,3} (?:again|twice)\b(?! (?:charg|bill|debit))
  (?:payment|transaction|card|it) (?:\w+ )?(?:failed|declined|rejected|bounced|did ?nt work|not work|didnt go through)\b[^.?!,;]{0,20}
  (?:do not|dont|cant) recogni[sz]e (?:my|the) (?:\w+ )?(?:card|code|password|voucher|coupon|address)
  (?:declined|refused|rejected|failed) (?:twice|two times|again|several times)
  (?:not|never|wasnt|isnt|havent|hasnt|werent|without being|nothing) (?:yet |been |ever |actually |be ){0,2}(?:charged|billed|debited|deducted|taken)\b[^.?!,;]{0,30}
  (?:no|nunca|todavia no|aun no) (?:me |nos |se |lo )?(?:han? |habeis )?(?:cobrad[oa]|cobraron|cobran|cargad[oa]|cargaron)\b[^.?!,;]{0,30}
  (?:n|ne) (?:ai|avons|a|suis|m a|m ont|m avez) pas (?:encore )?(?:ete )?(?:debite\w*|preleve\w*|facture\w*)\b[^.?!,;]{0,30}
  (?:nicht|noch nicht|nichts|noch nichts|nie) (?:doppelt |zweimal )?(?:abgebucht|belastet|eingezogen|berechnet)
  (?:intente|intentado|essaye|versucht|probado)\b[^.?!,;]{0,40}
`;

/** Money the customer claims back against our will, or that is overdue. */
export const REFUND_DISPUTE = signalPattern`
  charge ?-?backs?\b
  (?:dispute|disputing|disputed) (?:\w+ ){0,3}(?:charge|payment|transaction|amount|with my bank)
  (?:refus\w*|den(?:y|ied|ying)|reject\w*|declin\w*|wont|will not|wouldnt)\b[^.?!]{0,20}\b(?:refund\w*|(?:give|return) (?:me )?(?:my|back)\b[^.?!]{0,10}\bmoney)
  refund\w*\b[^.?!]{0,30}\b(?:was |been |is |got )?(?:refused|denied|rejected|declined|less than|wrong amount|partial|short|incomplete|too little)
  (?:\d+|one|two|three|four|five|six|several|a few|many) (?:\w+ )?(?:weeks?|months?)\b[^?!]{0,90}\b(?:refund|money back|my money|havent got my|dont have my|still no|still dont have|still waiting)\b
  (?:refund|money back|my money)\b[^?!]{0,70}\b(?:\d+|one|two|three|four|five|six|several|a few|many) (?:\w+ )?(?:weeks?|months?)\b
  still (?:no|waiting (?:for|on)|havent (?:received|got|had)|have not (?:received|got)|not (?:received|got|seen)|dont have)\b[^.?!]{0,25}\b(?:refund|money)\b
  (?:call|contact|going to|go to|speak to|tell) my (?:bank|credit card company|card issuer)\b
  (?:give|want|need|demand|send) (?:me )?(?:back )?my money (?:back )?(?:now|immediately|today|asap|right)
  (?:semanas|meses|dias)\b[^.?!]{0,60}\b(?:reembolso|devolucion|mi dinero)\b|(?:reembolso|mi dinero)\b[^.?!]{0,60}\b(?:semanas|meses)\b
  (?:semaines|mois)\b[^.?!]{0,60}\b(?:remboursement|mon argent)\b|(?:remboursement|mon argent)\b[^.?!]{0,60}\b(?:semaines|mois)\b
  (?:wochen|monaten)\b[^.?!]{0,60}\b(?:erstattung|mein geld|ruckzahlung)\b|(?:erstattung|mein geld|ruckzahlung)\b[^.?!]{0,60}\b(?:wochen|monaten)\b
`;
