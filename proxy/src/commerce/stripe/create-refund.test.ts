import { startDeadline } from '../../resilience/deadline';
import type { HttpAnswer, HttpRequest } from '../http-attempt';
import { VendorError } from '../vendor-error';
import { KeyTaken } from './create-refund';
import { createStripeClient } from './stripe-client';
import { SavedFailure } from './stripe-transport';

const made = {
  id: 're_1',
  object: 'refund',
  amount: 4990,
  currency: 'eur',
  status: 'succeeded',
  created: 1_770_000_000,
};
const error = (status: number, type: string, more: object = {}): Partial<HttpAnswer> => ({
  status,
  text: JSON.stringify({ error: { type, message: 'No, because.', ...more } }),
});

/** Asks for a refund and gets these answers in turn, the last one again and again. */
async function refund(...answers: Partial<HttpAnswer>[]) {
  const sent: HttpRequest[] = [];
  const transport = {
    send(request: HttpRequest) {
      const answer = answers[Math.min(sent.length, answers.length - 1)];
      sent.push(request);
      return Promise.resolve({ status: 200, headers: {}, text: JSON.stringify(made), ...answer });
    },
    close: () => Promise.resolve(),
  };
  const client = createStripeClient(
    { origin: 'sandbox', baseUrl: 'http://127.0.0.1', apiKey: 'sk_test' },
    { attemptTimeoutMs: 1000, now: () => new Date(0), transport, wait: () => Promise.resolve() },
  );
  const request = { charge: 'ch_1', minor: 4990, actionKey: 'row 7', ticket: 'TKT-000001' };
  const outcome = await client.refund(request, 'rcc_key', startDeadline(5000)).catch((failure: unknown) => failure);
  return { outcome, sent };
}

it('is sent with the key, the amount in whole cents, and the action it belongs to', async () => {
  const { outcome, sent } = await refund({});
  expect(outcome).toMatchObject({ done: true, refund: { id: 're_1', status: 'succeeded' } });
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ method: 'POST', path: '/v1/refunds', headers: { 'Idempotency-Key': 'rcc_key' } });
  expect(Object.fromEntries(new URLSearchParams(sent[0]!.body))).toEqual({
    charge: 'ch_1',
    amount: '4990',
    reason: 'requested_by_customer',
    'metadata[rcc_action]': 'row 7',
    'metadata[ticket]': 'TKT-000001',
  });
});

it.each([
  ['an invalid request', error(400, 'invalid_request_error')],
  ['a card that takes nothing back', error(402, 'card_error')],
  ['a charge that is not there', error(404, 'invalid_request_error')],
])('%s is refused in Stripe’s words, and not repeated', async (_what, answer) => {
  const { outcome, sent } = await refund(answer);
  expect(outcome).toEqual({ done: false, message: 'No, because.' });
  expect(sent).toHaveLength(1);
});

it.each([
  ['a failure of Stripe’s', { status: 500, text: '' }],
  ['another call with the key at work', error(409, 'idempotency_error')],
  ['too many calls', error(429, 'invalid_request_error', { code: 'rate_limit' })],
])('%s is repeated with the same key', async (_what, answer) => {
  const { outcome, sent } = await refund(answer, {});
  expect(outcome).toMatchObject({ done: true });
  expect(sent.map(({ headers }) => headers['Idempotency-Key'])).toEqual(['rcc_key', 'rcc_key']);
});

it.each([
  ['a failure of Stripe’s that stays', { status: 503, text: '' }, 3],
  ['a success that cannot be read', { text: '{"id":' }, 1],
  ['a refusal that says nothing', { status: 400, text: '{}' }, 1],
  ['credentials that are refused', error(401, 'invalid_request_error'), 1],
  ['a limit in the dress of an invalid request', error(400, 'invalid_request_error', { code: 'rate_limit' }), 1],
])('after %s it is not known whether it was made', async (_what, answer, calls) => {
  const { outcome, sent } = await refund(answer);
  expect(outcome).toBeInstanceOf(VendorError);
  expect(outcome).not.toBeInstanceOf(SavedFailure);
  expect(sent).toHaveLength(calls);
});

it('a saved failure is told apart and not asked for again', async () => {
  const { outcome, sent } = await refund({ status: 500, text: '', headers: { 'idempotent-replayed': 'true' } });
  expect(outcome).toBeInstanceOf(SavedFailure);
  expect(sent).toHaveLength(1);
});

it('a key that was used for something else is a fault of ours', async () =>
  expect((await refund(error(400, 'idempotency_error'))).outcome).toBeInstanceOf(KeyTaken));
