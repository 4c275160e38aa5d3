import { startDeadline, within, type Deadline } from '../resilience/deadline';

/** Makes equal questions at the same time one question. */
export interface SharedQuestions {
  /**
   * @param key what makes questions equal
   * @param answer asked once, with the deadline of the whole question
   * @param late what to throw for a caller who gives up, or whose answer does not come within the deadline
   */
  ask<T>(
    key: string,
    signal: AbortSignal | undefined,
    answer: (deadline: Deadline) => Promise<T>,
    late: () => Error,
  ): Promise<T>;
}

interface Question {
  answer: Promise<unknown>;
  deadline: Deadline;
  waiting: number;
  giveUp: AbortController;
}

/**
 * A question belongs to nobody in particular: a caller who gives up ends it only when nobody else waits for it. Whoever
 * comes when less than half of its time is left begins anew, so that everybody waits for at least half of it.
 * @param timeoutMs for each question, from the first caller on
 */
export function createSharedQuestions(timeoutMs: number): SharedQuestions {
  const open = new Map<string, Question>();

  const begin = (key: string, answer: (deadline: Deadline) => Promise<unknown>): Question => {
    const giveUp = new AbortController();
    const deadline = startDeadline(timeoutMs, giveUp.signal);
    const question = { answer: answer(deadline), deadline, waiting: 0, giveUp };
    open.set(key, question);
    const end = () => {
      if (open.get(key) === question) open.delete(key);
    };
    question.answer.then(end, end);
    return question;
  };

  return {
    async ask<T>(
      key: string,
      signal: AbortSignal | undefined,
      answer: (deadline: Deadline) => Promise<T>,
      late: () => Error,
    ): Promise<T> {
      if (signal?.aborted) throw late();
      const before = open.get(key);
      const isFresh = before !== undefined && before.deadline.remainingMs() >= timeoutMs / 2;
      const question = isFresh ? before : begin(key, answer);
      question.waiting += 1;
      try {
        const own = { remainingMs: question.deadline.remainingMs, signal };
        // Equal keys are questions of the same kind.
        return (await within(question.answer, own, late)) as T;
      } finally {
        question.waiting -= 1;
        if (question.waiting === 0) {
          // Whoever asks from now on begins anew.
          if (open.get(key) === question) open.delete(key);
          question.giveUp.abort();
        }
      }
    },
  };
}
