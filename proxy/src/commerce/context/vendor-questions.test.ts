import { questionsAbout } from './vendor-questions';

const nothing = { kind: 'order' as const, orderId: null, shopId: null, trackingNumber: null, chargeId: null };

it.each([
  ['an order', { vendor: 'shopify' as const, orderId: 'ORD-1001-UK' }, ['#1001-UK', 'order of parcel']],
  ['an order that is not named', { vendor: 'shopify' as const }, ['order', 'order of parcel']],
  ['a charge', { vendor: 'stripe' as const, orderId: 'ORD-12345', chargeId: 'ch_1' }, ['12345', 'ch_1']],
  ['a refund, which names no order', { vendor: 'stripe' as const, chargeId: 'ch_1' }, ['payments', 'ch_1']],
  ['a parcel', { vendor: 'ups' as const, trackingNumber: '1Z204W4R0308071865' }, ['1Z204W4R0308071865']],
])('after a change of %s the right questions are asked anew', (_name, change, words) => {
  expect(questionsAbout({ ...nothing, ...change })).toEqual(words);
});
