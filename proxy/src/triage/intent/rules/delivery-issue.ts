import { ruleTable } from '../rule-table';

/** Something is wrong with a delivery, or to be changed about it. */
export const DELIVERY_ISSUE_RULES = ruleTable`
  3.0 \b<not>\b.{0,22}\b(?:arriv\w*|come|came|deliver(?:ed|y)?|receiv\w*|show(?:ed|n)? up|turn(?:ed)? up|reach\w*|gotten|got|get) ?(?:it|them|my|the|any|this|here|yet|anything|<thing>)?\b
  -3.0 \b(?:not|never|havent|hasnt|didnt|no)\b.{0,22}\b(?:receiv\w*|got|gotten|get|come|came|arrived)\b.{0,20}\b(?:e-?mails?|confirmation|tracking (?:number|link|details)|notification|notice|invoice|receipt|reply|answer|response|refund\w*|money|codes?|link|label|password|newsletter)\b
  1.0 \b<thing>\b.{0,25}\b(?:not|never|hasnt|didnt|havent)\b.{0,15}\b(?:arriv\w*|come|came|deliver\w*|receiv\w*|show\w* up|turn\w* up|reach\w*|here|shipped|dispatched|moved)\b
  2.0 \b(?:not|hasnt|havent|isnt|wasnt|still) (?:even )?(?:been )?(?:shipped|dispatched|sent|here|moved)\b
  2.4 \bstill (?:waiting|awaiting|no sign|nothing|no (?:parcel|package|order|delivery)|havent|hasnt|not|pending|missing)\b
  2.4 \b(?:nothing|no) (?:has )?(?:came|come|arrived|turned up|shown up|yet|so far)\b
  2.6 \b(?:late|delay\w*|overdue|behind schedule|taking (?:so|too|very|forever|ages|much)|too long|so long|slow|long overdue)\b
  2.8 \b(?:supposed|meant|due|promised|expected|scheduled|guaranteed|estimated)\b.{0,45}\b(?:yesterday|ago|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day|but|week|days?|already|now)\b
  2.6 \b(?:supposed|meant) to (?:be )?(?:arriv\w*|deliver\w*|come|here|get|receive)\b
  2.6 \bshould(?:ve| have) (?:\w+ ){0,2}(?:arrived|been|come|received|got|had)\b
  1.4 \b(?:ordered|bought|placed)\b.{0,40}\b(?:\d+|two|three|four|five|six|several|many|a few) (?:days?|weeks?|months?) (?:ago|back)\b
  1.2 \b(?:been|its|over|more than|after|past|almost|already) (?:\w+ ){0,2}(?:\d+|one|a|two|three|four|five|several) (?:\w+ )?(?:days?|weeks?|months?)\b

  2.8 \b<gone> (?:\w+ )?(?:<thing>|in (?:the )?(?:transit|post|mail))\b
  2.8 \b<thing>\b.{0,30}\b<gone>\b
  3.2 \b(?:says?|said|shows?|showing|marked|status|claims?|tracking|updated|confirm\w*)\b.{0,35}\bdelivered\b
  2.0 \bdelivered\b.{0,40}\b(?:but|yet|never|not|nothing|nowhere|wrong|didnt|havent|hasnt|isnt|wasnt)\b
  2.6 \b(?:arriv\w*|came|come|receiv\w*|got|delivered|turned up|showed up|sent|opened)\b.{0,45}\b<damaged>\b
  2.4 \b<damaged>\b.{0,20}\b(?:<thing>|on arrival|in (?:the )?(?:transit|post|mail|delivery)|when (?:it|i|they)|carton|packaging|seal|parts?|goods)\b
  2.0 \b(?:<thing>|it|they|everything|carton|packaging|seal)\b.{0,20}\b(?:is|was|were|are|all|completely|totally)\b.{0,15}\b<damaged>\b
  2.2 \b(?:is|was|were|are|came|arrived|got)\b.{0,12}\b<damaged>\b
  -2.6 \b(?:i|we) (?:\w+ )?(?:ordered|bought|chose|selected|picked|entered) (?:the |an? )?(?:wrong|incorrect|different)\b
  2.8 \b(?:sent|send|sending|receiv\w*|got|gave|deliver\w*|shipped|get)\b.{0,25}\b(?:wrong|incorrect|different|another|someone elses|somebody elses|not what)\b
  2.6 \b(?:wrong|incorrect|different) (?:\w+ )?(?:<thing>|size|colou?r|model|one|flavou?r|version|style|quantity|amount of)\b
  2.6 \b(?:ordered|asked for|bought|wanted|paid for|requested|chose)\b.{0,50}\b(?:but|and|yet|instead)\b.{0,25}\b(?:got|receiv\w*|sent|came|given|arrived|only|delivered)\b
  2.6 \b(?:got|receiv\w*|sent|came|delivered)\b.{0,45}\b(?:instead|asked for|i ordered|we ordered|wanted|not what)\b
  2.4 \b(?:missing|incomplete|left out|short by|forgot\w*|only (?:got|received|half|part|one of|\d+ of|some))\b
  2.4 \b(?:not|isnt|wasnt|werent|nothing) (?:in|inside) (?:the|my|it)\b|\bempty (?:box|parcel|package|envelope|carton)\b

  2.4 \b(?:driver|delivery (?:man|guy|person|boy|agent|driver|partner)|courier|postman|mailman)\b
  3.0 \b(?:chang\w*|updat\w*|correct\w*|modif\w*|edit\w*|amend\w*|alter\w*|switch\w*|fix\w*|replac\w*)\b.{0,30}\b(?:address\w*|adress|addres|destination|pin ?code|postcode|zip)\b
  2.8 \b(?:address|adress)\b.{0,25}\b(?:chang\w*|wrong|incorrect|mistake\w*|correct\w*|updat\w*|edit\w*|modif\w*|old|mistyped)\b
  2.6 \b(?:wrong|incorrect|old|different|another|mistake in (?:the|my)|typo in (?:the|my)) (?:\w+ ){0,2}(?:address|adress|house|flat|street)\b
  2.6 \b(?:send|deliver\w*|ship|redirect|reroute|go|forward|divert|bring)\b.{0,40}\b(?:instead|different address|another address|new address|other address|work address|my (?:work|office|neighbou?r\w*))\b
  2.4 \b(?:reschedul\w*|re-?deliver\w*|postpone|hold|delay|rearrang\w*|another (?:day|date|time))\b.{0,30}\b(?:deliver\w*|<thing>|day|date)?\b
  2.4 \b(?:missed|failed|attempted|unsuccessful|no) (?:the |my |a )?(?:delivery|attempt\w*)\b
  2.2 \b(?:no one|nobody|noone) (?:was|at|came|rang|delivered|home|knocked)\b
  2.4 \b(?:left|dumped|thrown|threw|leaving)\b.{0,25}\b(?:outside|rain|door|doorstep|porch|neighbou?r\w*|fence|bin|street|hallway|gate)\b
  2.4 \b(?:returned to (?:the )?sender|sent back to (?:the )?(?:sender|you|warehouse)|stuck (?:in|at)|(?:in|at|by|through|from) customs|held (?:at|by|in)|(?:hasnt|not|havent|no|never|didnt) (?:movement|moved|updated|updates?|move|change\w*) (?:for|since|in)|same (?:status|place))\b
  1.8 \b(?:never|did not|didnt) (?:ring|knock|attempt|deliver)\b

  -3.0 \bno\b.{0,25}\b(?:llegado|llega|recibido|recibi)\b.{0,20}\b(?:aviso|correo|confirmacion|numero|enlace|factura|respuesta|reembolso|dinero)\b
  2.8 \b(?:envi\w+|mand\w+|entreg\w+)\b.{0,40}\b(?:otra direccion|a casa de|vecin[oa]|mi trabajo|la oficina|nueva direccion)\b|\bcambi\w+ (?:de |la |mi )(?:\w+ )?direccion\b
  3.0 \bno\b.{0,20}\b(?:llegado|llega|llego|recibid[oa]|recibi|entregad[oa])\b
  2.6 \b(?:danad[oa]s?|rot[oa]s?|equivocad[oa]s?|perdid[oa]|retras\w+|tarde|falta|faltan|incomplet[oa]|vaci[oa]|incorrect[oa]|aplastad[oa])\b
  2.8 \b(?:cambiar|modificar|corregir)\b.{0,20}\bdireccion\b
  -3.0 \b(?:pas|jamais|rien|aucun\w*)\b.{0,20}\b(?:recu|arrive)\b.{0,20}\b(?:mail|confirmation|numero|lien|facture|reponse|remboursement|argent)\b
  2.8 \b(?:livr\w+|envoy\w+)\b.{0,40}\b(?:autre adresse|chez (?:mon|ma|le|la) \w+|voisine?|nouvelle adresse|bureau)\b|\bchangement d adresse\b
  3.0 \b(?:pas|jamais|rien)\b.{0,20}\b(?:arrive\w*|recu\w*|livre\w*)\b
  2.6 \b(?:casse\w*|abime\w*|endommage\w*|perdu\w*|en retard|retard|manqu\w+|vide|mauvais\w* (?:article|produit|taille|couleur|commande)|incomplet\w*)\b
  2.8 \b(?:changer|modifier|corriger)\b.{0,20}\badresse\b
  -3.0 \b(?:keine?n?|nicht)\b.{0,25}\b(?:mail|bestatigung|versandbestatigung|sendungsnummer|rechnung|antwort|erstattung|geld|link|code)\b.{0,20}\b(?:erhalten|bekommen|gekommen|da)\b
  2.8 \b(?:liefer\w+|schick\w+|send\w+|abgeb\w+|zustell\w+)\b.{0,40}\b(?:andere adresse|neue (?:adresse|anschrift)|nachbar\w*|ins buro|arbeitsadresse)\b|\b(?:adress|anschriften)anderung\b
  3.0 \b(?:nicht|nie|nichts|keine?|niemals)\b.{0,30}\b(?:angekommen|erhalten|geliefert|da|bekommen|zugestellt|gekommen|eingetroffen)\b
  2.6 \b(?:beschadigt\w*|kaputt\w*|zerbrochen\w*|verloren|verspat\w*|fehlt|fehlen|falsche\w* (?:artikel|produkt|grosse|farbe|ware|lieferung|adresse|bestellung)|leer|unvollstandig|zu spat)\b
  2.8 \b(?:lieferadresse|adresse)\b.{0,25}\b(?:ander\w*|falsch\w*|korrigier\w*)\b|\bander\w*\b.{0,25}\badresse\b
`;
