import {
  type CancelOrderRequest,
  REFUSALS,
  type RefundOrderRequest,
  type Refusal,
} from '../../proxy/src/contract/money-action';
import { createMoneyActions } from '../../proxy/src/commerce/actions/create-money-actions';
import { openMoneyPolicy } from '../../proxy/src/commerce/actions/money-policy';
import { projectFile } from '../../proxy/src/project-file';
import { journeys } from '../../workbench/vendors/scenarios/journeys';
import { chargeOf, lineOf, orderOf, OTHER_CUSTOMER, shipmentOf } from '../../workbench/vendors/scenarios/order-builder';
import { APPROVERS, approved, calmService, lineId, wish } from './calm-service';

const policy = openMoneyPolicy(projectFile('proxy/policies/money.json'), (error) => {
  throw error;
})();
const CHARGED = lineOf(0, 2);
const disputed = {
  dispute: { status: 'needs_response', reason: 'fraudulent', daysAgo: 1, dueInDays: 7, refundable: false },
};
const orders = {
  plain: orderOf('900001', { lines: [{ ...CHARGED, unfulfilled: 2 }] }),
  foreign: orderOf('900002', { customer: OTHER_CUSTOMER }),
  cancelled: orderOf('900003', { cancelled: { daysAgo: 2, reason: 'CUSTOMER' } }),
  shipped: orderOf('900004', { shipments: [shipmentOf('900004', 0, 'ups', journeys.inTransit)] }),
  refunded: orderOf('900005', {
    lines: [lineOf(0)],
    refunds: [{ minor: 4990, daysAgo: 2 }],
    charges: [chargeOf('900005', 0, 4990, { refunds: [{ minor: 4990, daysAgo: 2, status: 'succeeded' }] })],
  }),
  unpaid: orderOf('900006', { charges: [], gateway: 'shopify_payments', financialStatus: 'PENDING' }),
  disputed: orderOf('900007', { lines: [lineOf(0)], charges: [chargeOf('900007', 0, 4990, disputed)] }),
  dear: orderOf('900009', { lines: [lineOf(1, 20)] }),
  paidElsewhere: orderOf('900010', { charges: [], gateway: 'manual' }),
};

const { actions, stored, world, time } = calmService(Object.values(orders));
let keys = 0;
const key = () => `refusal-${(keys += 1)}`;
const refund = (number: string, more: Partial<RefundOrderRequest> = {}) => actions.refund(wish(number, more), key());
const cancel = (number: string, more: Partial<CancelOrderRequest> = {}) => actions.cancel(wish(number, more), key());
const line = (quantity: number, position = 0) => ({ line_id: lineId(orders.plain, position), quantity });

const cases: [Refusal, string, () => ReturnType<typeof refund>][] = [
  ['order_not_found', 'an order nobody knows', () => refund('999999')],
  ['order_not_found', 'an order number that is none', () => refund('the last one')],
  ['not_the_customers_order', 'somebody else’s order', () => refund('900002')],
  ['already_cancelled', 'an order that is cancelled', () => cancel('900003')],
  ['already_shipped', 'an order that is on its way', () => cancel('900004')],
  ['already_refunded', 'an order that was given back', () => refund('900005')],
  ['nothing_to_refund', 'an order that was never paid', () => refund('900006')],
  ['amount_too_high', 'more than was paid', () => refund('900001', { amount: '99.81' })],
  ['amount_too_high', 'more than the lines are worth', () => refund('900001', { amount: '49.91', lines: [line(1)] })],
  ['amount_invalid', 'nothing', () => refund('900001', { amount: '0.00' })],
  ['amount_invalid', 'a part of a cent', () => refund('900001', { amount: '1.005' })],
  ['currency_differs', 'another currency', () => refund('900001', { amount: '10', currency: 'USD' })],
  ['line_unknown', 'a line of another order', () => refund('900001', { lines: [line(1, 7)] })],
  ['line_quantity', 'more pieces than were bought', () => refund('900001', { lines: [line(3)] })],
  ['line_quantity', 'the same line twice', () => refund('900001', { lines: [line(1), line(1)] })],
  ['dispute_open', 'a payment the bank looks at', () => refund('900007')],
  ['dispute_open', 'a cancellation while the bank looks at it', () => cancel('900007')],
  ['above_every_limit', 'more than anybody may approve', () => refund('900009')],
  [
    'no_approver',
    'nobody who may approve so much',
    () => refund('900009', { amount: '500', approvers: APPROVERS.slice(0, 1) }),
  ],
  [
    'no_approver',
    'only the one who asks',
    () => refund('900001', { approvers: [{ address: 'AGENT@example.com', level: 'senior' }] }),
  ],
  [
    'approver_not_allowed',
    'somebody who is not named',
    () => refund('900001', approved(time, { decided_by: 'x@example.com' })),
  ],
  [
    'approver_not_allowed',
    'somebody of too low a level',
    () => refund('900009', { amount: '500', ...approved(time, { decided_by: 'lead@example.com' }) }),
  ],
  [
    'approver_is_requester',
    'the one who asks, as who decided',
    () => refund('900001', { requested_by: 'head@example.com', ...approved(time) }),
  ],
  [
    'approval_expired',
    'an old approval',
    () => refund('900001', approved(time, { decided_at: '2026-03-01T09:00:00Z' })),
  ],
  [
    'approval_expired',
    'one of tomorrow',
    () => refund('900001', approved(time, { decided_at: '2026-03-17T09:00:00Z' })),
  ],
  ['amount_changed', 'more than the approver saw', () => refund('900001', approved(time, { amount: '99.79' }))],
  ['not_approved', 'a rejection', () => refund('900001', approved(time, { outcome: 'Reject' }))],
  ['not_approved', 'two answers at once', () => refund('900001', approved(time, { outcome: 'Approve, Reject' }))],
  ['payment_not_found', 'a payment that is not at Stripe', () => refund('900010')],
  ['payment_not_found', 'the same, to be cancelled', () => cancel('900010')],
];

describe('Nothing is sent and nothing is stored for', () => {
  it.each(cases)('%s: %s', async (refusal, _what, ask) => {
    const answer = await ask();
    expect(answer).toMatchObject({ state: 'refused', refusal, steps: [], replayed: false, retry_after_seconds: null });
    expect(answer.message).toMatch(/^[A-Z0-9].*\.$/);
    expect(stored.actions()).toEqual([]);
    for (const order of Object.values(orders)) {
      expect(world.state.historyOf(order)).toMatchObject({ chargeRefunds: [], shopRefunds: [], cancellation: null });
    }
  });
});

it('a vendor without a key is no reason to wait: the setting is named and nobody is asked again', async () => {
  const withoutShop = createMoneyActions({
    store: stored,
    policy: () => policy,
    now: time.now,
    answerWithinMs: 1000,
  });
  const answer = await withoutShop.refund(wish('900001'), key());
  expect(answer).toMatchObject({
    state: 'refused',
    refusal: 'not_set_up',
    needs_person: true,
    retry_after_seconds: null,
  });
  expect(answer.message).toContain('SHOPIFY_ACCESS_TOKEN is missing');
});

describe('A refusal says what helps:', () => {
  it.each<[string, () => ReturnType<typeof refund>, string]>([
    ['a number that is none', () => refund('hello'), 'Give one such as ORD-12345.'],
    ['a wrong currency', () => refund('900001', { currency: 'USD' }), '(currency)'],
    ['another outcome', () => refund('900001', approved(time, { outcome: 'Approved' })), 'the word Approve'],
    ['a label', () => cancel('900004'), 'The order has a shipment'],
  ])('%s', async (_what, ask, words) => expect((await ask()).message).toContain(words));
});

it('an empty currency is the order’s', async () => {
  expect(await refund('900001', { amount: '1', currency: '' })).toMatchObject({ state: 'approval_needed' });
});

/** Those that come of the age of an order, of another action, and of a vendor have tests of their own. */
const ELSEWHERE: Refusal[] = ['too_late', 'other_action_running', 'vendor_refused', 'not_set_up'];

it('every refusal has a case', () => {
  expect(new Set([...cases.map(([refusal]) => refusal), ...ELSEWHERE])).toEqual(new Set(REFUSALS));
});
