import fc from 'fast-check';
import { ActionMoved, type ActionStore } from '../../proxy/src/commerce/actions/action-store';
import type { StoredAction } from '../../proxy/src/commerce/actions/action';
import { createActionStore } from '../../proxy/src/events/action-store';
import { newEvent, type NewEvent } from '../../proxy/src/events/event';
import { openMemoryStore } from '../../proxy/src/events/memory-store';
import type { Store } from '../../proxy/src/events/store';
import { createMemoryActionStore } from './memory-action-store';

const START = Date.parse('2026-03-16T09:00:00Z');
const at = (minutes: number) => new Date(START + minutes * 60_000);

/** What is done to a store; small numbers, so that commands meet. */
type Command =
  | { do: 'begin'; key: number; order: number; due: number }
  | { do: 'save'; key: number; late: number; due: number | null }
  | { do: 'find'; key: number }
  | { do: 'due'; now: number; limit: number };

const key = fc.nat(2);
const minute = fc.nat(30);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('begin' as const), key, order: fc.nat(2), due: minute }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      key,
      late: fc.constantFrom(0, 0, 1),
      due: fc.option(minute),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('find' as const), key }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('due' as const), now: minute, limit: fc.integer({ min: 1, max: 3 }) }),
  },
);

/** A moment of its own for each command, so that no two actions are due at the same one. */
const dueAt = (minutes: number, index: number) => new Date(at(minutes).getTime() + index).toISOString();

const begun = (key: number, order: number, due: string): StoredAction => ({
  key: `action-${key}`,
  bodyHash: 'hash',
  version: 1,
  kind: 'refund',
  request: {
    requester_email: 'customer@example.com',
    order_id: `#${order}`,
    reason: 'It is broken.',
    requested_by: 'agent@example.com',
    approvers: [],
  },
  orderId: `ORD-${order}`,
  shopId: `gid://shopify/Order/${order}`,
  state: 'running',
  refusal: null,
  amount: { amount: '10.00', currency: 'EUR' },
  steps: [],
  dueAt: due,
  startedAt: at(0).toISOString(),
  endedAt: null,
});

const eventOf = (action: string, order: string, index: number): NewEvent =>
  newEvent(
    'money.sent',
    {
      action_key: action,
      kind: 'refund',
      order_id: order,
      step: 'refund_payment',
      vendor: 'stripe',
      target: `charge-${index}`,
      attempt: 1,
    },
    at(index),
  );

interface Subject {
  store: ActionStore;
  targets(): Promise<unknown[]>;
}

/** Everything a caller can see of a run of commands. */
async function seen({ store, targets }: Subject, commands: readonly Command[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const [index, step] of commands.entries()) {
    if (step.do === 'find') answers.push((await store.find(`action-${step.key}`)) ?? null);
    if (step.do === 'due') answers.push(await store.due(at(step.now), step.limit));
    if (step.do === 'begin') {
      const action = begun(step.key, step.order, dueAt(step.due, index));
      answers.push(await store.begin(action, [eventOf(action.key, action.orderId, index)], at(index)));
    }
    if (step.do === 'save') {
      const known = await store.find(`action-${step.key}`);
      if (!known || known.state !== 'running') continue;
      const due = step.due === null ? null : dueAt(step.due, index);
      const next: StoredAction = {
        ...known,
        // A version from before the first one was never read by anybody.
        version: Math.max(1, known.version - step.late),
        state: due === null ? 'done' : 'running',
        dueAt: due,
        endedAt: due === null ? at(index).toISOString() : null,
      };
      const saved = await store
        .save(next, [eventOf(next.key, next.orderId, index)], at(index))
        .catch((error: Error) => (error instanceof ActionMoved ? 'moved' : error));
      answers.push(saved);
    }
  }
  return [...answers, await targets()];
}

let opened: Store;
beforeAll(async () => {
  opened = await openMemoryStore();
});
afterAll(() => opened.close());

function memorySubject(): Subject {
  const store = createMemoryActionStore();
  return { store, targets: () => Promise.resolve(store.events().map(({ payload }) => payload.target)) };
}

async function databaseSubject(): Promise<Subject> {
  await opened.database.query('DELETE FROM money_action');
  await opened.database.query('DELETE FROM event');
  return {
    store: createActionStore(opened.database),
    targets: async () => (await opened.eventsAfter(0, undefined, 1000)).map(({ payload }) => payload.target),
  };
}

it('actions are stored in the database as in the memory of the simulation, whatever comes in whatever order', async () => {
  const met = { moved: 0, known: 0, busy: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
      const expected = await seen(memorySubject(), commands);
      for (const answer of expected as { known?: unknown; busyWith?: unknown }[]) {
        if ((answer as unknown) === 'moved') met.moved += 1;
        if (answer?.known) met.known += 1;
        if (answer?.busyWith) met.busy += 1;
      }
      expect(await seen(await databaseSubject(), commands)).toEqual(expected);
    }),
    { numRuns: 100 },
  );
  // Each way of being turned away was among them.
  expect(Object.values(met).every((count) => count > 0)).toBe(true);
}, 60_000);
