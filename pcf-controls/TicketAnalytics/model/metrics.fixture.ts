import { join } from 'node:path';
import { createContext, readResx } from '../../mocks';
import { formatsOf } from '../../shared/formats';
import { wordsOf } from '../../shared/words';
import { localeOf } from '../../shared/locale';
import { BUCKETS } from './histogram';
import { COLUMNS, type Counts } from './measures';
import type { Columns, MetricRow } from './metric-row';
import type { Targets } from './settings';
import { speechOf } from './speech';

const context = createContext({ parameters: {}, resx: readResx(join(__dirname, '..')) });

/** Speaks English. */
export const speech = speechOf(wordsOf(context), formatsOf(context), localeOf(1033));

/** All columns are there. */
export const columns: Columns = Object.fromEntries(COLUMNS.map((column) => [column, column]));

export const targets: Targets = {
  emailSeconds: 900,
  chatResolution: 0.75,
  trackingAccuracy: 0.98,
  satisfaction: 4.5,
  apiErrors: 0.001,
  firstContact: 0.7,
  cost: 0.5,
};

/** A row of a day; of the day as a whole when nothing else is said. */
export const row = (day: number, counts: Counts, rest: Partial<MetricRow> = {}): MetricRow => ({
  day,
  scope: 'day',
  key: 'all',
  channel: undefined,
  intent: undefined,
  intentName: '',
  hour: undefined,
  agentName: '',
  currency: 'USD',
  computedOn: undefined,
  counts,
  ...rest,
});

/** The counts of a table's row for some response times in seconds. */
export function responsesOf(seconds: readonly number[]): Counts {
  const counts: Record<string, number> = {
    responses: seconds.length,
    responseSeconds: seconds.reduce((sum, one) => sum + one, 0),
  };
  for (const [measure] of BUCKETS) counts[measure] = 0;
  for (const one of seconds) {
    const [measure] = BUCKETS.find(([, upTo]) => one <= upTo) ?? BUCKETS[0];
    counts[measure] = (counts[measure] ?? 0) + 1;
  }
  return counts;
}
