import type { Matter } from './matter';
import { signalPattern } from './signal-pattern';

const ACCOUNT = signalPattern`
  (?:acc|acc?ount|profile|login|log-?in|password|customer area)\b|(?:cuenta|perfil|contrasena|clave)\b|(?:compte|profil|mot de passe)\b|\w*(?:konto|account|profil|passwort\w*)\b
`;
const MINE = signalPattern`
  (?:my|our|me|mine|i|we|mi|mis|yo|mon|ma|mes|moi|j|je|mein|meine[mnrs]?|ich|mir|mich)\b
`;
const INTRUDER = signalPattern`
  (?:someone|somebody|a stranger|strangers|hackers?|another (?:person|user)|other people|unknown (?:person|device|user)|a thief|scammers?|fraudsters?|person i dont know|my ex(?: \w+)?|not me)\b
  (?:alguien|(?:un )?desconocid[oa]s?|otra persona|un extrano|hackers?|piratas?|mi ex|estafador\w*)\b
  (?:quelqu un|(?:un )?inconnus?|(?:des |un )?pirates?|hackers?|(?:une )?autre personne|mon ex|escrocs?)\b
  (?:jemand|(?:ein )?fremde[rn]?|unbekannte[rn]?|hacker|(?:eine )?andere person|mein ex|betruger|jemand anderes)\b
`;
const ENTERS = signalPattern`
  (?:access\w*|logg?(?:ed|ing|s)?(?: in| into| on)?|log into|changed|changing|using|used|uses|took over|takes over|signed|signing|got in|got into|getting into|broke|has got|inside|ordering|orders?|ordered|placed|reset|spent|redeemed|reading|in my account|has my)\b
  (?:entr[aoe]\w*|acces\w*|cambiad\w*|cambio|usa|usando|usado|usaron|gast\w+|pid\w+|compr\w+|inici\w+)\b
  (?:entre\w*|acces|accede\w*|change\w*|utilise\w*|connecte\w*|depense\w*|commande\w*|pris)\b
  (?:zugriff|zugang|geandert|benutzt|nutzt|loggt|eingeloggt|angemeldet|bestellt\w*|ausgegeben|kauf\w*|ubernommen|in meinem)\b
`;
const BROKEN_INTO = signalPattern`
  (?:hak?ced|haked|hacked|hack\w*|hijack\w*|accessed|compromised?|compr[oi]mised|comprimised|taken over|broken into|breached|stolen)\b
  (?:hackead\w*|hackearon|hackeo|piratead\w*|piratearon|comprometid\w*|robad\w*|robaron)\b
  (?:pirat(?:e|ee|es|ees)|hack\w+|compromis\w*|vole\w*)\b
  (?:gehackt|geknackt|gekapert|kompromittiert|ubernommen|gestohlen)\b
`;
const CHANGED = signalPattern`
  (?:changed|updated|altered|replaced|reset|different|switched)\b|(?:cambiad[oa]s?|cambiaron|cambio de|han cambiado|modificad[oa])\b|(?:change\w*|modifie\w*)\b|(?:passwortanderung|geandert|verandert|zuruckgesetzt)\b
`;
const NOT_ME = signalPattern`
  (?:not|wasnt|isnt) (?:by )?me\b|ending in|cannot reset|cant reset|never lived|(?:ist|habe aber|hab) (?:\w+ )?nicht(?:s)? (?:geandert|gewesen)|yo no la he|no la he cambiado|rien change\b|i (?:did ?nt|did not|never|havent|have not) (?:\w+ )?(?:do|did|change|changed|ask|asked|request\w*|make|made)\b|without (?:me|my)\b|and i did not do that|never asked for
  (?:no (?:he sido|fui) yo|yo no (?:fui|he sido|lo))\b
  (?:pas moi)\b|je n ai (?:rien|pas) (?:demande|fait|change)
  (?:war ich nicht|ich war es nicht|nicht von mir|habe ich nicht)\b
`;
const NOT_MINE = signalPattern`
  (?:isnt|is not|arent|not|no longer) (?:mine|my own)\b|(?:mine|my own) any ?more|is (?:now )?(?:one|an address) i (?:dont|do not) (?:know|recogni[sz]e)
  (?:ya )?no es (?:el mio|la mia|mi[oa])\b
  (?:n est|est) (?:plus|pas) (?:le mien|la mienne|a moi)
  (?:ist )?nicht (?:mehr )?(?:meine?s?|von mir)\b
`;
const CONTACT_DATA = signalPattern`
  (?:e-?mail|phone|number|address|telephone|correo|telefono|direccion|telefonnummer|adresse|handynummer)\b
`;
const ORDER_NEVER_PLACED = signalPattern`
  (?:orders?|purchases?) (?:[\w-]+ ){0,6}(?:i|we) (?:\w+ )?(?:never|did ?nt|did not|havent|have not) (?:place|make|made|placed|order|ordered)
  (?:never|did ?nt|did not) (?:place|make|placed|made) (?:this|that|these|those|any of these|such) (?:\w+ )?(?:orders?|purchases?)
  (?:confirmation|notices?|notification|receipts?)\b[^.?!]{0,50}\b(?:i|we|ive|i have) (?:never|did ?nt|did not|havent|have not|not) (?:\w+ )?(?:order\w*|place\w*|bought|buy|made|purchase\w*)
  (?:pedidos?|compras?) que (?:yo )?(?:no|nunca) (?:he |hice|hemos|realice)|confirmacion\b[^.?!]{0,50}\b(?:nunca|no) (?:he |la he |lo he )?(?:pedi\w*|hice|compr\w+|hecho)
  (?:commandes?|achats?) que je n ai (?:pas|jamais)|confirmation\b[^.?!]{0,50}\b(?:jamais|pas) (?:commande|passe|achete)
  bestellung\w*[^.?!]{0,20} (?:die|welche) ich (?:nie|nicht|niemals) (?:\w+ )?(?:aufgegeben|getatigt|gemacht|bestellt)|bestatigung\b[^.?!]{0,50}\bich (?:nie|nicht|niemals) (?:\w+ )?(?:bestellt|gekauft|aufgegeben)
`;
const IN_MY_NAME = signalPattern`
  (?:in|under|using) my name\b|a mi nombre\b|(?:a|sous|en) mon nom\b|(?:auf|unter|in) meine[nm]? namen\b
`;
const ORDERED = signalPattern`
  (?:order\w*|bought|purchase\w*|pedido|pide\w*|pidio|compr\w+|hicieron|commande\w*|achet\w+|bestell\w*|gekauft)\b
`;
const STRANGE = signalPattern`
  (?:never heard|dont know|do not know|unknown|stranger|someone|somebody|not me|foreign|another city|no conozco|desconocid\w*|alguien|inconnu\w*|quelqu un|fremde\w*|jemand|unbekannt\w*|kenne)\b
`;
const LOGIN_SEEN = signalPattern`
  (?:noticed|see|saw|got|found|there (?:is|was)|was|shows?) (?:\w+ ){0,3}(?:log-?in|sign-?in|device|session)s?\b[^.?!]{0,20}\b(?:from|in|i (?:dont|do not|cant))\b
  (?:unknown|unrecogni[sz]ed|suspicious|strange|unauthori[sz]ed|foreign) (?:\w+ )?(?:logins?|log-?ins?|sign-?ins?|access|device|login attempts?)
  (?:logins?|log-?ins?|sign-?ins?|activity|devices?) (?:\w+ ){0,4}(?:i|we) (?:dont|do not|did ?nt|did not|cant) (?:recogni[sz]e|know)
  (?:veo|vi|hay|aparece) (?:un |una )?(?:\w+ )?(?:inicio de sesion|acceso|dispositivo|conexion)\b|dispositivo (?:raro|extrano|desconocido)
  (?:vois|vu|il y a) (?:une? )?(?:connexion|appareil|acces)\b|appareil inconnu
  (?:sehe|gibt es|da ist|war) (?:eine? )?(?:anmeldung|login|gerat|zugriff)\b|(?:fremde|unbekannte)[sr]? (?:gerat|anmeldung|login)
`;
const CREDIT = signalPattern`
  (?:points|gift card|store credit|balance|voucher balance|puntos|saldo|points|vouchers|solde|\w*punkte|guthaben)\b
`;
const GONE = signalPattern`
  (?:gone|spent|used|transferred|canjead\w+|utilises|eingelost|disappeared|vanished|empty|redeemed|desaparecid\w*|gastado|usado|disparu|depense\w*|weg|verschwunden|ausgegeben|eingelost)\b
`;
const NOT_USED = signalPattern`
  (?:havent|have not|never|did ?nt|did not) (?:\w+ )?(?:use|used|spend|spent|redeem\w*|touch\w*)\b|by (?:someone|somebody)\b|(?:no|nunca) (?:lo |la |los )?(?:he )?(?:usado|gastado)|otra persona|pas (?:utilise\w*|depense)|quelqu un|nicht (?:benutzt|eingelost|ausgegeben|genutzt)|jemand\b
`;
const FOLLOWED_LINK = signalPattern`
  (?:clicked|click|opened|followed|fell for|entered|typed|pinche|pulse|hice clic|abri|clique\w*|geklickt|geoffnet|eingegeben)\b
`;
const FALSE_MAIL = signalPattern`
  (?:(?:fake|false|phishing|scam|fraudulent) (?:e-?mail|mail|message|site|page|link|sms|text)|looked like (?:yours|you|your)|pretended|phishing|parecia suy[oa]|correo falso|pagina falsa|faux (?:mail|site|message|sms)|gefalschte\w* (?:mail|seite|nachricht|e-?mail|sms))\b
`;
const ANOTHERS = signalPattern`
  (?:somebody|someone|another (?:person|customer)|other (?:people|customer)|a stranger)(?: else| elses)?s?\b|otra persona|otro cliente|(?:autre|autres) (?:personne|client)s?|(?:anderen|andere|fremden?) (?:person|kunden|bestellung\w*)
`;
const SHOWN = signalPattern`
  (?:see|shows?|shown|showing|saw|veo|aparecen|vois|affiche\w*|sehe|zeigt|angezeigt)\b
`;
const IN_ACCOUNT = signalPattern`
  (?:in|on|to|from|lists?) (?:my |the )?(?:account|profile|order list|order history|address book|history)\b|my (?:account|profile|order list) (?:lists?|shows?|has)\b|en mi (?:cuenta|perfil|historial)|(?:dans|sur) mon (?:compte|profil|historique)|in meine[mr] (?:konto|profil|account|kundenkonto|historie|bestellliste)
`;
const NEVER_MINE = signalPattern`
  (?:never|did ?nt|did not|havent|have not) (?:\w+ )?(?:enter\w*|add\w*|put|type\w*|creat\w*|sav\w+|made|make|order\w*|place\w*)\b|(?:arent|isnt|not|none of them (?:are|is)|doesnt|does not) (?:mine|ours|belong to me|belong to us)\b|being (?:made|placed)|(?:is|was) suddenly\b|i (?:dont|do not|cant) (?:know|recogni[sz]e)\b
  yo no (?:puse|anadi|he puesto|cree)|que no (?:puse|anadi|es mi[oa]|son mi[oa]s)|no son mi[oa]s
  (?:jamais|pas) (?:saisie?s?|ajoutee?s?|entree?s?|cree\w*)|ne sont pas (?:a moi|de moi|les miennes)
  que je n ai pas commandees?|(?:die )?ich nicht bestellt|no idea who (?:that|it|this) is|not my order|(?:nie|nicht) (?:eingegeben|angelegt|hinzugefugt|erstellt|gespeichert)|nicht von mir sind|gehort mir nicht|nicht mir
`;
const CANNOT_ENTER = signalPattern`
  (?:im|i am|was|been) locked out|(?:cant|cannot|can no longer|no longer|unable to) (?:\w+ )?(?:get in\w*|log ?in|sign in|access|enter)\b|password no longer works|logged out on all|locked out
`;
const SWAPPED = signalPattern`
  (?:e-?mail|address|phone|number|name)\b[^.?!]{0,25}\b(?:swapped|replaced|changed|different|another)\b|(?:address|town|city) (?:now )?(?:shows|is|says)|thank-?you for (?:buying|ordering|your (?:order|purchase))|new device
`;
const CONFIRMATIONS = signalPattern`
  (?:confirmations?|shipping notices?|receipts?|thank-?you mails?)\b
`;
const CONFIRMED_NOT_MINE = signalPattern`
  (?:none of (?:them|these|which) (?:are|is|were)|(?:not|arent|isnt)) (?:mine|ours|from me)\b
`;
const BOUGHT = signalPattern`
  (?:purchased|bought|purchases?|orders?|ordered|gift cards?)\b|(?:compras?|pedidos?)\b|(?:achats?|commandes?)\b|(?:kaufe?|einkaufe|bestellungen|bestellt)\b
`;
const SOMEONES = signalPattern`
  know nothing (?:of|about)|dont je ne sa[iy]s rien|del que no se nada|von dem ich nichts weiss|(?:not|arent|isnt|werent) mine\b|no son mi[oa]s|ne sont pas (?:les )?(?:miens|miennes|de moi|a moi)|(?:nicht von mir|nicht meine)\b
`;
const ANOTHERS_DATA = signalPattern`
  (?:address|invoice|data|details|name|orders?|account|phone) of (?:another|a different|some other|other|somebody else|someone else)|(?:another|a different|other|someone elses|somebody elses) (?:customers?|persons?|peoples) (?:name|invoice|address|data|details|phone|orders?|account)|(?:datos|factura|direccion) de (?:otro cliente|otra persona)|(?:donnees|facture|adresse) d un autre client|(?:daten|rechnung|adresse) eines anderen kunden
`;
const ANOTHER_USER = signalPattern`
  (?:someone|somebody|another (?:user|person|customer|account)|otra persona|otro|(?:un )?autre|quelqu un|ein anderer|jemand)\b
`;
const NOTICE = signalPattern`
  (?:shipping|dispatch|order|delivery) (?:updates?|mails?|e-?mails?|notices?)\b|orders? in my history|mails? d expedition|versandmails?|(?:avisos?|correos?) de envio
`;
const IN_MY_ACCOUNT = signalPattern`
  (?:my|our) (?:\w+ ){0,2}(?:account|profile|login|password|order history|orders list|order list|wallet|points|saved card|stored card|app)\b|mi (?:cuenta|perfil|contrasena|historial)\b|mon (?:compte|profil|mot de passe|historique)\b|mein\w* (?:\w*konto|account|profil|passwort)\b
`;
const NOT_DONE_BY_ME = signalPattern`
  (?:i|we) (?:\w+ )?(?:did not|didnt|did nt|never|havent|have not) (?:\w+ )?(?:order|plac|buy|bought|chang|request|approv|authori|do (?:it|that|this)|sign (?:in|up)|log (?:in|on)|recogni|touch|purchas)\w*|(?:wasnt|isnt|was not|is not|werent|arent) (?:me|mine|by me|ours)\b|not mine\b|(?:dont|do not|cannot|cant) (?:recogni[sz]e|know)\b
  (?:no|nunca) (?:he|hice|hemos) (?:hecho|pedido|comprado|cambiado|solicitado)|no fui yo|je n ai (?:pas|jamais|rien) (?:passe|commande|change|demande)|pas moi\b|(?:nicht|nie) (?:bestellt|geandert|angefordert|veranlasst)
`;
const ODD = signalPattern`
  (?:suspicious|unusual|unfamiliar|unknown|unrecogni[sz]ed|unauthori[sz]ed|stranger|intruder|fraud\w*|hack\w*|stolen|compromis\w*|hijack\w*|sospechos\w+|extran[oa]s?|desconocid\w+|suspecte?s?|inconnu\w*|verdachtig\w*|unbekannt\w*|fremde\w*)\b
`;
const MESSAGE_ABOUT_ORDER = signalPattern`
  (?:confirmation|notification|receipt|invoice|thank-?you)\b|(?:e-?mails?|mails?|texts?|sms)\b[^.?!]{0,30}\b(?:order|purchase)|(?:confirmacion|factura)\b|(?:confirmation|facture)\b|\w*(?:bestatigung|rechnung)\b
`;
const FALSE_SUPPORT = signalPattern`
  (?:pretend\w*|posing|claiming) to be (?:you|your|from)\b
`;
const ACCOUNT_PHRASES = signalPattern`
  (?:knows?|has|got|found out|know) my password|another person is logged in|tried to (?:get|log|break) in ?to my account|(?:orders?|purchases?) (?:are|is|were) (?:being )?(?:made|placed) (?:from|with|through|in|on) my (?:account|profile)|strange orders? (?:in|on) my|veo los pedidos|have no new device|my (?:login|account|password) was used|last login\b[^.?!]{0,40}\basleep|second user on my|(?:got|get) hold of my (?:password|login)|(?:i am|im) not (?:a customer|sandra)|security question\b[^.?!]{0,15}\bchanged|requested nothing|havent touched my account|logged me in as|(?:recovery )?e-?mail is not mine|not my order\b(?=[^.?!]{0,3}$)|without me knowing|(?:customers|persons|peoples) (?:name|phone|orders?|address|data)|(?:details|something) (?:look|looks) different
  (?:knows|has|got|found out) my password|tried to (?:get|log|break) in ?to my account|(?:orders?|purchases?) (?:are|is|were) (?:being )?(?:made|placed) (?:from|with|through|in|on) my (?:account|profile)|strange orders? (?:in|on) my
  (?:new|another|other) device\b[^.?!]{0,20}\b(?:signing|signed|logged|logging)|(?:name|address) (?:in|on) my (?:profile|account) is (?:suddenly|now)
  hacked (?:my|our|me)\b|i (?:\w+ ){0,2}(?:been|was|got) hacked|wasnt me (?:who|that) (?:logged|ordered|placed|changed|signed)
  who (?:\w+ ){0,2}(?:logged|signed|accessed|got|hacked|is using|was using|used|broke)\b[^.?!]{0,20}\b(?:in ?to|in|on|my)\b[^.?!]{0,12}\baccount
  identity (?:was |has been |is |got )?(?:theft|stolen|fraud)|stole(?:n)? my (?:identity|account|data|details)|(?:my|our) (?:\w+ )?(?:data|details)\b[^.?!]{0,15}\b(?:stolen|leak\w*|breach\w*)|data (?:breach|leak)
  (?:locked|kicked|shut) (?:me )?out of my (?:own )?account\b[^.?!]{0,50}\b(?:someone|hack\w*|changed|stranger)
  suplantad\w* mi identidad|suplantacion de identidad|robo de identidad|usurpation d identite|identitatsdiebstahl|(?:mes|nos) donnees\b[^.?!]{0,20}\b(?:volees|piratees)|mis datos\b[^.?!]{0,20}\b(?:robad\w*|filtrad\w*)|meine daten\b[^.?!]{0,20}\b(?:gestohlen|geklaut)|mit meinen daten\b
`;

/** Somebody else is in the customer's account, or the customer sees another's. */
export const ACCOUNT_TAKEOVER: Matter = [
  [ACCOUNT_PHRASES],
  [BROKEN_INTO, ACCOUNT, MINE],
  [INTRUDER, ENTERS, ACCOUNT, MINE],
  [INTRUDER, CREDIT, GONE, MINE],
  [ACCOUNT, CHANGED, NOT_ME],
  [ACCOUNT, CONTACT_DATA, NOT_MINE],
  [ORDER_NEVER_PLACED],
  [IN_MY_NAME, ORDERED, STRANGE],
  [LOGIN_SEEN],
  [CREDIT, GONE, NOT_USED],
  [FOLLOWED_LINK, FALSE_MAIL],
  [ANOTHERS, ORDERED, SHOWN],
  [ANOTHERS_DATA],
  [IN_MY_ACCOUNT, NOT_DONE_BY_ME],
  [IN_MY_ACCOUNT, ODD],
  [MESSAGE_ABOUT_ORDER, NOT_DONE_BY_ME],
  [CREDIT, GONE, ANOTHER_USER],
  [NOTICE, NEVER_MINE],
  [BOUGHT, SOMEONES],
  [FALSE_SUPPORT],
  [IN_ACCOUNT, NEVER_MINE],
  [CANNOT_ENTER, SWAPPED],
  [CONFIRMATIONS, CONFIRMED_NOT_MINE],
];
