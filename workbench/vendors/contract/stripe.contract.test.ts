import { startDeadline } from '../../../proxy/src/commerce/deadline';
import type { HttpRequest } from '../../../proxy/src/commerce/http-attempt';
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
  const post = (path: string, body: string, more = {}): HttpRequest => ({
    method: 'POST',
    path,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', ...more },
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
    book.talk(stripe.heard());

    const of = (id: string) => `charge=${id}`;
    const succeeded = quietOrders.filter(({ number }) => number === '12345').flatMap((order) => order.charges)[0]!.id;
    const key = { 'idempotency-key': 'contract-1' };
    const made = await stripe.send(post('/v1/refunds', `${of(succeeded)}&amount=100`, key));
    const { id } = JSON.parse(made.answer.text) as { id: string };
    book.answers([
      made,
      ...(await Promise.all(
        [
          post('/v1/refunds', `${of(succeeded)}&amount=200`, key),
          post('/v1/refunds', `${of(succeeded)}&amount=999999`),
          post('/v1/refunds', of('ch_none')),
          post('/v1/refunds', `${of(succeeded)}&colour=red`),
          post('/v1/refunds', `${of(succeeded)}&reason=mood`),
          post('/v1/refunds', ''),
          get(`/v1/refunds/${id}`),
          get('/v1/refunds/re_none'),
          get(`/v1/payment_intents/pi_none`),
          get('/v1/charges/search?query=nonsense'),
          get('/v1/charges?limit=1000'),
          { ...get(`/v1/charges/${succeeded}`), headers: { authorization: 'Bearer no' } },
        ].map((request) => stripe.send(request)),
      )),
      ...(await stripe.complaints(get(`/v1/charges/${succeeded}`))),
      ...(await stripe.complaints(post('/v1/refunds', of(succeeded)))),
    ]);
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
