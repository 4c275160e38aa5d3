import { startDeadline } from '../resilience/deadline';
import { createLanguageModel } from './create-language-model';
import { answer, completion, loopbackModel } from './loopback-model.fixture';
import type { ModelLedger } from './model-ledger';
import { createModelSpending } from './model-spending';
import { GOOD_ANSWER, reasonOf, taskAbout } from './model-task.fixture';

const HOUR = 3_600_000;
const never = new Promise<never>(() => undefined);
const use = (cost: number) => ({ cost }) as Parameters<ModelLedger['record']>[0];

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

async function modelWith(ledger: ModelLedger, timeoutMs = 2000, concurrency?: number) {
  const service = await loopbackModel(answer(200, completion(GOOD_ANSWER)));
  close = service.close;
  const settings = { endpoint: service.url, apiKey: 'k', deployment: 'gpt-4o-mini', timeoutMs, concurrency };
  // An answer costs 0.000099.
  return { seen: service.seen, model: createLanguageModel({ ...settings, dailyBudget: 0.00025 }, { ledger }) };
}

test('an answer does not wait until its cost is taken down, closing does', async () => {
  let store: () => void = () => undefined;
  const stored = new Promise<void>((resolve) => (store = resolve));
  const { model } = await modelWith({ record: () => stored, spentToday: () => Promise.resolve(0) });
  expect((await model.ask(taskAbout())).value).toEqual(GOOD_ANSWER);
  let closed = false;
  const closing = model.close().then(() => (closed = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(closed).toBe(false);
  store();
  await closing;
});

test('what cannot be taken down counts all the same', async () => {
  const record = () => Promise.reject(new Error('disk full'));
  const { model, seen } = await modelWith({ record, spentToday: () => Promise.resolve(0) });
  const reasons: string[] = [];
  for (const words of ['1', '2', '3', '4', '5']) reasons.push(await reasonOf(model.ask(taskAbout(words))));
  expect(reasons).toEqual(['none', 'none', 'none', 'budget', 'budget']);
  expect(seen).toHaveLength(3);
});

test('a store that hangs is named within the deadline and holds no place', async () => {
  let spentToday: () => Promise<number> = () => never;
  const { model, seen } = await modelWith({ record: () => Promise.resolve(), spentToday: () => spentToday() }, 300, 1);
  const asked = ['1', '2', '3', '4', '5'].map((words) => reasonOf(model.ask(taskAbout(words))));
  spentToday = () => Promise.resolve(0);
  expect(await reasonOf(model.ask(taskAbout('6')))).toBe('none');
  expect(await Promise.all(asked)).toEqual(Array(5).fill('store'));
  expect(seen).toHaveLength(1);
});

test('a call counts once when it is stored, at once before that, and for a day when it was lost', async () => {
  let at = 0;
  let stored = 0;
  let fails = false;
  const ledger: ModelLedger = {
    record: ({ cost }) => (fails ? Promise.reject(new Error('gone')) : Promise.resolve(void (stored += cost))),
    spentToday: () => Promise.resolve(stored),
  };
  const lost: number[] = [];
  const spending = createModelSpending(
    ledger,
    () => at,
    (cost) => lost.push(cost),
  );
  const today = () => spending.today(startDeadline(1000));
  spending.add(use(1));
  expect(spending.known()).toBe(1);
  await spending.settled();
  expect(await today()).toBe(1);
  fails = true;
  spending.add(use(2));
  await spending.settled();
  expect([lost, await today(), spending.known()]).toEqual([[2], 3, 3]);
  at = 23 * HOUR;
  expect(await today()).toBe(3);
  at = 24 * HOUR;
  expect(await today()).toBe(1);
});
