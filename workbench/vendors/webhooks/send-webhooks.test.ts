import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../../proxy/src/settings';
import { type RunningProxy, startProxy } from '../../../proxy/src/start-proxy';
import { latestFacts } from '../../../proxy/src/webhooks/latest-facts';
import { createVirtualClock, type VirtualClock } from '../../flow-engine/virtual-clock';
import { sandboxWebhooks } from '../../start/sandbox-webhooks';
import { cancelOrder } from '../shopify/cancel-order';
import { createRefund } from '../shopify/create-refund';
import { shopIds } from '../shopify/shop-ids';
import { startVendorSandboxes, type VendorSandboxes } from '../start-vendor-sandboxes';
import { type DeliveryFault, sendWebhooks, type Webhooks } from './send-webhooks';

const CHARGE = 'ch_1234567890';

let folder: string;
let clock: VirtualClock;
let sandboxes: VendorSandboxes;
let proxy: RunningProxy;
let webhooks: Webhooks;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rcc-webhooks-'));
  clock = createVirtualClock(new Date('2026-03-10T12:00:00.250Z'));
  const now = () => clock.now();
  sandboxes = await startVendorSandboxes({ now });
  const { settings, secrets } = sandboxWebhooks(
    readSettings({
      PORT: '0',
      LOG_LEVEL: 'silent',
      RCC_DATA_DIR: folder,
      SHOPIFY_SANDBOX_URL: sandboxes.shopify,
      STRIPE_SANDBOX_URL: sandboxes.stripe,
    }),
  );
  proxy = await startProxy(settings, { now });
  webhooks = sendWebhooks({ state: sandboxes.state, clock, url: proxy.url, secrets });
}, 60_000);
afterAll(async () => {
  await webhooks.close();
  await proxy.close();
  await sandboxes.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => webhooks.setFault(null));

const refundAtStripe = async (minor: number, key: string): Promise<string> => {
  const answer = await fetch(`${sandboxes.stripe}/v1/refunds`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer sandbox',
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': key,
    },
    body: new URLSearchParams({ charge: CHARGE, amount: String(minor), 'metadata[rcc_action]': key }),
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { id: string }).id;
};

/** What was sent since, as vendor, topic and answer. */
const sentSince = (before: number) =>
  webhooks
    .sent()
    .slice(before)
    .map(({ vendor, topic, status }) => `${vendor} ${topic} ${status}`);

it('a refund at Stripe is told, taken, and shows on the refund and on the charge', async () => {
  const id = await refundAtStripe(500, 'action-1');
  await webhooks.settled();
  expect(sentSince(0)).toEqual(['stripe refund.created 200', 'stripe charge.refunded 200']);
  const facts = latestFacts(proxy.store);
  expect(await facts.payment(id)).toMatchObject({
    charge_id: CHARGE,
    action_key: 'action-1',
    total: { amount: '5.00', currency: 'EUR' },
  });
  expect(await facts.payment(CHARGE)).toMatchObject({
    order_id: 'ORD-12345',
    refunded: { amount: '5.00', currency: 'EUR' },
  });
});

it('what a customer is told of a payment is asked for anew once it has changed', async () => {
  const look = async () => {
    const answer = await fetch(`${proxy.url}/v1/charges/look-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ charge_id: CHARGE, requester_email: 'customer@example.com' }),
    });
    return ((await answer.json()) as { payment?: { refunded: object } }).payment?.refunded;
  };
  const before = (await look()) as { amount: string };
  await refundAtStripe(300, 'action-looked-up');
  await webhooks.settled();
  expect(await look()).toEqual({ amount: (Number(before.amount) + 3).toFixed(2), currency: 'EUR' });
});

it('a cancellation is told once the order shows it, not when it is asked for', async () => {
  const order = sandboxes.state.orders.byExactNumber('12363')!;
  const before = webhooks.sent().length;
  const payload = cancelOrder(sandboxes.state, order, {
    orderId: shopIds.order(order),
    reason: 'CUSTOMER',
    restock: true,
  });
  expect(payload.orderCancelUserErrors).toEqual([]);
  await webhooks.settled();
  expect(sentSince(before)).toEqual([]);
  await clock.runUntil(new Date(clock.now().getTime() + 2_000));
  await webhooks.settled();
  expect(sentSince(before)).toEqual(['shopify orders/cancelled 200', 'shopify orders/updated 200']);
  expect(await latestFacts(proxy.store).order('ORD-12363')).toMatchObject({
    shop_id: shopIds.order(order),
    cancel_reason: 'customer',
    cancelled_at: expect.stringMatching(/^2026-03-10T12:00:02/) as string,
  });
});

it('a refund the shop takes down is told with its transactions', async () => {
  const order = sandboxes.state.orders.byExactNumber('12345')!;
  const before = webhooks.sent().length;
  const input = {
    orderId: shopIds.order(order),
    note: 'action-2',
    transactions: [{ orderId: shopIds.order(order), kind: 'REFUND', gateway: 'manual', amount: '5.00' }],
  };
  expect(createRefund(sandboxes.state, order, input, 'action-2')).toHaveProperty('refund');
  await webhooks.settled();
  expect(sentSince(before)).toEqual(['shopify refunds/create 200', 'shopify orders/updated 200']);
  expect(await latestFacts(proxy.store).payment(shopIds.repayment(order, 0, 0))).toMatchObject({
    vendor: 'shopify',
    gateway: 'manual',
    total: { amount: '5.00', currency: 'EUR' },
  });
});

it.each<DeliveryFault>([{ twice: true }, { backwards: true }, { twice: true, backwards: true }])(
  'deliveries that go wrong (%j) leave the same facts as those that do not',
  async (fault) => {
    const [events, before] = [(await proxy.store.eventsAfter(0)).length, webhooks.sent().length];
    webhooks.setFault(fault);
    const minor = 100;
    const id = await refundAtStripe(minor, `action ${JSON.stringify(fault)}`);
    await webhooks.settled();
    expect(sentSince(before)).toHaveLength(fault.twice ? 4 : 2);
    expect((await proxy.store.eventsAfter(0)).length - events).toBe(2);
    const facts = latestFacts(proxy.store);
    const shown = (await fetch(`${sandboxes.stripe}/v1/charges/${CHARGE}`, {
      headers: { authorization: 'Bearer sandbox' },
    }).then((answer) => answer.json())) as { amount_refunded: number };
    expect((await facts.payment(CHARGE))?.refunded?.amount).toBe((shown.amount_refunded / 100).toFixed(2));
    expect((await facts.payment(id))?.total.amount).toBe('1.00');
  },
);

it('what is not taken is sent again, the same delivery under a new signature of Stripe’s, until it is', async () => {
  const seen: { body: string; signature: string }[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ body, signature: String(request.headers['stripe-signature']) });
      response.writeHead(seen.length < 4 ? 503 : 200).end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const other = sendWebhooks({ state: sandboxes.state, clock, url, secrets: { stripe: 'whsec_other' } });
  try {
    await refundAtStripe(200, 'action-3');
    await other.settled();
    await clock.runUntil(new Date(clock.now().getTime() + 60_000));
    await other.settled();
    expect(other.sent().map(({ status }) => status)).toEqual([503, 503, 503, 200, 200]);
    expect(new Set(seen.map(({ body }) => body)).size).toBe(2);
    expect(new Set(seen.map(({ signature }) => signature)).size).toBeGreaterThan(2);
  } finally {
    await other.close();
    server.close();
  }
});
