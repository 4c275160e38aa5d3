import { INTENTS } from '../../../proxy/src/contract/vocabulary';
import type { Picture } from '../measure';
import type { IntentReading, IntentSet } from '../measures/intent';
import { bootstrap, calibrationError, classQuality, confidenceBins, keptAt } from '../statistics';
import { barChart } from './bar-chart';
import { confusionMatrix } from './confusion-matrix';
import { lineChart } from './line-chart';

const shortTitle = ({ title }: IntentSet): string => title.split(':')[0]!;
const THRESHOLDS = Array.from({ length: 101 }, (_, i) => i / 100);
/** Fewer messages than this say nothing of an accuracy. */
const FEWEST = 10;

function reliability(sets: readonly IntentSet[]): string {
  const errors = sets.map((set) => `${shortTitle(set)} ${calibrationError(set.readings).toFixed(3)}`);
  return lineChart({
    title: 'Does the confidence come true?',
    description: `For each tenth of confidence, how many of the messages were read right. On the diagonal both agree. Expected calibration error: ${errors.join(', ')}.`,
    xLabel: 'mean confidence (dots grow with their messages)',
    yLabel: 'intent right',
    diagonal: 'dotted: as sure as right',
    series: sets.map((set) => ({
      label: shortTitle(set),
      points: confidenceBins(set.readings)
        .filter(({ n }) => n > 0)
        .map(({ meanConfidence, accuracy, n }) => ({
          x: meanConfidence,
          y: accuracy,
          weight: n / set.readings.length,
        })),
    })),
  });
}

function abstainCurve(sets: readonly IntentSet[]): string {
  const told = sets.map((set) => {
    const { kept, right } = keptAt(set.readings, 0.6);
    return `${shortTitle(set)}: at 0.6 ${Math.round((100 * kept) / set.readings.length)} % kept, ${Math.round((100 * right) / Math.max(1, kept))} % of them right`;
  });
  const curve = (set: IntentSet, look: number) => {
    const steps = THRESHOLDS.map((x) => ({ x, ...keptAt(set.readings, x) }));
    const accuracy = steps.filter(({ kept }) => kept >= FEWEST).map(({ x, kept, right }) => ({ x, y: right / kept }));
    const share = steps.map(({ x, kept }) => ({ x, y: kept / set.readings.length }));
    const label = shortTitle(set);
    return [
      { label, points: accuracy, look },
      { label, points: share, isDashed: true, look },
    ];
  };
  return lineChart({
    title: 'What is gained by asking for more confidence',
    description: `Accuracy of the messages at or above a confidence (full lines) and the share of messages that stay (dashed). ${told.join('; ')}.`,
    xLabel: 'confidence asked for (full line: right of those kept; dashed: share kept)',
    yLabel: 'share of messages',
    series: sets.flatMap(curve),
  });
}

function f1Of(readings: readonly IntentReading[], intent: string): number {
  let [right, mentioned] = [0, 0];
  for (const { wanted, guessed } of readings) {
    if (wanted === intent) mentioned += 1;
    if (guessed === intent) mentioned += 1;
    if (wanted === intent && guessed === intent) right += 1;
  }
  return mentioned === 0 ? 0 : (2 * right) / mentioned;
}

function f1Bars(sets: readonly IntentSet[]): string {
  const barOf = ({ readings }: IntentSet, intent: string) => {
    const isJudged = classQuality(readings, INTENTS).some(({ name, wanted }) => name === intent && wanted > 0);
    if (!isJudged) return null;
    return { value: f1Of(readings, intent), interval: bootstrap(readings, (some) => f1Of(some, intent)) };
  };
  return barChart({
    title: 'F1 of each intent',
    description:
      'Lying bars with 95 % intervals, one for each intent and set of messages. The values are in the tables.',
    xLabel: 'F1, with its 95 % interval',
    groups: INTENTS.map((intent) => intent.replace(/_/g, ' ')),
    series: sets.map((set) => ({ label: shortTitle(set), values: INTENTS.map((intent) => barOf(set, intent)) })),
  });
}

/** The pictures of the sets that are shown; none without a set. */
export function intentPictures(sets: readonly IntentSet[]): Picture[] {
  if (sets.length === 0) return [];
  return [
    { name: 'reliability', title: 'Does the confidence come true?', svg: reliability(sets) },
    { name: 'abstain-curve', title: 'What is gained by asking for more confidence', svg: abstainCurve(sets) },
    { name: 'intent-f1', title: 'F1 of each intent', svg: f1Bars(sets) },
    ...sets.map((set) => {
      const title = `${shortTitle(set)}: what was taken for what`;
      return { name: `confusion-${set.name}`, title, svg: confusionMatrix(title, set.readings, INTENTS) };
    }),
  ];
}
