import { signalPattern } from './signal-pattern';

/** Money was taken more than once for the same thing. */
export const DOUBLE_CHARGE = signalPattern`
  (?:charg\w*|bill(?:ed|ing)|debited|deducted|taken|took|withdrawn|withdrew|paid|pay|processed|posted|went through|came out|gone out|hit|showing|appears?|shows?|listed)\b(?:[^.?!]{0,60})\b(?:twice|two times|2 ?x|2 times|three times|3 times|3x|thrice|multiple times|several times|more than once|double the (?:price|amount)|a second time|four times)\b(?!\s+(?:a|per|every|in a) (?:day|week|month|year))
  (?:twice|two times|2x|three times|3x)\b[^.?!]{0,25}\b(?:charg(?:ed|es)|billed|debited|deducted|paid|on my (?:card|statement|bank|account|bill))\b
  doubl(?:e|y)[- ]?(?:charg\w*|bill\w*|debit\w*|deduct\w*|payment|paid|transaction|dipp\w*)
  duplicat\w* (?:\w+ )?(?:charg\w*|bill\w*|debit\w*|deduct\w*|payments?|transactions?)
  (?:charg\w*|payments?|transactions?|debits?)\b[^.?!]{0,25}\b(?:duplicat\w*|doubled)\b
  (?:two|2|three|3|four|multiple|several|identical|repeated) (?:\w+ ){0,3}(?:charges|payments|transactions|debits|deductions|withdrawals)\b[^.?!]{0,60}\b(?:one|same|single|identical|only|instead|order|for this|by you|from you|card|account|statement)\b
  (?:two|2|three|3) identical \w+
  charged? (?:me |us )?(?:again|a second time|once more) for (?:the |my |an? )?(?:same|one|order|purchase|item|something i (?:already )?paid)
  only (?:bought|ordered|placed|purchased|made|wanted|got|have) (?:one|1|a single)\b[^.?!]{0,60}\b(?:charged|billed|paid|debited|invoiced)\b[^.?!]{0,20}\b(?:two|2|twice|three|3|double)\b
  (?:charged|billed|debited)\b[^.?!]{0,30}\b(?:two|2|three|3|both)\b[^.?!]{0,50}\b(?:only|just|instead of) (?:\w+ )?(?:bought|ordered|one|1|placed|purchased|wanted)\b
  (?:same|identical) (?:charge|payment|amount|transaction|sum)\b[^.?!]{0,40}\b(?:twice|two|2|again|times|second)\b
  (?:second|extra|another) (?:charge|payment|debit|deduction|transaction)\b[^.?!]{0,40}\b(?:same|already paid|one order|this order|my order|order \#?(?:ord-)?\d+|i only|did(?:nt| not))\b
  (?:cobr\w+|carg\w+|pag\w+|debit\w+)\b[^.?!]{0,30}\b(?:dos veces|doble|tres veces|duplicad\w+)\b
  (?:doble|dos|duplicad[oa]s?) (?:cobros?|cargos?|pagos?)\b
  (?:cobro|cargo|pago)s? (?:doble|duplicad[oa])s?\b
  (?:debit\w*|prelev\w*|pay\w*|factur\w*)\b[^.?!]{0,30}\b(?:deux fois|2 fois|trois fois|double|en double)\b
  (?:double|deux) (?:prelevements?|paiements?|debits?|facturations?)\b
  (?:doppelt|zweimal|zwei mal|mehrfach|dreimal|2 ?x)\b[^.?!]{0,30}\b(?:abgebucht|belastet|bezahlt|berechnet|eingezogen|abgezogen|gebucht|verrechnet)\b
  (?:abgebucht|belastet|bezahlt|berechnet|eingezogen|abgezogen)\b[^.?!]{0,30}\b(?:doppelt|zweimal|mehrfach)\b
  doppelte?[rns]? (?:abbuchung|zahlung|belastung|rechnung)
`;

/** Money was taken without the customer's will. */
export const UNAUTHORISED_CHARGE = signalPattern`
  un-?authori[sz]ed (?:\w+ ){0,2}(?:charg\w*|payments?|transactions?|purchases?|debits?|orders?|use|withdrawals?|activity|deductions?)
  not authori[sz]ed?\b[^.?!]{0,30}\b(?:charg\w*|payments?|transactions?|purchases?|debits?)
  (?:did ?nt|did not|never|havent|have not|dont|do not) (?:\w+ )?(?:authori[sz]e\w*|approve\w*|recogni[sz]e|make|made|agree\w* to|consent\w* to|sign(?:ed)? up for|do|done|place|placed|order|ordered|buy|bought)\b[^.?!]{0,30}\b(?:charg\w*|payments?|transactions?|purchases?|debits?|deductions?|subscription)\b
  (?:charg\w*|payments?|transactions?|debits?|purchases?|deductions?)\b[^.?!]{0,45}\b(?:i|we|that|which|ive) (?:\w+ )?(?:did ?nt|did not|never|havent|have not|dont|do not) (?:\w+ )?(?:authori[sz]e\w*|approve\w*|recogni[sz]e|make|made|do|know|agree|consent|order|place|buy|bought|set up)\b
  (?:charg\w*|payments?|transactions?|debits?|purchases?)\b[^.?!]{0,30}\b(?:isnt|is not|not|wasnt|arent|werent) (?:mine|me|by me|done by me|made by me|ours)\b
  (?:charged|billed|debited|took|taken|taking|deducted|withdrew|withdrawn)\b[^.?!]{0,50}\bwithout (?:my |our |any )?(?:consent|permission|authori[sz]ation|knowledge|approval|asking|telling)
  (?:fraudulent|suspicious|unrecogni[sz]ed|unknown|unfamiliar|strange|mystery|bogus) (?:\w+ )?(?:charg\w*|payments?|transactions?|purchases?|debits?|activity|orders?|withdrawals?)
  (?:fraud|theft) on my (?:\w+ )?(?:card|account|statement)
  (?:report|commit\w*|victim of|this is|is this|possible|suspect\w*)\b[^.?!]{0,20}\b(?:card |payment |credit card )?fraud\b
  (?:someone|somebody|a thief|thieves|a stranger|scammers?|hackers?|a hacker)\b[^.?!]{0,30}\b(?:used|using|uses|stole|stolen|has|got|charged|spent|bought|ordered|ordering|placed|paid)\b[^.?!]{0,35}\b(?:card|money|details|account|paypal|name|bank)\b
  (?:my|the) (?:\w+ )?card (?:was|has been|got|is|details were|details have been) (?:\w+ )?(?:stolen|used (?:fraudulently|without|by)|cloned|skimmed|compromised|misused)
  stolen (?:\w+ )?card
  (?:charged|billed) for (?:something|an order|items?|a purchase|things?|stuff|a subscription) (?:that )?(?:i|we) (?:never|did ?nt|did not)
  (?:cargo|cobro|pago|compra)s? (?:\w+ )?(?:no autorizad[oa]s?|fraudulent[oa]s?|que no (?:he |hice|reconozco|realice))
  (?:no reconozco|no autorice|no he autorizado)\b
  (?:prelevement|paiement|debit|achat|transaction)s? (?:\w+ )?(?:non autorise\w*|frauduleu\w*|que je n ai pas|inconnu\w*)
  (?:je n ai pas|jamais) autorise
  (?:unberechtigte?|nicht autorisierte?|unbekannte?|betrugerische?)[rsn]? (?:abbuchung|zahlung|belastung|transaktion|bestellung)\w*
  nicht (?:von mir )?(?:autorisiert|genehmigt|veranlasst)
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
`;

/** Attempts to pay that failed, and set phrases, which only look like a second charge. */
export const NO_CHARGE = signalPattern`
  (?:tried|try|trying|attempt\w*)\b(?:(?!charged|debited|deducted|taken|billed|went|took)[^.?!]){0,70}\b(?:twice|(?:two|three|four|several|multiple|many|2|3|4|5) times)
`;
