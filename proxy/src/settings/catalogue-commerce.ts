import { shopHost, text, webAddress, wholeNumber } from './kinds';
import { optional, withDefault } from './setting';

const sandbox = (vendor: string, port: number) =>
  optional({
    meaning: `The loopback address of the stand-in for ${vendor}; set by the workbench.`,
    example: `http://127.0.0.1:${port}`,
    parse: webAddress,
  });

export const commerceCatalogue = {
  SHOPIFY_STORE_URL: optional({
    meaning: 'The host name of the Shopify shop.',
    example: 'mystore.myshopify.com',
    parse: shopHost,
  }),
  SHOPIFY_ACCESS_TOKEN: optional({
    meaning: 'The Admin API access token of the Shopify app.',
    example: 'shpat_0123456789abcdef',
    secret: true,
    parse: text,
  }),
  SHOPIFY_API_VERSION: withDefault({
    meaning: 'The quarterly version of the Shopify Admin API.',
    example: '2026-07',
    fallback: '2026-07',
    parse: (value) => {
      if (!/^\d{4}-(01|04|07|10)$/.test(value)) throw new Error('must be a quarter such as 2026-07');
      return value;
    },
  }),
  FEDEX_API_KEY: optional({
    meaning: 'The API key of the FedEx project.',
    example: 'l7xx0123456789abcdef',
    secret: true,
    parse: text,
  }),
  FEDEX_SECRET_KEY: optional({
    meaning: 'The secret key of the FedEx project; belongs to FEDEX_API_KEY.',
    example: '0123456789abcdef',
    secret: true,
    parse: text,
  }),
  FEDEX_BASE_URL: withDefault({
    meaning: 'The address of the FedEx service; FedEx test keys need https://apis-sandbox.fedex.com.',
    example: 'https://apis-sandbox.fedex.com',
    fallback: 'https://apis.fedex.com',
    parse: webAddress,
  }),
  UPS_API_KEY: optional({
    meaning: 'The client id of the UPS app.',
    example: '0123456789abcdef',
    secret: true,
    parse: text,
  }),
  UPS_CLIENT_SECRET: optional({
    meaning: 'The client secret of the UPS app; belongs to UPS_API_KEY.',
    example: '0123456789abcdef',
    secret: true,
    parse: text,
  }),
  UPS_BASE_URL: withDefault({
    meaning: 'The address of the UPS service; UPS test apps need https://wwwcie.ups.com.',
    example: 'https://wwwcie.ups.com',
    fallback: 'https://onlinetools.ups.com',
    parse: webAddress,
  }),
  STRIPE_API_KEY: optional({
    meaning: 'The secret or restricted key of the Stripe account.',
    example: 'rk_live_0123456789abcdef',
    secret: true,
    parse: text,
  }),
  SHOPIFY_SANDBOX_URL: sandbox('Shopify', 4001),
  FEDEX_SANDBOX_URL: sandbox('FedEx', 4002),
  UPS_SANDBOX_URL: sandbox('UPS', 4003),
  STRIPE_SANDBOX_URL: sandbox('Stripe', 4004),
  ORDER_CONTEXT_DEADLINE_MS: withDefault({
    meaning: 'How long order, parcels and payments together may take, in milliseconds.',
    example: '8000',
    fallback: '8000',
    parse: wholeNumber(100, 60_000),
  }),
  VENDOR_ATTEMPT_TIMEOUT_MS: withDefault({
    meaning: 'How long one attempt at one vendor may take, in milliseconds.',
    example: '3000',
    fallback: '3000',
    parse: wholeNumber(50, 60_000),
  }),
  VENDOR_ANSWER_FRESH_SECONDS: withDefault({
    meaning: 'How long a vendor’s answer is used again without asking, in seconds; 0 asks every time.',
    example: '10',
    fallback: '10',
    parse: wholeNumber(0, 300),
  }),
  VENDOR_ANSWER_KEPT_MINUTES: withDefault({
    meaning:
      'How long a vendor’s answer is kept, to be shown with its time while the vendor fails, in minutes; 0 shows nothing old.',
    example: '240',
    fallback: '240',
    parse: wholeNumber(0, 1440),
  }),
  MONEY_POLICY_FILE: optional({
    meaning:
      'The file that says who may approve refunds and cancellations, up to how much and until when; the one that comes with the service when left out.',
    example: '/etc/retail-call-center/money.json',
    parse: text,
  }),
  MONEY_RECONCILE_SECONDS: withDefault({
    meaning: 'How often refunds and cancellations that have not ended are gone on with, in seconds.',
    example: '30',
    fallback: '30',
    parse: wholeNumber(1, 3600),
  }),
};
