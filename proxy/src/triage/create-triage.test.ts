import { AiFailure } from '../ai/ai-failure';
import { createLanguageModel } from '../ai/create-language-model';
import { answer, completion, loopbackModel } from '../ai/loopback-model.fixture';
import { shippedPrompt } from '../ai/prompt-file';
import { createTriage } from './create-triage';
import { OFFLINE_MODEL } from './offline-verdict';
import { triageOffline } from './triage-offline';
import { shippedTriagePolicy } from './review/triage-policy';

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

async function triageWith(reply: Parameters<typeof loopbackModel>[0], timeoutMs = 2000) {
  const service = await loopbackModel(reply);
  close = service.close;
  const model = createLanguageModel({ endpoint: service.url, apiKey: 'k', deployment: 'gpt-4o-mini', timeoutMs });
  const triage = createTriage({ policy: shippedTriagePolicy, ai: { model, prompt: shippedPrompt('triage') } });
  return { ...service, service: triage };
}

const verdict = (more = {}) =>
  completion({
    intent: 'order_tracking',
    confidence: 0.95,
    sentiment: 'neutral',
    priority: 'normal',
    several_requests: false,
    ...more,
  });

const message = (text: string) => ({ channel: 'chat' as const, text });

test('without AI settings the offline model answers', async () => {
  const service = createTriage({ policy: shippedTriagePolicy });
  expect(await service.triage(message('Where is order 12345?'))).toEqual(
    triageOffline(message('Where is order 12345?')),
  );
});

describe('with a language model', () => {
  test('"Where is order 12345?": its verdict, entities from code', async () => {
    const { service } = await triageWith(answer(200, verdict()));
    const triage = await service.triage(message('Where is order 12345?'));
    expect(triage).toMatchObject({
      intent: 'order_tracking',
      order_id: 'ORD-12345',
      requires_human_review: false,
      model: 'gpt-test-2026',
      model_version: `triage-${shippedPrompt('triage')().version}`,
    });
    expect(triage.confidence).toBeGreaterThan(0.9);
  });

  test('"How do I return my order?"', async () => {
    const { service } = await triageWith(answer(200, verdict({ intent: 'returns' })));
    expect(await service.triage(message('How do I return my order?'))).toMatchObject({
      team: 'returns',
      requires_human_review: false,
    });
  });

  test('against a sure offline reading its word alone is not enough, however sure it calls itself', async () => {
    const { service } = await triageWith(answer(200, verdict({ intent: 'product_information', confidence: 1 })));
    const sure = 'Where is order 12345?';
    const offline = triageOffline(message(sure));
    const triage = await service.triage(message(sure));
    expect(offline).toMatchObject({ intent: 'order_tracking', requires_human_review: false });
    expect(triage.intent).toBe('product_information');
    expect(triage.confidence).toBeLessThan(0.9);
  });

  test.each([
    ['I was charged twice!', { intent: 'payment_issue', team: 'payments' }],
    ['The charger caught fire and burnt my hand', {}],
    ['Somebody hacked my account', {}],
    ['You will hear from my lawyer', {}],
  ])('"%s" stays critical whatever the model says', async (text, more) => {
    const { service } = await triageWith(
      answer(200, verdict({ intent: 'product_information', priority: 'low', sentiment: 'positive', confidence: 1 })),
    );
    expect(await service.triage(message(text))).toMatchObject({
      priority: 'critical',
      requires_human_review: true,
      ...more,
    });
  });

  test('what the rules find urgent the model can raise, not lower', async () => {
    const urgent = 'This is the third time I write and I am furious: my parcel is lost and I need it by Friday!';
    const low = await triageWith(
      answer(200, verdict({ intent: 'delivery_issue', priority: 'low', sentiment: 'negative' })),
    );
    expect(triageOffline(message(urgent)).priority).toBe('high');
    expect((await low.service.triage(message(urgent))).priority).toBe('high');
    await low.close();
    const critical = await triageWith(answer(200, verdict({ priority: 'critical', sentiment: 'negative' })));
    expect((await critical.service.triage(message(urgent))).priority).toBe('critical');
    expect((await critical.service.triage(message('Where is order 12345?'))).priority).toBe('critical');
  });

  test('a gentle word of the model calms nothing: the rules hear the more negative of both tones', async () => {
    const angry = 'Terrible service, my parcel 12345 never came, I am very angry, answer by tomorrow or else.';
    const offline = triageOffline(message(angry));
    expect(offline).toMatchObject({ priority: 'high', sentiment: 'negative' });
    const { service } = await triageWith(
      answer(200, verdict({ intent: 'delivery_issue', priority: 'low', sentiment: 'positive' })),
    );
    expect(await service.triage(message(angry))).toMatchObject({
      priority: 'high',
      sentiment: 'negative',
      review_reasons: expect.arrayContaining(['high_priority_negative']) as string[],
    });
  });

  test.each([
    ['the filter', answer(400, { error: { code: 'content_filter' } }), 'content_filter'],
    ['the model', answer(200, completion('', {}, { refusal: 'no' })), 'refusal'],
  ])('what %s declines to read goes to a person', async (_, reply, reason) => {
    const { service } = await triageWith(reply);
    expect(triageOffline(message('Where is order 12345?')).requires_human_review).toBe(false);
    expect(await service.triage(message('Where is order 12345?'))).toMatchObject({
      requires_human_review: true,
      review_reasons: ['safety'],
      model: `${OFFLINE_MODEL} (ai ${reason})`,
    });
  });

  test('the name of the sender stays here', async () => {
    const { service, seen } = await triageWith(answer(200, verdict()));
    await service.triage({
      channel: 'email',
      text: 'maria lopez asks: where is 12345?',
      from_email: 'María López <m@x.com>',
    });
    expect(JSON.stringify(seen[0]?.body)).not.toMatch(/lopez/i);
  });

  test('an order number the model invents cannot enter', async () => {
    const { service } = await triageWith(answer(200, completion({ intent: 'returns', order_id: 'ORD-99999' })));
    expect(await service.triage(message('Where is my order?'))).toMatchObject({
      order_id: null,
      model: `${OFFLINE_MODEL} (ai bad_answer)`,
    });
  });

  test('personal data stays here, order and parcel numbers go along', async () => {
    const { service, seen } = await triageWith(answer(200, verdict()));
    await service.triage({
      channel: 'email',
      subject: 'order 12345 of anna@example.com',
      text:
        'I am anna@example.com, card 4111 1111 1111 1111, IBAN DE89 3704 0044 0532 0130 00, call +44 20 7946 0958. ' +
        `UPS 1Z5R89390357567127? ${'So it goes. '.repeat(800)}`,
    });
    const sent = JSON.stringify(seen[0]?.body);
    for (const secret of ['anna@', '4111', '7946', '3704']) expect(sent).not.toContain(secret);
    for (const kept of ['12345', '1Z5R89390357567127']) expect(sent).toContain(kept);
    // Long messages are cut.
    expect(sent.length).toBeLessThan(16_000);
  });

  test('a long message is cut only after it was redacted: half a card number would not look like one', async () => {
    const { service, seen } = await triageWith(answer(200, verdict()));
    for (const before of [7980, 7985, 7990, 7995]) {
      await service.triage(message(`${'so it goes '.repeat(800).slice(0, before - 1)} 4111 1111 1111 1111 is my card`));
    }
    expect(seen).toHaveLength(4);
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toContain('4111');
  });

  test('when it fails the offline model answers and says so', async () => {
    const { service } = await triageWith(answer(429, {}, { 'retry-after': '86400' }));
    const offline = triageOffline(message('Where is order 12345?'));
    expect(await service.triage(message('Where is order 12345?'))).toEqual({
      ...offline,
      model: `${OFFLINE_MODEL} (ai rate_limited)`,
    });
  });

  test('a fault of our own is not taken for one of the model', async () => {
    const ask = () => Promise.reject(new TypeError('ours'));
    const ai = { model: { ask }, prompt: shippedPrompt('triage') };
    await expect(createTriage({ policy: shippedTriagePolicy, ai }).triage(message('Hi there'))).rejects.toThrow('ours');
    const failing = { ...ai, model: { ask: () => Promise.reject(new AiFailure('busy')) } };
    const triage = await createTriage({ policy: shippedTriagePolicy, ai: failing }).triage(message('Hi there'));
    expect(triage.model).toBe(`${OFFLINE_MODEL} (ai busy)`);
  });

  test('an empty message costs no call', async () => {
    const { service, seen } = await triageWith(answer(200, verdict()));
    expect((await service.triage(message(' '))).review_reasons).toContain('empty_message');
    expect(seen).toHaveLength(0);
  });
});
