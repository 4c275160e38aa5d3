import { startDeadline } from '../../resilience/deadline';
import type { HttpRequest } from '../http-attempt';
import { createStripeClient } from './stripe-client';

const MADE = 250;
const refunds = Array.from({ length: MADE }, (_, index) => ({
  id: `re_${index}`,
  object: 'refund',
  amount: 1,
  currency: 'eur',
  status: 'succeeded',
  created: 1_770_000_000 - index,
  metadata: index === MADE - 1 ? { rcc_action: 'row 7' } : {},
}));

it('the oldest refund of a charge is found behind hundreds of newer ones', async () => {
  const send = ({ path }: HttpRequest) => {
    const query = new URL(path, 'http://stripe.test').searchParams;
    const from = refunds.findIndex(({ id }) => id === query.get('starting_after')) + 1;
    const data = refunds.slice(from, from + Number(query.get('limit')));
    const page = { object: 'list', data, has_more: from + data.length < MADE };
    return Promise.resolve({ status: 200, headers: {}, text: JSON.stringify(page) });
  };
  const client = createStripeClient(
    { origin: 'sandbox', baseUrl: 'http://127.0.0.1', apiKey: 'sk_test' },
    { attemptTimeoutMs: 1000, now: () => new Date(0), transport: { send, close: () => Promise.resolve() } },
  );
  const found = await client.refundsOfCharge('ch_1', startDeadline(5000));
  expect(found.map(({ id }) => id)).toEqual(refunds.map(({ id }) => id));
  expect(found.at(-1)).toMatchObject({ actionKey: 'row 7' });
});
