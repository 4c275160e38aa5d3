import { azureOpenAiSettings } from './azure-openai-settings';
import { readValues } from './read-values';

const live = { AZURE_OPENAI_ENDPOINT: 'https://x.openai.azure.com/', AZURE_OPENAI_API_KEY: 'k' };
const identity = { AZURE_OPENAI_ENDPOINT: 'https://x.openai.azure.com', AZURE_OPENAI_IDENTITY: 'default' };
const sandbox = { AZURE_OPENAI_SANDBOX_URL: 'http://127.0.0.1:4005' };

function read(environment: Record<string, string>, { sandboxAllowed = true, canSignIn = true } = {}) {
  const { values, problems } = readValues(environment);
  const settings = azureOpenAiSettings(values, sandboxAllowed, problems, () => canSignIn);
  return { settings, problems: problems.map(({ name, problem }) => `${name} ${problem}`) };
}

it('says what a model costs, how long it may take and how many questions run at once, by default', () => {
  expect(read(live)).toEqual({
    settings: {
      origin: 'live',
      endpoint: 'https://x.openai.azure.com',
      apiKey: 'k',
      identity: undefined,
      apiVersion: undefined,
      deployment: 'gpt-4o-mini',
      family: undefined,
      reasoningEffort: undefined,
      timeoutMs: 8000,
      concurrency: 8,
      prices: { input: 0.15, output: 0.6 },
      dailyBudget: undefined,
    },
    problems: [],
  });
});

it('takes what is set', () => {
  const { settings, problems } = read({
    ...live,
    AZURE_OPENAI_API_VERSION: '2025-03-01-preview',
    AZURE_OPENAI_MODEL_FAMILY: 'reasoning',
    AZURE_OPENAI_REASONING_EFFORT: 'low',
    AZURE_OPENAI_PRICE_INPUT: '2',
    AZURE_OPENAI_PRICE_OUTPUT: '8.5',
    AI_DAILY_BUDGET: '0',
    AI_CONCURRENCY: '2',
  });
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({
    apiVersion: '2025-03-01-preview',
    family: 'reasoning',
    reasoningEffort: 'low',
    prices: { input: 2, output: 8.5 },
    dailyBudget: 0,
    concurrency: 2,
  });
});

it('signs in by an identity instead of a key', () => {
  expect(read(identity)).toMatchObject({ settings: { identity: 'default', apiKey: undefined }, problems: [] });
});

it('uses the stand-in where it may, and only without a key', () => {
  expect(read(sandbox).settings).toMatchObject({ origin: 'sandbox', endpoint: 'http://127.0.0.1:4005' });
  expect(read(sandbox, { sandboxAllowed: false }).settings).toBeUndefined();
  expect(read({ ...sandbox, ...live }).settings).toMatchObject({ origin: 'live' });
});

it.each([
  [
    { ...live, AZURE_OPENAI_IDENTITY: 'default' },
    {},
    /^AZURE_OPENAI_IDENTITY must be left out with AZURE_OPENAI_API_KEY/,
  ],
  [
    identity,
    { canSignIn: false },
    /^AZURE_OPENAI_IDENTITY needs the package @azure\/identity, .*npm install @azure\/identity/,
  ],
  [{ AZURE_OPENAI_IDENTITY: 'default' }, {}, /^AZURE_OPENAI_ENDPOINT is missing; it belongs to AZURE_OPENAI_IDENTITY/],
  [{ AZURE_OPENAI_API_KEY: 'k' }, {}, /^AZURE_OPENAI_ENDPOINT is missing; it belongs to AZURE_OPENAI_API_KEY/],
  [{ ...live, AZURE_OPENAI_ENDPOINT: 'http://x.example.com' }, {}, /^AZURE_OPENAI_ENDPOINT must begin with https/],
  [{ AZURE_OPENAI_SANDBOX_URL: 'http://x.example.com' }, {}, /^AZURE_OPENAI_SANDBOX_URL must be a loopback address/],
  [
    { ...live, AZURE_OPENAI_ENDPOINT: 'https://api.openai.com/v1', AZURE_OPENAI_API_VERSION: '2024-10-21' },
    {},
    /^AZURE_OPENAI_API_VERSION has no meaning/,
  ],
  [{ AZURE_OPENAI_API_VERSION: 'newest' }, {}, /^AZURE_OPENAI_API_VERSION must be a date/],
  [{ AZURE_OPENAI_MODEL_FAMILY: 'gpt' }, {}, /^AZURE_OPENAI_MODEL_FAMILY must be one of auto, sampling, reasoning/],
  [{ AZURE_OPENAI_REASONING_EFFORT: 'Very high' }, {}, /^AZURE_OPENAI_REASONING_EFFORT must be one word/],
  [{ AI_DAILY_BUDGET: '-1' }, {}, /^AI_DAILY_BUDGET must be an amount in US dollars/],
  [{ AZURE_OPENAI_PRICE_INPUT: '$1' }, {}, /^AZURE_OPENAI_PRICE_INPUT must be an amount in US dollars/],
  [{ AI_CONCURRENCY: '0' }, {}, /^AI_CONCURRENCY must be a whole number from 1/],
])('names what is wrong with %j, and what helps', (environment, more, problem) => {
  const { problems } = read(environment as Record<string, string>, more);
  expect(problems).toEqual([expect.stringMatching(problem)]);
});
