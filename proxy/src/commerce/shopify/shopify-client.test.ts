import { startDeadline } from '../../resilience/deadline';
import type { HttpAnswer } from '../http-attempt';
import { createShopifyClient } from './shopify-client';

const settings = { origin: 'sandbox' as const, baseUrl: '', accessToken: 'secret', apiVersion: '2026-07' };
const money = { presentmentMoney: { amount: '5', currencyCode: 'EUR' } };
const order = (name: string, more = {}) => ({
  id: 'gid://shopify/Order/1',
  name,
  createdAt: '2026-03-01T08:00:00Z',
  totalPriceSet: money,
  ...more,
});

/** A client of a shop that answers with these orders; keeps what was searched for and what was logged. */
function shopWith(nodes: unknown[], answer: Partial<HttpAnswer> & { errors?: object[] } = {}) {
  const searches: string[] = [];
  const log: object[] = [];
  const { errors, ...http } = answer;
  const text = JSON.stringify({ data: { orders: { nodes } }, errors });
  const client = createShopifyClient(settings, {
    attemptTimeoutMs: 1000,
    now: () => new Date(0),
    log: (entry) => log.push(entry),
    transport: {
      send: ({ body = '{}' }) => {
        searches.push((JSON.parse(body) as { variables: { search: string } }).variables.search);
        return Promise.resolve({ status: 200, headers: {}, text, ...http });
      },
      close: () => Promise.resolve(),
    },
  });
  return { client, searches, log };
}

const soon = () => startDeadline(1000);

describe('an order asked for by its number', () => {
  it('is the one of exactly that name, and none when only similar ones are found', async () => {
    const similar = [order('#1001-UK'), order('#10010'), order('1001')];
    expect(await shopWith(similar).client.orderByName('#1001', soon())).toBeNull();
    expect((await shopWith([...similar, order('#1001')]).client.orderByName('#1001', soon()))?.name).toBe('#1001');
  });

  it('is still its own when the shop withholds the customer', async () => {
    const errors = [{ extensions: { code: 'ACCESS_DENIED' }, path: ['orders', 'nodes', 0, 'customer'] }];
    const { client } = shopWith([order('#1', { email: 'a@example.com', customer: null })], { errors });
    expect(await client.orderByName('#1', soon())).toMatchObject({ emails: ['a@example.com'], customerName: null });
  });

  it('is searched for in quotes, whatever somebody writes as their address', async () => {
    const { client, searches } = shopWith([]);
    await client.orderByParcel('x" OR email:*\\', '1Z12345E0205271688', soon());
    expect(searches).toEqual(['email:"x\\" OR email\\:*\\\\"']);
  });
});

describe('the version of the shop’s API', () => {
  it('is compared with the one asked for, and the log warns once', async () => {
    const { client, log } = shopWith([], { headers: { 'x-shopify-api-version': '2026-10' } });
    await client.orderByName('#1', soon());
    await client.orderByName('#2', soon());
    expect(log).toEqual([
      { vendor: 'shopify', warning: expect.any(String) as string, asked: '2026-07', served: '2026-10' },
    ]);
  });

  it('is nothing to warn of when it is the one asked for, or not told', async () => {
    for (const headers of [{ 'x-shopify-api-version': '2026-07' }, {}]) {
      const { client, log } = shopWith([], { headers });
      await client.orderByName('#1', soon());
      expect(log).toEqual([]);
    }
  });
});
