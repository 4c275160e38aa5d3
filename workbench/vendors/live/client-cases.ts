import type { AzureOpenAiSettings } from '../../../proxy/src/ai/azure-openai-settings';
import { createLanguageModel } from '../../../proxy/src/ai/create-language-model';
import { shippedPrompt } from '../../../proxy/src/ai/prompt-file';
import type { CarrierClient } from '../../../proxy/src/commerce/carriers/carrier-facts';
import { createFedexClient } from '../../../proxy/src/commerce/carriers/fedex-client';
import { createUpsClient } from '../../../proxy/src/commerce/carriers/ups-client';
import { startDeadline } from '../../../proxy/src/resilience/deadline';
import { createShopifyClient, type ShopifyClient } from '../../../proxy/src/commerce/shopify/shopify-client';
import { createStripeClient, type StripeClient } from '../../../proxy/src/commerce/stripe/stripe-client';
import type { ClientOptions } from '../../../proxy/src/commerce/vendor-caller';
import { classificationOf } from '../../../proxy/src/triage/ask-model';
import { readMessage } from '../../../proxy/src/triage/read-message';
import type { CarrierSettings, ShopifySettings, StripeSettings } from '../../../proxy/src/commerce/vendor-settings';

/**
 * What must hold between each client and its vendor, whether that is the sandbox or the real service. Everything is read
 * only, but for the one refund that `refundAllowed` stands for. Settings are asked for when a case runs, because a sandbox
 * has no address before.
 */

const options: ClientOptions = { attemptTimeoutMs: 8000, now: () => new Date() };
const deadline = () => startDeadline(20_000);
const REFUSED = { code: 'RCC_UPSTREAM_UNAUTHORIZED' };

/** Asks with a client of its own, which is closed afterwards. */
async function asked<Client extends { close(): Promise<void> }, T>(
  client: Client,
  question: (client: Client) => Promise<T>,
): Promise<T> {
  try {
    return await question(client);
  } finally {
    await client.close();
  }
}

/** @param order name of an order of the last 60 days, with its `#` */
export function shopifyCases(settings: () => ShopifySettings, order: string): void {
  const ask = <T>(question: (client: ShopifyClient) => Promise<T>, own: Partial<ShopifySettings> = {}) =>
    asked(createShopifyClient({ ...settings(), ...own }, options), question);

  it('finds an order by its exact name', async () => {
    const found = await ask((shop) => shop.orderByName(order, deadline()));
    expect(found).toMatchObject({ name: order, id: expect.stringMatching(/^gid:\/\/shopify\/Order\/\d+$/) });
    expect(found?.total).toEqual({ amount: expect.stringMatching(/^\d+(\.\d+)?$/), currency: expect.any(String) });
    expect(Date.parse(found?.createdAt ?? '')).toBeLessThan(Date.now());
  });

  it('reads of it what a refund would need', async () => {
    const found = await ask((shop) => shop.actions.order(order, deadline()));
    expect(found?.order.name).toBe(order);
    expect(found?.lines.length).toBeGreaterThan(0);
  });

  it.each(['#RCC-NO-SUCH-ORDER', '#"RCC" \\ name:*'])('does not find %s', async (name) =>
    expect(await ask((shop) => shop.orderByName(name, deadline()))).toBeNull(),
  );

  it('does not find a parcel among the orders of an address that has none', async () =>
    expect(await ask((shop) => shop.orderByParcel('nobody@rcc.invalid', '1Z0', deadline()))).toBeNull());

  it('says so when the token is refused', () =>
    expect(ask((shop) => shop.orderByName(order, deadline()), { accessToken: 'refused' })).rejects.toMatchObject(
      REFUSED,
    ));
}

/**
 * @param known a number the carrier has scans of
 * @param unknown one it does not know
 */
function carrierCases(
  open: (settings: CarrierSettings) => CarrierClient,
  settings: () => CarrierSettings,
  known: string,
  unknown: string,
) {
  const ask = (number: string, own: Partial<CarrierSettings> = {}) =>
    asked(open({ ...settings(), ...own }), (client) => client.track(number, deadline()));

  it('tracks a parcel it knows', async () => {
    const facts = await ask(known);
    expect(facts?.status).not.toBe('unknown');
    expect(facts?.events.length).toBeGreaterThan(0);
  });

  it('does not find a parcel it does not know', async () => expect(await ask(unknown)).toBeNull());

  it('says so when the credentials are refused', () =>
    expect(ask(known, { clientSecret: 'refused' })).rejects.toMatchObject(REFUSED));
}

export const upsCases = (settings: () => CarrierSettings, known: string): void =>
  carrierCases((own) => createUpsClient(own, options), settings, known, '1Z0000000000000000');

export const fedexCases = (settings: () => CarrierSettings, known: string): void =>
  carrierCases((own) => createFedexClient(own, options), settings, known, '000000000000');

/** @param refundAllowed whether one minor unit of the charge may be given back; only ever with a key of test mode */
export function stripeCases(settings: () => StripeSettings, charge: string, refundAllowed: boolean): void {
  const ask = <T>(question: (client: StripeClient) => Promise<T>, own: Partial<StripeSettings> = {}) =>
    asked(createStripeClient({ ...settings(), ...own }, options), question);

  it('reads a charge', async () => {
    const found = await ask((stripe) => stripe.charge(charge, deadline()));
    expect(found).toMatchObject({ id: charge, total: { currency: expect.stringMatching(/^[A-Z]{3}$/) } });
    expect(Date.parse(found?.createdAt ?? '')).toBeLessThan(Date.now());
  });

  it('lists what was given back of it and what the bank said', async () => {
    expect(await ask((stripe) => stripe.refundsOfCharge(charge, deadline()))).toEqual(expect.any(Array));
    expect(await ask((stripe) => stripe.disputesOfCharge(charge, deadline()))).toEqual(expect.any(Array));
  });

  it('finds it among the charges of its customer, when it has one', async () => {
    const found = await ask((stripe) => stripe.charge(charge, deadline()));
    const { customer, createdAt } = found!;
    if (customer === null) return;
    const all = await ask((stripe) => stripe.chargesOfCustomer(customer, createdAt, deadline()));
    expect(all.map(({ id }) => id)).toContain(charge);
  });

  it('does not find a charge, nor charges of an order, that do not exist', async () => {
    expect(await ask((stripe) => stripe.charge('ch_RccNoSuchCharge', deadline()))).toBeNull();
    expect(await ask((stripe) => stripe.chargesOfOrder('RCC-NO-SUCH-ORDER', deadline()))).toEqual([]);
  });

  it('says so when the key is refused', () =>
    expect(ask((stripe) => stripe.charge(charge, deadline()), { apiKey: 'sk_test_refused' })).rejects.toMatchObject(
      REFUSED,
    ));

  (refundAllowed ? it : it.skip)('gives one unit back once, however often it is asked', async () => {
    const key = `rcc-live-test:${charge}`;
    const giveBack = () => ask((stripe) => stripe.refund({ charge, minor: 1, actionKey: key }, key, deadline()));
    const before = await ask((stripe) => stripe.refundsOfCharge(charge, deadline()));
    // After a day the vendor may have forgotten the key: then there is nothing to try.
    if (before.some(({ actionKey }) => actionKey === key)) return;
    const [first, second] = [await giveBack(), await giveBack()];
    expect(second).toEqual(first);
    const after = await ask((stripe) => stripe.refundsOfCharge(charge, deadline()));
    expect(after.filter(({ actionKey }) => actionKey === key)).toHaveLength(1);
  });
}

export function openaiCases(settings: () => AzureOpenAiSettings): void {
  const message = { channel: 'email' as const, text: 'Where is order 12345?' };
  const classify = (own: Partial<AzureOpenAiSettings> = {}) =>
    createLanguageModel({ ...settings(), ...own }).ask(
      classificationOf(message, readMessage(message), shippedPrompt('triage')()),
    );

  it('answers by our schema', async () =>
    expect(await classify()).toMatchObject({ value: { intent: 'order_tracking' }, model: expect.any(String) }));

  it('says so when the key is refused', () =>
    expect(classify({ apiKey: 'refused' })).rejects.toMatchObject({ reason: 'not_authorised' }));

  it('says so when there is no such deployment', () =>
    expect(classify({ deployment: 'no-such-model' })).rejects.toMatchObject({ reason: 'not_found' }));
}
