import type { ReplyLanguage } from '../replies/reply-language';
import type { ReplyTone } from '../replies/reply-wording';

/** What the chat says itself; answers come from the replies. None of these states a fact. */
export interface ChatPhrases {
  greeting: string;
  thanks: string;
  thanksForAnswer: string;
  settled: string;
  goodbye: string;
  unclear: string;
  askOrderNumber: string;
  askOrderNumberAgain: string;
  askEmail: string;
  askEmailAgain: string;
  notMatched: string;
  handoff: string;
  stillWaiting: string;
}

const ENGLISH: ChatPhrases = {
  greeting: 'Hello! How can I help you? You can ask about an order, a return, a payment or a product.',
  thanks: 'You are welcome. Is there anything else I can help you with?',
  thanksForAnswer: 'You are welcome. Just write again if you need anything else.',
  settled: 'I am glad that this is settled. Just write again if you need anything else.',
  goodbye: 'Thank you for your visit. Goodbye!',
  unclear: 'I am not sure I understood you. Is it about an order, a return, a payment or a product?',
  askOrderNumber: 'Which order is it about? Please send me the order number from your confirmation e-mail.',
  askOrderNumberAgain: 'I could not find an order number in your message. Please send me only the number of the order.',
  askEmail: 'Thank you. To protect your data, please send me the e-mail address you used for this order.',
  askEmailAgain:
    'I could not read an e-mail address in your message. Please send me the address you used for this order.',
  notMatched:
    'I could not match this order number with this e-mail address. Please check both and send me the correct ones.',
  handoff: 'I am passing this on to a person from our team. They will read our conversation and answer you.',
  stillWaiting: 'A person from our team will answer you. They can see what you have just written.',
};

const SPANISH: ChatPhrases = {
  greeting: '¡Hola! ¿En qué puedo ayudarle? Puede preguntar por un pedido, una devolución, un pago o un producto.',
  thanks: 'De nada. ¿Puedo ayudarle en algo más?',
  thanksForAnswer: 'De nada. Escríbanos de nuevo si necesita algo más.',
  settled: 'Me alegra que esté resuelto. Escríbanos de nuevo si necesita algo más.',
  goodbye: 'Gracias por su visita. ¡Hasta pronto!',
  unclear: 'No estoy seguro de haberle entendido. ¿Se trata de un pedido, una devolución, un pago o un producto?',
  askOrderNumber: '¿De qué pedido se trata? Envíeme el número de pedido de su correo de confirmación.',
  askOrderNumberAgain: 'No he visto un número de pedido en su mensaje. Envíeme solo el número del pedido.',
  askEmail: 'Gracias. Para proteger sus datos, envíeme la dirección de correo que usó para este pedido.',
  askEmailAgain: 'No he podido leer una dirección de correo en su mensaje. Envíeme la que usó para este pedido.',
  notMatched:
    'No he podido relacionar este número de pedido con esta dirección de correo. Compruebe los dos y envíeme los correctos.',
  handoff: 'Paso su consulta a una persona de nuestro equipo. Leerá nuestra conversación y le responderá.',
  stillWaiting: 'Una persona de nuestro equipo le responderá. Puede ver lo que acaba de escribir.',
};

const SPANISH_WITH_TU: ChatPhrases = {
  ...SPANISH,
  greeting: '¡Hola! ¿En qué puedo ayudarte? Puedes preguntar por un pedido, una devolución, un pago o un producto.',
  thanks: 'De nada. ¿Puedo ayudarte en algo más?',
  thanksForAnswer: 'De nada. Escríbenos de nuevo si necesitas algo más.',
  settled: 'Me alegra que esté resuelto. Escríbenos de nuevo si necesitas algo más.',
  goodbye: 'Gracias por tu visita. ¡Hasta pronto!',
  unclear: 'No estoy seguro de haberte entendido. ¿Se trata de un pedido, una devolución, un pago o un producto?',
  askOrderNumber: '¿De qué pedido se trata? Envíame el número de pedido de tu correo de confirmación.',
  askOrderNumberAgain: 'No he visto un número de pedido en tu mensaje. Envíame solo el número del pedido.',
  askEmail: 'Gracias. Para proteger tus datos, envíame la dirección de correo que usaste para este pedido.',
  askEmailAgain: 'No he podido leer una dirección de correo en tu mensaje. Envíame la que usaste para este pedido.',
  notMatched:
    'No he podido relacionar este número de pedido con esta dirección de correo. Comprueba los dos y envíame los correctos.',
  handoff: 'Paso tu consulta a una persona de nuestro equipo. Leerá nuestra conversación y te responderá.',
  stillWaiting: 'Una persona de nuestro equipo te responderá. Puede ver lo que acabas de escribir.',
};

/** What the chat says; in the friendly tone Spanish says tú. */
export const chatPhrases = ({ language, tone }: { language: ReplyLanguage; tone: ReplyTone }): ChatPhrases =>
  language === 'en' ? ENGLISH : tone === 'friendly' ? SPANISH_WITH_TU : SPANISH;
