import { signalPattern } from './signal-pattern';

/** Money has been taken, or is being taken. */
export const TAKEN = signalPattern`
  (?:(?:charg|chrag|chareg)(?:ed|ing|es)|(?:took|take|taking|takes) \d[\d.,]*|billed|billing me|invoiced|debited|deducted|withdrew|withdrawn|overcharged)\b
  you (?:\w+ )?(?:charge|bill|debit) (?:me|us|my|our)\b
  (?:took|taken|take|takes|taking|pulled|drawn|collected|booked|left|gone|come|came|went) (?:\w+ ){0,3}(?:off|out|from|of) (?:\w+ ){0,3}(?:card|account|bank|paypal|visa|mastercard)\b
  (?:took|taken|taking|takes) (?:out )?(?:the |my |our |some |full )*(?:money|payments?|amount|sum|[\d$€£])
  (?:money|amount|sum|deposit|payment) (?:\w+ ){0,3}(?:taken|gone|collected|booked|deducted|debited|went (?:off|out))\b
  (?:came|come|comes|coming) out\b(?! (?:of stock|in))|(?:direct debit|automatic payment|collection|instalment) (?:\w+ ){0,3}(?:ran|came|pulled|went|taken|collected)|had [\d.,]+ off me|asked for the money|pulled money|(?:both|was|were|been|have) taken\b(?! (?:care|up|in|by the))
  booked my (?:purchase|order|payment)
  (?:leaves?|left|leaving) my (?:\w+ )?(?:account|card)\b|(?:came|come|comes|gone|going) off\b(?! (?:the|in|when|easily|as|after))
  (?:comes?|came|coming|leaves?|leaving|goes|went|flows?) (?:\w+ ){0,2}(?:off|out of|from|to) (?:\w+ ){0,2}(?:account|card|paypal|bank|you|your (?:shop|store|company))\b
  (?:to|towards) your (?:shop|store|company|firm)\b|went to you\b|still pays you|(?:paid|pay) (?:\w+ ){0,2}for the same
  (?:pasaron|sale|salen|salio|salieron|se va|pague)\b
  (?:part|partent|sort|sortent)\b[^.?!]{0,30}\b(?:vers vous|chez vous|compte|paypal|carte)|(?:un|des) paiements? (?:a|ont) ete fait
  (?:bezahlt|gezahlt)\b|(?:geht|gehen|ging)\b[^.?!]{0,50}\ban (?:sie|euch)\b
  (?:money|pounds|dollars|euros?|quid|[\d,]+) (?:\w+ )?(?:has|have|had|was|were) (?:\w+ )?(?:left|gone|been taken|been collected|been debited)\b|(?:taken|collected|debited) all the same
  (?:domiciliacion|cobrad[oa]s?|cobraron|cobrando|cobran|cobrasteis|cobro|cobros|cargad[oa]s?|cargaron|cargo|cargos|debitad[oa]|debitaron|descontad[oa]|descontaron|facturad[oa]|facturaron)\b
  (?:volvieron|vuelto|vuelven) a cobrar|(?:sacad[oa]|sacaron|quitad[oa]|quitaron) (?:\w+ )?dinero|pasad[oa] el recibo
  (?:debite\w*|preleve\w*|prelever|prelevez|facture\w*)\b
  (?:pris|parti\w*) (?:\w+ ){0,3}(?:argent|compte)\b|argent (?:\w+ ){0,3}(?:pris|parti\w*|preleve)|euros (?:sont )?partis
  (?:lastschrift|abgebucht|belastet|eingezogen|abgezogen|berechnet|abgegangen)\b|buch(?:t|en|et)\b[^.?!]{0,40}\bab\b|(?:gehen|geht|ging|gingen)\b[^.?!]{0,25}\b(?:ab|vom konto|runter)\b
  geld\b[^.?!]{0,30}\b(?:genommen|runter|weg|abgeholt)\b
`;

/** The taking of money as a thing: an entry on a statement. */
export const ENTRY = signalPattern`
  (?:charges?|payments?|transactions?|debits?|deductions?|withdrawals?|purchases?|subscription|billing)\b
  (?:cargos?|cobros?|pagos?|movimientos?|compras?|suscripcion)\b
  (?:prelevements?|debits?|paiements?|transactions?|achats?|abonnement)\b
  (?:abbuchung|belastung|zahlung|lastschrift|transaktion|kauf|abo|einkauf)(?:en|e|s)?\b
`;

/** Where money is seen to go. */
export const STATEMENT = signalPattern`
  (?:statement|card bill|bank bill|credit card bill|banking app|bank account|book-?keeping|did my accounts|my accounts|paypal|amex|visa|mastercard)\b|on my (?:card|bank|account)\b
  (?:extracto|mirando el banco|mi banco|movimientos|paypal|en mi (?:cuenta|tarjeta))\b
  (?:releve|regarde mon compte|mon compte en banque|paypal|sur (?:mon compte|ma carte))\b
  (?:kontoauszug|auszuge?n?|auszuege|paypal|auf meinem konto|meiner kreditkarte|abrechnung)\b
`;

/** The same sum twice, told with both. */
export const SUM_REPEATED =
  /(?<!\d)(\d+(?:[.,]\d\d)?)(?: ?(?:euros?|eur|dollars?|pounds?|quid|usd|gbp|[€$£]))?(?: (?:on|el|le|am|the) ?\w*| (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?,? (?:and|then|y|et|und|am|plus|again|el|le)\b[^.?!]{0,30}(?<![\d.,])(?:\1(?![\d.,]*\d)|otros \1)/;
export const DAYS = signalPattern`
  (?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|the \d+(?:st|nd|rd|th))\b|(?:el )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b
`;

/** On this day and on that. */
export const ON_SEVERAL_DAYS = signalPattern`
  on the \d+(?:st|nd|rd|th)?,? (?:and|then)[^.?!]{0,12}\b(?:on )?the \d+(?:st|nd|rd|th)?\b|(?:am|vom) \d+[.,]? und (?:\w+ ){0,3}am \d+|el (?:dia )?\d+ y[^.?!]{0,15}\bel (?:dia )?\d+|le \d+ (?:et|puis)[^.?!]{0,15}\ble \d+|(?:and|then|und|y|et) (?:once )?(?:again|another|wieder|otra vez|encore)\b
`;

/** A subscription went on. */
export const RENEWED = signalPattern`
  (?:renewed|renewal|auto-?renew\w*|extended)\b|(?:renovad\w+|renovo|renovacion|prorrog\w+)\b|(?:renouvel\w+|reconduit\w*)\b|(?:verlangert\w*)\b
`;
export const SUBSCRIPTION = signalPattern`
  (?:subscription|membership|trial|plan|club|fee)\b|(?:suscripcion|membresia|cuota)\b|(?:abonnement|adhesion)\b|(?:abo|abonnement|mitgliedschaft|vertrag)\b
`;

/** More than once. */
export const TWICE = signalPattern`
  twice\b(?! (?:as|a|the price))|thrice\b|(?:two|three|four|several|multiple|many|[2-9]) ?(?:times|x)\b(?! (?:as|more|a|the price))|[2-9]x\b|more than once|doubl(?:e|ed|y)\b|duplicat\w*|(?:a )?(?:second|third) time|the same thing two times|dubb?le\b|once more\b|two days running|two lots of|on top\b|july and august|both taken|both (?:went through|were (?:taken|charged)|have been|came off)|same (?:purchase|order|item|basket|thing|transaction)\b|both are gone
  (?:dos|tres|varias|[2-9]) veces\b|doble\b|duplicad[oa]s?\b|vuelto a\b|volvieron a\b|otra vez\b|de nuevo\b|por segunda vez|segunda vez
  (?:deux|trois|plusieurs|[2-9]) fois\b(?! plus)|(?:en )?double\b|a (?:deux|plusieurs) reprises|une (?:nouvelle|seconde|deuxieme) fois|a nouveau\b|de nouveau\b|encore (?:ete )?(?:debite|preleve|facture)
  doppelt\w*\b(?! so)|(?:zwei|drei|mehr|vier|[2-9]) ?(?:mal|fach|x)\b|noch ?(?:ein)?mals?\b|(?:ein )?zweites mal|erneut\b|beide (?:betr\w+ )?(?:sind )?(?:weg|abgebucht)
`;

/** Again, right at the taking. */
export const TAKEN_AGAIN = signalPattern`
  (?:charg\w+|bill\w+|debit\w+|deduct\w+|took|taken|collected|withdr\w+)\b(?: [\w']+){0,8} (?:again|once more)\b
  again (?:\w+ ){0,2}(?:charged|billed|debited|taken|another)\b|(?:charged|billed|debited)[^.?!]{0,60}\b(?:another|a further) [\d$€£]
`;

/** Several entries where there should be one. */
export const SEVERAL_ENTRIES = signalPattern`
  (?:two|2|three|3|four|4|several|multiple|identical|repeated|duplicate|double) (?:\w+ ){0,2}(?:charges|payments?|transactions?|debits?|deductions?|withdrawals?|bookings)\b
  (?:dos|2|tres|3|varios) (?:\w+ )?(?:cobros|cargos|pagos|movimientos)\b|(?:doble|duplicado) (?:cargo|cobro|pago)
  (?:deux|2|trois|3|plusieurs) (?:\w+ )?(?:debits|prelevements|paiements|transactions)\b|double (?:prelevement|debit|paiement)
  (?:zwei|2|drei|3|mehrere) (?:\w+ )?(?:abbuchungen|belastungen|zahlungen|lastschriften|transaktionen)\b|doppelte\w* (?:abbuchung|zahlung|belastung)
`;

/** Seen on the customer's own statement, or against a single purchase. */
export const ON_STATEMENT = signalPattern`
  (?:card|account|statement|visa|mastercard|amex|paypal|bank|banking|app|from (?:you|your)|to you|i (?:now )?(?:see|saw|have|notice\w*)|there (?:are|were)|same|identical|one|single|once|only|for (?:order|my order|the order|this order))\b
  (?:tarjeta|cuenta|extracto|banco|de (?:ustedes|vuestra|su)|mismo|iguales|me (?:salen|aparecen|figuran|han)|tengo|veo|un solo|solo)\b
  (?:carte|compte|releve|banque|de votre part|identiques|meme|je vois|un seul|une seule|loyer)\b
  (?:karte|konto|kontoauszug|bank|von ihnen|von euch|gleiche|derselbe|ich sehe|nur|einmal|miete)\b
`;

/** The same sum stands there more than once. */
export const SAME_SUM_AGAIN = signalPattern`
  (?:same|identical) (?:\w+ )?(?:charge|payment|amount|sum|transaction|invoice|figure)\b[^.?!]{0,80}\b(?:again|twice|two|2|times|also|and (?:on|another)|second)\b
  mismo (?:importe|cargo|cobro|pago)\b[^.?!]{0,60}\b(?:otra|dos|2|tambien|y el|de nuevo)\b|lo mismo\b[^.?!]{0,20}\bveces
  (?:meme|memes) (?:montant|somme|facture|debit)s?\b[^.?!]{0,60}\b(?:puis|encore|deux|2|aussi|et le|debite\w*)\b
  (?:dersel\w+|gleiche[rn]?|dieselbe) (?:betrag|summe|rechnung)\b[^.?!]{0,60}\b(?:noch|erneut|zwei|2|auch|und am|konto)\b
`;

export const BOUGHT_ONE = signalPattern`
  (?:bought|ordered|purchased|wanted|placed|have|pressed) (?:the \w+ )?(?:only |just )?(?:one|1|a single|once)\b|(?:one|1|single) (?:order|purchase|item|\w+) (?:bought|ordered|placed)
  (?:compre|pedi|hice|encargue) (?:solo )?(?:un|una|1)\b
  (?:achete|commande|passe) (?:seulement )?(?:un|une|1)\b
  (?:nur )?(?:eine?n?|1) \w+ (?:gekauft|bestellt)
`;
export const FOR_MORE = signalPattern`
  (?:for|as|with) (?:two|three|four|[2-9])\b|(?:facturad[oa]|cobrad[oa]|cargad[oa]) (?:dos|tres|[2-9])\b|facture (?:deux|trois|[2-9])\b|(?:zwei|drei|[2-9]) berechnet
`;

/** It had been paid already. */
export const PAID_BEFORE = signalPattern`
  (?:already|had|have|ive) (?:\w+ ){0,2}(?:paid|settled)\b|(?:i|we) paid (?:by|with|via|in)\b
  ya (?:estaba|lo habia|habia|he|lo)? ?pagad[oa]|pague (?:por|con)
  (?:deja|avais|avait) (?:\w+ )?paye|j ai paye par
  (?:schon|bereits) (?:\w+ )?(?:bezahlt|uberwiesen)|(?:habe|hatte) (?:\w+ ){0,2}(?:uberwiesen|bezahlt)
`;
export const ALSO = signalPattern`
  (?:as well|again|also|too|as well|additionally|on top|still|then|another)\b|(?:ademas|tambien|volvieron|vuelto|otra vez)\b|(?:aussi|encore|en plus|egalement)\b|(?:zusatzlich|noch ?(?:ein)?mal|auch|nun|trotzdem|erneut)\b
`;

/** Ended by the customer, and still taken. */
export const ENDED = signalPattern`
  (?:cancel\w+|ended|closed|terminated|stopped|unsubscribed|quit|returned|revoked|asked (?:you )?to stop|sent (?:it|everything|all) back)\b
  (?:cancel[eo]\w*|cancelado|anul[eo]\w*|anulado|cerre|cerrado|di de baja|pedi la baja|dado de baja|devolvi)\b
  (?:resilie\w*|annule\w*|ferme\w*|arrete\w*|retourne\w*)\b
  (?:gekundigte?s?|storniert|geschlossen|beendet|widerrufen|zuruckgeschickt)\b
`;
export const STILL = signalPattern`
  (?:after i|afterwards|again|both|still|anyway|keeps? \w+ing|nevertheless|although|though|even though|despite|yet|keeps?|keep (?:on )?\w+ing|continues?|every month|each month|monthly|regardless|but (?:\w+ ){0,4}(?:charged|taken|billed|debited))\b
  (?:siguen|sigue|seguis|aun asi|todavia|a pesar|igualmente|al mes|cada mes|pero|cobraron)\b
  (?:gone|taken) (?:\w+ )?(?:all the same|anyway)|all the same\b|on and on\b
  (?:continu\w+|toujours|quand meme|malgre|par mois|chaque mois|mais|preleve\w*)\b
  (?:weiter\w*|trotzdem|immer noch|im monat|monatlich|jeden monat|dennoch|obwohl)\b
`;
/** Taken on and on, whatever was said before. */
export const STILL_TAKEN = signalPattern`
  (?:still|keeps?|continues?|continuing) (?:to )?(?:\w+ )?(?:being )?(?:charged|charging|billed|billing|debited|debiting|taking (?:\w+ )?(?:money|[\d$€£]))\b(?![^.?!]{0,30}\b(?:shipping|delivery|postage)\b)
`;
