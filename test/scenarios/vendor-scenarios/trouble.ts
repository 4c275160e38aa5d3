import type { OrderContext } from '../../../proxy/src/contract/order-context';
import { TROUBLE_CUSTOMER } from '../../../workbench/vendors/scenarios/order-builder';
import { FAULT_KINDS, type FaultKind } from '../../../workbench/vendors/scenarios/scenario-order';
import type { ScenarioCase, ScenarioRow } from './scenario-row';
import { CUSTOMER, looked, tell } from './tell';
import { inOwnWorld, NOW, type World } from './world';

const VENDORS = ['shopify', 'fedex', 'ups', 'stripe'] as const;
type Vendor = (typeof VENDORS)[number];

/** Troubles that nobody can tell from a vendor that takes its time. */
const ENDLESS: readonly FaultKind[] = ['slow', 'drip', 'never'];
/** Shorter than the wait a throttled shop asks for, so that the wait is told and not slept. */
const BEFORE_THE_WAIT = { deadlineMs: 9000 };

/** The reserved order about which a vendor misbehaves in a way. */
const orderAbout = (vendor: Vendor, kind: FaultKind) =>
  String(5101 + 100 * VENDORS.indexOf(vendor) + FAULT_KINDS.indexOf(kind));

const told = (context: OrderContext) =>
  `${tell(context, 'missing')}${context.found ? `; there: ${there(context)}` : ''}`;

const there = ({ parcels, payments }: OrderContext) =>
  [
    'order',
    ...parcels.map(({ source }) => `parcel by ${source === 'Shopify' ? 'the shop' : source}`),
    ...payments.map(() => 'charge'),
  ].join(', ');

/** The answer that lacks the part of a vendor. */
function missing(vendor: Vendor, code: string): string {
  if (vendor === 'shopify')
    return `unavailable; The shop gave no answer about the order.; order missing (shopify ${code})`;
  if (vendor === 'stripe') return `payment missing (stripe ${code}); there: order, parcel by UPS`;
  return `parcel missing (${vendor} ${code}); there: order, parcel by the shop, charge`;
}

const NAMES: Record<Vendor, string> = { shopify: 'Shopify', fedex: 'FedEx', ups: 'UPS', stripe: 'Stripe' };

/** One case for each vendor: what is missing when it misbehaves, and what is there all the same. */
const trouble = (
  kind: FaultKind,
  does: string,
  code: string,
  expected: string,
  given: Partial<Record<Vendor, string>> = {},
) =>
  VENDORS.map((vendor): ScenarioCase => {
    const order_id = orderAbout(vendor, kind);
    return {
      sandbox: `Order ${order_id}: ${given[vendor] ?? `${NAMES[vendor]} ${does}`}.`,
      expected: vendor === 'shopify' ? WITHOUT_SHOP : expected,
      result: missing(vendor, code),
      answer: async ({ freshService }) => {
        const limits = kind === 'rate_limited' && vendor === 'shopify' ? BEFORE_THE_WAIT : {};
        const service = freshService({ ...limits, ...(ENDLESS.includes(kind) ? { impatientWith: vendor } : {}) });
        return told(await service.orderContext({ requester_email: TROUBLE_CUSTOMER.email, order_id }));
      },
    };
  });

const ONLY_ITS_PART = 'Only this vendor’s part is missing, with the reason.';
const WITHOUT_SHOP = 'Nobody can be verified: nothing is revealed, with the reason.';
const IN_TIME = 'Each attempt ends in time; only this part is missing.';

/** Vendors that misbehave. */
export const troubleRows: ScenarioRow[] = [
  {
    number: 22,
    title: 'Rate limits',
    cases: [
      ...trouble('rate_limited', 'answers 429', 'RATE_LIMITED', 'Bounded retries, then an answer without that part.', {
        shopify: 'Shopify answers 200 with THROTTLED and its cost figures',
        fedex: 'FedEx answers 429, over the daily quota',
      }),
      {
        sandbox: 'FedEx comes over its daily quota a minute after it was asked about order 12353.',
        expected: 'The older answer is shown and marked as such.',
        result:
          'FedEx delayed expected 2026-03-11: Local weather delay - Delivery not attempted; parcel of fedex as of 2026-03-10T12:00:00.000Z',
        answer: () => {
          const clock = { now: NOW };
          return inOwnWorld(
            async ({ sandboxes, freshService }) => {
              const service = freshService({ memory: { freshMs: 1000, staleMs: 3_600_000 } });
              const look = () => service.orderContext({ requester_email: CUSTOMER, order_id: '12353' });
              await look();
              clock.now = new Date(NOW.getTime() + 60_000);
              sandboxes.setFault('fedex', { kind: 'rate_limited' });
              const context = await look();
              const [older] = context.degraded;
              return `${tell(context, 'parcels')}; ${older?.part} of ${older?.vendor} as of ${older?.shown_as_of}`;
            },
            () => clock.now,
          );
        },
      },
      {
        sandbox:
          'The same with a wait: Shopify’s figures say 10 s, UPS sends Retry-After 60, FedEx names midnight GMT.',
        expected: 'The wait is passed on instead of slept.',
        result: 'shopify 10 s, ups 60 s, fedex 43200 s',
        answer: async ({ freshService }) => {
          const waits = ['5001', '5003', '5002'].map(async (order_id) => {
            const { degraded } = await freshService(order_id === '5001' ? BEFORE_THE_WAIT : {}).orderContext({
              requester_email: CUSTOMER,
              order_id,
            });
            return degraded.map(({ vendor, retry_after_seconds: wait }) => `${vendor} ${wait} s`).join();
          });
          return (await Promise.all(waits)).join(', ');
        },
      },
    ],
  },
  {
    number: 24,
    title: '5xx JSON, 502 HTML, empty body',
    cases: [
      ...trouble('server_error', 'answers 500 with its own error body', 'UNAVAILABLE', ONLY_ITS_PART),
      ...trouble('html', 'answers 502 with a page of a gateway', 'UNAVAILABLE', ONLY_ITS_PART),
      ...trouble('empty', 'answers 200 with an empty body', 'BAD_RESPONSE', ONLY_ITS_PART),
    ],
  },
  {
    number: 25,
    title: 'Slow, dripping, silent, cut off',
    cases: [
      ...trouble('slow', 'sends its headers after a minute', 'TIMEOUT', IN_TIME),
      ...trouble('drip', 'drips its body', 'TIMEOUT', IN_TIME),
      ...trouble('never', 'never answers', 'TIMEOUT', IN_TIME),
      ...trouble('reset', 'cuts the connection within the body', 'UNAVAILABLE', ONLY_ITS_PART),
    ],
  },
  {
    number: 26,
    title: 'Malformed JSON with 200',
    cases: trouble('garbage', 'answers 200 with half a JSON text', 'BAD_RESPONSE', 'A bad answer, typed as such.'),
  },
  {
    number: 27,
    title: 'Expired token',
    cases: [
      ...trouble('unauthorized', 'refuses every credential', 'UNAUTHORIZED', ONLY_ITS_PART),
      {
        sandbox: 'UPS refuses its token once; ten questions are asked at once.',
        expected: 'One refresh heals all of them.',
        result: '10 of 10 complete, 2 tokens',
        answer: () =>
          inOwnWorld(async ({ sandboxes, commerce }) => {
            await commerce.orderContext({ requester_email: CUSTOMER, order_id: '12358' });
            sandboxes.setFault('ups', { kind: 'unauthorized', times: 1 });
            const numbers = ['12358', '12359', '12354', '12352', '12348', '12360', '12372', '12374', '12382', '12369'];
            const contexts = await Promise.all(
              numbers.map((order_id) => commerce.orderContext({ requester_email: CUSTOMER, order_id })),
            );
            return `${contexts.filter(({ degraded }) => degraded.length === 0).length} of 10 complete, ${tokensOf(sandboxes, 'ups')} tokens`;
          }),
      },
      {
        sandbox: 'The carriers’ clocks run five hours ahead, so their tokens end before the service thinks so.',
        expected: 'One refresh each.',
        result: '2 of 2 complete, 2 UPS tokens, 2 FedEx tokens',
        answer: () => {
          const clock = { now: NOW };
          return inOwnWorld(
            async ({ sandboxes, commerce }) => {
              const look = (order_id: string) => commerce.orderContext({ requester_email: CUSTOMER, order_id });
              await Promise.all(['12358', '12345'].map(look));
              clock.now = new Date(NOW.getTime() + 5 * 3_600_000);
              const contexts = await Promise.all(['12359', '12353'].map(look));
              const complete = contexts.filter(({ degraded }) => degraded.length === 0).length;
              return `${complete} of 2 complete, ${tokensOf(sandboxes, 'ups')} UPS tokens, ${tokensOf(sandboxes, 'fedex')} FedEx tokens`;
            },
            () => NOW,
            () => clock.now,
          );
        },
      },
    ],
  },
  {
    number: 28,
    title: 'Partial GraphQL',
    cases: [
      {
        sandbox: 'Order 12403: data without customer, with an ACCESS_DENIED error about it.',
        expected: 'The order is answered without the customer’s name.',
        result: 'delivered, paid 138.90 EUR; nothing missing; name withheld',
        answer: async (world) => {
          const { order } = await world.commerce.orderContext({ requester_email: CUSTOMER, order_id: '12403' });
          return `${await looked('12403', 'order', 'missing')(world)}; name ${order?.customer_name ?? 'withheld'}`;
        },
      },
    ],
  },
  {
    number: 32,
    title: 'Outage of one vendor',
    cases: VENDORS.map((vendor) => ({
      sandbox: `${NAMES[vendor]} refuses every connection.`,
      expected: vendor === 'shopify' ? WITHOUT_SHOP : 'All other parts are answered.',
      result:
        vendor === 'stripe' ? missing(vendor, 'UNAVAILABLE').replace('UPS', 'FedEx') : missing(vendor, 'UNAVAILABLE'),
      answer: () =>
        inOwnWorld(async ({ sandboxes, freshService }) => {
          sandboxes.setFault(vendor, { kind: 'down' });
          const order_id = vendor === 'ups' ? '12358' : '12345';
          return told(await freshService().orderContext({ requester_email: CUSTOMER, order_id }));
        }),
    })),
  },
];

const tokensOf = (sandboxes: World['sandboxes'], carrier: 'ups' | 'fedex') =>
  sandboxes.calls().filter(({ vendor, path, status }) => vendor === carrier && path.includes('oauth') && status === 200)
    .length;
