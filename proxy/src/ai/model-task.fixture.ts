import type { ModelTask } from './language-model';

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['verdict'],
  properties: { verdict: { type: 'string', enum: ['yes', 'no'] } },
};

/** An answer to `taskAbout`. */
export const GOOD_ANSWER = { verdict: 'yes' };

/** A task of the smallest kind. */
export const taskAbout = (words = 'How do I return my order?'): ModelTask<object> => ({
  purpose: 'triage',
  prompt: { name: 'judge', version: '7', text: 'Judge what is written.' },
  data: { words },
  schema: { name: 'judgement', schema: SCHEMA },
  read: (content) => {
    try {
      const value = JSON.parse(content) as { verdict?: string };
      return value.verdict === 'yes' || value.verdict === 'no' ? value : null;
    } catch {
      return null;
    }
  },
  longestAnswer: 50,
  about: { channel: 'email', message_id: '<1@example.com>' },
});

/** The reason why a question has no answer, or `none`. */
export const reasonOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'none',
    (problem: { reason: string }) => problem.reason,
  );
