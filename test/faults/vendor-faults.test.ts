import type { Fact, OrderContext } from '../../proxy/src/contract/order-context';
import type { FaultKind, VendorName } from '../../workbench/vendors/scenarios/scenario-order';
import { TICKET_STATUS } from '../desk/desk-words';
import { openProduct, type MailCase, type TestProduct } from '../product/open-product';
import { brokenChatPromises, brokenMailPromises } from './broken-promises';

/** Short, so that a vendor that never answers does not hold the tests up. */
const DEADLINES = { ORDER_CONTEXT_DEADLINE_MS: '1600', VENDOR_ATTEMPT_TIMEOUT_MS: '450' };
/** Nothing is remembered of the undisturbed answers, so that a fault shows at once and whole. */
const FORGETFUL = { VENDOR_ANSWER_FRESH_SECONDS: '0', VENDOR_ANSWER_KEPT_MINUTES: '0' };
const ENVIRONMENT = { ...DEADLINES, ...FORGETFUL };
/** A vendor that failed often is left alone this long (see the breaker of the vendor clients). */
const REST_MS = 5_000;

/** The kinds, each with the code by which the missing part is named. */
const CODES = {
  down: 'RCC_UPSTREAM_UNAVAILABLE',
  slow: 'RCC_UPSTREAM_TIMEOUT',
  garbage: 'RCC_UPSTREAM_BAD_RESPONSE',
  rate_limited: 'RCC_UPSTREAM_RATE_LIMITED',
  reset: 'RCC_UPSTREAM_UNAVAILABLE',
  html: 'RCC_UPSTREAM_UNAVAILABLE',
  server_error: 'RCC_UPSTREAM_UNAVAILABLE',
  empty: 'RCC_UPSTREAM_BAD_RESPONSE',
} satisfies Partial<Record<FaultKind, string>>;
type Kind = keyof typeof CODES;
const KINDS = Object.keys(CODES) as Kind[];
const VENDORS = ['shopify', 'ups', 'fedex', 'stripe'] as const satisfies readonly VendorName[];
type Vendor = (typeof VENDORS)[number];

const emailOf = (order: number) => `customer${order}@example.com`;

/** Orders in transit, FedEx's or UPS's, that nobody has asked about yet. */
function* ordersOf(carrier: 'ups' | 'fedex'): Generator<number, never> {
  for (let order = 30_000; ; order += 1) if (order % 10 < 5 && (order % 3 === 0) === (carrier === 'fedex')) yield order;
}
const upsOrders = ordersOf('ups');
const fedexOrders = ordersOf('fedex');
const nextOrder = (vendor: Vendor): number => (vendor === 'fedex' ? fedexOrders : upsOrders).next().value;

/** What the undisturbed product says about an order. */
interface Undisturbed {
  order: number;
  facts: Fact[];
  charges: { id: string; amount: string }[];
}

const tracking = (order: number) => ({
  from: emailOf(order),
  subject: 'My order',
  body: `Where is order ${order}?`,
});
const chatTurn = (order: number) => ({ text: `Where is order ${order}?`, email: emailOf(order) });
const contextOf = ({ ticket }: MailCase) => JSON.parse(String(ticket?.rcc_ordercontext)) as OrderContext;

async function askUndisturbed(product: TestProduct, vendor: Vendor): Promise<Undisturbed> {
  const order = nextOrder(vendor);
  const { answer, events } = await product.chat(chatTurn(order));
  const { facts, action } = answer.body as { facts: string; action: string };
  expect(action).toBe('answer');
  const lookedUp = events.find(({ type }) => type === 'context.looked_up')?.payload as unknown as OrderContext;
  expect(lookedUp.degraded).toEqual([]);
  const charges = lookedUp.payments.map(({ charge_id, total }) => ({ id: charge_id, amount: total.amount }));
  return { order, facts: JSON.parse(facts) as Fact[], charges };
}

const day = (iso: string) =>
  new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What only this vendor could have told about the order: not what the customer or the shop knows as well. */
function withheld({ facts, charges }: Undisturbed, vendor: Vendor): string[] {
  if (vendor === 'stripe') return charges.flatMap(({ id, amount }) => [id, amount]);
  const source = { shopify: null, ups: 'UPS', fedex: 'FedEx' }[vendor];
  const texts = facts
    .filter((fact) => {
      const isKnownToCustomer = fact.kind === 'carrier' || fact.id === 'order.number';
      const isShopsToo = source !== null && (fact.kind === 'number' || fact.kind === 'link');
      return !isKnownToCustomer && !isShopsToo && (source === null || fact.source === source);
    })
    .flatMap(({ value, kind, as_of }) => [
      ...(kind === 'date' ? [value, day(value)] : [value]),
      ...(as_of ? [`as of ${day(as_of)}`] : []),
    ]);
  expect(texts.length).toBeGreaterThan(2);
  return texts;
}

describe.each(VENDORS)('While %s', (vendor) => {
  let product: TestProduct;
  const undisturbed = new Map<string, Undisturbed>();

  beforeAll(async () => {
    product = await openProduct({ environment: ENVIRONMENT });
    for (const kind of KINDS) undisturbed.set(kind, await askUndisturbed(product, vendor));
  }, 120_000);
  afterAll(() => product.close());
  afterEach(() => product.product.sandboxes.setFault(vendor, null));

  it.each(KINDS)('has the fault "%s", a mail ends answered or queued, once, and the record names it', async (kind) => {
    const known = undisturbed.get(kind)!;
    product.product.sandboxes.setFault(vendor, { kind });
    const first = await product.mail(tracking(known.order));
    expect(brokenMailPromises(first, [])).toEqual([]);
    expect(first.runs.map(({ status }) => status)).toEqual(['Succeeded']);

    const { degraded } = contextOf(first);
    expect(degraded.map((part) => part.vendor)).toEqual([vendor]);
    // A vendor that rests after many failures counts as not to be had; on a busy machine the deadline may come first.
    expect([CODES[kind], 'RCC_UPSTREAM_UNAVAILABLE', 'RCC_UPSTREAM_TIMEOUT']).toContain(degraded[0]?.code);
    expect(first.events.find(({ type }) => type === 'context.looked_up')?.payload.degraded).toEqual(degraded);

    // Where an order is can be said without the payment provider, and not without any of the others.
    if (vendor === 'stripe') expect(first.ticket?.statuscode).toBe(TICKET_STATUS.answered);
    else {
      expect(first.ticket?.statuscode).toBe(TICKET_STATUS.unassigned);
      expect(String(first.ticket?.rcc_reviewreasons).split('; ')).toContain('context_degraded');
    }
    expect(first.sent).toHaveLength(1);
    expect(withheld(known, vendor).filter((text) => first.sent[0]!.body.includes(text))).toEqual([]);

    const second = await product.mail({ ...tracking(known.order), internetMessageId: first.messageId });
    expect(second.sent).toHaveLength(1);
    expect(second.ticket?.statuscode).toBe(first.ticket?.statuscode);
  });

  it.each(KINDS.slice(0, 4))('has the fault "%s", a chat is answered or handed over', async (kind) => {
    const known = undisturbed.get(kind)!;
    product.product.sandboxes.setFault(vendor, { kind });
    const found = await product.chat(chatTurn(known.order));
    expect(brokenChatPromises(found, [])).toEqual([]);
    const { action, reply, handoff } = found.answer.body as { action: string; reply: string; handoff: string };
    expect(action).toBe(vendor === 'stripe' ? 'answer' : 'handoff');
    if (action === 'handoff') expect(handoff).toContain('context_degraded');
    expect(withheld(known, vendor).filter((text) => reply.includes(text))).toEqual([]);
  });
});

describe('While Stripe has a fault, a complaint about a payment', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await openProduct({ environment: ENVIRONMENT });
  });
  afterAll(() => product.close());

  it.each(KINDS)('is queued for a person with the missing part named: %s', async (kind) => {
    const order = nextOrder('stripe');
    product.product.sandboxes.setFault('stripe', { kind });
    const found = await product.mail({ ...tracking(order), body: `I was charged twice for order ${order}!` });
    expect(brokenMailPromises(found, [])).toEqual([]);
    expect(found.ticket?.statuscode).toBe(TICKET_STATUS.unassigned);
    expect(contextOf(found)).toMatchObject({ payments: [], degraded: [{ part: 'payment', vendor: 'stripe' }] });
    expect(found.sent[0]?.body).not.toMatch(/refund|charge|paid/i);
  });
});

it('A vendor that failed often is left alone for a while and answered from again once it is back', async () => {
  const product = await openProduct({ environment: ENVIRONMENT });
  const { sandboxes } = product.product;
  const askBoth = async () => [
    await product.mail(tracking(nextOrder('ups'))),
    await product.mail(tracking(nextOrder('fedex'))),
  ];
  try {
    // The shop comes first in every look-up: it fails last, so that the others are asked at all.
    for (const vendor of ['ups', 'fedex', 'stripe'] as const) sandboxes.setFault(vendor, { kind: 'server_error' });
    for (let round = 0; round < 4; round += 1) await askBoth();
    sandboxes.setFault('shopify', { kind: 'server_error' });
    for (let round = 0; round < 4; round += 1) await askBoth();
    for (const vendor of VENDORS) sandboxes.setFault(vendor, null);

    const [resting] = await askBoth();
    expect(contextOf(resting!).degraded.map(({ message }) => message)).toEqual([
      'shopify does not answer properly at the moment.',
    ]);
    expect(resting!.ticket?.statuscode).toBe(TICKET_STATUS.unassigned);

    await new Promise((resolve) => setTimeout(resolve, REST_MS + 200));
    for (const found of await askBoth()) {
      expect(contextOf(found).degraded).toEqual([]);
      expect(found.ticket?.statuscode).toBe(TICKET_STATUS.answered);
    }
  } finally {
    await product.close();
  }
}, 120_000);
