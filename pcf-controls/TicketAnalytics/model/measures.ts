/** What is counted or summed up in a row; the names are those of the manifest's property-sets. */
export const MEASURES = [
  'messages',
  'tickets',
  'answeredAutomatically',
  'escalated',
  'resolved',
  'resolvedWithoutAgent',
  'fcrEligible',
  'fcrMet',
  'responses',
  'responseSeconds',
  'responsesInTime',
  'responsesLate',
  'responsesUpTo10Sec',
  'responsesUpTo30Sec',
  'responsesUpTo1Min',
  'responsesUpTo2Min',
  'responsesUpTo5Min',
  'responsesUpTo10Min',
  'responsesUpTo15Min',
  'responsesUpTo30Min',
  'responsesUpTo1Hour',
  'responsesUpTo2Hours',
  'responsesUpTo4Hours',
  'responsesUpTo8Hours',
  'responsesUpTo24Hours',
  'responsesUpTo48Hours',
  'responsesOver48Hours',
  'ratingCount',
  'ratingSum',
  'openUpTo1Day',
  'openUpTo3Days',
  'openUpTo7Days',
  'openOver7Days',
  'apiCalls',
  'apiErrors',
  'statementsChecked',
  'statementsTrue',
  'cost',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What tells rows apart, and what is said about them. */
const LABELS = [
  'date',
  'scope',
  'scopeKey',
  'channel',
  'intent',
  'hour',
  'agent',
  'costCurrency',
  'computedOn',
] as const;

/** The property-sets of the manifest. */
export const COLUMNS = [...LABELS, ...MEASURES] as const;
export type Column = (typeof COLUMNS)[number];

/** Counts and sums; one that is missing is not known, which is not zero. */
export type Counts = Readonly<Partial<Record<Measure, number>>>;

/** Adds up counts. What no part knows stays unknown; what only some know counts as nothing in the others. */
export function sumOf(parts: Iterable<Counts>): Counts {
  const sum: Partial<Record<Measure, number>> = {};
  for (const part of parts) {
    for (const measure of MEASURES) {
      const count = part[measure];
      if (count !== undefined) sum[measure] = (sum[measure] ?? 0) + count;
    }
  }
  return sum;
}

/** A part of a whole; nothing when one of them is not known or the whole is nothing. */
export const ratio = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || whole === undefined || whole === 0 ? undefined : part / whole;
