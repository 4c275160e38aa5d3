import type { TriageMessageRequest } from '../../../proxy/src/contract/triage';
import { INTENTS, type Intent } from '../../../proxy/src/contract/vocabulary';
import { messageOf } from '../case-message';
import { computedFigure, percent, shareFigure } from '../figures';
import { curekart, foreignMessage, leftOutSources } from '../foreign-sources';
import type { EvaluationContext, Figure, Measure, MeasureResult, ReadingError, ResultTable } from '../measure';
import { intentPictures } from '../pictures/intent-pictures';
import { readAll } from '../read-all';
import type { Reader } from '../reader';
import { calibrationError, classQuality, confidenceBins, keptAt, macroF1, wilson } from '../statistics';

/** A message whose intent is known, and what was read. */
export interface IntentReading {
  wanted: Intent;
  guessed: Intent;
  confidence: number;
  right: boolean;
  /** Right, or a reading a careful person would accept as well. */
  accepted: boolean;
}

/** Messages judged together. */
export interface IntentSet {
  name: string;
  title: string;
  readings: readonly IntentReading[];
  missing: number;
  errors: readonly ReadingError[];
}

interface KnownIntent {
  id: string;
  message: TriageMessageRequest;
  wanted: Intent;
  alsoAccepted: readonly Intent[];
}

/** Below it a person looks, when the shop's policy says nothing else. */
const SURE = 0.6;
const THRESHOLDS = Array.from({ length: 20 }, (_, i) => i / 20);

async function readSet(
  { name, title }: { name: string; title: string },
  known: readonly KnownIntent[],
  reader: Reader,
  isOpen: boolean,
  { progress }: EvaluationContext,
): Promise<IntentSet> {
  const messages = known.map(({ message }) => message);
  const answers = await readAll(messages, reader, (done) => progress(`intent of ${name}`, done, known.length));
  const set: IntentSet = { name, title, readings: [], missing: 0, errors: [] };
  const [readings, errors] = [[] as IntentReading[], [] as ReadingError[]];
  known.forEach(({ id, message, wanted, alsoAccepted }, i) => {
    const answer = answers[i];
    if (!answer) return;
    const { intent: guessed, confidence } = answer;
    const right = guessed === wanted;
    const accepted = right || alsoAccepted.includes(guessed);
    readings.push({ wanted, guessed, confidence, right, accepted });
    const text = [message.subject, message.text].filter(Boolean).join(' | ');
    if (isOpen && !accepted) errors.push({ id, what: 'intent', wanted, got: `${guessed} (${confidence})`, text });
  });
  return { ...set, readings, errors, missing: known.length - readings.length };
}

async function readSets(context: EvaluationContext): Promise<IntentSet[]> {
  const sets: IntentSet[] = [];
  for (const { cases, isOpen, ...names } of context.caseSets) {
    const known = cases.map((one) => ({
      id: one.id,
      message: messageOf(one),
      wanted: one.expected.intent,
      alsoAccepted: one.expected.or_intent ?? [],
    }));
    sets.push(await readSet(names, known, context.reader, isOpen, context));
  }
  const shipped = curekart(context);
  for (const source of [...(shipped ? [shipped] : []), ...leftOutSources(context)]) {
    const known = source.messages.map((one, i) => ({
      id: `${source.name}-${i}`,
      message: foreignMessage(one),
      wanted: one.intent,
      alsoAccepted: [],
    }));
    sets.push(await readSet(source, known, source.reader, false, context));
  }
  return sets.filter(({ readings, missing }) => readings.length + missing > 0);
}

const rightOf = (readings: readonly IntentReading[]): number => readings.filter(({ right }) => right).length;

function figuresOf({ name, title, readings, missing }: IntentSet): Figure[] {
  const n = readings.length;
  const { kept, right } = keptAt(readings, SURE);
  const own = (what: string) => `intent.${name}.${what}`;
  return [
    shareFigure(own('accuracy'), `${title}: intent right`, rightOf(readings), n),
    computedFigure(own('macro_f1'), `${title}: mean F1 of the intents`, readings, (some) => macroF1(some, INTENTS)),
    shareFigure(own('accuracy_when_sure'), `${title}: right when the confidence is 0.6 or more`, right, kept),
    shareFigure(own('kept_when_sure'), `${title}: share with a confidence of 0.6 or more`, kept, n),
    computedFigure(own('ece'), `${title}: expected calibration error, 10 bins`, readings, calibrationError),
    ...(readings.some(({ right, accepted }) => right !== accepted)
      ? [
          shareFigure(
            own('accepted'),
            `${title}: intent right, or another one a careful person accepts`,
            readings.filter(({ accepted }) => accepted).length,
            n,
          ),
        ]
      : []),
    ...(missing > 0 ? [shareFigure(own('missing'), `${title}: messages without an answer`, missing, n + missing)] : []),
  ];
}

const decimals = (value: number): string => value.toFixed(3);

const qualityTable = ({ title, readings }: IntentSet): ResultTable => ({
  title: `${title}: each intent`,
  head: ['Intent', 'Messages', 'Taken for it', 'Precision', 'Recall', '95 %', 'F1'],
  rows: classQuality(readings, INTENTS).map(({ name, wanted, guessed, right, precision, recall, f1 }) => [
    name,
    wanted,
    guessed,
    decimals(precision),
    wanted === 0 ? '–' : decimals(recall),
    wanted === 0 ? '–' : wilson(right, wanted).map(decimals).join(' to '),
    wanted === 0 ? '–' : decimals(f1),
  ]),
});

const confusionTable = ({ title, readings }: IntentSet): ResultTable => ({
  title: `${title}: what was taken for what`,
  head: ['Is \\ taken for', ...INTENTS],
  rows: INTENTS.filter((wanted) => readings.some((reading) => reading.wanted === wanted)).map((wanted) => [
    wanted,
    ...INTENTS.map((guessed) => readings.filter((one) => one.wanted === wanted && one.guessed === guessed).length),
  ]),
});

/** How the accuracy grows when messages below a confidence go to a person. */
const abstainTable = ({ title, readings }: IntentSet): ResultTable => ({
  title: `${title}: by the confidence that is asked for`,
  head: ['Confidence at least', 'Share kept', 'Right of those', '95 %'],
  rows: THRESHOLDS.map((threshold) => {
    const { kept, right } = keptAt(readings, threshold);
    return [
      threshold.toFixed(2),
      percent(kept / readings.length),
      kept === 0 ? '–' : percent(right / kept),
      wilson(right, kept).map(percent).join(' to '),
    ];
  }),
});

const calibrationTable = ({ title, readings }: IntentSet): ResultTable => ({
  title: `${title}: confidence and what came true`,
  head: ['Confidence', 'Messages', 'Mean confidence', 'Right'],
  rows: confidenceBins(readings)
    .filter(({ n }) => n > 0)
    .map(({ from, to, n, meanConfidence, accuracy }) => [
      `${from.toFixed(1)} to ${to.toFixed(1)}`,
      n,
      decimals(meanConfidence),
      percent(accuracy),
    ]),
});

const WANTED_ACCURACY = 0.9;
/** Fewer messages than this say nothing of an accuracy. */
const FEWEST = 10;

/** From which confidence on nine of ten readings of an intent are right: what a policy's threshold may be chosen from. */
const neededTable = ({ title, readings }: IntentSet): ResultTable => ({
  title: `${title}: confidence from which 90 % of the readings of an intent are right`,
  head: ['Read as', 'Messages', 'Confidence', 'Share kept', 'Right of those'],
  rows: INTENTS.map((intent) => {
    const readAs = readings.filter(({ guessed }) => guessed === intent);
    const needed = THRESHOLDS.map((threshold) => ({ threshold, ...keptAt(readAs, threshold) })).find(
      ({ kept, right }) => kept >= FEWEST && right / kept >= WANTED_ACCURACY,
    );
    if (!needed) return [intent, readAs.length, 'none', '–', '–'];
    const { threshold, kept, right } = needed;
    return [intent, readAs.length, threshold.toFixed(2), percent(kept / readAs.length), percent(right / kept)];
  }),
});

/** The sets a shop chooses its thresholds from: those that may be looked at. */
const CHOOSING = ['dev', 'own'];
/** The sets whose tables and pictures are shown; the others give their figures. */
const SHOWN = ['test', 'curekart', 'own'];

export const intent: Measure = {
  name: 'intent',
  meaning: 'what customers want, and how far the confidence can be trusted',
  async run(context): Promise<MeasureResult> {
    const sets = await readSets(context);
    const shown = sets.filter(({ name, readings }) => SHOWN.includes(name) && readings.length > 0);
    const isOffline = context.reader.kind === 'offline';
    return {
      title: 'Intent and confidence',
      about:
        'Every message is read as the service reads it and compared with the intent a person gave it. ' +
        (isOffline
          ? 'No source is read by weights that were trained on it: Curekart by the shipped ones, each other source of labelled messages by weights trained for this without it. '
          : '') +
        'A message below the asked confidence goes to a person.',
      figures: sets.filter(({ readings }) => readings.length > 0).flatMap(figuresOf),
      tables: [
        ...shown.flatMap((set) => [qualityTable(set), confusionTable(set), abstainTable(set), calibrationTable(set)]),
        ...sets.filter(({ name }) => CHOOSING.includes(name)).map(neededTable),
      ],
      pictures: intentPictures(shown),
      errors: sets.flatMap(({ errors }) => errors),
    };
  },
};
