import type { Vendor } from '../contract/vocabulary';
import { within, type Deadline } from '../resilience/deadline';
import { VendorError } from './vendor-error';

/** What a vendor said, and when. */
export interface Reading<T> {
  value: T;
  /** When the vendor was asked for it. */
  at: Date;
  /** Why the vendor gave no newer answer, when `value` is an older one that should not be shown without saying so. */
  failure: VendorError | null;
  /** False when nobody was asked, because the vendor has just said it. */
  asked: boolean;
}

/** A question to a vendor. Equal words mean the same question, so they name the operation and everything it depends on. */
export interface VendorQuestion<T> {
  words: readonly string[];
  ask(deadline: Deadline): Promise<T>;
}

/** Remembers for a while what one vendor said. Answers are shared: nobody may change them. */
export interface VendorMemory {
  /**
   * Answers from what the vendor has just said, else asks. Whoever asks the same at the same time gets the same answer,
   * and the call goes on as long as one of them waits. When the vendor fails, an older answer is given with the failure.
   * @throws {VendorError} when the vendor fails and there is no older answer
   */
  read<T>(question: VendorQuestion<T>, deadline: Deadline): Promise<Reading<T>>;
  /**
   * Forgets the answers to questions with one of these words, because something was changed at the vendor. Calls under way
   * are not remembered either.
   */
  forget(words: readonly string[]): void;
}

export interface MemoryOptions {
  /** How long an answer is used without asking again, in milliseconds; 0 asks every time. */
  freshMs: number;
  /** How long an answer is kept for the case that the vendor fails, in milliseconds; 0 keeps nothing. */
  staleMs: number;
}

/** Some kilobytes each; the oldest answer gives way. */
const MOST_ANSWERS = 2000;

interface Call {
  answer: Promise<unknown>;
  waiting: number;
  abort: AbortController;
}

export function createVendorMemory(
  vendor: Vendor,
  { freshMs, staleMs }: MemoryOptions,
  now: () => Date,
  mostAnswers = MOST_ANSWERS,
): VendorMemory {
  const keptMs = Math.max(freshMs, staleMs);
  /** In the order they were given, the oldest first. */
  const answers = new Map<string, { value: unknown; at: Date }>();
  const calls = new Map<string, Call>();

  const ageOf = (at: Date) => now().getTime() - at.getTime();

  function keep(key: string, value: unknown, at: Date): void {
    answers.delete(key);
    // "Not there" may be wrong a moment later, and must not outlive what is true.
    if (value !== null && keptMs > 0) answers.set(key, { value, at });
    for (const [oldest, { at: since }] of answers) {
      if (answers.size <= mostAnswers && ageOf(since) <= keptMs) break;
      answers.delete(oldest);
    }
  }

  function start<T>(key: string, question: VendorQuestion<T>, deadline: Deadline): Call {
    const abort = new AbortController();
    const at = now();
    const call: Call = {
      waiting: 0,
      abort,
      answer: question.ask({ remainingMs: () => deadline.remainingMs(), signal: abort.signal }).then((value) => {
        if (calls.get(key) === call) keep(key, value, at);
        return { value, at };
      }),
    };
    calls.set(key, call);
    const ended = () => {
      if (calls.get(key) === call) calls.delete(key);
    };
    call.answer.then(ended, ended);
    return call;
  }

  /** Waits with the others. Who began the call ends with it; who joined has a deadline of their own. */
  async function share<T>(
    key: string,
    question: VendorQuestion<T>,
    deadline: Deadline,
  ): Promise<{ value: T; at: Date }> {
    const joined = calls.get(key);
    const call = joined ?? start(key, question, deadline);
    call.waiting += 1;
    const late = () => new VendorError(vendor, 'RCC_UPSTREAM_TIMEOUT', `${vendor} did not answer in time.`);
    try {
      const patience = joined ? deadline : { remainingMs: () => Infinity, signal: deadline.signal };
      return (await within(call.answer, patience, late)) as { value: T; at: Date };
    } catch (error) {
      const endedBeforeUs = joined && error instanceof VendorError && error.code === 'RCC_UPSTREAM_TIMEOUT';
      if (endedBeforeUs && deadline.remainingMs() > 0 && !deadline.signal?.aborted)
        return share(key, question, deadline);
      throw error;
    } finally {
      call.waiting -= 1;
      if (call.waiting === 0) {
        // Nobody waits any more; whoever asks now must not join a call that is being given up.
        if (calls.get(key) === call) calls.delete(key);
        call.abort.abort();
      }
    }
  }

  return {
    async read<T>(question: VendorQuestion<T>, deadline: Deadline): Promise<Reading<T>> {
      const key = JSON.stringify(question.words);
      const known = answers.get(key) as { value: T; at: Date } | undefined;
      if (known && ageOf(known.at) < freshMs) return { ...known, failure: null, asked: false };
      try {
        return { ...(await share(key, question, deadline)), failure: null, asked: true };
      } catch (error) {
        const older = answers.get(key) as { value: T; at: Date } | undefined;
        if (!(error instanceof VendorError) || !older || ageOf(older.at) > staleMs) throw error;
        return { ...older, failure: error, asked: true };
      }
    },
    forget(words) {
      for (const known of [answers, calls]) {
        for (const key of known.keys()) {
          const asked = JSON.parse(key) as string[];
          if (words.some((word) => asked.includes(word))) known.delete(key);
        }
      }
    },
  };
}
