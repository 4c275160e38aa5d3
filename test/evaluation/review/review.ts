import { groupQuestions, type QuestionGroup } from './question-groups';
import { readableText } from './readable-text';
import type { Recorded, RecordedMessage } from './recorded-messages';

/** A message as it may be shown: without personal data. */
export interface ShownMessage {
  message: RecordedMessage;
  text: string;
}

/** Counts by two names, such as an intent and a reason. */
export type Counts = readonly { first: string; second: string; count: number }[];

export interface Review {
  since: string | undefined;
  messages: number;
  reviewed: number;
  lost: number;
  corrected: readonly ShownMessage[];
  /** Agents looked and agreed. */
  confirmed: number;
  uncertain: readonly ShownMessage[];
  /** What the model said and what the agent says. */
  confusions: Counts;
  /** Why a person had to take over, by intent. */
  handovers: Counts;
  escalations: Counts;
  /** Questions no policy answered. */
  unanswered: readonly QuestionGroup[];
}

const MOST_UNCERTAIN = 50;

function countsOf(pairs: readonly (readonly [string, string])[]): Counts {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(JSON.stringify(pair), (counts.get(JSON.stringify(pair)) ?? 0) + 1);
  return [...counts]
    .map(([pair, count]) => {
      const [first, second] = JSON.parse(pair) as [string, string];
      return { first, second, count };
    })
    .sort((a, b) => b.count - a.count || (a.first + a.second < b.first + b.second ? -1 : 1));
}

const shown = (message: RecordedMessage): ShownMessage => {
  const { subject, text } = readableText(message);
  return { message, text: [subject, text].filter(Boolean).join(' | ') };
};

/**
 * What people should look at once a week.
 * @param since a day such as 2026-03-01: messages that came or were corrected before it are left out
 */
export function reviewOf({ messages: all, lost, escalations }: Recorded, since?: string): Review {
  const isNew = (at: string | undefined): boolean => since === undefined || (at !== undefined && at >= since);
  const messages = all.filter(({ at, correction }) => isNew(at) || isNew(correction?.at));
  const judged = messages.filter(({ correction }) => correction !== undefined && isNew(correction.at));
  const corrected = judged.filter(({ correction }) => correction!.corrected.length > 0);
  const uncertain = messages
    .filter(({ correction, reading }) => correction === undefined && reading.reviewReasons.includes('low_confidence'))
    .sort((a, b) => a.reading.confidence - b.reading.confidence);
  return {
    since,
    messages: messages.length,
    reviewed: messages.filter(({ reading }) => reading.reviewReasons.length > 0).length,
    lost,
    corrected: corrected.map(shown),
    confirmed: judged.length - corrected.length,
    uncertain: uncertain.slice(0, MOST_UNCERTAIN).map(shown),
    confusions: countsOf(
      corrected
        .filter(({ correction }) => correction!.corrected.includes('intent'))
        .map(({ correction }) => [correction!.model.intent ?? 'unknown', correction!.said.intent ?? 'unknown']),
    ),
    handovers: countsOf(
      messages.flatMap(({ reading, heldReasons }) =>
        // Held because it must be reviewed says the same as the reasons for the review.
        [...new Set([...reading.reviewReasons, ...heldReasons.filter((reason) => reason !== 'review_required')])].map(
          (reason) => [reading.intent, reason] as const,
        ),
      ),
    ),
    escalations: countsOf(
      escalations.filter(({ at }) => isNew(at)).map(({ intent, reason }) => [intent, reason] as const),
    ),
    unanswered: groupQuestions(
      messages
        .filter(({ heldReasons }) => heldReasons.includes('no_template'))
        .map((message) => ({ text: shown(message).text, language: message.reading.language })),
    ),
  };
}
