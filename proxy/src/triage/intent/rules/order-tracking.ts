import { ruleTable } from '../rule-table';

/** Where, when, in what state: nothing is said to be wrong. */
export const ORDER_TRACKING_RULES = ruleTable`
  3.0 \bwhere(?:s| is| are|re|abouts)?\b.{0,30}\b<thing>\b
  2.4 \bwhere(?:s| is| are) (?:it|they|my|mine)\b
  2.8 \bwhen\b.{0,40}\b(?:arriv\w*|get here|be here|com(?:e|es|ing)|deliver\w*|ship\w*|dispatch\w*|reach\w*|receiv\w*|expect\w*|be sent|sent|pick(?:s|ed)? (?:\w+ )?up|leav\w*|go(?:es|ing)? out|get (?:it|my|the|them))\b
  2.8 \b(?:track|trace|locate|locating|tracking|find)\b.{0,25}\b<thing>\b
  2.4 \btracking\b.{0,15}\b(?:number|id|link|info\w*|code|status|updates?|details|page)\b
  1.8 \btrack(?:ing)?\b
  2.8 \b(?:status|progress|state|whereabouts|location)\b.{0,30}\b<thing>\b
  2.8 \b<thing> (?:\w+ ){0,2}(?:status|tracking|updates?|eta)\b
  2.6 \b(?:eta|(?:estimated|expected) (?:time|date|day)?(?: of)? ?(?:delivery|arrival)|delivery (?:date|time|day|status|estimate|period|window|schedule)|arrival (?:date|time)|shipping (?:status|time|date|updates?))\b
  2.4 \bhow (?:long|soon|many days|much time)\b.{0,45}\b(?:arriv\w*|deliver\w*|ship\w*|dispatch\w*|receiv\w*|reach|to (?:get|come)|<thing>)\b
  2.6 \b(?:has|have|did|is|was|are|hasnt|isnt)\b.{0,25}\b<thing>\b.{0,20}\b(?:ship\w*|sent|dispatch\w*|left|arrived?|delivered|on (?:its|the|their) way|here|out for delivery|processed|confirmed|due|ready|coming)\b
  2.4 \b(?:any|an|some|give|need|want|provide|get|for)\b.{0,12}\b(?:updates?|news|word)\b.{0,25}\b(?:on|about|regarding|for|of|with)\b.{0,25}\b(?:<thing>|ord-?\d+|#?\d{4,})\b
  2.2 \b(?:updates?|news)\b.{0,12}\b(?:on|about|regarding|for|of)\b.{0,12}#?\d{4,}
  2.6 \bstatus\b.{0,12}\b(?:on|about|regarding|for|of)\b.{0,12}#?\d{4,}
  2.2 \b(?:on (?:its|the|their) way|out for delivery|in transit|shipped|dispatched|sent(?: out)?)\b.{0,6}(?:yet|already|\?)
  2.4 \b(?:what|which) (?:day|time|date)\b.{0,40}\b(?:arriv\w*|deliver\w*|get|com\w+|receiv\w*|expect\w*|here)\b
  2.2 \b(?:is|are) (?:it|they) (?:still )?(?:coming|on (?:its|the|their) way|shipped|here|going to (?:come|arrive)|out for delivery)\b
  2.2 \b(?:has|have|did) (?:it|they|you|u)(?: \w+)? (?:been )?(?:ship\w*|sent|send|dispatch\w*|left)\b
  2.6 \b(?:look up|look into|check|find|show)\b.{0,20}(?:ord-?|#)?\d{4,}
  4.0 ^[\s#:.-]*(?:ord\W?)?\d{4,10}[\s.?!]*$
  3.4 ^(?:has|have|was|is|did|were)\b.{0,25}\b<thing>\b.{0,25}\bcancel\w*\b.{0,15}\?$
  2.6 \bconfirm\w*\b.{0,25}\border\b|\border (?:\w+ )?(?:go|went|gone) through\b
  2.6 \bwhats? (?:is )?(?:happening|going on|up) (?:with|to)\b.{0,15}\b(?:<thing>|it)\b
  2.4 \b(?:check|know|see|tell me|confirm|view|look up)\b.{0,30}\b(?:on|about|if|whether|the status of|where) (?:\w+ ){0,3}<thing>\b
  1.6 \b(?:waiting|wait) (?:for|on) (?:my|the|our|an?) (?:\w+ )?<thing>\b
  -2.4 \b(?:refund\w*|money|reimburs\w*|invoice|receipt|(?:back )?in stock|re-?stock\w*|available|reply|answer|response|store|shop|branch|discount|sale)\b
  2.8 \b(?:not|never|no|havent|hasnt|didnt|without|still no)\b.{0,25}\b(?:tracking|shipping|dispatch|shipment|order) (?:number|link|confirmation|notice|notification|e-?mail|mail|details|code)\b
  2.4 \b(?:asks?|asking|wants? to know|wonders?)\b.{0,30}\b(?:if|whether|when|where)\b.{0,30}\b<thing>\b
  1.6 \bno tracking\b
  1.8 \b(?:ups|fedex|fed ex|dhl|usps|royal mail|hermes|dpd|courier|carrier)\b.{0,40}\b(?:shows?|says?|status|scan\w*|tracking|has (?:it|my))\b
  1.4 \b(?:shipped|dispatched|dispatch|shipment)\b
  1.5 \b(?:my|the) (?:order|parcel|package)\b.{0,20}\?$
  1.3 ^(?:my |the )?(?:order|parcel|package)(?: (?:number|no|id|#))?\W{0,3}\d*$

  3.0 \bdonde (?:esta|estan|se encuentran?|anda|va)\b
  2.8 \bcuando (?:\w+ ){0,4}(?:lleg\w+|recib\w+|entreg\w+|envi\w+|sale|saldra)\b
  2.6 \b(?:aviso|correo|confirmacion|numero|enlace) de (?:envio|seguimiento)\b|\bcuando sale\b
  2.4 \b(?:estado|seguimiento|rastrear|rastreo|localizar|situacion)\b
  1.6 \b(?:mi|el|del) (?:pedido|paquete|envio)\b
  3.0 \bou (?:est|en est|se trouve|sont|es)\b
  2.8 \bquand\b.{0,45}\b(?:arriv\w*|livr\w*|recev\w*|recoi\w*|expedi\w*|parti\w*)\b
  2.6 \b(?:mail|avis|confirmation|numero|lien) (?:d expedition|de suivi|d envoi)\b
  2.4 \b(?:suivi|suivre|statut|etat|localiser|ou en est)\b
  1.6 \b(?:ma|la|mon|le) (?:commande|colis)\b
  3.0 \bwo (?:ist|bleibt|bleiben|sind|steckt|befindet)\b
  2.8 \bwann\b.{0,50}\b(?:komm\w*|ankomm\w*|geliefert|lieferung|versand\w*|verschickt|erhalt\w*|bekomm\w*|da ist|zugestellt|losgeschickt)\b
  2.6 \b(?:versandbestatigung|versandmitteilung|sendungsverfolgung|sendungsnummer|lieferstatus|bestellstatus|sendungsstatus|paketstatus|liefertermin|lieferzeit|tracking-?nummer|stand (?:meiner|der) (?:bestellung|lieferung))\b
  1.6 \b(?:meine?|die|das) (?:bestellung|paket|lieferung|sendung)\b
`;
