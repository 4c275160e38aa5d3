import type { Day } from './day';
import type { Columns, MetricRow } from './metric-row';
import { missingOf } from './charts/chart';
import { type Column, type Counts, ratio } from './measures';
import { type Metrics, rowsWithin, totalOf } from './metrics';
import { type Period, periodBefore } from './period';
import type { Targets } from './settings';

/** A first contact is judged for good so many days after the day of the resolution. */
const JUDGED_AFTER: Day = 7;

export type Unit = 'duration' | 'share' | 'score' | 'money';

/** A figure with a target. */
export interface KeyFigure {
  readonly id: string;
  readonly unit: Unit;
  readonly value: number | undefined;
  readonly target: number;
  /** Less is better. */
  readonly isLess: boolean;
  /** Nothing when there is no value to hold against the target. */
  readonly isMet: boolean | undefined;
  /** The value of the period before; nothing when it has none or is not loaded. */
  readonly before: number | undefined;
  /** How many it rests on. */
  readonly count: number | undefined;
  /** Some of its days cannot be judged yet. */
  readonly isPending: boolean;
  readonly currency: string | undefined;
  readonly missing: readonly Column[];
}

interface Measured {
  readonly value: number | undefined;
  readonly count: number | undefined;
  readonly currency?: string | undefined;
}

interface Definition {
  readonly id: string;
  readonly unit: Unit;
  readonly target: keyof Targets;
  readonly isLess?: true;
  /** Reaching the target is enough; otherwise it must be passed. */
  readonly isReached?: true;
  readonly needs: readonly Column[];
  measure(rows: Rows): Measured;
}

interface Rows {
  readonly email: Counts;
  readonly chat: Counts;
  readonly day: Counts;
  readonly currencies: ReadonlySet<string>;
}

const share = (part: number | undefined, whole: number | undefined): Measured => ({
  value: ratio(part, whole),
  count: whole,
});

const DEFINITIONS: readonly Definition[] = [
  {
    id: 'email',
    unit: 'duration',
    target: 'emailSeconds',
    isLess: true,
    needs: ['channel', 'responses', 'responseSeconds'],
    measure: ({ email }) => share(email.responseSeconds, email.responses),
  },
  {
    id: 'chat',
    unit: 'share',
    target: 'chatResolution',
    needs: ['channel', 'resolved', 'resolvedWithoutAgent'],
    measure: ({ chat }) => share(chat.resolvedWithoutAgent, chat.resolved),
  },
  {
    id: 'tracking',
    unit: 'share',
    target: 'trackingAccuracy',
    needs: ['statementsChecked', 'statementsTrue'],
    measure: ({ day }) => share(day.statementsTrue, day.statementsChecked),
  },
  {
    id: 'satisfaction',
    unit: 'score',
    target: 'satisfaction',
    isReached: true,
    needs: ['ratingCount', 'ratingSum'],
    measure: ({ day }) => share(day.ratingSum, day.ratingCount),
  },
  {
    id: 'api',
    unit: 'share',
    target: 'apiErrors',
    isLess: true,
    needs: ['apiCalls', 'apiErrors'],
    measure: ({ day }) => share(day.apiErrors, day.apiCalls),
  },
  {
    id: 'firstContact',
    unit: 'share',
    target: 'firstContact',
    needs: ['fcrEligible', 'fcrMet'],
    measure: ({ day }) => share(day.fcrMet, day.fcrEligible),
  },
  {
    id: 'cost',
    unit: 'money',
    target: 'cost',
    isLess: true,
    needs: ['cost', 'messages'],
    measure({ day, currencies }) {
      // Where nothing measures the cost its column says 0: no cost at all is no measurement, not a cheap service.
      const isMeasured = (day.cost ?? 0) > 0 && currencies.size <= 1;
      const { value, count } = share(isMeasured ? day.cost : undefined, day.messages);
      return { value, count, currency: [...currencies][0] };
    },
  },
];

function rowsOf({ rows }: Metrics, period: Period): Rows {
  const channel = (name: MetricRow['channel']) =>
    totalOf(rowsWithin(rows.intent, period).filter((row) => row.channel === name));
  const ofDays = rowsWithin(rows.day, period);
  return {
    email: channel('email'),
    chat: channel('chat'),
    day: totalOf(ofDays),
    currencies: new Set(ofDays.flatMap(({ currency, counts }) => (counts.cost ? (currency ?? []) : []))),
  };
}

const isMet = (value: number, target: number, { isLess, isReached }: Definition): boolean =>
  isReached ? value >= target : isLess ? value < target : value > target;

/** @param isBeforeLoaded the rows of the period before are all there */
export function keyFigures(
  metrics: Metrics,
  columns: Columns,
  period: Period,
  targets: Targets,
  isBeforeLoaded: boolean,
): KeyFigure[] {
  const now = rowsOf(metrics, period);
  const before = isBeforeLoaded ? rowsOf(metrics, periodBefore(period)) : undefined;
  return DEFINITIONS.map((definition) => {
    const { id, unit, needs, isLess = false } = definition;
    const target = targets[definition.target];
    const { value, count, currency } = definition.measure(now);
    return {
      id,
      unit,
      value,
      count,
      currency,
      target,
      isLess,
      isMet: value === undefined ? undefined : isMet(value, target, definition),
      before: before && definition.measure(before).value,
      isPending: id === 'firstContact' && period.to > (metrics.newest ?? period.to) - 1 - JUDGED_AFTER,
      missing: missingOf(columns, ['date', 'scope', ...needs]),
    };
  });
}

/**
 * The fewest digits with which a value does not look like the target it misses or passes by a hair.
 * @param scale what the value is multiplied by when it is written
 */
export function digitsToTell(value: number, target: number, scale: number, digits: number): number {
  const written = (one: number, to: number) => (one * scale).toFixed(to);
  let used = digits;
  while (used < 4 && value !== target && written(value, used) === written(target, used)) used += 1;
  return used;
}
