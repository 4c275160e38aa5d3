import fc from 'fast-check';
import { createCommerce } from '../../proxy/src/commerce/create-commerce';
import type { CommerceService } from '../../proxy/src/services';
import { sandboxSettings } from './sandbox-settings';
import { demoOrders } from './scenarios/demo-orders';
import { startVendorSandboxes, type VendorSandboxes } from './start-vendor-sandboxes';

let sandboxes: VendorSandboxes;
let commerce: CommerceService;

beforeAll(async () => {
  sandboxes = await startVendorSandboxes();
  commerce = createCommerce(sandboxSettings(sandboxes), { now: () => new Date() });
});
afterAll(async () => {
  await commerce.close();
  await sandboxes.close();
});

const OWNER = 'customer@example.com';
const owned = demoOrders.filter(({ customer }) => customer.email === OWNER);
const stranger = fc.constantFrom('other@example.com', 'customer@example.co', 'xcustomer@example.com', '"', '*', '');

/** What only the owner may learn: every fact longer than a word that the stranger did not bring along. */
async function secretsOf(number: string, brought: string): Promise<string[]> {
  const { facts } = await commerce.orderContext({ requester_email: OWNER, order_id: number });
  return facts.map(({ value }) => value).filter((value) => value.length > 3 && !brought.includes(value));
}

describe('somebody else’s order', () => {
  it('reveals not one fact, whatever number is guessed and whoever asks', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...owned), stranger, async ({ number, customer }, requester_email) => {
        const asked = { requester_email, order_id: number, postcode: customer.zip };
        const context = await commerce.orderContext(asked);
        const { fetched_at: _, ...answer } = context;
        expect(context).toMatchObject({ found: false, verification: 'needed' });
        const text = JSON.stringify(answer);
        const secrets = await secretsOf(number, `ORD-${number}`);
        expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
        expect([answer.parcels, answer.payments, answer.findings, answer.facts]).toEqual([[], [], [], []]);
      }),
      { numRuns: 60 },
    ));

  it('is shown to its owner, in whatever case the address is written', async () => {
    const context = await commerce.orderContext({ requester_email: ' Customer@Example.COM ', order_id: '12345' });
    expect(context.verification).toBe('verified');
  });

  it('stays closed to the right address with a wrong postcode, and opens with the right one', async () => {
    const ask = (postcode: string) => commerce.orderContext({ requester_email: OWNER, order_id: '12345', postcode });
    expect((await ask('99999')).verification).toBe('needed');
    expect((await ask('101 15')).verification).toBe('verified');
  });

  it('asks no carrier and no payment provider for a stranger', async () => {
    const before = sandboxes.calls().length;
    await commerce.orderContext({ requester_email: 'other@example.com', order_id: '12345' });
    await commerce.trackShipment({ requester_email: 'other@example.com', tracking_number: '794200123458' });
    expect(
      new Set(
        sandboxes
          .calls()
          .slice(before)
          .map(({ vendor }) => vendor),
      ),
    ).toEqual(new Set(['shopify']));
  });

  it('keeps its parcel to itself', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...owned.flatMap(({ shipments }) => shipments)),
        stranger,
        async (parcel, email) => {
          const answer = await commerce.trackShipment({
            requester_email: email,
            tracking_number: parcel.trackingNumber,
          });
          expect(answer).toMatchObject({ found: false, verification: 'needed', degraded: [] });
          expect(answer.parcel).toBeUndefined();
        },
      ),
      { numRuns: 30 },
    ));

  it('keeps its charge to itself', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...owned.flatMap(({ charges }) => charges)), stranger, async (charge, email) => {
        const answer = await commerce.getCharge({ requester_email: email, charge_id: charge.id });
        expect(answer).toMatchObject({ found: false, verification: 'needed' });
        expect(answer.payment).toBeUndefined();
      }),
      { numRuns: 30 },
    ));

  it('does not tell a number that exists from one that does not by its parcel', async () => {
    const ask = (tracking_number: string) =>
      commerce.trackShipment({ requester_email: 'other@example.com', tracking_number });
    const plain = ({ sources: _, ...answer }: Awaited<ReturnType<typeof ask>>) => answer;
    expect(plain(await ask('794200123458'))).toEqual(plain(await ask('794299999999')));
  });
});

describe('the owner', () => {
  it('sees a parcel and a charge', async () => {
    const parcel = await commerce.trackShipment({ requester_email: OWNER, tracking_number: '7942-0012-3458' });
    expect(parcel).toMatchObject({ found: true, parcel: { carrier: 'FedEx', status: 'out_for_delivery' } });
    const charge = await commerce.getCharge({ requester_email: OWNER, charge_id: 'ch_1234567890' });
    expect(charge).toMatchObject({ found: true, payment: { status: 'succeeded', card: 'visa 4242' } });
  });

  it('learns that a charge does not exist', async () =>
    expect(await commerce.getCharge({ requester_email: OWNER, charge_id: 'ch_nothing' })).toMatchObject({
      found: false,
      verification: 'not_found',
    }));

  it('sees the parcel as the shop knows it while the carrier is silent', async () => {
    sandboxes.setFault('fedex', { kind: 'garbage' });
    const answer = await commerce.trackShipment({ requester_email: OWNER, tracking_number: '794200123458' });
    sandboxes.setFault('fedex', null);
    expect(answer).toMatchObject({ found: true, parcel: { source: 'Shopify' }, degraded: [{ vendor: 'fedex' }] });
  });
});
