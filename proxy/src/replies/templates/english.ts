import type { ReplyTone } from '../reply-wording';
import type { ParcelWords, Phrases } from './phrases';

const MONTHS = `January February March April May June July August September October November December`.split(' ');
const day = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
const withCarrier = (carrier: string | undefined): string => (carrier ? ` with ${carrier}` : '');
const theCarrier = (carrier: string | undefined): string => carrier ?? 'the carrier';
const state =
  (words: string) =>
  ({ subject, carrier }: ParcelWords): string =>
    `${subject} ${words}${withCarrier(carrier)}.`;
const noStatus = ({ subject }: ParcelWords): string => `${subject}: we have no current status.`;

const FORMAL: Phrases = {
  day,
  instant: (iso) => `${day(iso)}, ${iso.slice(11, 16)} UTC`,
  thanks: 'Thank you for your message.',
  personWillAnswer: 'A person from our team will look at it and answer you.',
  sorry: 'We are sorry to read this.',
  thanksForPraise: 'Thank you for your kind words.',
  askParcel: 'Which of the parcels is it about?',
  askItem: 'Which of the items is it about?',
  itemsOf: (orderId, titles) => `Items of your order ${orderId}: ${titles}.`,
  otherOrders: (orderIds) =>
    `You also named ${orderIds.join(' and ')}. A person from our team will look at that and answer you.`,
  orderNotMatched: (orderId) =>
    `We could not match ${orderId ? `order ${orderId}` : 'an order'} with the e-mail address you wrote from. Could you please check the number and write to us from the address you used for the order?`,
  lookupFailed: (orderId) => `We could not look up ${orderId ? `order ${orderId}` : 'the order'} just now.`,
  order: (orderId) => `Your order ${orderId}`,
  parcelOf: (index, count) => `Parcel ${index} of ${count}`,
  parcel: {
    out_for_delivery: state('is out for delivery'),
    in_transit: state('is in transit'),
    picked_up: ({ subject, carrier }) => `${subject} was picked up by ${carrier ?? 'the carrier'} and is on its way.`,
    customs: state('is in customs clearance'),
    delivered: ({ subject, carrier, deliveredOn }) =>
      `${subject} was delivered${carrier ? ` by ${carrier}` : ''}${deliveredOn ? ` on ${deliveredOn}` : ''}.`,
    delivery_attempted: ({ subject, carrier }) => `${subject}: ${theCarrier(carrier)} attempted delivery.`,
    delayed: state('is delayed'),
    exception: state('is held up on the way'),
    ready_for_pickup: state('is ready for pickup'),
    label_created: ({ subject, carrier }) =>
      `${subject} was announced to ${carrier ?? 'the carrier'} and has not been handed over yet.`,
    not_found: ({ subject, carrier }) => `${subject}: ${theCarrier(carrier)} does not show any scans yet.`,
    returning: state('is on its way back to us'),
    returned: ({ subject }) => `${subject} was returned to us.`,
    cancelled: ({ subject }) => `${subject}: this shipment was cancelled.`,
    unknown: noStatus,
  },
  expected: (on) => `Expected delivery: ${on}.`,
  wasExpected: (on) => `It was expected on ${on}.`,
  reason: (text) => `Reason given by the carrier: ${text}.`,
  contents: (titles) => `Contents: ${titles}.`,
  trackingNumber: (number) => `Tracking number: ${number}.`,
  follow: (link) => `You can follow it here: ${link}`,
  asOf: (instant) => `Status as of ${instant}.`,
  sentInParcels: (orderId, count) => `Your order ${orderId} travels in ${count} parcels:`,
  partNotShipped: (titles) => `Part of the order has not been shipped yet: ${titles}.`,
  notShipped: (orderId, orderedOn) =>
    `Your order ${orderId}${orderedOn ? `, placed on ${orderedOn},` : ''} has not been shipped yet.`,
  cancelled: (orderId, on) => `Your order ${orderId} was cancelled${on ? ` on ${on}` : ''}.`,
  refunded: (amount) => `${amount} was refunded.`,
  notArrived: 'If it has not reached you, please reply to this message.',
  returnUntil: (orderId, deliveredOn, until) =>
    `Your order ${orderId} was delivered on ${deliveredOn}. You can return it until ${until}.`,
  returnEnded: (orderId, deliveredOn, ended) =>
    `Your order ${orderId} was delivered on ${deliveredOn}. It could be returned until ${ended}.`,
  charge: (amount, on) => `- ${amount}${on ? `, charged on ${on}` : ''}`,
  chargesOf: (orderId) => `These are the charges for order ${orderId}:`,
  refund: (amount, on, isPending) => `- Refund${on ? ` of ${on}` : ''}${isPending ? ' (pending)' : ''}: ${amount}`,
  refundsOf: (orderId) => `These are the refunds for order ${orderId}:`,
};

const FRIENDLY: Phrases = {
  ...FORMAL,
  thanks: 'Thanks for your message.',
  personWillAnswer: 'Somebody from our team will look at it and answer you.',
  thanksForPraise: 'Thanks so much for your kind words!',
  orderNotMatched: (orderId) =>
    `We couldn't match ${orderId ? `order ${orderId}` : 'an order'} with the e-mail address you wrote from. Could you check the number and write to us from the address you used for the order?`,
  lookupFailed: (orderId) => `We couldn't look up ${orderId ? `order ${orderId}` : 'the order'} just now.`,
  otherOrders: (orderIds) =>
    `You also named ${orderIds.join(' and ')}. Somebody from our team will look at that and answer you.`,
  notArrived: "If it hasn't reached you, just reply to this message.",
};

/** The English sentences. */
export const english = (tone: ReplyTone): Phrases => (tone === 'friendly' ? FRIENDLY : FORMAL);
