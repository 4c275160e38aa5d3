import type { MoneyApproval, RefundOrderRequest } from '../../proxy/src/contract/money-action';
import { lineOf, orderOf } from '../../workbench/vendors/scenarios/order-builder';
import { eventProblems } from '../../proxy/src/events/event-problems';
import { approved, calmService, wish } from './calm-service';

const orders = {
  paid: orderOf('930001', { lines: [lineOf(0, 2, 2)] }),
  dollars: orderOf('930002', { lines: [lineOf(0, 1, 1)], currency: 'USD' }),
  unpaid: orderOf('930003', { charges: [], gateway: 'shopify_payments', financialStatus: 'PENDING' }),
};
/** What the order `paid` cost, and so what all that is left of it is. */
const ALL = '99.80';

const desk = () => {
  const service = calmService(Object.values(orders));
  const { actions, time } = service;
  return {
    ...service,
    refund: (number: string, seen: Partial<MoneyApproval>, more: Partial<RefundOrderRequest> = {}) =>
      actions.refund(wish(number, { ...more, ...approved(time, seen) }), 'row'),
    cancel: (number: string, seen: Partial<MoneyApproval>) => actions.cancel(wish(number, approved(time, seen)), 'row'),
  };
};

describe('More than the approver saw', () => {
  it.each<[string, string, Partial<MoneyApproval>, Partial<RefundOrderRequest>]>([
    ['all that is left, when less was left', '930001', { amount: '99.79' }, {}],
    ['an amount that was raised on the row afterwards', '930001', { amount: '5.00' }, { amount: '50.00' }],
    ['the same number in another currency', '930002', { amount: '49.90', currency: 'EUR' }, {}],
    ['something, when nothing was to be given back', '930001', { amount: '0' }, {}],
    ['when what they saw is a part of a cent', '930001', { amount: '99.805' }, {}],
  ])('is not given back: %s', async (_what, number, seen, more) => {
    const { refund, stored } = desk();
    expect(await refund(number, seen, more)).toMatchObject({ state: 'refused', refusal: 'amount_changed' });
    expect(stored.actions()).toEqual([]);
  });

  it('is not given back with a cancellation either', async () => {
    const { cancel, stored } = desk();
    expect(await cancel('930001', { amount: '49.90' })).toMatchObject({ refusal: 'amount_changed' });
    expect(stored.actions()).toEqual([]);
  });
});

it.each<[string, Partial<MoneyApproval>]>([
  ['just that', { amount: ALL, currency: 'EUR' }],
  ['just that, in the order’s currency', { amount: ALL }],
  ['just that, in no currency', { amount: ALL, currency: '' }],
  ['just that, in small letters', { amount: '99.8', currency: 'eur' }],
  ['more than there is now', { amount: '120.00', currency: 'EUR' }],
])('what the approver saw may be given back: %s', async (_what, seen) => {
  const { refund, stored } = desk();
  expect(await refund('930001', seen)).toMatchObject({ state: 'done', amount: { amount: ALL, currency: 'EUR' } });
  const [event] = stored.events().filter(({ type }) => type === 'money.approved');
  expect(event!.payload).toMatchObject({
    amount_seen: seen.amount,
    ...(seen.currency && { currency_seen: seen.currency }),
  });
  expect(eventProblems(event!)).toEqual([]);
});

it('an order nobody paid is cancelled for an approver who saw nothing to give back', async () => {
  expect(await desk().cancel('930003', { amount: '0' })).toMatchObject({ state: 'running' });
});

it('a key that started a refund starts no cancellation, and does not pass for one', async () => {
  const { actions, time } = desk();
  const request = wish('930001', approved(time));
  expect(await actions.refund(request, 'row')).toMatchObject({ state: 'done' });
  await expect(actions.cancel(request, 'row')).rejects.toMatchObject({ code: 'RCC_KEY_REUSED' });
});

describe('Who asks does not approve, under whatever spelling of their address', () => {
  it.each([
    'Agent@Example.COM',
    ' agent@example.com',
    'agent+lead@example.com',
    'agent\u200b@example.com',
    'ａgent@example.com',
  ])('%j', async (address) => {
    const { refund, stored } = desk();
    const approvers = [{ address, level: 'senior' as const }];
    expect(await refund('930001', { decided_by: address }, { approvers })).toMatchObject({
      refusal: 'approver_is_requester',
    });
    const unasked = calmService(Object.values(orders));
    expect(await unasked.actions.refund(wish('930001', { approvers }), 'row')).toMatchObject({
      refusal: 'no_approver',
    });
    expect(stored.actions()).toEqual([]);
  });
});

it.each(['head+desk@example.com', '\u212Aim@example.com', 'head@example.com.', 'head@example.com;x@example.com'])(
  'a spelling that only resembles a named approver approves nothing: %j',
  async (decided_by) => {
    const approvers = ['head@example.com', 'kim@example.com'].map((address) => ({ address, level: 'senior' as const }));
    expect(await desk().refund('930001', { decided_by }, { approvers })).toMatchObject({
      refusal: 'approver_not_allowed',
    });
  },
);

it('a decision at an instant no clock knows approves nothing', async () =>
  expect(await desk().refund('930001', { decided_at: '2026-03-15T23:59:60Z' })).toMatchObject({
    refusal: 'approval_expired',
  }));
