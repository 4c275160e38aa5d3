import { createHash, randomUUID } from 'node:crypto';
import type { NewEvent } from './events/event';
import type { Store, Write } from './events/store';
import { RccError } from './errors/rcc-error';

/** What an operation did: its answer, and what must be stored together with it. */
export interface Effect<Answer> {
  answer: Answer;
  events: readonly NewEvent[];
  conversation?: Write['conversation'];
}

interface OnceOptions {
  /** The work's effect is nothing but what is stored; it is done in vain when the key turns out to be known. */
  atNoCost?: boolean;
  /** The answer is for whoever asked first: the key with another body is refused instead of answered. */
  sameBodyOnly?: boolean;
}

export type Once = <Answer extends object>(
  operation: string,
  key: string | undefined,
  body: unknown,
  work: () => Effect<Answer> | Promise<Effect<Answer>>,
  options?: OnceOptions,
) => Promise<{ answer: Answer; replayed: boolean }>;

const sorted = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Equal for bodies that say the same, whatever the order of their properties. */
export const hashOf = (body: unknown): string =>
  createHash('sha256').update(JSON.stringify(body, sorted)).digest('hex');

/**
 * Makes the function that lets work with the same key happen once: a second call, now or within 90 days, gets the
 * first answer with `replayed: true`, and its own work is not done. Without a key the work is always done, and stored
 * under a random one.
 * @param onOtherBody told when a key comes again with another body; unless `sameBodyOnly`, the first answer is given
 *   all the same
 * @throws {RccError} `RCC_KEY_REUSED`
 */
export function createOnce(store: Store, now: () => Date, onOtherBody: (operation: string) => void): Once {
  const running = new Map<string, { bodyHash: string; outcome: Promise<{ answer: object; replayed: boolean }> }>();

  const otherBody = (operation: string, options?: OnceOptions): void => {
    onOtherBody(operation);
    if (!options?.sameBodyOnly) return;
    const remedy = 'Give each message and each question a key of its own.';
    throw new RccError('RCC_KEY_REUSED', `This key came with another body before. ${remedy}`, 'header/Idempotency-Key');
  };

  const first = async (bodyHash: string, ...[operation, key, , work, options]: Parameters<Once>) => {
    if (key !== undefined && !options?.atNoCost) {
      const known = await store.findAnswer(operation, key);
      if (known) {
        if (known.bodyHash !== bodyHash) otherBody(operation, options);
        return { answer: known.answer, replayed: true };
      }
    }
    const { answer, events, conversation } = await work();
    const write = { operation, key: key ?? randomUUID(), bodyHash, status: 200, answer, events, conversation };
    const stored = await store.write(write, now());
    if (!stored.sameBody) otherBody(operation, options);
    return stored;
  };

  const once = async (...call: Parameters<Once>) => {
    const [operation, key, body, , options] = call;
    if (key === undefined) return first('', ...call);
    const bodyHash = hashOf(body);
    const flight = `${operation} ${key}`;
    const other = running.get(flight);
    if (other) {
      if (other.bodyHash !== bodyHash) otherBody(operation, options);
      return { ...(await other.outcome), replayed: true };
    }
    const outcome = first(bodyHash, ...call);
    running.set(flight, { bodyHash, outcome });
    try {
      return await outcome;
    } finally {
      running.delete(flight);
    }
  };
  // The stored answer of an operation has the type its work gives: both are known by the operation's name.
  return once as Once;
}
