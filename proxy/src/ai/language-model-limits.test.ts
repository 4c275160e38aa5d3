import type { ServerResponse } from 'node:http';
import { openMemoryStore } from '../events/memory-store';
import type { Store } from '../events/store';
import { createLanguageModel, type LanguageModelOptions } from './create-language-model';
import type { AzureOpenAiSettings } from './azure-openai-settings';
import { answer, completion, loopbackModel } from './loopback-model.fixture';
import { createModelLedger } from './model-ledger';
import { GOOD_ANSWER, reasonOf, taskAbout } from './model-task.fixture';

type Service = Awaited<ReturnType<typeof loopbackModel>>;

const opened: Service[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((service) => service.close()));
});

const good = answer(200, completion(GOOD_ANSWER));

async function serviceThat(reply: Parameters<typeof loopbackModel>[0]): Promise<Service> {
  const service = await loopbackModel(reply);
  opened.push(service);
  return service;
}

const modelOf = (service: Service, more: Partial<AzureOpenAiSettings> = {}, options: LanguageModelOptions = {}) =>
  createLanguageModel(
    { endpoint: service.url, apiKey: 'k', deployment: 'gpt-4o-mini', timeoutMs: 2000, ...more },
    options,
  );

/** A clock that only the test moves; waiting moves it too. */
function fakeClock() {
  let at = 0;
  const waits: number[] = [];
  return {
    waits,
    clock: () => at,
    pass: (ms: number) => (at += ms),
    wait: (ms: number) => {
      waits.push(ms);
      at += ms;
      return Promise.resolve();
    },
  };
}

/** A service that answers only when it is let. */
async function heldService() {
  const held: ServerResponse[] = [];
  let arrived: () => void = () => undefined;
  const service = await serviceThat((response) => {
    held.push(response);
    arrived();
  });
  return {
    ...service,
    /** Waits until so many calls are held. */
    async holds(count: number) {
      while (held.length < count) await new Promise<void>((resolve) => (arrived = resolve));
    },
    release: () => held.splice(0).forEach((response) => good(response, service.seen[0]!)),
  };
}

describe('equal questions at the same time', () => {
  test('100 equal questions are one call', async () => {
    const service = await heldService();
    const model = modelOf(service);
    const asked = Array.from({ length: 100 }, () => model.ask(taskAbout()));
    await service.holds(1);
    service.release();
    const answers = await Promise.all(asked);
    expect(new Set(answers.map(({ value }) => JSON.stringify(value)))).toEqual(new Set(['{"verdict":"yes"}']));
    expect(service.seen).toHaveLength(1);
  });

  test('other words, another prompt or another purpose are another question; afterwards one asks anew', async () => {
    const service = await serviceThat(good);
    const model = modelOf(service);
    const task = taskAbout();
    const others = [
      taskAbout('other'),
      { ...task, prompt: { ...task.prompt, version: '8' } },
      { ...task, purpose: 'reply' as const },
    ];
    await Promise.all([task, ...others].map((one) => model.ask(one)));
    await model.ask(task);
    expect(service.seen).toHaveLength(5);
  });

  test('a caller who gives up ends it for nobody else, the last one ends it', async () => {
    const service = await heldService();
    const model = modelOf(service);
    const [one, other] = [new AbortController(), new AbortController()];
    const [first, second, third] = [
      reasonOf(model.ask(taskAbout(), one.signal)),
      reasonOf(model.ask(taskAbout())),
      reasonOf(model.ask(taskAbout('other'), other.signal)),
    ];
    await service.holds(2);
    one.abort();
    other.abort();
    expect([await first, await third]).toEqual(['timeout', 'timeout']);
    service.release();
    expect(await second).toBe('none');
    expect(await reasonOf(model.ask(taskAbout(), AbortSignal.abort()))).toBe('timeout');
    expect(service.seen).toHaveLength(2);
  });
});

test('so many questions run at once, a few wait, the others are told at once', async () => {
  const service = await heldService();
  const model = modelOf(service, { concurrency: 2 });
  const asked = Array.from({ length: 9 }, (_, index) => reasonOf(model.ask(taskAbout(`question ${index}`))));
  await service.holds(2);
  expect(await Promise.all(asked.slice(6))).toEqual(['busy', 'busy', 'busy']);
  expect(service.seen).toHaveLength(2);
  for (let done = 0; done < 6; done += 2) {
    await service.holds(2);
    service.release();
  }
  expect(await Promise.all(asked.slice(0, 6))).toEqual(Array(6).fill('none'));
  expect(service.seen).toHaveLength(6);
});

describe('a service that limits calls', () => {
  const limited = (headers: Record<string, string>) => answer(429, { error: { code: '429', message: '' } }, headers);

  test.each([
    ['in milliseconds, which go before seconds', { 'retry-after-ms': '700', 'retry-after': '1' }, 700],
    ['in seconds', { 'retry-after': '1' }, 1000],
    ['as a date', { 'retry-after': 'Sun, 01 Mar 2026 12:00:01 GMT' }, 1000],
    ['of -1', { 'retry-after-ms': '-1', 'retry-after': '-1' }, 1000],
    ['of 0', { 'retry-after': '0' }, 1000],
    ['left out', {}, 1000],
  ])('a wait %s is waited out once', async (_, headers, ms) => {
    const replies = [limited(headers as Record<string, string>), good];
    const service = await serviceThat((...exchange) => replies.shift()!(...exchange));
    const { clock, wait, waits } = fakeClock();
    const model = modelOf(service, {}, { clock, wait, now: () => new Date('2026-03-01T12:00:00Z') });
    expect((await model.ask(taskAbout())).value).toEqual(GOOD_ANSWER);
    expect(waits).toEqual([ms]);
  });

  test('a second limit is not waited out', async () => {
    const service = await serviceThat(limited({ 'retry-after': '1' }));
    const { clock, wait, waits } = fakeClock();
    const model = modelOf(service, {}, { clock, wait });
    expect(await reasonOf(model.ask(taskAbout()))).toBe('rate_limited');
    expect([service.seen.length, waits]).toEqual([2, [1000]]);
  });

  test.each(['65', '86400'])('with a wait of %s s it is not asked again before, by nobody', async (seconds) => {
    const service = await serviceThat(limited({ 'retry-after': seconds }));
    const { clock, wait, pass } = fakeClock();
    const model = modelOf(service, {}, { clock, wait });
    expect(await reasonOf(model.ask(taskAbout('first')))).toBe('rate_limited');
    expect((await model.state()).state).toBe('resting');
    pass(Number(seconds) * 1000 - 5000);
    expect(await reasonOf(model.ask(taskAbout('before')))).toBe('rate_limited');
    expect(service.seen).toHaveLength(1);
    pass(5001);
    expect((await model.state()).state).toBe('answering');
    await reasonOf(model.ask(taskAbout('after')));
    expect(service.seen).toHaveLength(2);
  });

  test('limits without a word are met with longer and longer pauses', async () => {
    const service = await serviceThat(limited({}));
    const { clock, wait, pass, waits } = fakeClock();
    const model = modelOf(service, {}, { clock, wait });
    await reasonOf(model.ask(taskAbout('one')));
    pass(10_000);
    await reasonOf(model.ask(taskAbout('two')));
    expect(waits).toEqual([1000]);
    expect(service.seen).toHaveLength(3);
  });
});

test('a dead service costs nothing: after five failures only one call now and then tries', async () => {
  let reply = answer(500, {});
  const service = await serviceThat((...exchange) => reply(...exchange));
  const { clock, wait, pass } = fakeClock();
  const model = modelOf(service, {}, { clock, wait });
  for (let index = 0; index < 10; index += 1) {
    expect(await reasonOf(model.ask(taskAbout(`question ${index}`)))).toBe('unavailable');
  }
  expect(service.seen).toHaveLength(5);
  expect((await model.state()).state).toBe('resting');
  reply = good;
  pass(5001);
  expect(await reasonOf(model.ask(taskAbout()))).toBe('none');
  expect((await model.state()).state).toBe('answering');
});

test('a service that never answers is left alone as well', async () => {
  const service = await serviceThat(() => undefined);
  const model = modelOf(service, { timeoutMs: 60 });
  const reasons = [];
  for (let index = 0; index < 7; index += 1) reasons.push(await reasonOf(model.ask(taskAbout(`question ${index}`))));
  expect(new Set(reasons)).toEqual(new Set(['timeout']));
  expect(service.seen).toHaveLength(5);
});

describe('what calls cost', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openMemoryStore();
  });
  beforeEach(() => store.database.script('DELETE FROM event'));
  afterAll(() => store.close());

  const noon = new Date('2026-03-10T12:00:00Z');
  const ledgerAt = (now: () => Date, timeZone = 'UTC') => createModelLedger(store, now, timeZone);
  const used = async () => (await store.eventsAfter(0)).map(({ type, source, payload }) => ({ type, source, payload }));

  test('is stored with every answer, by the tokens the service counted and the prices of the settings', async () => {
    const now = () => noon;
    const model = modelOf(
      await serviceThat(good),
      { prices: { input: 2, output: 10 } },
      { ledger: ledgerAt(now), now },
    );
    expect((await model.ask(taskAbout())).usage).toEqual({ prompt_tokens: 500, completion_tokens: 40, cost: 0.0014 });
    await model.close();
    expect(await used()).toEqual([
      {
        type: 'ai.used',
        source: 'operations',
        payload: {
          purpose: 'triage',
          model: 'gpt-test-2026',
          prompt: 'judge',
          prompt_version: '7',
          outcome: 'answered',
          prompt_tokens: 500,
          completion_tokens: 40,
          tokens_estimated: false,
          cost: 0.0014,
          cost_currency: 'USD',
          channel: 'email',
          message_id: '<1@example.com>',
          duration_ms: expect.any(Number) as number,
        },
      },
    ]);
  });

  test.each([
    ['a refusal counts as told', answer(200, completion('', {}, { refusal: 'no' })), 'refusal', 500, false],
    ['half a body is guessed', answer(200, '{"choi'), 'bad_answer', 73, true],
    [
      'nonsense for tokens is guessed',
      answer(200, { ...completion('x'), usage: { prompt_tokens: -5 } }),
      'bad_answer',
      73,
      true,
    ],
    ['a limit costs nothing', answer(429, {}, { 'retry-after': '65' }), 'rate_limited', 0, false],
    ['a refused key costs nothing', answer(401, {}), 'not_authorised', 0, false],
  ])('%s', async (_, reply, outcome, tokens, estimated) => {
    const now = () => noon;
    const model = modelOf(await serviceThat(reply), {}, { ledger: ledgerAt(now), now });
    await reasonOf(model.ask(taskAbout()));
    await model.close();
    expect((await used())[0]?.payload).toMatchObject({
      outcome,
      prompt_tokens: tokens,
      tokens_estimated: estimated,
      model: outcome === 'refusal' || tokens === 73 ? expect.any(String) : 'gpt-4o-mini',
    });
  });

  test('an answer that never comes is counted as a guess', async () => {
    const now = () => noon;
    const model = modelOf(await serviceThat(() => undefined), { timeoutMs: 60 }, { ledger: ledgerAt(now), now });
    expect(await reasonOf(model.ask(taskAbout()))).toBe('timeout');
    const [event] = await until(used, (events) => events.length > 0);
    expect(event?.payload).toMatchObject({ outcome: 'timeout', tokens_estimated: true });
    expect(event?.payload.cost).toBeGreaterThan(0);
  });

  test('beyond the day’s budget nothing is asked until the next local day, also after a restart and by another process', async () => {
    let at = new Date('2026-03-10T20:00:00Z');
    const now = () => at;
    const service = await serviceThat(good);
    const logged: object[] = [];
    // Two answers at 0.000099 each are beyond it.
    const open = () =>
      modelOf(
        service,
        { dailyBudget: 0.00015 },
        { ledger: ledgerAt(now, 'Asia/Tokyo'), now, log: (entry) => logged.push(entry) },
      );
    const [one, other] = [open(), open()];
    expect(await reasonOf(one.ask(taskAbout('1')))).toBe('none');
    expect(await reasonOf(other.ask(taskAbout('2')))).toBe('none');
    await Promise.all([one.close(), other.close()]);
    expect(await reasonOf(one.ask(taskAbout('3')))).toBe('budget');
    expect(await reasonOf(other.ask(taskAbout('4')))).toBe('budget');
    const restarted = open();
    expect(await reasonOf(restarted.ask(taskAbout('5')))).toBe('budget');
    expect(await reasonOf(restarted.ask(taskAbout('6')))).toBe('budget');
    expect(await restarted.state()).toEqual({ state: 'budget_spent', spent_today: 0.000198, daily_budget: 0.00015 });
    expect(service.seen).toHaveLength(2);
    expect(logged.filter((entry) => 'warning' in entry)).toHaveLength(3);

    // In Tokyo the day that began at 15:00 UTC goes on at midnight UTC.
    at = new Date('2026-03-11T14:59:00Z');
    expect(await reasonOf(one.ask(taskAbout('7')))).toBe('budget');
    at = new Date('2026-03-11T15:00:00Z');
    expect(await reasonOf(one.ask(taskAbout('8')))).toBe('none');
    expect(await one.state()).toMatchObject({ state: 'answering', spent_today: 0.000099 });
  });

  test('a budget of nothing asks nothing', async () => {
    const service = await serviceThat(good);
    const now = () => noon;
    expect(await reasonOf(modelOf(service, { dailyBudget: 0 }, { ledger: ledgerAt(now), now }).ask(taskAbout()))).toBe(
      'budget',
    );
    expect(service.seen).toHaveLength(0);
  });

  test('when the store does not answer nothing is asked: what was spent is not known', async () => {
    const service = await serviceThat(good);
    const broken = {
      record: () => Promise.reject(new Error('gone')),
      spentToday: () => Promise.reject(new Error('gone')),
    };
    const { wait } = fakeClock();
    const model = modelOf(service, { dailyBudget: 1 }, { ledger: broken, wait });
    expect(await reasonOf(model.ask(taskAbout()))).toBe('store');
    expect(service.seen).toHaveLength(0);
    // Without a budget the answer counts, and the log tells the cost.
    const logged: object[] = [];
    const free = modelOf(service, {}, { ledger: broken, wait, log: (entry) => logged.push(entry) });
    expect((await free.ask(taskAbout())).value).toEqual(GOOD_ANSWER);
    await free.close();
    expect(logged.at(-1)).toMatchObject({ warning: expect.stringContaining('cost') as string, cost: 0.000099 });
  });
});

/** Looks again until it is so. */
async function until<T>(look: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await look();
    if (isSo(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
