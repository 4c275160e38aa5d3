import { answer, completion, loopbackModel } from '../ai/loopback-model.fixture';
import { createTriage } from './create-triage';
import { triageOffline } from './triage-offline';
import { evenPolicy } from './review/triage-policy';

const settingsFor = (endpoint: string) => ({ endpoint, apiKey: 'k', deployment: 'gpt-4o-mini', timeoutMs: 2000 });

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

async function triageWith(reply: Parameters<typeof loopbackModel>[0]) {
  const model = await loopbackModel(reply);
  close = model.close;
  return { ...model, service: createTriage({ policy: evenPolicy, azureOpenAi: settingsFor(model.url) }) };
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
  const service = createTriage({ policy: evenPolicy });
  expect(await service.triage(message('Where is order 12345?'))).toEqual(
    triageOffline(message('Where is order 12345?')),
  );
});

describe('with a language model', () => {
  test('"Where is order 12345?": its verdict, entities from code', async () => {
    const { service } = await triageWith(answer(200, verdict()));
    expect(await service.triage(message('Where is order 12345?'))).toMatchObject({
      intent: 'order_tracking',
      confidence: 0.95,
      order_id: 'ORD-12345',
      requires_human_review: false,
      model: 'gpt-test-2026',
      model_version: 'prompt-1',
    });
  });

  test('"How do I return my order?"', async () => {
    const { service } = await triageWith(answer(200, verdict({ intent: 'returns' })));
    expect(await service.triage(message('How do I return my order?'))).toMatchObject({
      team: 'returns',
      requires_human_review: false,
    });
  });

  test('"I was charged twice!" stays critical whatever the model says', async () => {
    const { service } = await triageWith(
      answer(200, verdict({ intent: 'payment_issue', priority: 'low', sentiment: 'negative' })),
    );
    expect(await service.triage(message('I was charged twice!'))).toMatchObject({
      priority: 'critical',
      requires_human_review: true,
      team: 'payments',
    });
  });

  test('an order number the model invents cannot enter', async () => {
    const { service } = await triageWith(answer(200, completion({ intent: 'returns', order_id: 'ORD-99999' })));
    expect(await service.triage(message('Where is my order?'))).toMatchObject({
      order_id: null,
      model: 'offline-rules (ai bad_answer)',
    });
  });

  test('personal data stays here, order and parcel numbers go along', async () => {
    const { service, seen } = await triageWith(answer(200, verdict()));
    await service.triage({
      channel: 'email',
      subject: 'order 12345',
      text: 'I am anna@example.com, card 4111 1111 1111 1111, +44 20 7946 0958. UPS 1Z5R89390357567127?',
    });
    const sent = JSON.stringify(seen[0]?.body.messages);
    for (const secret of ['anna@', '4111', '7946']) expect(sent).not.toContain(secret);
    for (const kept of ['12345', '1Z5R89390357567127']) expect(sent).toContain(kept);
  });

  test('when it fails the offline model answers and says so', async () => {
    const { service } = await triageWith(answer(429, {}, { 'retry-after': '86400' }));
    const offline = triageOffline(message('Where is order 12345?'));
    expect(await service.triage(message('Where is order 12345?'))).toEqual({
      ...offline,
      model: 'offline-rules (ai rate_limited)',
    });
  });

  test('an empty message costs no call', async () => {
    const { service, seen } = await triageWith(answer(200, verdict()));
    expect((await service.triage(message(' '))).review_reasons).toContain('empty_message');
    expect(seen).toHaveLength(0);
  });
});
