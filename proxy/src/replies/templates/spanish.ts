import type { ReplyTone } from '../reply-wording';
import type { ParcelWords, Phrases } from './phrases';

const MONTHS = `enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`.split(' ');
const day = (iso: string): string =>
  `${Number(iso.slice(8, 10))} de ${MONTHS[Number(iso.slice(5, 7)) - 1]} de ${iso.slice(0, 4)}`;
const withCarrier = (carrier: string | undefined): string => (carrier ? ` con ${carrier}` : '');
const state =
  (words: string) =>
  ({ subject, carrier }: ParcelWords): string =>
    `${subject} ${words}${withCarrier(carrier)}.`;

const FORMAL: Phrases = {
  day,
  instant: (iso) => `${day(iso)}, ${iso.slice(11, 16)} UTC`,
  thanks: 'Gracias por su mensaje.',
  personWillAnswer: 'Una persona de nuestro equipo lo leerá y le responderá.',
  sorry: 'Lamentamos leer esto.',
  thanksForPraise: 'Gracias por sus amables palabras.',
  askParcel: '¿De cuál de los paquetes se trata?',
  askItem: '¿De cuál de los artículos se trata?',
  itemsOf: (orderId, titles) => `Artículos de su pedido ${orderId}: ${titles}.`,
  otherOrders: (orderIds) =>
    `También menciona ${orderIds.join(' y ')}. Una persona de nuestro equipo lo leerá y le responderá.`,
  orderNotMatched: (orderId) =>
    `No hemos podido relacionar ${orderId ? `el pedido ${orderId}` : 'un pedido'} con la dirección de correo desde la que escribe. ¿Puede comprobar el número y escribirnos desde la dirección que usó para el pedido?`,
  lookupFailed: (orderId) => `Ahora mismo no hemos podido consultar ${orderId ? `el pedido ${orderId}` : 'el pedido'}.`,
  order: (orderId) => `Su pedido ${orderId}`,
  parcelOf: (index, count) => `Paquete ${index} de ${count}`,
  parcel: {
    out_for_delivery: state('está en reparto'),
    in_transit: state('está en tránsito'),
    picked_up: ({ subject, carrier }) =>
      `${subject} fue recogido por ${carrier ?? 'el transportista'} y está en camino.`,
    customs: state('está en la aduana'),
    delivered: ({ subject, carrier, deliveredOn }) =>
      `${subject} fue entregado${carrier ? ` por ${carrier}` : ''}${deliveredOn ? ` el ${deliveredOn}` : ''}.`,
    delivery_attempted: ({ subject, carrier }) => `${subject}: ${carrier ?? 'el transportista'} intentó la entrega.`,
    delayed: state('está retrasado'),
    exception: state('está retenido'),
    ready_for_pickup: state('está listo para recoger'),
    label_created: ({ subject, carrier }) =>
      `${subject} fue anunciado ${carrier ? `a ${carrier}` : 'al transportista'} y aún no ha sido entregado al transportista.`,
    not_found: ({ subject, carrier }) => `${subject}: ${carrier ?? 'el transportista'} aún no muestra registros.`,
    returning: ({ subject }) => `${subject} está de vuelta a nuestro almacén.`,
    returned: ({ subject }) => `${subject} ha sido devuelto.`,
    cancelled: ({ subject }) => `${subject}: este envío fue cancelado.`,
    unknown: ({ subject }) => `${subject}: no tenemos un estado actual.`,
  },
  expected: (on) => `Entrega prevista: ${on}.`,
  wasExpected: (on) => `Estaba previsto para el ${on}.`,
  reason: (text) => `Motivo según el transportista: ${text}.`,
  contents: (titles) => `Contenido: ${titles}.`,
  trackingNumber: (number) => `Número de seguimiento: ${number}.`,
  follow: (link) => `Puede seguirlo aquí: ${link}`,
  asOf: (instant) => `Estado actualizado: ${instant}.`,
  sentInParcels: (orderId, count) => `Su pedido ${orderId} viaja en ${count} paquetes:`,
  partNotShipped: (titles) => `Una parte del pedido aún no ha sido enviada: ${titles}.`,
  notShipped: (orderId, orderedOn) =>
    `Su pedido ${orderId}${orderedOn ? `, realizado el ${orderedOn},` : ''} aún no ha sido enviado.`,
  cancelled: (orderId, on) => `Su pedido ${orderId} fue cancelado${on ? ` el ${on}` : ''}.`,
  refunded: (amount) => `${amount} fueron reembolsados.`,
  notArrived: 'Si no lo ha recibido, responda a este mensaje.',
  returnUntil: (orderId, deliveredOn, until) =>
    `Su pedido ${orderId} fue entregado el ${deliveredOn}. Puede devolverlo hasta el ${until}.`,
  returnEnded: (orderId, deliveredOn, ended) =>
    `Su pedido ${orderId} fue entregado el ${deliveredOn}. Se podía devolver hasta el ${ended}.`,
  charge: (amount, on) => `- ${amount}${on ? `, cobrado el ${on}` : ''}`,
  chargesOf: (orderId) => `Estos son los cargos del pedido ${orderId}:`,
  refund: (amount, on, isPending) =>
    `- Reembolso${on ? ` del ${on}` : ''}${isPending ? ' (pendiente)' : ''}: ${amount}`,
  refundsOf: (orderId) => `Estos son los reembolsos del pedido ${orderId}:`,
};

const FRIENDLY: Phrases = {
  ...FORMAL,
  thanks: 'Gracias por tu mensaje.',
  personWillAnswer: 'Una persona de nuestro equipo lo leerá y te responderá.',
  thanksForPraise: '¡Muchas gracias por tus amables palabras!',
  itemsOf: (orderId, titles) => `Artículos de tu pedido ${orderId}: ${titles}.`,
  otherOrders: (orderIds) =>
    `También mencionas ${orderIds.join(' y ')}. Una persona de nuestro equipo lo leerá y te responderá.`,
  orderNotMatched: (orderId) =>
    `No hemos podido relacionar ${orderId ? `el pedido ${orderId}` : 'un pedido'} con la dirección de correo desde la que escribes. ¿Puedes comprobar el número y escribirnos desde la dirección que usaste para el pedido?`,
  order: (orderId) => `Tu pedido ${orderId}`,
  follow: (link) => `Puedes seguirlo aquí: ${link}`,
  sentInParcels: (orderId, count) => `Tu pedido ${orderId} viaja en ${count} paquetes:`,
  notShipped: (orderId, orderedOn) =>
    `Tu pedido ${orderId}${orderedOn ? `, realizado el ${orderedOn},` : ''} aún no ha sido enviado.`,
  cancelled: (orderId, on) => `Tu pedido ${orderId} fue cancelado${on ? ` el ${on}` : ''}.`,
  notArrived: 'Si no lo has recibido, responde a este mensaje.',
  returnUntil: (orderId, deliveredOn, until) =>
    `Tu pedido ${orderId} fue entregado el ${deliveredOn}. Puedes devolverlo hasta el ${until}.`,
  returnEnded: (orderId, deliveredOn, ended) =>
    `Tu pedido ${orderId} fue entregado el ${deliveredOn}. Se podía devolver hasta el ${ended}.`,
};

/** The Spanish sentences: `usted` in the formal tone, `tú` in the friendly one. */
export const spanish = (tone: ReplyTone): Phrases => (tone === 'friendly' ? FRIENDLY : FORMAL);
