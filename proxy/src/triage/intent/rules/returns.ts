import { ruleTable } from '../rule-table';

/** Return, exchange, refund, replacement, cancellation, and products that turned out faulty in use. */
export const RETURNS_RULES = ruleTable`
  3.0 \breturn(?:s|ed|ing|able)?\b
  1.0 \b(?:how|want|like|need|can|could|may|where|policy|process|label|start|initiate|possible)\b.{0,35}\breturn(?:s|ing)?\b
  -2.6 \breturn(?:ed|ing)? (?:to (?:the )?sender|my call|the call|to work)\b|\breturn address\b
  3.2 \brefund\w*\b
  0.8 \b(?:not|never|still|where|when|status|track|get|got|receive\w*|want|need|request\w*|pending|waiting|ask\w*)\b.{0,30}\brefund\w*\b
  3.0 \b(?:money|cash|payment) back\b|\bback my money\b|\breimburs\w*\b|\breturn my money\b
  2.8 \b(?:exchang\w*|swap\w*)\b
  -2.8 \bexchange rates?\b
  2.8 \breplac(?:e|ed|ing|ement|ements)\b
  -2.0 \breplac\w* (?:parts?|batter\w*|my address)\b
  3.2 \b(?:cancel\w*|cancell?ation|cancling|cancle|cancelation)\b.{0,35}\b(?:<thing>|ord-?\d+|#?\d{4,}|it|this|that|them|what)\b
  3.0 \b(?:order|purchase)s?\b.{0,25}\bcancel\w*\b
  2.4 \bcancel\w*\b
  -2.6 ^(?:has|have|was|is|did|were)\b.{0,25}\b<thing>\b.{0,25}\bcancel\w*\b.{0,15}\?$
  -3.0 \bcancel\w*\b.{0,25}\b(?:account|subscription|membership|newsletter|appointment|reservation|meeting|alarm|card|profile)\b
  2.8 \b(?:not|never|havent|hasnt|didnt|yet to|when)\b.{0,20}\b(?:see|seen|receiv\w*|got|get|had|have)\b.{0,8}\b(?:money|credit|cash)\b
  2.8 \b(?:send|sent|ship|bring|give|mail|post|hand|take|giving|sending|bringing|taking|shipping)\b.{0,30}\bback\b
  2.8 \b(?:doesnt|does not|didnt|did not|dont|do not|isnt|not|wont) (?:\w+ )?fit\w*\b|\btoo (?:small|big|large|tight|loose|short|long|wide|narrow)\b
  2.8 \b(?:changed my mind|no longer (?:want|need|required|interested)|(?:dont|do not|didnt) (?:want|need|like) (?:it|this|that|them|these|the|my)(?! (?:\w+ )?(?:e-?mails?|mails|newsletter|messages|calls))|regret\w*|unwanted)\b
  2.6 \b(?:stopped working|(?:doesnt|does not|dont|do not|isnt|is not|not|wont|never|didnt) (?:\w+ )?(?:work|working|turn on|switch on|start|charge|function\w*|power)|faulty|defect\w*|malfunction\w*|dead on arrival|fell apart|falling apart|broke (?:after|within|down|the)|broken after|came apart|poor quality|bad quality)\b
  -2.8 \b(?:codes?|coupon|voucher|promo\w*|discount|website|web ?site|site|app|page|link|login|log in|password|card|payment|checkout|button|tracking|account|paypal|form)\b.{0,25}\b(?:work\w*|function\w*)\b
  2.6 \b(?:withdrawal|cancel\w*|early exit|restocking|return|termination) (?:fees?|charges?|penalt\w*|costs?)\b
  2.4 \b(?:withdrawal|withdraw)\b.{0,20}\b(?:fees?|charges?|penalt\w*|purchase|order)\b
  2.6 \b(?:i|we) (?:\w+ )?(?:ordered|bought|chose|selected|picked) (?:the |an? )?(?:wrong|incorrect)\b
  2.6 \b(?:order\w*|bought|purchased)\b.{0,30}\b(?:by mistake|by accident|accidentally|in error|twice by)\b|\b(?:accidentally|mistakenly) (?:\w+ )?(?:order\w*|bought|purchas\w*)\b
  2.4 \b(?:rma|return label|store credit|money-?back|cooling off|pick ?up (?:for|of|my) (?:the )?return)\b
  3.0 \b(?:still (?:has|have|under|in|within|covered)|within|under|in) (?:the |its |my |an? )?(?:warranty|guarantee)\b
  2.4 \b(?:doesnt|dont|wont|isnt|not|cant)\b.{0,25}\b(?:anymore|any more|any longer)\b(?!.{0,10}\b(?:e-?mails?|account)\b)
  2.2 \b(?:repair\w*|warranty claim|guarantee claim|under (?:warranty|guarantee))\b
  2.4 \b(?:dont|do not|cant|cannot) (?:want to )?pay for\b.{0,20}\border\b
  2.0 \b(?:never worn|unworn|unused|unopened|tags? (?:still )?on|original packaging)\b
  1.6 \b(?:smok(?:ed|es|ing)|flames?|sparks?|sparked|burn(?:t|s|ed|ing)?|melt(?:ed|s|ing)?|explod\w*|overheat\w*|swollen|swelled|electric shock|chok(?:ed|ing)|rash|allergic|caught fire|on fire|collapsed|gave way)\b
  2.4 \b(?:reverse pick ?up|pick ?up (?:not done|pending|request))\b

  3.2 \b(?:devol\w+|devuelv\w+|reembols\w+|reintegr\w+)\b
  3.0 \b(?:cancel[aeo]\w*|anular|anulacion|anulen)\b
  2.6 \b(?:cambiar|cambio|cambiarl[oa])\b(?!.{0,20}\b(?:direccion|contrasena|cuenta|correo)\b)
  3.2 \b(?:retour(?:ner|s|ne)?|renvoyer|renvoie|rembours\w+)\b
  3.0 \b(?:annul\w+|echang\w+)\b
  3.2 \b(?:zuruck(?:geben|senden|schicken|gabe|zusenden|zuschicken|zugeben)|ruckgabe\w*|rucksend\w*|retour\w*|zuruckerstatt\w*|erstatt\w*|ruckerstatt\w*|geld zuruck)\b
  3.0 \b(?:umtausch\w*|umzutauschen|stornier\w*|storno|widerruf\w*|ersatz\w*|reklam\w*)\b
  2.0 \b(?:chispas|humo|calambre|quemad[oa]|incendi\w+|etincelles?|fumee|pris feu|brul\w+|geraucht|funken|gebrannt|aufgeblaht|verbrannt\w*|geschmolzen|stromschlag|ausschlag)\b
  2.4 \b(?:defekt\w*|funktioniert nicht|passt nicht|zu (?:klein|gross)|no funciona|defectuos[oa]|ne (?:marche|fonctionne) (?:pas|plus)|defectueu\w+|trop (?:petit|grand)\w*|demasiado (?:grande|pequen\w*)|me queda)\b
`;
