import { LIVE_VENDORS, planText, readLivePlan } from './live-plan';

const STRIPE = { STRIPE_API_KEY: 'sk_test_1', LIVE_STRIPE_CHARGE: 'ch_1' };

it('skips every vendor without keys and says which settings it needs', () => {
  const plan = readLivePlan({});
  expect(plan.subjects).toEqual({});
  expect(Object.keys(plan.skipped)).toEqual([...LIVE_VENDORS]);
  expect(planText(plan)).toContain('stripe   skipped: STRIPE_API_KEY must be set');
});

it('asks a vendor whose key and subject are set, and no other', () => {
  const plan = readLivePlan(STRIPE);
  expect(plan.subjects).toEqual({ stripe: 'ch_1' });
  expect(planText(plan)).toContain('stripe   asked about ch_1');
  expect(planText(plan)).not.toContain('sk_test_1');
});

it('skips a vendor whose subject is missing or cannot be one', () => {
  const { STRIPE_API_KEY } = STRIPE;
  for (const LIVE_STRIPE_CHARGE of [undefined, '', 'pi_1'])
    expect(readLivePlan({ STRIPE_API_KEY, LIVE_STRIPE_CHARGE }).skipped.stripe).toBe(
      'LIVE_STRIPE_CHARGE must be the id of a charge',
    );
});

it('never takes a sandbox for a live vendor', () =>
  expect(readLivePlan({ UPS_SANDBOX_URL: 'http://127.0.0.1:4003', LIVE_UPS_NUMBER: '1Z12345678' }).subjects).toEqual(
    {},
  ));

it('names a key without its partner', () =>
  expect(() => readLivePlan({ UPS_API_KEY: 'id' })).toThrow(/UPS_CLIENT_SECRET is missing/));

it.each([
  [{ ...STRIPE }, false],
  [{ ...STRIPE, RCC_LIVE_WRITES: '1' }, true],
  [{ ...STRIPE, RCC_LIVE_WRITES: 'yes' }, false],
  [{ ...STRIPE, RCC_LIVE_WRITES: '1', STRIPE_API_KEY: 'sk_live_1' }, false],
])('allows a refund only when wanted and in test mode', (environment, allowed) =>
  expect(readLivePlan(environment).refundAllowed).toBe(allowed),
);
