import fc from 'fast-check';
import type { Fact, OrderContext } from '../../proxy/src/contract/order-context';
import { demoOrders } from '../../workbench/vendors/scenarios/demo-orders';
import type { ScenarioOrder } from '../../workbench/vendors/scenarios/scenario-order';
import { startServiceOnSandboxes, type ServiceOnSandboxes } from './service-on-sandboxes';

const OWNER = 'customer@example.com';
const owned = demoOrders.filter(
  ({ customer, guest, shipments, charges }) =>
    customer.email === OWNER && !guest && shipments.length > 0 && charges.length > 0,
);

let service: ServiceOnSandboxes;
beforeAll(async () => {
  // Every question is asked anew, so that the vendors asked can be counted; older answers are kept for their failures.
  service = await startServiceOnSandboxes({ VENDOR_ANSWER_FRESH_SECONDS: '0', VENDOR_ANSWER_KEPT_MINUTES: '60' });
}, 60_000);
afterAll(() => service.close());
afterEach(() => service.sandboxes.setFault('shopify', null));

/** What an attacker may know: everything printed on a parcel or a receipt. */
interface Known {
  number: string;
  parcel: string;
  charge: string;
  postcode: string;
}
const knownOf = ({ number, shipments, charges, customer }: ScenarioOrder): Known => ({
  number,
  parcel: shipments[0]!.trackingNumber,
  charge: charges[0]!.id,
  postcode: customer.zip,
});

let turn = 0;
const money = (email: string, order: Known) => ({
  requester_email: email,
  order_id: order.number,
  reason: 'It never came.',
  requested_by: 'agent@shop.example',
  approvers: [{ address: 'senior@shop.example', level: 'senior' }],
});
const message = (email: string, text: string) => ({
  channel: 'email',
  text,
  customer_email: email,
  look_up_order: true,
});
const chat = (email: string, text: string) => {
  turn += 1;
  return { conversation_id: `c${turn}`, message_id: `m${turn}`, text, requester_email: email };
};

/** Every operation that may reveal something of an order, and every way to name one to it. */
const ways: Record<string, (email: string, order: Known) => Promise<unknown>> = {
  'GetOrderContext by order number': (requester_email, { number }) =>
    service.post('/v1/orders/context', { requester_email, order_id: number }),
  'GetOrderContext by order number and postcode': (requester_email, { number, postcode }) =>
    service.post('/v1/orders/context', { requester_email, order_id: number, postcode }),
  'GetOrderContext by parcel number': (requester_email, { parcel }) =>
    service.post('/v1/orders/context', { requester_email, tracking_number: parcel }),
  TrackShipment: (requester_email, { parcel }) =>
    service.post('/v1/shipments/track', { requester_email, tracking_number: parcel }),
  'TrackShipment with the carrier': (requester_email, { parcel }) =>
    service.post('/v1/shipments/track', { requester_email, tracking_number: parcel, carrier: 'ups' }),
  GetCharge: (requester_email, { charge }) =>
    service.post('/v1/charges/look-up', { requester_email, charge_id: charge }),
  AnswerChat: (email, { number, postcode }) =>
    service.post('/v1/chats/answer', { ...chat(email, `Where is order ${number}?`), postcode }),
  'AnswerChat about money': (email, { number }) =>
    service.post('/v1/chats/answer', chat(email, `I was charged twice for order ${number}!`)),
  'CreateTicket by order number': (email, { number }) =>
    service.post('/v1/tickets', message(email, `Where is order ${number}?`)),
  'CreateTicket by parcel number': (email, { parcel }) =>
    service.post('/v1/tickets', message(email, `Where is my parcel ${parcel}?`)),
  DraftReply: async (email, order) =>
    service.post('/v1/replies/draft', {
      channel: 'email',
      intent: 'order_tracking',
      text: `Where is order ${order.number}?`,
      order_id: order.number,
      order_context: await ways['GetOrderContext by order number']!(email, order),
    }),
  RefundOrder: (email, order) => service.post('/v1/orders/refund', money(email, order)),
  CancelOrder: (email, order) => service.post('/v1/orders/cancel', money(email, order)),
};

/** Facts that are words of nobody else: not dates, states and carriers, which other texts have as well. */
const TELLING: readonly Fact['kind'][] = ['text', 'number', 'amount', 'place', 'link'];

const secrets = new Map<string, string[]>();

async function secretsOf(order: Known): Promise<string[]> {
  const found = secrets.get(order.number);
  if (found) return found;
  const context = (await service.post('/v1/orders/context', {
    requester_email: OWNER,
    order_id: order.number,
  })) as unknown as OrderContext;
  expect(context.verification).toBe('verified');
  const brought = JSON.stringify(['ORD-', order]);
  const told = context.facts
    .filter(({ kind, value }) => TELLING.includes(kind) && value.length > 3 && !value.includes(order.number))
    .map(({ value }) => value)
    .filter((value) => !brought.includes(value));
  expect(told.length).toBeGreaterThan(2);
  secrets.set(order.number, told);
  return told;
}

/** Addresses that are not the owner's, however much they look like it or talk to the shop's search. */
const strangers = fc.constantFrom(
  'other@example.com',
  'customer@example.co',
  'xcustomer@example.com',
  'cust.omer@example.com',
  'customer+shop@example.com',
  'customer@example.com.example.net',
  'customer@example.com, other@example.com',
  '\u0441ustomer@example.com', // a Cyrillic letter
  'c\u00FAstomer@example.com',
  '\uFF43ustomer@example.com', // a full-width letter
  'customer@\u212Bxample.com',
  'customer@example.com\u200B',
  '*@example.com',
  '***',
  '   ',
  '"" OR email:*',
  'customer@example.com" OR email:"',
  'email:customer@example.com',
  '%',
);

describe.each(Object.keys(ways))('%s', (operation) => {
  const ask = ways[operation]!;

  it('tells a stranger nothing of an order, asks no carrier for one, and logs no address', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...owned), strangers, async (order, stranger) => {
        const known = knownOf(order);
        const told = await secretsOf(known);
        let answer: unknown;
        const asked = await service.vendorsAsked(async () => (answer = await ask(stranger, known)));
        const text = JSON.stringify(answer);
        expect(told.filter((secret) => text.includes(secret))).toEqual([]);
        expect(text).not.toContain('RCC_NOT_FOUND');
        // Whose charge it is only its own order number tells.
        const allowed = operation === 'GetCharge' ? ['shopify', 'stripe'] : ['shopify'];
        expect(asked.filter((vendor) => !allowed.includes(vendor))).toEqual([]);
      }),
      { numRuns: 12 },
    );
    expect(service.logged()).not.toMatch(/customer@example|other@example/);
  });

  it('tells a stranger nothing of what is kept for the case that the shop fails', async () => {
    const known = knownOf(owned[0]!);
    const told = await secretsOf(known);
    service.sandboxes.setFault('shopify', { kind: 'garbage' });
    const text = JSON.stringify(await ask('other@example.com', known));
    expect(told.filter((secret) => text.includes(secret))).toEqual([]);
    const context = await service.post('/v1/orders/context', { requester_email: OWNER, order_id: known.number });
    expect(context).toMatchObject({ verification: 'verified', degraded: [{ vendor: 'shopify' }] });
  });
});

describe('The owner', () => {
  it.each(['customer@example.com', ' Customer@Example.COM ', 'CUSTOMER@EXAMPLE.COM'])(
    'is the same person in any case of letters: %j',
    async (requester_email) => {
      const context = await service.post('/v1/orders/context', { requester_email, order_id: '12345' });
      expect(context.verification).toBe('verified');
    },
  );

  it('is shown an order by each way that names it', async () => {
    const known = knownOf(owned.find(({ number }) => number === '12345')!);
    for (const way of Object.keys(ways).filter((name) => /^(GetOrderContext|TrackShipment$|GetCharge)/.test(name)))
      expect([way, await ways[way]!(OWNER, known)]).toMatchObject([way, { found: true, verification: 'verified' }]);
    expect(await ways['CreateTicket by order number']!(OWNER, known)).toMatchObject({ order_context: { found: true } });
    expect(await ways.AnswerChat!(OWNER, known)).toMatchObject({ action: 'answer' });
    expect(await ways.RefundOrder!(OWNER, known)).toMatchObject({ state: 'approval_needed' });
  });
});

describe('An order number', () => {
  it.each([
    '12345" OR name:"#20001',
    '#12345 OR name:*',
    'name:#12345',
    '12345*',
    '*',
    '#',
    '12345\\',
    "12345' OR '1'='1",
  ])('is a number or nothing: %j finds no order, and only a number reaches the shop', async (order_id) => {
    const context = await service.post('/v1/orders/context', { requester_email: OWNER, order_id });
    expect(context).toMatchObject({ found: false, verification: 'not_found' });
  });

  it('does not exist, or belongs to somebody else: a chat says the same words', async () => {
    const say = async (number: string) =>
      (await service.post('/v1/chats/answer', chat('other@example.com', `Where is order ${number}?`))) as {
        reply: string;
      };
    expect((await say('12345')).reply).toBe((await say('99999')).reply);
  });
});
