import type { RefundOrderRequest } from '../../contract/money-action';
import { moneyOfMinor } from '../money';
import type { DuplicateCharge } from '../stripe/duplicate-charge';
import { approvalAsked, type KnownFacts } from './approval-details';
import type { PaymentSource } from './payment-sources';
import type { Plan } from './plan';

const request = {
  requester_email: 'customer@example.com',
  order_id: '12345',
  reason: 'Broken',
  requested_by: 'agent@example.com',
  approvers: [{ address: 'lead@example.com', level: 'standard' }],
} as RefundOrderRequest;
const stripe: PaymentSource = { by: 'stripe', id: 'ch_1', gateway: 'stripe', paid: 5000, left: 5000, paidAt: null };

const planOf = (
  more: Partial<Plan>,
  { returnStatus = null, duplicates = [] }: { returnStatus?: string | null; duplicates?: unknown[] } = {},
) =>
  ({
    kind: 'refund',
    order: {
      order: {
        name: '#12345',
        createdAt: '2026-03-01T09:00:00.000Z',
        fulfillmentStatus: 'fulfilled',
        customerName: null,
        lines: [],
        total: moneyOfMinor(5000, 'EUR'),
        returnStatus,
      },
      lines: [],
      refunds: [],
    },
    orderId: 'ORD-12345',
    currency: 'EUR',
    minor: 5000,
    parts: [{ source: stripe, minor: 5000 }],
    recorded: 5000,
    lines: [],
    level: 'standard',
    paid: { sources: [stripe], trouble: null, disputed: false, duplicates: duplicates as DuplicateCharge[] },
    ...more,
  }) as unknown as Plan;

const NOTHING: KnownFacts = { findings: [], parcels: [] };
/** The rows of the details that begin with a label. */
const rows = (label: string, plan: Plan, known: KnownFacts | null = NOTHING) =>
  approvalAsked(plan, request, known)
    .details.split('\n')
    .filter((row) => row.startsWith(`- **${label}:**`))
    .map((row) => row.slice(`- **${label}:** `.length));

describe('The approver is told what the shop takes down', () => {
  const given = 'Stripe gives 50.00 EUR back to the payment of 50.00 EUR.';
  it.each<[string, Partial<Plan>, string[]]>([
    ['the whole', {}, [given, 'The shop takes the refund down.']],
    [
      'a part of it',
      { recorded: 2000 },
      [given, 'The shop takes 20.00 EUR of it down. The rest was paid above the price of the order.'],
    ],
    [
      'nothing of it',
      { recorded: 0 },
      [given, 'The shop takes nothing of it down: it was paid above the price of the order.'],
    ],
    [
      'what the shop did not give back itself',
      {
        recorded: 2000,
        parts: [
          { source: stripe, minor: 2000 },
          { source: { ...stripe, by: 'shop', gateway: 'gift' }, minor: 3000 },
        ],
      },
      [
        'Stripe gives 20.00 EUR back to the payment of 50.00 EUR.',
        'The shop gives 30.00 EUR back through gift.',
        'The shop takes 20.00 EUR of it down.',
      ],
    ],
    [
      'a cancellation without a payment',
      { kind: 'cancellation', minor: 0, recorded: 0, parts: [] },
      ['The shop cancels the order.'],
    ],
  ])('%s', (_what, more, told) => expect(rows('Will be done', planOf(more))).toEqual(told));
});

describe('The approver is told to mind', () => {
  it('money given back that failed, without being told that it comes', () => {
    const evidence = ['A refund of 9.00 EUR of 2026-03-02 failed; the money is not coming.'];
    const [told] = rows('Mind', planOf({}), {
      ...NOTHING,
      findings: [{ code: 'refund_pending', confidence: 'high', evidence }],
    });
    expect(told).toMatch(/^Money given back before has not arrived\. .*not coming/);
    expect(told).not.toContain('on its way');
  });

  it('an open return, but none that is closed', () => {
    expect(rows('Mind', planOf({}, { returnStatus: 'in_progress' }))).toEqual(['A return is under way.']);
    for (const returnStatus of ['no_return', 'returned', null])
      expect(rows('Mind', planOf({}, { returnStatus }))).toEqual([]);
  });

  it('a parcel that came back', () => {
    const parcels = ['returned', 'delivered'].map((status) => ({ carrier: 'UPS', tracking_number: '1Z1', status }));
    expect(rows('Mind', planOf({}), { ...NOTHING, parcels: parcels as KnownFacts['parcels'] })).toEqual([
      'The parcel UPS 1Z1 came back to the sender.',
    ]);
  });

  it.each<[string | null, string | null, number]>([
    ['12345', '12345', 1],
    ['12345', null, 1],
    ['12345', '12346', 0],
    ['12344', '12345', 0],
  ])('a payment taken twice for this order: %s and %s', (first, second, told) => {
    const charge = (orderNumber: string | null) => ({ id: 'ch_x', orderNumber, total: moneyOfMinor(5000, 'EUR') });
    const duplicate = { earlier: charge(first), later: charge(second), minutesApart: 2, confidence: 'high' };
    const minded = rows('Mind', planOf({}, { duplicates: [duplicate] }));
    expect(minded.filter((row) => row.startsWith('Looks charged twice'))).toHaveLength(told);
  });
});
