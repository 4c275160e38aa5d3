import { startDeadline } from '../../../proxy/src/resilience/deadline';
import type { HttpRequest } from '../../../proxy/src/commerce/http-attempt';
import { KeyTaken } from '../../../proxy/src/commerce/stripe/create-refund';
import { readCharge, type WireCharge } from '../../../proxy/src/commerce/stripe/charge';
import { readDispute, type WireDispute } from '../../../proxy/src/commerce/stripe/dispute';
import { readRefund, type WireRefund } from '../../../proxy/src/commerce/stripe/refund';
import { createStripeClient } from '../../../proxy/src/commerce/stripe/stripe-client';
import { SANDBOX_CREDENTIAL } from '../sandbox-credential';
import { contractBook, type Need } from './contract-book';
import { openApiContract, type OpenApiDocument } from './open-api-contract';
import { describeWithSpecifications, specificationObject } from './reference';
import { flag, having, listOf, matching, orNull, text, whole } from './shape';
import { quietOrders, speakWithSandbox, type SpokenWithSandbox } from './spoken-with-sandbox';

/** What `readCharge`, `readRefund` and `readDispute` rely on. */
const money = { amount: whole, currency: matching(/^[a-z]{3}$/) };
const metadata = { type: 'object', additionalProperties: { type: 'string' } };
const charge = having({
  id: text,
  ...money,
  amount_refunded: whole,
  status: text,
  captured: flag,
  refunded: flag,
  disputed: flag,
  created: whole,
  customer: orNull(text),
  payment_intent: orNull(text),
  metadata,
});
const refund = having({ id: text, ...money, status: text, created: whole, charge: text, metadata });
const dispute = having({
  id: text,
  ...money,
  status: text,
  reason: text,
  created: whole,
  evidence_details: having({ due_by: orNull(whole), has_evidence: flag, past_due: flag }),
  is_charge_refundable: flag,
});
const page = (items: object) => having({ data: listOf(items), has_more: flag });
const NEEDS: Need[] = (
  [
    ['GET /v1/charges/{charge}', charge],
    ['GET /v1/charges/search', page(charge)],
    ['GET /v1/charges', page(charge)],
    ['GET /v1/refunds', page(refund)],
    ['POST /v1/refunds', refund],
    ['GET /v1/disputes', page(dispute)],
  ] as const
).map(([operation, schema]) => ({ operation, status: 200, schema }));

/** The operations of the older complete document, over the objects cut out of it, which compile ten times as fast. */
const contract = () => {
  const { paths } = specificationObject('stripe.2023-08-16.subset.json') as OpenApiDocument;
  const { components } = specificationObject('stripe.objects.pruned.json') as OpenApiDocument;
  return openApiContract({ paths, components });
};

describeWithSpecifications('the contract with Stripe', () => {
  let stripe: SpokenWithSandbox;
  beforeAll(async () => {
    stripe = await speakWithSandbox('stripe');
  });
  afterAll(() => stripe.close());

  const headers = { authorization: `Bearer ${SANDBOX_CREDENTIAL}` };
  const get = (path: string): HttpRequest => ({ method: 'GET', path, headers });
  const post = (body: string): HttpRequest => ({
    method: 'POST',
    path: '/v1/refunds',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });

  it('is kept by every request and every answer', async () => {
    const book = contractBook('stripe', [contract()], NEEDS);
    const client = createStripeClient(stripe.settings.stripe!, stripe.options);
    const deadline = () => startDeadline(2000);
    const charges = quietOrders.flatMap((order) => order.charges);
    for (const { id } of charges) {
      await client.charge(id, deadline());
      await client.refundsOfCharge(id, deadline());
      await client.disputesOfCharge(id, deadline());
    }
    for (const { number } of quietOrders) await client.chargesOfOrder(number, deadline());
    for (const customer of new Set(quietOrders.map((order) => order.customer.stripeId)))
      await client.chargesOfCustomer(customer, '2026-01-01T00:00:00Z', deadline());
    await client.charge('ch_none', deadline());
    const paid = quietOrders.find(({ number }) => number === '12345')!.charges[0]!.id;
    const giveBack = (charge: string, minor: number, key: string) =>
      client.refund({ charge, minor, actionKey: 'contract', ticket: 'TKT-000001' }, key, deadline());
    expect(await giveBack(paid, 100, 'contract-1')).toMatchObject({ done: true });
    expect(await giveBack(paid, 100, 'contract-1')).toMatchObject({ done: true });
    await expect(giveBack(paid, 200, 'contract-1')).rejects.toThrow(KeyTaken);
    expect(await giveBack(paid, 999_999, 'contract-2')).toMatchObject({ done: false });
    expect(await giveBack('ch_none', 100, 'contract-3')).toMatchObject({ done: false });
    const heard = stripe.heard();
    book.talk(heard);

    const made = heard.find(({ request }) => request.method === 'POST')!;
    const { id } = JSON.parse(made.answer.text) as { id: string };
    const refused = [
      post(`charge=${paid}&colour=red`),
      post(`charge=${paid}&reason=mood`),
      post(''),
      get(`/v1/refunds/${id}`),
      get('/v1/refunds/re_none'),
      get('/v1/payment_intents/pi_none'),
      get('/v1/charges/search?query=nonsense'),
      get('/v1/charges?limit=1000'),
      { ...get(`/v1/charges/${paid}`), headers: { authorization: 'Bearer no' } },
    ];
    for (const request of refused) book.answers([await stripe.send(request)]);
    for (const request of [get(`/v1/charges/${paid}`), made.request]) book.answers(await stripe.complaints(request));
    for (const intent of new Set(charges.map(({ paymentIntent }) => paymentIntent)))
      book.answers([await stripe.send(get(`/v1/payment_intents/${intent}`))]);
    expect(book.verdict([])).toEqual({ unexplained: [], needless: [] });
    expect(book.counted()).toMatchObject(
      Object.fromEntries(NEEDS.map(({ operation }) => [`${operation} 200`, expect.any(Number)])),
    );
  });

  it('is not kept to the letter by the vendor’s examples of today, which our readers understand', () => {
    const { resources } = specificationObject('stripe.fixtures3.json') as { resources: Record<string, object> };
    const { charge, refund, dispute } = resources;
    // A status newer than the specification; the reference of today names it.
    const prevented = { ...dispute, status: 'prevented' };
    const examples = [
      ['/v1/charges/ch_1', charge],
      ['/v1/refunds/re_1', refund],
      ['/v1/disputes/dp_1', dispute],
      ['/v1/disputes/dp_1', prevented],
    ] as const;
    const book = contractBook('stripe', [contract()]);
    for (const [path, body] of examples) {
      const headers = { 'content-type': 'application/json' };
      book.answers([{ request: get(path), answer: { status: 200, headers, text: JSON.stringify(body) } }]);
    }
    expect(book.verdict()).toEqual({ unexplained: [], needless: [] });
    expect(readCharge(charge as WireCharge)).toMatchObject({ total: { amount: '1.00', currency: 'USD' } });
    expect(readRefund(refund as WireRefund)).toMatchObject({ amount: { amount: '1.00' }, status: 'succeeded' });
    expect(readDispute(prevented as unknown as WireDispute)).toMatchObject({ status: 'prevented' });
  });
});
