import { createHash, randomUUID } from 'node:crypto';
import type { NewEvent } from './events/event';
import type { Store, Write } from './events/store';

/** What an operation did: its answer, and what must be stored together with it. */
export interface Effect<Answer> {
  answer: Answer;
  events: readonly NewEvent[];
  conversation?: Write['conversation'];
}

/** Work whose effect is nothing but what is stored; done in vain when the key turns out to be known. */
interface WorkAtNoCost {
  atNoCost: boolean;
}

export type Once = <Answer extends object>(
  operation: string,
  key: string | undefined,
  body: unknown,
  work: () => Effect<Answer> | Promise<Effect<Answer>>,
  options?: WorkAtNoCost,
) => Promise<{ answer: Answer; replayed: boolean }>;

const sorted = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const hashOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body, sorted)).digest('hex');

/**
 * Makes the function that lets work with the same key happen once: a second call, now or within 90 days, gets the
 * first answer with `replayed: true`, and its own work is not done. Without a key the work is always done, and stored
 * under a random one.
 * @param onOtherBody told when a key comes again with another body; the first answer is given all the same
 */
export function createOnce(store: Store, now: () => Date, onOtherBody: (operation: string) => void): Once {
  const running = new Map<string, Promise<{ answer: object; replayed: boolean }>>();

  const first = async (...[operation, key, body, work, options]: Parameters<Once>) => {
    const bodyHash = key === undefined ? '' : hashOf(body);
    if (key !== undefined && !options?.atNoCost) {
      const known = await store.findAnswer(operation, key);
      if (known) {
        if (known.bodyHash !== bodyHash) onOtherBody(operation);
        return { answer: known.answer, replayed: true };
      }
    }
    const { answer, events, conversation } = await work();
    const write = { operation, key: key ?? randomUUID(), bodyHash, status: 200, answer, events, conversation };
    const stored = await store.write(write, now());
    if (!stored.sameBody) onOtherBody(operation);
    return stored;
  };

  const once = async (...call: Parameters<Once>) => {
    const [operation, key] = call;
    if (key === undefined) return first(...call);
    const flight = `${operation} ${key}`;
    const other = running.get(flight);
    if (other) return { ...(await other), replayed: true };
    const mine = first(...call);
    running.set(flight, mine);
    try {
      return await mine;
    } finally {
      running.delete(flight);
    }
  };
  // The stored answer of an operation has the type its work gives: both are known by the operation's name.
  return once as Once;
}
