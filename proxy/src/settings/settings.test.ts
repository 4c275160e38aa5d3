import { createHash } from 'node:crypto';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { readSettings } from '../settings';
import { catalogue, groups } from './catalogue';
import { envExample } from './env-example';
import { isLoopbackHost } from './loopback';
import { type Setting, SettingsError } from './setting';

const KEY = 'a-key-of-twenty-four-chars';
const SIGNING_KEY = 'a-signing-key-of-at-least-32-chars';
/** What is needed beyond loopback. */
const beyond = { HOST: '0.0.0.0', PUBLIC_URL: 'https://support.example.com', SURVEY_SIGNING_KEYS: SIGNING_KEY };
const sandboxes = {
  SHOPIFY_SANDBOX_URL: 'http://127.0.0.1:4001',
  UPS_SANDBOX_URL: 'http://localhost:4003',
  FEDEX_SANDBOX_URL: 'http://[::1]:4002',
  STRIPE_SANDBOX_URL: 'http://127.0.0.1:4004',
};

const refusal = (environment: Record<string, string>): SettingsError => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('These settings were accepted.');
};

it('needs nothing: loopback, port 5000, offline model, vendors off, open', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 5000,
    workbenchPort: 3000,
    apiKeyHashes: [],
    production: false,
    desk: { timeZone: 'UTC', weeklyIntervals: undefined },
    languageModel: undefined,
    promptDir: expect.stringMatching(/prompts$/) as string,
    triagePolicyFile: expect.stringMatching(/triage\.json$/) as unknown,
    reviewThresholds: {},
    commerce: { shopify: undefined, ups: undefined, fedex: undefined, stripe: undefined },
  });
});

it('takes webhooks of the vendors with a secret, of the shop alone once its key is given', () => {
  const secrets = {
    SHOPIFY_WEBHOOK_SECRET: 'shpss_0123456789abcdef, shpss_fedcba9876543210',
    UPS_WEBHOOK_CREDENTIAL: '0123456789abcdef0123',
  };
  const shopify = { secrets: ['shpss_0123456789abcdef', 'shpss_fedcba9876543210'] };
  const ups = { secrets: ['0123456789abcdef0123'] };
  expect(readSettings({}).webhooks).toEqual({});
  expect(readSettings({ ...secrets, SHOPIFY_STORE_URL: 'mystore.myshopify.com' }).webhooks).toEqual({ shopify, ups });
  const keys = { SHOPIFY_STORE_URL: 'mystore.myshopify.com', SHOPIFY_ACCESS_TOKEN: 'shpat_1', RCC_API_KEYS: KEY };
  expect(readSettings({ ...secrets, ...keys }).webhooks.shopify?.shop).toBe('mystore.myshopify.com');
});

it('takes blank as not set', () => {
  expect(readSettings({ PORT: ' ', STRIPE_API_KEY: '' }).port).toBe(5000);
});

it.each([
  ['PORT', '70000', 'must be a whole number from 0 to 65535, not "70000"'],
  ['PORT', '-1', 'must be a whole number'],
  ['REVIEW_THRESHOLD', '1.5', 'must be a number from 0 to 1'],
  ['REVIEW_THRESHOLDS', 'payments=0.7', 'must name intents (order_tracking, returns'],
  ['REVIEW_THRESHOLDS', 'other=0.5=9', 'must name intents (order_tracking, returns'],
  ['REVIEW_THRESHOLDS', 'other=0.5,other=0.9', 'names other twice'],
  ['REVIEW_THRESHOLDS', 'other=7', '(other) must be a number from 0 to 1'],
  ['LOG_LEVEL', 'loud', 'must be one of silent'],
  ['DATABASE_URL', 'mysql://x', 'must begin with postgres://'],
  ['BUSINESS_TIMEZONE', 'Mars/Olympus', 'must be an IANA time zone'],
  ['BUSINESS_HOURS', '9 to 5', 'must be JSON, written like'],
  ['BUSINESS_HOURS', '{"monday":[{"from":"17:00","to":"9:00"}]}', '(monday, 1, to) must be a time'],
  ['SHOPIFY_STORE_URL', 'my store', 'must be the host name of the shop'],
  ['SHOPIFY_API_VERSION', '2026-02', 'must be a quarter'],
  ['UPS_SANDBOX_URL', 'localhost:4000', 'must be a whole address'],
  ['PUBLIC_URL', 'http://support.example.com', 'must begin with https:// unless'],
  ['PUBLIC_URL', 'https://support.example.com/?a=1', 'must be an address without a user, a query or a fragment'],
  ['RCC_API_KEYS', 'short', 'holds a key shorter than 20 characters'],
  ['RCC_API_KEYS', 'sha256:abc', 'holds a sha256: entry without 64 hex digits'],
  ['STRIPE_WEBHOOK_SECRET', 'whsec_short', 'must be secrets of at least 20 characters each, separated by commas'],
])('stops the start for %s=%s with its meaning and an example', (name, value, problem) => {
  const { message, problems } = refusal({ [name]: value });
  expect(problems.map((one) => one.name)).toEqual([name]);
  expect(message).toContain(`${name} ${problem}`);
  expect(message).toContain(`Meaning: ${problems[0]?.meaning}`);
  expect(message).toContain(`Example: ${name}=`);
});

it('names all problems at once', () => {
  expect(refusal({ PORT: 'x', LOG_LEVEL: 'y' }).problems).toHaveLength(2);
});

it('never shows the value of a secret', () => {
  const { message } = refusal({ RCC_API_KEYS: 'top-secret', DATABASE_URL: 'mysql://me:hidden@db/x' });
  expect(message).not.toMatch(/top-secret|hidden/);
});

it('keeps hashes of the API keys, never the keys', () => {
  const hash = createHash('sha256').update(KEY).digest('hex');
  const other = 'F'.repeat(64);
  const { apiKeyHashes } = readSettings({ RCC_API_KEYS: `${KEY}, sha256:${other}` });
  expect(apiKeyHashes).toEqual([hash, other.toLowerCase()]);
});

it.each(['PUBLIC_URL', 'SURVEY_SIGNING_KEYS'])('needs %s beyond loopback', (name) => {
  const { problems } = refusal({ ...beyond, RCC_API_KEYS: KEY, [name]: '' });
  const problem = 'is needed because HOST is 0.0.0.0, not a loopback address';
  expect(problems).toEqual([expect.objectContaining({ name, problem })]);
});

it('reads the signing keys in their order, and refuses short ones without showing them', () => {
  const { surveySigningKeys } = readSettings({ SURVEY_SIGNING_KEYS: `${SIGNING_KEY}2, ${SIGNING_KEY},` });
  expect(surveySigningKeys).toEqual([`${SIGNING_KEY}2`, SIGNING_KEY]);
  const { message } = refusal({ SURVEY_SIGNING_KEYS: `${SIGNING_KEY},much-too-short` });
  expect(message).toContain('SURVEY_SIGNING_KEYS must be keys of at least 32 characters each, separated by commas.');
  expect(message).not.toContain('much-too-short');
  expect(refusal({ SURVEY_SIGNING_KEYS: ',' }).problems).toHaveLength(1);
});

it('reads the public address without its closing slash, and takes http on this machine only', () => {
  expect(readSettings({ PUBLIC_URL: 'https://example.com/support/' }).publicUrl).toBe('https://example.com/support');
  expect(readSettings({ PUBLIC_URL: 'http://localhost:5000' }).publicUrl).toBe('http://localhost:5000');
});

it('speaks to stand-ins when no key is set', () => {
  const { commerce, production } = readSettings(sandboxes);
  expect(production).toBe(false);
  expect(commerce).toMatchObject({
    shopify: { origin: 'sandbox', baseUrl: 'http://127.0.0.1:4001' },
    ups: { origin: 'sandbox' },
    fedex: { origin: 'sandbox' },
    stripe: { origin: 'sandbox' },
  });
});

it('switches vendors without keys off once one live key is set', () => {
  const { commerce, production } = readSettings({ ...sandboxes, STRIPE_API_KEY: 'rk_live_x', RCC_API_KEYS: KEY });
  expect(production).toBe(true);
  expect(commerce.stripe).toEqual({ origin: 'live', baseUrl: 'https://api.stripe.com', apiKey: 'rk_live_x' });
  expect([commerce.shopify, commerce.ups, commerce.fedex]).toEqual([undefined, undefined, undefined]);
});

it('keeps answers of vendors as long as it is told, and counts days where the shop is', () => {
  expect(readSettings({}).commerce).toMatchObject({
    memory: { freshMs: 10_000, staleMs: 14_400_000 },
    timeZone: 'UTC',
  });
  const told = {
    VENDOR_ANSWER_FRESH_SECONDS: '0',
    VENDOR_ANSWER_KEPT_MINUTES: '5',
    BUSINESS_TIMEZONE: 'Europe/Madrid',
  };
  expect(readSettings(told).commerce).toMatchObject({
    memory: { freshMs: 0, staleMs: 300_000 },
    timeZone: 'Europe/Madrid',
  });
});

it('never uses a stand-in beyond loopback', () => {
  const { commerce } = readSettings({ ...sandboxes, ...beyond, RCC_API_KEYS: KEY });
  expect([commerce.shopify, commerce.ups, commerce.fedex, commerce.stripe]).toEqual(Array(4).fill(undefined));
});

it.each([
  ['HOST', beyond, 'is needed because HOST is 0.0.0.0, not a loopback address'],
  ['a live commerce key', { STRIPE_API_KEY: 'rk_live_x' }, 'is needed because a live key is set'],
  [
    'a live model key',
    { AZURE_OPENAI_API_KEY: 'k', AZURE_OPENAI_ENDPOINT: 'https://x.openai.azure.com' },
    'is needed because a live key is set',
  ],
])('needs RCC_API_KEYS with %s', (_name, environment, problem) => {
  const { problems } = refusal(environment);
  expect(problems).toEqual([expect.objectContaining({ name: 'RCC_API_KEYS', problem })]);
});

it.each([
  ['SHOPIFY_STORE_URL', { SHOPIFY_ACCESS_TOKEN: 't' }, 'SHOPIFY_ACCESS_TOKEN'],
  ['FEDEX_SECRET_KEY', { FEDEX_API_KEY: 't' }, 'FEDEX_API_KEY'],
  ['FEDEX_API_KEY', { FEDEX_SECRET_KEY: 't' }, 'FEDEX_SECRET_KEY'],
  ['UPS_CLIENT_SECRET', { UPS_API_KEY: 't' }, 'UPS_API_KEY'],
  ['AZURE_OPENAI_ENDPOINT', { AZURE_OPENAI_API_KEY: 't' }, 'AZURE_OPENAI_API_KEY'],
])('asks for %s, the partner of what is set', (missing, environment, partner) => {
  const { problems } = refusal({ ...environment, RCC_API_KEYS: KEY });
  expect(problems).toEqual([
    expect.objectContaining({ name: missing, problem: `is missing; it belongs to ${partner}` }),
  ]);
});

it.each([
  ['SHOPIFY_STORE_URL', { SHOPIFY_STORE_URL: 'localhost:4001', SHOPIFY_ACCESS_TOKEN: 't' }],
  ['UPS_BASE_URL', { UPS_BASE_URL: 'https://127.0.0.1', UPS_API_KEY: 'a', UPS_CLIENT_SECRET: 'b' }],
  ['FEDEX_BASE_URL', { FEDEX_BASE_URL: 'http://apis.fedex.com', FEDEX_API_KEY: 'a', FEDEX_SECRET_KEY: 'b' }],
  ['AZURE_OPENAI_ENDPOINT', { AZURE_OPENAI_ENDPOINT: 'https://localhost', AZURE_OPENAI_API_KEY: 'a' }],
  ['UPS_SANDBOX_URL', { UPS_SANDBOX_URL: 'http://ups.example.com' }],
])('refuses a live address on loopback, and a stand-in beyond it: %s', (name, environment) => {
  expect(refusal({ ...environment, RCC_API_KEYS: KEY }).problems.map((one) => one.name)).toEqual([name]);
});

it('knows loopback from everything else', () => {
  expect(['localhost', 'LOCALHOST', '127.0.0.1', '127.9.9.9', '::1', '[::1]'].every(isLoopbackHost)).toBe(true);
  const others = ['0.0.0.0', '::', '10.0.0.1', 'localhost.example.com', '127.0.0.1.example.com', ''];
  expect(others.some(isLoopbackHost)).toBe(false);
});

it.each(Object.entries(catalogue) as [string, Setting<unknown>][])(
  '%s has a meaning in a full sentence and an example it accepts',
  (_name, setting) => {
    expect(setting.meaning).toMatch(/^[A-Z].*[.]$/);
    expect(() => setting.parse(setting.example)).not.toThrow();
    if (setting.fallback !== undefined) expect(() => setting.parse(setting.fallback ?? '')).not.toThrow();
  },
);

it('.env.example gives every example as it is, once the # in front is taken away', () => {
  const examples = Object.entries(catalogue).map(([name, { example }]) => [name, example] as const);
  expect(parseEnv(envExample().replace(/^#(?=[A-Z_]+=)/gm, ''))).toEqual(Object.fromEntries(examples));
});

it('no name is in two groups', () => {
  const names = Object.values(groups).flatMap((group) => Object.keys(group));
  expect(names).toHaveLength(Object.keys(catalogue).length);
});

it('either reads settings or names a setting, whatever the environment holds', () => {
  const name = fc.constantFrom(...Object.keys(catalogue));
  const value = fc.oneof(fc.string(), fc.webUrl(), fc.nat().map(String), fc.constant('localhost'));
  fc.assert(
    fc.property(fc.dictionary(name, value), (environment) => {
      try {
        readSettings(environment);
      } catch (error) {
        expect(error).toBeInstanceOf(SettingsError);
        for (const problem of (error as SettingsError).problems) expect(catalogue).toHaveProperty(problem.name);
      }
    }),
  );
});

describe('how the shop speaks', () => {
  it('is formal with the usual signature when nothing is said', () => {
    expect(readSettings({}).replyWording).toEqual({ tone: 'formal', shopName: undefined, signatures: {} });
  });
  it('has a signature for each language, with new lines', () => {
    const REPLY_SIGNATURE = String.raw`en=Kind regards,\nYour team at Trail & Co; Bern;es=Un saludo,\n Trail & Co`;
    expect(readSettings({ REPLY_TONE: 'friendly', REPLY_SIGNATURE }).replyWording).toMatchObject({
      tone: 'friendly',
      signatures: { en: 'Kind regards,\nYour team at Trail & Co; Bern', es: 'Un saludo,\nTrail & Co' },
    });
  });
  it.each([
    ['REPLY_SIGNATURE', 'Kind regards'],
    ['REPLY_SIGNATURE', 'it=Saluti'],
    ['REPLY_SIGNATURE', 'en='],
    ['REPLY_TONE', 'rude'],
  ])('is refused by the name of the setting: %s=%s', (name, value) => {
    expect(refusal({ [name]: value }).problems.map((problem) => problem.name)).toEqual([name]);
  });
});
