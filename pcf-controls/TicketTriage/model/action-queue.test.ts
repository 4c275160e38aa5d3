import { ActionQueue, type ActionWriter, UNDO_FOR } from './action-queue';
import type { Outcome, TicketAction } from './ticket-actions';
import type { Ticket } from './ticket';

const WRITTEN: Outcome = { kind: 'written' };
const RESOLVE: TicketAction = { kind: 'resolve' };
const ticket = (number: number): Ticket => ({ id: String(number), reviewReasons: [], labels: {} });
const tickets = (count: number) => Array.from({ length: count }, (_, index) => ticket(index));

function open(outcomeOf: (ticket: Ticket, attempt: number) => Outcome | Promise<Outcome> = () => WRITTEN) {
  const written: string[] = [];
  const keys = new Set<string>();
  const attempts = new Map<string, number>();
  const writer: ActionWriter = {
    async write(action, { id }, key) {
      const attempt = (attempts.get(id) ?? 0) + 1;
      attempts.set(id, attempt);
      keys.add(key);
      written.push(`${action.kind} ${id}`);
      return outcomeOf(ticket(Number(id)), attempt);
    },
  };
  const onChange = jest.fn();
  const onWritten = jest.fn();
  const queue = new ActionQueue(writer, { onChange, onWritten });
  const state = (id: string) => queue.pending().find((one) => one.id === id)?.state;
  const outcomes = (id: string) =>
    queue
      .pending()
      .find((one) => one.id === id)
      ?.results.map((one) => one.outcome.kind) ?? [];
  return { queue, written, keys, onChange, onWritten, state, outcomes };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('Nothing is written while an action can be undone, and all of it afterwards', async () => {
  const { queue, written, onWritten, state } = open();
  const { id } = queue.start(RESOLVE, tickets(2));
  await jest.advanceTimersByTimeAsync(UNDO_FOR - 1);
  expect([written, state(id)]).toEqual([[], 'waiting']);
  await jest.advanceTimersByTimeAsync(1);
  expect([written, state(id)]).toEqual([['resolve 0', 'resolve 1'], 'done']);
  expect(onWritten).toHaveBeenCalledTimes(1);
});

it('An action that is undone in time is never written; later it cannot be undone any more', async () => {
  const { queue, written, state } = open();
  const early = queue.start(RESOLVE, tickets(1));
  const late = queue.start({ kind: 'escalate' }, tickets(1));
  expect(queue.undo(early.id)).toBe(true);
  expect(state(early.id)).toBeUndefined();
  await jest.advanceTimersByTimeAsync(UNDO_FOR);
  expect(queue.undo(late.id)).toBe(false);
  expect(queue.undoLast()).toBeUndefined();
  expect(written).toEqual(['escalate 0']);
});

it('What was started last is undone first', () => {
  const { queue } = open();
  const first = queue.start(RESOLVE, tickets(1));
  const second = queue.start(RESOLVE, tickets(1));
  expect([queue.undoLast()?.id, queue.undoLast()?.id, queue.undoLast()]).toEqual([second.id, first.id, undefined]);
});

it('What waits is written at once when nobody will be there to undo it', async () => {
  const { queue, written } = open();
  queue.start(RESOLVE, tickets(1));
  queue.start({ kind: 'escalate' }, [ticket(7)]);
  queue.flush();
  await jest.advanceTimersByTimeAsync(0);
  expect(written).toEqual(['resolve 0', 'escalate 7']);
  await jest.advanceTimersByTimeAsync(UNDO_FOR);
  expect(written).toHaveLength(2);
});

it('Of fifty tickets three fail: the others are written, each has its result, and only the three are tried again', async () => {
  const fails = new Set(['4', '20', '49']);
  const { queue, written, keys, onWritten, outcomes } = open(({ id }, attempt) =>
    fails.has(id) && attempt === 1 ? { kind: 'failed', reason: 'Busy' } : WRITTEN,
  );
  const { id } = queue.start(RESOLVE, tickets(50));
  await jest.advanceTimersByTimeAsync(UNDO_FOR);
  expect([outcomes(id).length, outcomes(id).filter((kind) => kind === 'failed').length]).toEqual([50, 3]);
  written.length = 0;
  queue.retry(id);
  await jest.advanceTimersByTimeAsync(0);
  expect(written.sort()).toEqual(['resolve 20', 'resolve 4', 'resolve 49']);
  expect(outcomes(id)).toEqual(Array(50).fill('written'));
  // The key of an action is the same in every attempt.
  expect([...keys]).toEqual([id]);
  expect(onWritten).toHaveBeenCalledTimes(2);
});

it('Actions on the same ticket are written one after the other, and the view is read again once', async () => {
  const running: string[] = [];
  let most = 0;
  const { queue, onWritten } = open(async ({ id }) => {
    running.push(id);
    most = Math.max(most, running.filter((one) => one === '1').length);
    await new Promise((resolve) => setTimeout(resolve, 100));
    running.splice(running.indexOf(id), 1);
    return WRITTEN;
  });
  queue.start({ kind: 'correct', intent: 'returns' }, [ticket(1)]);
  queue.start({ kind: 'reply', text: 'Hello' }, [ticket(1)]);
  await jest.advanceTimersByTimeAsync(UNDO_FOR + 200);
  expect(most).toBe(1);
  expect(onWritten.mock.calls.map(([done]) => done.map((one: { action: TicketAction }) => one.action.kind))).toEqual([
    ['correct', 'reply'],
  ]);
});

it('An action that is possible for no ticket says so at once and writes nothing', async () => {
  const { queue, written, state, outcomes } = open();
  const { id } = queue.start(RESOLVE, [], [{ ticket: ticket(1), outcome: { kind: 'refused', refusal: 'closed' } }]);
  expect([state(id), outcomes(id)]).toEqual(['done', ['refused']]);
  await jest.advanceTimersByTimeAsync(UNDO_FOR);
  expect(written).toEqual([]);
  queue.dismiss(id);
  expect(queue.pending()).toEqual([]);
});

it('What is on its way cannot be dismissed', () => {
  const { queue } = open();
  const { id } = queue.start(RESOLVE, tickets(1));
  queue.dismiss(id);
  expect(queue.pending()).toHaveLength(1);
});
