import type { Fact } from '../contract/order-context';
import { checkReply } from './check-reply';
import { outForDelivery, sampleOrderContext, splitShipment } from './sample-order-context';

const policy = (id: string, value: string): Fact => ({
  id: `policy.${id}`,
  label: id,
  value,
  kind: 'text',
  source: `policies/en/${id}.md`,
  as_of: null,
});
const RETURNS = policy(
  'returns',
  'You can return an item within 30 days of delivery. A refund takes 5–10 business days.',
);
const SHIPPING = policy(
  'shipping',
  'Standard delivery costs 4.90 EUR. Express delivery costs 11.90 EUR. We ship with UPS and FedEx.',
);
const today = { today: '2026-03-01', customerText: 'Where is order 12345?' };
const facts = outForDelivery().facts;
const delivered = sampleOrderContext({
  parcels: [{ status: 'delivered', delivered_at: '2026-02-27T15:00:00Z' }],
}).facts;
const twoParcels = sampleOrderContext({
  parcels: [
    { status: 'delivered', delivered_at: '2026-02-27T15:00:00Z' },
    { status: 'in_transit', carrier: 'FedEx', tracking_number: '794200123458' },
  ],
}).facts;
const atFrontDoor = sampleOrderContext({
  parcels: [{ status: 'delivered', delivered_at: '2026-02-27T15:00:00Z', delivered_to: 'Front door' }],
}).facts;
const cancelled = sampleOrderContext({
  parcels: [],
  status: 'cancelled',
  cancelledAt: '2026-02-26T10:00:00Z',
}).facts;
const refunded = sampleOrderContext({ paymentStatus: 'refunded', refunded: '49.90 EUR' }).facts;

describe('statements that are in the facts pass, however they are worded', () => {
  it.each([
    ['Your order 12345 is out for delivery with FedEx and is expected today.', facts],
    ['Good news: #12345 is out for delivery. FedEx should deliver it by 1 March.', facts],
    ['Your parcel (7942657890) should arrive on Sunday, March 1st, 2026.', facts],
    ['Your FedEx parcel is on its way and is expected on 01/03/2026.', facts],
    ['You placed the order on February 24 and paid €49.90.', facts],
    ['You ordered it on the 24th of February for 49,90 EUR.', facts],
    ['Your order was delivered on Friday, 27 February 2026.', delivered],
    ['It arrived two days ago, on Friday.', delivered],
    ['Your order has not been delivered yet.', facts],
    ['Su pedido 12345 está en reparto con FedEx y se espera hoy.', facts],
    ['Su pedido fue entregado el viernes 27 de febrero.', delivered],
    ['49.90 EUR has been refunded.', refunded],
    ['We have refunded the 49.90 EUR in full.'.replace(' in full', ''), refunded],
    ['You have thirty days after delivery to return it.', [RETURNS]],
    ['Refunds usually take between 5 and 10 working days.', [RETURNS]],
    ['Express delivery is 11.90 EUR, standard delivery 4.90 EUR.', [SHIPPING]],
    ['You see the refund within 10 business days.', [RETURNS]],
    ['We use FedEx and UPS.', [SHIPPING]],
    ['A colleague will look at your message and get back to you.', []],
    ['Una persona de nuestro equipo lo leerá y le responderá.', []],
    ['Parcel 1 of 2 was delivered by UPS on 27 February. The second parcel is in transit.', splitShipment().facts],
    ['One parcel was delivered, the other is in transit.', splitShipment().facts],
    ['Part of your order has not been shipped yet: Rain Jacket.', splitShipment().facts],
    [
      'The first parcel has been delivered and the second one is on its way; it is expected on Tuesday, 3 March.',
      splitShipment().facts,
    ],
    ['UPS delivered your parcel on 27 February; it was left at: Front door.', atFrontDoor],
    ['The parcel 794200123458 is in transit with FedEx.', twoParcels],
  ] as [string, Fact[]][])('%s', (text, known) => {
    expect(checkReply(text, known, today)).toMatchObject({ passed: true, unsupported: [] });
  });
});

describe('statements that are in no fact fail', () => {
  it.each([
    ['Your order 12346 is out for delivery.', facts, '12346'],
    ['Your order is out for delivery with UPS.', facts, 'UPS'],
    ['Your order is out for delivery with DHL.', facts, 'DHL'],
    ['Your order was delivered.', facts, 'delivered'],
    ['Your order is in transit.', facts, 'in transit'],
    ['Your parcel is expected tomorrow.', facts, 'tomorrow'],
    ['Your parcel is expected on Monday.', facts, 'Monday'],
    ['Your parcel is expected on Monday, 1 March 2026.', facts, 'Monday'],
    ['Your parcel is expected on 24 February.', facts, '24 February'],
    ['Your order was placed on 1 March.', facts, '1 March'],
    ['Your parcel will arrive soon.', facts, 'will arrive'],
    ['Your parcel will arrive by 8 pm.', facts, '8 pm'],
    ['You paid 49.80 EUR.', facts, '49.80 EUR'],
    ['You paid 49.90 USD.', facts, '49.90 USD'],
    ['You paid fifty euros.', facts, 'fifty euros'],
    ['49.90 EUR was refunded.', facts, 'refunded'],
    ['Follow it at https://fedex.example/track.', facts, 'https://fedex.example/track'],
    ['Follow it at fedex.com.evil.co/track', facts, 'fedex.com.evil.co/track'],
    ['Write to help@fedex.com.', facts, 'help@fedex.com'],
    ['Call +49 170 1234567.', facts, '+49 170 1234567'],
    ['The parcel is in Memphis.', facts, 'Memphis'],
    ['Your parcel 1Z999AA10123456784 is out for delivery.', facts, '1Z999AA10123456784'],
    ['Your order was delivered on 28 February 2026.', delivered, '28 February 2026'],
    ['Your order is out for delivery.', delivered, 'out for delivery'],
    ['Your order has not been delivered.', delivered, 'delivered'],
    ['Your order was cancelled.', delivered, 'cancelled'],
    ['Your parcel was lost.', facts, 'lost'],
    ['Delivery confirmed.', facts, 'Delivery confirmed'],
    ['The 49.90 EUR has been returned to your card.', facts, 'returned to your card'],
    ['Your return was accepted.', delivered, 'return was accepted'],
    ['We waived the fee.', facts, 'We waived'],
    ['Your parcel was left with your neighbour.', atFrontDoor, 'was left with'],
    ['The first parcel is on its way and the second one was delivered.', splitShipment().facts, 'delivered'],
    ['You were charged twice.', facts, 'charged twice'],
    ['You have 31 days to return it.', [RETURNS], '31 days'],
    ['You have ٣١ days to return it.', [RETURNS], '31 days'],
    ['You have 3\u200b1 days to return it.', [RETURNS], '31 days'],
    ['Refunds take 5–12 business days.', [RETURNS], '5-12 business days'],
    ['Refunds take 5 days.', [RETURNS], '5 days'],
    ['Express delivery costs 4.90 EUR.', [SHIPPING], '4.90 EUR'],
    ['Refunds take 10 business days.', [RETURNS], '10 business days'],
    ['The payment of 49.90 EUR was cancelled.', cancelled, 'cancelled'],
    ['You ordered 2 of Rain Jacket.', splitShipment().facts, '2'],
    ['You get 10 % off.', [SHIPPING], '10 %'],
    ['Su pedido fue entregado ayer.', facts, 'entregado'],
    ['Su paquete llegará mañana.', facts, 'mañana'],
    ['Your order has been delivered.', splitShipment().facts, 'delivered'],
    ['Your order has been delivered.', twoParcels, 'delivered'],
    ['Parcel 2 was delivered.', splitShipment().facts, 'delivered'],
    ['Parcel 1 is in transit.', splitShipment().facts, 'in transit'],
    ['FedEx delivered it on 27 February.', twoParcels, 'delivered'],
    ['The parcel 794200123458 was delivered.', twoParcels, 'delivered'],
    ['Parcel 3 is in transit.', splitShipment().facts, '3'],
    ['Your order travels in 3 parcels.', splitShipment().facts, '3'],
    ['1Z999AA10123456793 was delivered on 27 February.', splitShipment().facts, 'delivered'],
  ] as [string, Fact[], string][])('%s', (text, known, words) => {
    const check = checkReply(text, known, today);
    expect(check.passed).toBe(false);
    expect(check.unsupported.join('; ')).toContain(words);
  });
});

describe('promises fail', () => {
  it.each([
    'We will refund you.',
    "We'll refund the full amount.",
    'You will get your money back.',
    'You will be refunded within 5 business days.',
    'Your refund will be issued tomorrow.',
    'We are going to credit your card.',
    'We can refund the duplicate charge.',
    'You are entitled to a refund.',
    'I have issued a refund.',
    'Your refund has been processed.',
    'We guarantee delivery.',
    'I promise it is fine.',
    'We will send you a replacement.',
    "I'll send a new one.",
    'You will receive a voucher.',
    'Here is a discount for you.',
    'A new item will be shipped.',
    'It was our mistake.',
    'We have cancelled your order.',
    'We have changed your address.',
    'Your address has been changed.',
    'Le reembolsaremos el importe.',
    'Recibirá su dinero.',
    'Vamos a devolverle el dinero.',
    'Le enviaremos otro artículo.',
    'Ya le hemos enviado otro paquete.',
    'Garantizamos la entrega.',
    'Su reembolso ha sido procesado.',
    'Hemos cancelado su pedido.',
  ])('%s', (text) => {
    expect(checkReply(text, [...facts, RETURNS], today).passed).toBe(false);
  });

  it('of a refund even when a policy file says them word for word, or a refund happened', () => {
    const careless = policy('careless', 'We will refund you within 14 days.');
    expect(checkReply('We will refund you within 14 days.', [careless]).passed).toBe(false);
    expect(checkReply('We will refund you.', refunded).passed).toBe(false);
    expect(checkReply('We have refunded you.', refunded).passed).toBe(true);
  });
});

describe('what is harmless may be said', () => {
  it('repeats a number the customer named, but not one they did not', () => {
    expect(checkReply('We could not find order ORD-777.', [], { customerText: 'my order number 777' }).passed).toBe(
      true,
    );
    expect(checkReply('We could not find order ORD-778.', [], { customerText: 'my order number 777' }).passed).toBe(
      false,
    );
  });
  it('names the customer and the ticket', () => {
    const text = 'Thank you, Lou Reyes. Your reference is [TKT-000123].';
    expect(checkReply(text, [], { names: ['Lou Reyes'], reference: '[TKT-000123]' }).passed).toBe(true);
    expect(checkReply(text, [], { names: ['Lou Reyes'], reference: '[TKT-000124]' }).passed).toBe(false);
  });
  it('takes over a product name with a figure, but not another one', () => {
    expect(checkReply('It contains: Trail Shoe 42.', facts).passed).toBe(true);
    expect(checkReply('It contains: Trail Shoe 43.', facts).passed).toBe(false);
  });
  it('asks without claiming', () => {
    expect(checkReply('Has your parcel been delivered?', []).passed).toBe(true);
  });
});

it('never takes a state from an old scan', () => {
  const scan: Fact = {
    id: 'parcels.0.last_event',
    label: 'Last scan',
    value: 'Out for delivery',
    kind: 'text',
    source: 'UPS',
    as_of: null,
  };
  expect(checkReply('Your order is out for delivery.', [...delivered, scan]).passed).toBe(false);
});

it('does not resolve "tomorrow" without knowing the day', () => {
  expect(checkReply('Your parcel is expected today.', facts).passed).toBe(false);
});
