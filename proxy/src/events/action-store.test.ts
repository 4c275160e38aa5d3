import type { StoredAction } from '../commerce/actions/action';
import { createActionStore } from './action-store';
import { openMemoryStore } from './memory-store';
import type { Store } from './store';

let store: Store;
beforeAll(async () => {
  store = await openMemoryStore();
});
afterAll(() => store.close());

const DAY_MS = 86_400_000;
const now = new Date('2026-07-01T00:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();

const action = (key: string, more: Partial<StoredAction>): StoredAction => ({
  key,
  bodyHash: '',
  version: 1,
  kind: 'refund',
  request: {
    requester_email: 'customer@example.com',
    order_id: key,
    reason: 'Broken.',
    requested_by: 'agent@example.com',
    approvers: [],
  },
  orderId: `ORD-${key}`,
  shopId: `gid://shopify/Order/${key}`,
  state: 'running',
  refusal: null,
  amount: null,
  steps: [],
  dueAt: daysAgo(200),
  startedAt: daysAgo(200),
  endedAt: null,
  ...more,
});

it('ended actions are kept for 90 days, and one that has not ended for ever', async () => {
  const actions = createActionStore(store.database);
  const ended = (days: number) => ({ state: 'done' as const, dueAt: null, endedAt: daysAgo(days) });
  for (const [key, more] of [
    ['old', ended(91)],
    ['young', ended(89)],
    ['stuck', {}],
  ] as const) {
    expect(await actions.begin(action(key, more), [], now)).toEqual({ stored: true });
  }
  expect(await store.purge(now)).toBe(1);
  expect(await actions.find('old')).toBeUndefined();
  expect(await actions.find('young')).toMatchObject({ state: 'done', version: 1 });
  expect(await actions.due(now, 10)).toMatchObject([{ key: 'stuck' }]);
});

it('a write with an event that cannot be stored leaves the action as it was', async () => {
  const actions = createActionStore(store.database);
  await actions.begin(action('whole', {}), [], now);
  const unstorable = { id: 'no uuid', type: 'money.sent', schemaVersion: 1, source: 'payment', payload: {} } as const;
  const next = action('whole', { dueAt: null });
  await expect(actions.save(next, [{ ...unstorable, occurredAt: now.toISOString() }], now)).rejects.toThrow('uuid');
  expect(await actions.find('whole')).toMatchObject({ version: 1, dueAt: daysAgo(200) });
});
