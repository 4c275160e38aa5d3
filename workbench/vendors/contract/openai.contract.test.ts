import OpenAI, { AzureOpenAI } from 'openai';
import { CLASSIFICATION_SCHEMA } from '../../../proxy/src/ai/classification';
import { createLanguageModel } from '../../../proxy/src/ai/create-language-model';
import { shippedPrompt } from '../../../proxy/src/ai/prompt-file';
import { classificationOf } from '../../../proxy/src/triage/ask-model';
import { readMessage } from '../../../proxy/src/triage/read-message';
import { CHAT_PARAMETERS } from '../openai/chat-request';
import { MODEL_FAULT_KINDS } from '../openai/model-faults';
import { strictSchemaProblem } from '../openai/strict-schema';
import { SANDBOX_CREDENTIAL } from '../sandbox-credential';
import { modelSettings, type ModelStyle } from '../sandbox-settings';
import type { Fault } from '../scenarios/scenario-order';
import { startVendorSandboxes, type VendorSandboxes } from '../start-vendor-sandboxes';
import { contractBook, type Need } from './contract-book';
import { openApiContract, type OpenApiDocument } from './open-api-contract';
import type { Spoken } from './recorded-transport';
import { describeWithSpecifications, specificationObject } from './reference';
import { having, listOf, orNull, text } from './shape';

const document = (file: string) => specificationObject(file) as OpenApiDocument;
/** What the classifier relies on. */
const completion = having({
  model: text,
  choices: listOf(having({ finish_reason: text, message: having({ content: orNull({ type: 'string' }) }) }), 1),
});
const NEEDS: Need[] = [
  { operation: 'POST /chat/completions', status: 200, schema: completion },
  { operation: 'POST /deployments/{deployment-id}/chat/completions', status: 200, schema: completion },
];
/** OpenAI itself has no filter in front of its models. */
const AZURE_ONLY = /filter/;
const FAULTS: (Fault | null)[] = [
  null,
  ...MODEL_FAULT_KINDS.filter((kind) => kind !== 'transfer_cut').map((kind): Fault => ({ kind })),
  { kind: 'server_error' },
  { kind: 'unauthorized' },
  { kind: 'rate_limited' },
  { kind: 'rate_limited', retryAfterSeconds: 86_400 },
  { kind: 'rate_limited', headers: { 'retry-after': '-1', 'retry-after-ms': '-1' } },
];

describeWithSpecifications('the contract with OpenAI and Azure OpenAI', () => {
  let sandboxes: VendorSandboxes;
  let heard: Spoken[] = [];
  const fetched = globalThis.fetch;

  beforeAll(async () => {
    sandboxes = await startVendorSandboxes({ now: () => new Date('2026-03-10T12:00:00Z') });
    globalThis.fetch = async (input, init) => {
      const response = await fetched(input, init);
      const url = new URL(String(input));
      heard.push({
        request: {
          method: init?.method?.toUpperCase() as 'POST',
          path: `${url.pathname}${url.search}`,
          headers: Object.fromEntries(new Headers(init?.headers)),
          body: String(init?.body),
        },
        answer: {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          text: await response.clone().text(),
        },
      });
      return response;
    };
  });
  afterEach(() => {
    heard = [];
    sandboxes.setFault('openai', null);
  });
  afterAll(async () => {
    globalThis.fetch = fetched;
    await sandboxes.close();
  });

  const shared = { apiKey: SANDBOX_CREDENTIAL, maxRetries: 0, organization: null, project: null };
  const dated = () =>
    new AzureOpenAI({
      ...shared,
      endpoint: sandboxes.openai,
      apiVersion: '2025-03-01-preview',
      deployment: 'gpt-4o-mini',
    });
  const openai = () => new OpenAI({ ...shared, baseURL: `${sandboxes.openai}/v1` });
  const azure = () => new OpenAI({ ...shared, baseURL: `${sandboxes.openai}/openai/v1` });
  const message = { channel: 'email' as const, subject: 'Order', text: 'Where is order 12345?' };
  const task = classificationOf(message, readMessage(message), shippedPrompt('triage')());
  // Short, so that limits are not waited out.
  const classify = (style: ModelStyle, deployment = 'gpt-4o-mini') =>
    createLanguageModel({ ...modelSettings(sandboxes, style), deployment, timeoutMs: 500 }).ask(task);
  const responseFormat = {
    type: 'json_schema' as const,
    json_schema: { name: 'classification', strict: true, schema: CLASSIFICATION_SCHEMA },
  };
  const question = {
    model: 'gpt-4o-mini',
    messages: [{ role: 'user' as const, content: 'Hi' }],
    response_format: responseFormat,
  };

  const STYLES = [
    ['openai', 'openai', 'openai.subset.json', '/v1', openai],
    ['azure-v1', 'azure', 'azure.aoai-v1.subset.json', '/openai/v1', azure],
    ['azure-dated', 'azure dated', 'azure.aoai-2025-03-01-preview.subset.json', '/openai', dated],
  ] as const;

  it.each(STYLES)(
    'is kept in the style of %s, but where it is known not to be',
    async (vendor, style, file, base, client) => {
      const book = contractBook(vendor, [openApiContract(document(file), base)], NEEDS);
      const quietly = (asked: PromiseLike<unknown>) => Promise.resolve(asked).catch(() => undefined);
      for (const fault of FAULTS.filter((one) => vendor !== 'openai' || !AZURE_ONLY.test(one?.kind ?? ''))) {
        sandboxes.setFault('openai', fault);
        await quietly(classify(style));
        book.talk(heard.splice(0));
        await quietly(client().chat.completions.create(question));
        const stream = { ...question, stream: true as const, stream_options: { include_usage: true } };
        await quietly(client().chat.completions.create(stream));
        // These requests are the package's, not ours.
        book.answers(heard.splice(0));
      }
      sandboxes.setFault('openai', null);
      for (const deployment of ['gpt-6-luna', 'no-such-model']) await quietly(classify(style, deployment));
      book.talk(heard.splice(0));
      await quietly(client().chat.completions.create({ ...question, max_tokens: 5, model: 'gpt-6-luna' }));
      book.answers(heard.splice(0));
      expect(book.verdict()).toEqual({ unexplained: [], needless: [] });
    },
  );

  it('has a schema in every request that strict mode takes', () => {
    expect(strictSchemaProblem(CLASSIFICATION_SCHEMA)).toBeNull();
  });

  it('knows every parameter that the sandbox knows, and no other', () => {
    const { components } = document('openai.subset.json');
    const properties = (schema: { $ref?: string; allOf?: object[]; properties?: object }): string[] => [
      ...Object.keys(schema.properties ?? {}),
      ...(schema.allOf ?? []).flatMap(properties),
      ...(schema.$ref ? properties(components!.schemas![schema.$ref.split('/').at(-1)!]!) : []),
    ];
    const theirs = properties(components!.schemas!.CreateChatCompletionRequest!);
    expect([...CHAT_PARAMETERS].sort()).toEqual([...new Set(theirs)].sort());
  });
});
