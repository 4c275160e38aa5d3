import type { Sample } from './client/page-data';

const CUSTOMER = 'customer@example.com';

const mail = (subject: string, text: string, from = CUSTOMER) => ({ channel: 'email' as const, from, subject, text });
const chat = (text: string, from = CUSTOMER) => ({ channel: 'chat' as const, from, text });

/** Messages to pick from: the three documented scenarios first, then what else can happen. */
export const samples: Sample[] = [
  {
    id: 'order-tracking',
    group: 'documented',
    title: 'Where is order 12345?',
    shows: 'Shop and carrier are asked, the answer is sent.',
    message: mail('Where is order 12345?', 'Where is order 12345?'),
  },
  {
    id: 'return',
    group: 'documented',
    title: 'How do I return my order?',
    shows: 'Answered from the returns policy, no person needed.',
    message: chat('How do I return my order?'),
  },
  {
    id: 'double-charge',
    group: 'documented',
    title: 'URGENT: Double charged!!',
    shows: 'Critical and negative: the payments team takes it, nothing is promised.',
    message: mail('URGENT: Double charged!!', 'I was charged twice!'),
  },
  {
    id: 'split-shipment',
    group: 'more',
    title: 'Where is the rest of order 12346?',
    shows: 'Two parcels in different states, one line not yet shipped.',
    message: mail('Where is the rest of order 12346?', 'Where is the rest of my order 12346?'),
  },
  {
    id: 'weather-delay',
    group: 'more',
    title: 'Parcel held up by the weather',
    shows: 'The carrier reports an exception.',
    message: mail('Where is my order 12353?', 'My order 12353 should have been here by now. Where is it?'),
  },
  {
    id: 'denied-delivery',
    group: 'more',
    title: 'Delivered, but never received',
    shows: 'The carrier says delivered, the customer says no: a person decides.',
    message: mail('Order 12352 never arrived', 'The tracking says delivered, but I never received order 12352.'),
  },
  {
    id: 'foreign-order',
    group: 'more',
    title: "Somebody else's order",
    shows: 'Order 20001 belongs to another address: nothing is revealed.',
    message: mail('Where is order 20001?', 'Please tell me where order 20001 is.'),
  },
  {
    id: 'spanish',
    group: 'more',
    title: '¿Dónde está mi pedido 12345?',
    shows: 'The same question in Spanish.',
    message: mail('¿Dónde está mi pedido 12345?', 'Hola, ¿dónde está mi pedido 12345? Gracias.'),
  },
  {
    id: 'not-found',
    group: 'more',
    title: 'An order that does not exist',
    shows: 'Order 99999 is not known to the shop.',
    message: mail('Order 99999', 'Where is my order 99999?'),
  },
  {
    id: 'shop-throttled',
    group: 'more',
    title: 'The shop throttles us',
    shows: 'Order 5001: the shop has no time for us, so a person gets the ticket.',
    message: mail('Where is order 5001?', 'Where is order 5001?'),
  },
  {
    id: 'auto-reply',
    group: 'more',
    title: 'Out of office',
    shows: 'Written by a machine: on record, but no ticket and no answer.',
    message: {
      ...mail('Automatic reply: Your order', 'I am out of the office until Monday.'),
      automatic: true,
    },
  },
  {
    id: 'product-question',
    group: 'more',
    title: 'Do you ship to Ireland?',
    shows: 'A question for the policy pages, in the chat.',
    message: chat('Do you ship to Ireland and what does it cost?', ''),
  },
];
