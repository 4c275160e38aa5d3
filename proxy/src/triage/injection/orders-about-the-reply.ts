import { signalPatterns } from '../priority/signal-pattern';

/**
 * Orders about what the shop says: sentences put into its mouth or into what staff read. Asking for a fact is none
 * ("please state in your answer the delivery week", "confirm that order 12345 is cancelled").
 */
export const ORDERS_ABOUT_THE_REPLY = signalPatterns`
  (?:write|say|state|claim|declare|announce|promise|assert|admit|mention)\b (?:\w+ )?(?:in|into|at the (?:start|end|top|bottom) of) (?:your|the) (?:\w+ )?(?:reply|replies|answers?|response|summary|internal note|agent note|case notes?|ticket notes?)\b(?: (?:to|for) \w+(?: \w+)?)?,? ?(?:that (?!you (?:have|are|will|got|received))|:|")
  (?:in|at the (?:start|end|top) of) (?:your|the) (?:next |first |final |automatic |written )?(?:reply|answer|response|summary)\b(?: (?:to|for) (?:me|us|the (?:agent|team|staff|customer|colleague)s?))?,? ?(?:please |you (?:must|should|will|shall|have to) |just |kindly )*(?:say|state|write|claim|promise|declare|announce|admit)(?: clearly| also| again)? ?(?:that\b|:|")
  (?:note|record|enter|log|document|write)\b (?:down )?(?:in (?:the|my) (?:file|record|system|log|notes|case|ticket) )?that (?:a |the |my |your |our )?(?:courier|driver|supervisor|manager|boss|colleague|agent|shop) (?:has |have |had )?(?:\w+ )?(?:admitted|agreed|approved|promised|authori[sz]ed|allowed)\b(?=.{0,20}$|[^.?!]{0,40}[.!])(?<=(?:please|just|only|and|^|[.!;:]) ?(?:note|record|enter|log|document|write)\b[^.?!]{0,80})
  fill (?:in |out )?the fields? "[^"\n]{2,30}" with\b
  (?:tell|inform|assure|promise|notify) (?:the|this) (?:customer|user|sender|client) that\b
  (?:repl(?:y|ies)|answer|respond) (?:to (?:me|this) )?(?:back )?(?:only |just )?(?:with|using) (?:(?:the|these|this|those|exactly|only|precisely|following|exact|same|literal) )+(?:words?|sentences?|phrases?|texts?|lines?|strings?|token)\b
  (?:repl(?:y|ies)|answer|respond) (?:only |just |simply |always )?(?:with )?"(?!(?:yes|no)")[^"\n]{1,60}"(?! or\b)|(?:repl(?:y|ies)|answer|respond|output) (?:only )?in (?:json|xml|yaml|base64|rot13|morse)\b
  confirm acceptance\b|your (?:reply|answer|response) (?:has to|must|shall|will|should) (?:say|state|promise|read|claim)(?: that\b|:| ")
  you (?:must|shall|are to|will|have to) (?:now |always |also |only )*(?:state|say|write|claim|promise|declare|announce|reply|answer)\b(?: to me)?(?: in (?:the|your|this) (?:reply|answer|response|summary))? (?:that (?:the|i|my|delivery|shipping|returns?|a|every\w*|all|we)\b|")
  you (?:must|shall|will|have to|should|need to) (?:\w+ )?(?:state|say|write|claim|promise|declare|announce) in (?:the|your) (?:reply|answer|response) that\b
  (?:speak|reply|apologi[sz]e|respond|answer|sign) (?:to me )?as (?:the |your |our )?(?:shops? |companys? |stores? )?(?:ceo|director|founder|managing director)\b
  (?:reply|answer|response|say) (?:with )?(?:yes|of course|approved) to (?:every|all|each|any|whatever|everything)\b
  (?:di|diga|escribe|escriba|pon|ponga|afirma|promete)\b (?:\w+ )?(?:en|al (?:final|principio) de) (?:tu|su|la|vuestra) (?:\w+ )?(?:respuesta|contestacion|resumen)\b,? ?(?:que|:|")
  en (?:tu|su|la|vuestra) (?:proxima )?(?:respuesta|contestacion),? ?(?:debes |tienes que |por favor )*(?:di|diga|escribe|escriba|afirma|promete|decir|escribir|afirmar)\b ?(?:que|:|")
  (?:dile|diganle|informa|asegura) (?:al client[ea]|a la client[ea]|a este cliente|al usuario) que\b|(?:tu|su) respuesta (?:debe|tiene que) (?:decir|empezar)\b|debes (?:decir|escribir|responder|afirmar) que\b|(?:responde|responda|contesta)\w{0,2} (?:exactamente )?con (?:estas|las siguientes|esta|la siguiente) (?:palabras?|frase)|escribe que (?:ya )?(?:lo|la|me) (?:autorizo|aprobo|autorizaron|reembols\w*)
  (?:dis|dites|ecris|ecrivez|affirme[rz]?|promets|promettez)\b (?:\w+ )?(?:dans|au debut de|a la fin de) (?:ta|votre|la|le) (?:\w+ )?(?:reponse|resume)\b,? ?(?:que?\b|:|")
  dans (?:ta|votre|la|le) (?:\w+ )?(?:reponse|resume)\b[^.?!]{0,30},? (?:tu dois |vous devez )?(?:dis|dites|ecris|ecrivez|ecrire|dire|affirme[rz]?|promets|promettez)\b ?(?:que?\b|:|")
  (?:dis|dites|annonce[rz]?|assure[rz]?) (?:au client|a la cliente|a ce client|a l utilisateur) que?\b|(?:tu dois|vous devez) (?:dire|ecrire|affirmer) que?\b|(?:reponds|repondez) (?:exactement|mot pour mot|avec (?:les|ces) mots)
  (?:schreib\w*|sag\w*|behaupte|erwahn\w*)\b (?:\w+ )?(?:in|am (?:anfang|ende)) (?:deine[rmn]?|ihre[rmn]?|die|der) (?:\w+ )?(?:antwort|zusammenfassung)\b(?: \w+)?,? ?(?:dass|:|")
  in (?:deiner|ihrer|der) (?:nachsten )?(?:antwort|zusammenfassung)\b[^.?!]{0,30}\b(?:schreib\w*|sagst|sag|behaupte\w*|versprich)\b[^.?!]{0,10}(?:dass|:|")
  (?:sag|sage|teile|schreib|schreibe|versichere) (?:dem|der|diesem) (?:kunden|kundin|nutzer)\b[^.?!]{0,10},? dass\b|du (?:musst|sollst) (?:\w+ )?(?:sagen|schreiben|antworten|behaupten),? dass\b|antworte (?:exakt|wortlich|mit (?:den|diesen|folgenden) (?:worten|wort|satz))
`;
