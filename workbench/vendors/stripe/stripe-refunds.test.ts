import fc from 'fast-check';
import { askStripe } from '../exchanges.fixture';
import { chargeOf, orderOf } from '../scenarios/order-builder';
import type { ScenarioCharge } from '../scenarios/scenario-order';
import { createVendorState, type VendorChange } from '../state/vendor-state';
import { createStripeStandIn } from './stripe-stand-in';

const PAID = 4990;
const HOUR_MS = 3_600_000;

/** Stripe with one order of 49.90 paid by the charge ch_3RCC1000000, and a clock to be moved. */
function stripeWith(charge: Partial<ScenarioCharge> = {}) {
  const clock = { now: new Date('2026-03-10T12:00:00Z') };
  const order = orderOf('100000', { charges: [chargeOf('100000', 0, PAID, charge)] });
  const state = createVendorState(() => clock.now, [order]);
  const ask = askStripe(createStripeStandIn(state));
  const id = order.charges[0]!.id;
  return {
    clock,
    state,
    id,
    ...ask,
    refund: (form: Record<string, string> = {}, ...rest: [key?: string, fault?: { kind: 'saved_error' }]) =>
      ask.post('/v1/refunds', { charge: id, ...form }, ...rest),
    charge: () => ask.get(`/v1/charges/${id}`).body,
  };
}

describe('a refund at Stripe', () => {
  it('shows on the charge, in the lists and under its id', () => {
    const { refund, charge, get, id } = stripeWith();
    const form = { amount: '1000', reason: 'requested_by_customer', 'metadata[rcc_action]': 'key-1' };
    const { status, body } = refund(form);
    expect(status).toBe(200);
    expect(body).toMatchObject({ object: 'refund', amount: 1000, currency: 'eur', charge: id, status: 'succeeded' });
    expect(body.metadata).toEqual({ rcc_action: 'key-1' });
    expect(charge()).toMatchObject({ amount: PAID, amount_refunded: 1000, refunded: false });
    expect(refund().body.amount).toBe(PAID - 1000);
    expect(charge()).toMatchObject({ amount_refunded: PAID, refunded: true });
    expect(get(`/v1/refunds/${body.id}`).body).toEqual(body);
    expect(get('/v1/refunds', { charge: id }).body.data.map(({ amount }: { amount: number }) => amount)).toEqual([
      PAID - 1000,
      1000,
    ]);
    const expanded = get(`/v1/charges/${id}`, { 'expand[]': 'refunds' }).body;
    expect(expanded.refunds).toMatchObject({ object: 'list', data: [{}, { id: body.id }] });
    const intent = get(`/v1/payment_intents/${charge().payment_intent}`, { 'expand[0]': 'latest_charge' }).body;
    expect(intent).toMatchObject({ status: 'succeeded', latest_charge: { amount_refunded: PAID } });
  });

  it('is found by its payment intent too', () => {
    const { post, charge } = stripeWith();
    expect(post('/v1/refunds', { payment_intent: charge().payment_intent }).body).toMatchObject({ amount: PAID });
  });

  it.each([
    [{ amount: String(PAID + 1) }, 400, { param: 'amount', message: expect.stringMatching(/49\.91 EUR.*49\.90 EUR/) }],
    [{ amount: '0' }, 400, { param: 'amount', code: 'parameter_invalid_integer' }],
    [{ amount: '10.50' }, 400, { param: 'amount', code: 'parameter_invalid_integer' }],
    [{ reason: 'because' }, 400, { param: 'reason' }],
    [{ note: 'x' }, 400, { param: 'note', code: 'parameter_unknown' }],
    [{ charge: 'ch_nobody' }, 404, { param: 'charge', code: 'resource_missing' }],
  ])('with %j is refused with status %d', (form, status, error) => {
    const { refund, charge } = stripeWith();
    const reply = refund(form);
    expect(reply).toMatchObject({ status, body: { error: { type: 'invalid_request_error', ...error } } });
    expect(reply.headers?.['request-id']).toMatch(/^req_/);
    expect(charge().amount_refunded).toBe(0);
  });

  it.each([
    [{ refunds: [{ minor: PAID, daysAgo: 1, status: 'succeeded' }] }, 'charge_already_refunded'],
    [
      { dispute: { status: 'needs_response', reason: 'fraudulent', daysAgo: 1, dueInDays: 5, refundable: false } },
      'charge_disputed',
    ],
  ] as [Partial<ScenarioCharge>, string][])('of a charge with %j is refused: %s', (charge, code) =>
    expect(stripeWith(charge).refund()).toMatchObject({ status: 400, body: { error: { code } } }),
  );

  it('of a failed charge is refused', () =>
    expect(stripeWith({ status: 'failed' }).refund()).toMatchObject({ status: 400 }));

  it('that fails later has given nothing back', () => {
    const { refund, charge, clock, get } = stripeWith({ newRefunds: { pendingSeconds: 60, end: 'failed' } });
    const { body } = refund({ amount: '1000' });
    expect(body.status).toBe('pending');
    expect(charge().amount_refunded).toBe(1000);
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect(get(`/v1/refunds/${body.id}`).body).toMatchObject({ status: 'failed', failure_reason: expect.any(String) });
    expect(charge().amount_refunded).toBe(0);
  });

  it('is told of, and so is its end', () => {
    const { refund, state } = stripeWith({ newRefunds: { pendingSeconds: 60, end: 'succeeded' } });
    const heard: VendorChange[] = [];
    const end = state.onChange((change) => heard.push(change));
    const { id } = refund().body;
    end();
    refund();
    const change = { vendor: 'stripe', orderNumber: '100000', objectId: id };
    expect(heard).toEqual([
      { ...change, kind: 'refund', at: new Date('2026-03-10T12:00:00Z') },
      { ...change, kind: 'refund_ended', at: new Date('2026-03-10T12:01:00Z') },
    ]);
  });

  it('never gives back more than was paid, whatever is asked for', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: PAID }), { maxLength: 12 }), (amounts) => {
        const { refund, charge, get, id } = stripeWith();
        let left = PAID;
        for (const amount of amounts) {
          const { status } = refund({ amount: String(amount) });
          expect(status).toBe(amount <= left ? 200 : 400);
          if (status === 200) left -= amount;
        }
        expect(charge().amount_refunded).toBe(PAID - left);
        const listed = get('/v1/refunds', { charge: id, limit: '100' }).body.data as { id: string; amount: number }[];
        expect(listed.reduce((sum, { amount }) => sum + amount, 0)).toBe(PAID - left);
        expect(new Set(listed.map((one) => one.id)).size).toBe(listed.length);
      }),
    ));
});

describe('a key at Stripe', () => {
  it('brings the saved answer again, marked as such, for 24 hours', () => {
    const { refund, charge, clock } = stripeWith();
    const first = refund({ amount: '1000' }, 'key');
    const again = refund({ amount: '1000' }, 'key');
    expect(again).toMatchObject({ status: 200, headers: { 'idempotent-replayed': 'true' }, body: first.body });
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
    expect(charge().amount_refunded).toBe(1000);
    clock.now = new Date(clock.now.getTime() + 24 * HOUR_MS);
    expect(refund({ amount: '1000' }, 'key').body.id).not.toBe(first.body.id);
    expect(charge().amount_refunded).toBe(2000);
  });

  it('with other parameters is refused', () => {
    const { refund } = stripeWith();
    refund({ amount: '1000' }, 'key');
    expect(refund({ amount: '1001' }, 'key')).toMatchObject({
      status: 400,
      body: { error: { type: 'idempotency_error' } },
    });
  });

  it('of a request still at work is refused, and answered afterwards', () => {
    const { post, clock, id, charge } = stripeWith();
    const send = (delayMs?: number) =>
      post('/v1/refunds', { charge: id }, 'key', delayMs === undefined ? undefined : { kind: 'slow', delayMs });
    expect(send(5000).status).toBe(200);
    expect(send()).toMatchObject({ status: 409, body: { error: { code: 'idempotency_key_in_use' } } });
    clock.now = new Date(clock.now.getTime() + 5000);
    expect(send()).toMatchObject({ status: 200, headers: { 'idempotent-replayed': 'true' } });
    expect(charge().amount_refunded).toBe(PAID);
  });

  it.each([
    ['saved_error', 0],
    ['saved_error_after_effect', PAID],
  ] as const)('keeps a 500 of %s, after which %d were given back', (kind, givenBack) => {
    const { post, id, charge } = stripeWith();
    expect(post('/v1/refunds', { charge: id }, 'key', { kind }).status).toBe(500);
    expect(post('/v1/refunds', { charge: id }, 'key')).toMatchObject({
      status: 500,
      headers: { 'idempotent-replayed': 'true' },
    });
    expect(charge().amount_refunded).toBe(givenBack);
  });

  it.each(['down', 'server_error', 'rate_limited', 'html', 'never', 'unauthorized'] as const)(
    'is not used up by %s, which comes before the effect',
    (kind) => {
      const { post, id, charge } = stripeWith();
      post('/v1/refunds', { charge: id }, 'key', { kind });
      expect(charge().amount_refunded).toBe(0);
      expect(post('/v1/refunds', { charge: id }, 'key')).toMatchObject({ status: 200, body: { amount: PAID } });
    },
  );

  it('is not used up by a request that is wrong in itself', () => {
    const { refund } = stripeWith();
    expect(refund({ amount: 'x' }, 'key').status).toBe(400);
    expect(refund({ amount: '1000' }, 'key').status).toBe(200);
  });
});

describe('lists of Stripe', () => {
  it('are turned page by page', () => {
    const { refund, get, id, clock } = stripeWith();
    const made = [1, 2, 3, 4, 5].map((amount) => {
      clock.now = new Date(clock.now.getTime() + 1000);
      return refund({ amount: String(amount) }).body.id as string;
    });
    const seen: string[] = [];
    for (let more = true; more;) {
      const after: Record<string, string> = seen.length > 0 ? { starting_after: seen.at(-1)! } : {};
      const { data, has_more } = get('/v1/refunds', { charge: id, limit: '2', ...after }).body;
      seen.push(...(data as { id: string }[]).map((one) => one.id));
      more = has_more as boolean;
    }
    expect(seen).toEqual(made.reverse());
    const back = get('/v1/refunds', { charge: id, limit: '2', ending_before: seen[3]! }).body;
    expect(back).toMatchObject({ data: [{ id: seen[1] }, { id: seen[2] }], has_more: true });
    expect(get('/v1/refunds', { charge: id, limit: '5' }).body).toMatchObject({ has_more: false });
    expect(get('/v1/refunds', { charge: id, starting_after: 're_no' }).body.error.code).toBe('resource_missing');
    expect(get('/v1/refunds', { charge: id, limit: '0' }).status).toBe(400);
  });

  it('of disputes tell who wants what by when', () => {
    const dispute = {
      status: 'needs_response',
      reason: 'product_not_received',
      daysAgo: 2,
      dueInDays: 5,
      refundable: false,
    };
    const { get, id, charge } = stripeWith({ dispute });
    expect(charge().disputed).toBe(true);
    expect(get('/v1/disputes', { charge: id }).body.data).toMatchObject([
      {
        object: 'dispute',
        amount: PAID,
        status: 'needs_response',
        evidence_details: { due_by: Date.parse('2026-03-15T23:59:59Z') / 1000, past_due: false },
      },
    ]);
    expect(stripeWith().get('/v1/disputes', { charge: id }).body.data).toEqual([]);
  });
});
