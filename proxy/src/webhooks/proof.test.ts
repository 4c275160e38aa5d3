import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import Stripe from 'stripe';
import { RccError } from '../errors/rcc-error';
import type { Delivery } from './delivery';
import {
  fromShopify,
  fromStripe,
  fromUps,
  NOW,
  type Sent,
  SHOPIFY_SECRETS,
  STRIPE_SECRETS,
  UPS_CREDENTIALS,
} from './deliveries.fixture';
import { anyMatches } from './secret-match';
import { proveShopify } from './shopify-proof';
import { proveStripe } from './stripe-proof';
import { proveUps } from './ups-proof';

const stripe = new Stripe('sk_test_not_used', { telemetry: false });

const delivery = ({ headers, body }: Sent, more: Record<string, string | undefined> = {}): Delivery => ({
  headers: { ...headers, ...more },
  body: Buffer.from(body),
  receivedAt: NOW,
});

/** The header a refusal names, or null when the delivery was taken. */
const refusal = (prove: () => void): string | null | undefined => {
  try {
    prove();
    return null;
  } catch (error) {
    if (!(error instanceof RccError) || error.code !== 'RCC_WEBHOOK_REFUSED') throw error;
    return error.target;
  }
};

const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

describe('Shopify', () => {
  const settings = { secrets: SHOPIFY_SECRETS, shop: 'mystore.myshopify.com' };
  const sent = fromShopify('orders/updated', '{"id":1,"note":"é"}');
  const told = (more: Record<string, string | undefined> = {}) =>
    refusal(() => proveShopify(delivery(sent, more), settings));

  it('is believed for the documented signature, with any of its secrets', () => {
    const documented = createHmac('sha256', SHOPIFY_SECRETS[0]).update(sent.body, 'utf8').digest('base64');
    expect(sent.headers['x-shopify-hmac-sha256']).toBe(documented);
    expect(told()).toBeNull();
    const old = fromShopify('orders/updated', '{}', { secret: SHOPIFY_SECRETS[1] });
    expect(refusal(() => proveShopify(delivery(old), settings))).toBeNull();
  });

  it.each([
    ['no signature', undefined],
    ['an empty one', ''],
    ['another one', createHmac('sha256', 'another secret').update(sent.body).digest('base64')],
    ['the right one in hex', createHmac('sha256', SHOPIFY_SECRETS[0]).update(sent.body).digest('hex')],
    ['a shortened one', sent.headers['x-shopify-hmac-sha256']!.slice(0, 10)],
  ])('is refused with %s', (_name, signature) => {
    expect(told({ 'x-shopify-hmac-sha256': signature })).toBe('header/X-Shopify-Hmac-Sha256');
  });

  it.each([
    ['another shop', { 'x-shopify-shop-domain': 'other.myshopify.com' }, 'header/X-Shopify-Shop-Domain'],
    ['no shop', { 'x-shopify-shop-domain': undefined }, 'header/X-Shopify-Shop-Domain'],
    ['no time', { 'x-shopify-triggered-at': undefined }, 'header/X-Shopify-Triggered-At'],
    ['a time that is none', { 'x-shopify-triggered-at': 'yesterday' }, 'header/X-Shopify-Triggered-At'],
    ['a time two days ago', { 'x-shopify-triggered-at': ago(172_801).toISOString() }, 'header/X-Shopify-Triggered-At'],
    ['a time to come', { 'x-shopify-triggered-at': ago(-301).toISOString() }, 'header/X-Shopify-Triggered-At'],
  ])('is refused with %s', (_name, more, target) => {
    expect(told(more)).toBe(target);
  });

  it('is believed when it repeats what happened yesterday, when its clock is a little ahead, and with nanoseconds', () => {
    expect(told({ 'x-shopify-triggered-at': ago(86_400).toISOString() })).toBeNull();
    expect(told({ 'x-shopify-triggered-at': ago(-299).toISOString() })).toBeNull();
    expect(told({ 'x-shopify-triggered-at': '2026-03-01T09:29:27.877041743Z' })).toBeNull();
  });

  it('is believed from any shop when none is named', () => {
    expect(refusal(() => proveShopify(delivery(sent), { secrets: SHOPIFY_SECRETS }))).toBeNull();
  });
});

describe('Stripe', () => {
  const settings = { secrets: STRIPE_SECRETS };
  const told = (sent: Sent) => refusal(() => proveStripe(delivery(sent), settings));

  it('is believed just when its own library believes it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.constantFrom(...STRIPE_SECRETS, 'whsec_another_0123456789'),
        fc.integer({ min: -10, max: 310 }),
        fc.boolean(),
        (payload, secret, age, tampered) => {
          const timestamp = NOW.getTime() / 1000 - age;
          const header = stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
          const body = tampered ? `${payload} ` : payload;
          const theirs = STRIPE_SECRETS.some((known) => {
            try {
              return stripe.webhooks.signature!.verifyHeader(body, header, known, 300, undefined, NOW.getTime());
            } catch {
              return false;
            }
          });
          expect(told({ headers: { 'stripe-signature': header }, body }) === null).toBe(theirs);
        },
      ),
    );
  });

  it('is believed when one of several signatures fits', () => {
    const [now, old] = STRIPE_SECRETS.map((secret) => fromStripe('{}', { secret }).headers['stripe-signature']!);
    const second = old!.split(',')[1]!;
    expect(told({ headers: { 'stripe-signature': `${now},${second}` }, body: '{}' })).toBeNull();
    const one = refusal(() =>
      proveStripe(delivery({ headers: { 'stripe-signature': `${now},${second}` }, body: '{}' }), {
        secrets: [STRIPE_SECRETS[1]],
      }),
    );
    expect(one).toBeNull();
  });

  it.each([
    ['no header', ''],
    ['no time', 'v1=abc'],
    ['no signature', `t=${NOW.getTime() / 1000}`],
    ['another scheme', fromStripe('{}').headers['stripe-signature']!.replace('v1=', 'v0=')],
    ['another time than was signed', fromStripe('{}').headers['stripe-signature']!.replace(/t=\d+/, 't=1772357399')],
    ['a time that is none', fromStripe('{}').headers['stripe-signature']!.replace(/t=\d+/, 't=now')],
  ])('is refused with %s', (_name, header) => {
    expect(told({ headers: { 'stripe-signature': header }, body: '{}' })).toBe('header/Stripe-Signature');
  });

  it('is refused when the signed time is too long ago or too far ahead', () => {
    expect(told(fromStripe('{}', { at: ago(300) }))).toBeNull();
    expect(told(fromStripe('{}', { at: ago(301) }))).toBe('header/Stripe-Signature');
    expect(told(fromStripe('{}', { at: ago(-301) }))).toBe('header/Stripe-Signature');
  });
});

describe('UPS', () => {
  const settings = { secrets: UPS_CREDENTIALS };
  const told = (headers: Record<string, string>) =>
    refusal(() => proveUps(delivery({ headers, body: '{}' }), settings));

  it('is believed with one of the credentials, as a bearer token or in its own header', () => {
    for (const credential of UPS_CREDENTIALS) {
      expect(told(fromUps('{}', credential).headers)).toBeNull();
      expect(told({ credential })).toBeNull();
    }
  });

  it.each([
    ['nothing', {}],
    ['an unknown credential', { authorization: 'Bearer ups-credential-none-012345' }],
    ['another scheme', { authorization: `Basic ${UPS_CREDENTIALS[0]}` }],
    ['its client id alone', { 'x-api-key': UPS_CREDENTIALS[0] }],
    ['a part of a credential', { credential: UPS_CREDENTIALS[0].slice(0, -1) }],
  ])('is refused with %s', (_name, headers) => {
    expect(told(headers as Record<string, string>)).toBe('header/Authorization');
  });
});

it('a secret matches itself and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (given, expected) => {
      expect(anyMatches(given, expected)).toBe(given.some((one) => expected.includes(one)));
    }),
  );
});
