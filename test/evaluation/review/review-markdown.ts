import { markdownTable } from '../report/markdown';
import type { Counts, Review, ShownMessage } from './review';

const LONGEST = 240;
const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

const countTable = (head: readonly [string, string], counts: Counts, none: string): string =>
  counts.length === 0
    ? none
    : markdownTable(
        [...head, 'How often'],
        counts.map(({ first, second, count }) => [first, second, count]),
      );

function correctedTable(corrected: readonly ShownMessage[]): string {
  if (corrected.length === 0) return 'None.';
  const rows = corrected.map(({ message: { id, reading, correction }, text }) => [
    `\`${id}\``,
    correction!.corrected
      .map((field) => {
        const name = field as 'intent' | 'sentiment' | 'priority';
        return `${name}: ${correction!.model[name] ?? 'unknown'} → **${correction!.said[name] ?? 'unknown'}**`;
      })
      .join('; '),
    reading.confidence.toFixed(2),
    short(text),
  ]);
  return markdownTable(['Message', 'Model → agent', 'Confidence', 'Text'], rows);
}

const uncertainTable = (uncertain: readonly ShownMessage[]): string =>
  uncertain.length === 0
    ? 'None.'
    : markdownTable(
        ['Message', 'Read as', 'Confidence', 'Text'],
        uncertain.map(({ message: { id, reading }, text }) => [
          `\`${id}\``,
          reading.intent,
          reading.confidence.toFixed(2),
          short(text),
        ]),
      );

/** The review for people. Personal data was taken out of every text. */
export function reviewMarkdown(review: Review): string {
  const { since, messages, reviewed, lost, confirmed, corrected, uncertain, unanswered } = review;
  const share = messages === 0 ? 0 : Math.round((100 * reviewed) / messages);
  return [
    '# Review of what was read and answered',
    `${since ? `Since ${since}: ` : ''}${messages} messages, of which ${reviewed} (${share} %) had to be seen by a person. Agents corrected ${corrected.length} and confirmed ${confirmed}.${lost > 0 ? ` The messages of ${lost} corrections were not found.` : ''}`,
    '## Corrected',
    correctedTable(corrected),
    '`npm run evaluate -- --review --add corrected` takes them into the evaluation, `--add ID` a single one.',
    '## Taken for what',
    countTable(['Model said', 'Agent says'], review.confusions, 'No intent was corrected.'),
    '## Uncertain',
    uncertainTable(uncertain),
    '## Why a person took over',
    countTable(['Intent', 'Reason'], review.handovers, 'Nobody had to.'),
    '## Escalated',
    countTable(['Intent', 'Reason'], review.escalations, 'Nothing was escalated.'),
    '## Questions nobody had an answer for',
    unanswered.length === 0
      ? 'None.'
      : markdownTable(
          ['How often', 'Words', 'For example'],
          unanswered.map(({ words, questions }) => [questions.length, words.join(', '), short(questions[0]!)]),
        ),
    'What is asked often is worth an answer in the policy files.',
    '',
  ].join('\n\n');
}
