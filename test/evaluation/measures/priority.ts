import type { Triage } from '../../../proxy/src/contract/triage';
import { PRIORITIES, type Priority } from '../../../proxy/src/contract/vocabulary';
import { messageOf } from '../case-message';
import type { EvaluationCase } from '../evaluation-case';
import { computedFigure, shareFigure } from '../figures';
import { curekart, foreignMessage } from '../foreign-sources';
import type { Figure, Measure, ReadingError, ResultTable } from '../measure';
import { readAll } from '../read-all';
import { classQuality, macroF1, type Pair } from '../statistics';

/** A case and what was read. */
interface Read {
  one: EvaluationCase;
  triage: Triage;
}

const isCritical = ({ triage }: Read): boolean => triage.priority === 'critical';

/** Critical messages found, and others taken for critical. */
function criticalFigures(name: string, title: string, reads: readonly Read[]): Figure[] {
  const known = reads.filter(({ one }) => one.expected.priority !== undefined);
  const critical = known.filter(({ one }) => one.expected.priority === 'critical');
  const others = known.filter(({ one }) => one.expected.priority !== 'critical');
  const share = (what: string, meaning: string, some: readonly Read[]): Figure[] =>
    some.length === 0
      ? []
      : [shareFigure(`priority.${name}.${what}`, `${title}: ${meaning}`, some.filter(isCritical).length, some.length)];
  return [
    ...share('critical_recall', 'critical messages that were found', critical),
    ...share('false_critical', 'other messages that were taken for critical', others),
  ];
}

function reviewFigures(name: string, title: string, reads: readonly Read[]): Figure[] {
  const must = reads.filter(({ one }) => one.expected.review === true);
  const reasoned = reads.filter(({ one }) => (one.expected.review_reasons ?? []).length > 0);
  const isReviewed = ({ triage }: Read) => triage.requires_human_review;
  return [
    shareFigure(
      `priority.${name}.review_rate`,
      `${title}: messages a person must see`,
      reads.filter(isReviewed).length,
      reads.length,
    ),
    ...(must.length === 0
      ? []
      : [
          shareFigure(
            `priority.${name}.review_recall`,
            `${title}: of the messages a person must see, those that a person sees`,
            must.filter(isReviewed).length,
            must.length,
          ),
        ]),
    ...(reasoned.length === 0
      ? []
      : [
          shareFigure(
            `priority.${name}.review_reasons`,
            `${title}: messages with every reason for review they should have`,
            reasoned.filter(({ one, triage }) =>
              (one.expected.review_reasons ?? []).every((reason) => triage.review_reasons.includes(reason)),
            ).length,
            reasoned.length,
          ),
        ]),
  ];
}

const pairsOf = (reads: readonly Read[]): Pair<Priority>[] =>
  reads.flatMap(({ one, triage }) =>
    one.expected.priority === undefined ? [] : [{ wanted: one.expected.priority, guessed: triage.priority }],
  );

function accuracyFigures(name: string, title: string, pairs: readonly Pair<Priority>[]): Figure[] {
  if (pairs.length === 0) return [];
  const right = pairs.filter(({ wanted, guessed }) => wanted === guessed).length;
  return [
    shareFigure(`priority.${name}.accuracy`, `${title}: urgency right`, right, pairs.length),
    computedFigure(`priority.${name}.macro_f1`, `${title}: mean F1 of the urgencies`, pairs, (some) =>
      macroF1(some, PRIORITIES),
    ),
  ];
}

const tableOf = (title: string, pairs: readonly Pair<Priority>[]): ResultTable => ({
  title: `${title}: each urgency`,
  head: ['Urgency', 'Messages', 'Precision', 'Recall', 'F1'],
  rows: classQuality(pairs, PRIORITIES).map(({ name, wanted, precision, recall, f1 }) => [
    name,
    wanted,
    precision.toFixed(3),
    recall.toFixed(3),
    f1.toFixed(3),
  ]),
});

/** How many critical messages were found, by what the cases are marked with. */
function criticalByMark(title: string, reads: readonly Read[]): ResultTable {
  const critical = reads.filter(({ one }) => one.expected.priority === 'critical');
  const marksOf = ({ one }: Read) => [...one.tags, ...(one.expected.review_reasons ?? [])];
  const marks = [...new Set(critical.flatMap(marksOf))].sort();
  return {
    title: `${title}: critical messages by what they are marked with`,
    head: ['Mark', 'Messages', 'Found'],
    rows: marks.map((mark) => {
      const some = critical.filter((read) => marksOf(read).includes(mark));
      return [mark, some.length, some.filter(isCritical).length];
    }),
  };
}

const errorsOf = (reads: readonly Read[]): ReadingError[] =>
  reads.flatMap(({ one, triage }) => {
    const { priority, review_reasons = [], review } = one.expected;
    const text = [one.subject, one.text].filter(Boolean).join(' | ');
    const missed = review_reasons.filter((reason) => !triage.review_reasons.includes(reason));
    return [
      ...(priority !== undefined && priority !== triage.priority
        ? [{ id: one.id, what: 'priority', wanted: priority, got: triage.priority, text }]
        : []),
      ...(missed.length > 0
        ? [
            {
              id: one.id,
              what: 'review reasons',
              wanted: missed.join(', '),
              got: triage.review_reasons.join(', '),
              text,
            },
          ]
        : []),
      ...(review === true && !triage.requires_human_review
        ? [{ id: one.id, what: 'review', wanted: 'yes', got: 'no', text }]
        : []),
    ];
  });

export const priority: Measure = {
  name: 'priority',
  meaning: 'how urgent messages are, critical ones above all, and what a person must see',
  async run(context) {
    const [figures, tables, errors] = [[] as Figure[], [] as ResultTable[], [] as ReadingError[]];
    for (const { name, title, cases, isOpen } of context.caseSets) {
      const answers = await readAll(cases.map(messageOf), context.reader, (done) =>
        context.progress(`urgency of ${name}`, done, cases.length),
      );
      const reads = cases.flatMap((one, i) => (answers[i] ? [{ one, triage: answers[i] }] : []));
      const pairs = pairsOf(reads);
      figures.push(
        ...criticalFigures(name, title, reads),
        ...accuracyFigures(name, title, pairs),
        ...reviewFigures(name, title, reads),
      );
      if (pairs.length > 0) tables.push(tableOf(title, pairs), criticalByMark(title, reads));
      if (isOpen) errors.push(...errorsOf(reads));
    }
    const real = curekart(context);
    if (real !== null) {
      const answers = await readAll(real.messages.map(foreignMessage), context.reader, (done) =>
        context.progress(`urgency of ${real.name}`, done, real.messages.length),
      );
      const found = answers.filter((answer) => answer !== null);
      const critical = found.filter((answer) => answer.priority === 'critical');
      const reviewed = found.filter((answer) => answer.requires_human_review);
      figures.push(
        // Ordinary questions to a shop, hardly one of them critical: the share says at most how many are false.
        shareFigure(
          `priority.${real.name}.critical`,
          `${real.title}: taken for critical`,
          critical.length,
          found.length,
        ),
        shareFigure(
          `priority.${real.name}.review_rate`,
          `${real.title}: messages a person must see`,
          reviewed.length,
          found.length,
        ),
      );
    }
    return {
      title: 'Urgency and review',
      about:
        'Critical are a double or unauthorised charge, an account taken over, a danger to people, and threats with law or press. ' +
        'Among the critical cases stand look-alikes, which speak of the same things and are not critical.',
      figures,
      tables,
      errors,
    };
  },
};
