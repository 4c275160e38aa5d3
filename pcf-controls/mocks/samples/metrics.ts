import type { Values } from '../dataset-record';
import { CHANNEL, INTENT, METRIC_SCOPE } from './choices';
import { draw } from './draw';
import { AGENTS } from './people';

const DAY = 86_400_000;

/** The upper bounds in seconds of the response-time histogram, by the column that counts them. */
const BUCKETS = [
  ['UpTo10Sec', 10],
  ['UpTo30Sec', 30],
  ['UpTo1Min', 60],
  ['UpTo2Min', 120],
  ['UpTo5Min', 300],
  ['UpTo10Min', 600],
  ['UpTo15Min', 900],
  ['UpTo30Min', 1800],
  ['UpTo1Hour', 3600],
  ['UpTo2Hours', 7200],
  ['UpTo4Hours', 14_400],
  ['UpTo8Hours', 28_800],
  ['UpTo24Hours', 86_400],
  ['UpTo48Hours', 172_800],
  ['Over48Hours', Infinity],
] as const;

const COUNTS = [
  ...[
    'messages',
    'tickets',
    'answeredAutomatically',
    'handedOver',
    'assigned',
    'escalated',
    'resolved',
    'resolvedAssumed',
  ],
  ...[
    'resolvedWithoutAgent',
    'reopened',
    'fcrEligible',
    'fcrMet',
    'triaged',
    'lowConfidence',
    'corrected',
    'responses',
  ],
  ...['responsesInTime', 'responsesLate', ...BUCKETS.map(([name]) => `responses${name}`)],
  ...['resolutionsInTime', 'resolutionsLate', 'ratingCount', 'ratingSum', 'satisfiedCount', 'lowRatingCount'],
  ...['openUpTo1Day', 'openUpTo3Days', 'openUpTo7Days', 'openOver7Days', 'apiCalls', 'apiErrors'],
  ...['statementsChecked', 'statementsTrue'],
];
const DECIMALS = [
  'responseSeconds',
  'responseBusinessSeconds',
  'resolutionSeconds',
  'resolutionBusinessSeconds',
  'cost',
];

/** The view of daily metrics: each column with the property-set it is mapped to. */
export const METRIC_COLUMNS = [
  ...['name', 'scopeKey', 'costCurrency'].map((name) => [name, 'SingleLine.Text']),
  ['date', 'DateAndTime.DateOnly'],
  ...['scope', 'channel', 'intent'].map((name) => [name, 'OptionSet']),
  ['agent', 'Lookup.Simple'],
  ...['hour', ...COUNTS].map((name) => [name, 'Whole.None']),
  ...DECIMALS.map((name) => [name, 'Decimal']),
  ['computedOn', 'DateAndTime.DateAndTime'],
].map(([alias = '', dataType = '']) => ({
  name: `rcc_${alias.toLowerCase()}`,
  alias,
  dataType,
  displayName: alias.replace(/([A-Z0-9]+)/g, ' $1').toLowerCase(),
}));

const CHANNELS = ['email', 'chat'] as const;
const HOURS = Array.from({ length: 12 }, (_, index) => 8 + index);
interface Group {
  scope: keyof typeof METRIC_SCOPE;
  key: string;
  /** How much of a day's messages fall to the group. */
  share: number;
  values: Values;
}

/** The groups of one day, the rows of a day in the table. */
const GROUPS: readonly Group[] = [
  { scope: 'day', key: 'all', share: 1, values: {} },
  ...CHANNELS.flatMap((channel) =>
    Object.entries(INTENT).map(([intent, choice], index): Group => {
      const share = ([0.34, 0.16, 0.1, 0.15, 0.12, 0.08, 0.05][index] ?? 0) * (channel === 'email' ? 0.6 : 0.4);
      return {
        scope: 'intent',
        key: `${channel}.${intent}`,
        share,
        values: { rcc_channel: CHANNEL[channel], rcc_intent: choice },
      };
    }),
  ),
  ...AGENTS.map((agent, index): Group => ({
    scope: 'agent',
    key: agent.id,
    share: 0.11 - 0.012 * index,
    values: { rcc_agent: agent },
  })),
  ...CHANNELS.flatMap((channel) =>
    HOURS.map((hour): Group => ({
      scope: 'hour',
      key: `${channel}.${String(hour).padStart(2, '0')}`,
      share: (channel === 'email' ? 0.6 : 0.4) / HOURS.length,
      values: { rcc_channel: CHANNEL[channel], rcc_hour: hour },
    })),
  ),
];

/** How many rows a day has. */
export const METRICS_PER_DAY = GROUPS.length;

/** A row of the table of daily metrics, yesterday's first. @param now milliseconds */
export function metricAt(index: number, now: number): Values {
  const daysAgo = 1 + Math.floor(index / GROUPS.length);
  const group = GROUPS[index % GROUPS.length] as Group;
  const day = new Date(Math.floor(now / DAY) * DAY - daysAgo * DAY);
  const date = day.toISOString().slice(0, 10);
  const isWeekend = [0, 6].includes(day.getUTCDay());
  const messages = Math.round(2000 * group.share * (isWeekend ? 0.45 : 1) * (0.85 + 0.3 * draw(index, 20)));
  const part = (share: number, purpose: number) => Math.round(messages * share * (0.9 + 0.2 * draw(index, purpose)));
  const responses = part(0.8, 21);
  const isChat = group.key.startsWith('chat');
  const histogram = spread(responses, isChat ? 40 : 500 + 300 * draw(index, 22));
  const ratingCount = part(0.12, 23);
  const resolved = part(0.7, 24);
  const fcrEligible = daysAgo > 7 ? part(0.6, 25) : 0;
  const late = Math.min(responses, part(group.scope === 'agent' ? 0.08 : 0.05, 26));
  const counts: Record<string, number> = {
    messages,
    tickets: part(0.7, 27),
    answeredAutomatically: part(0.45, 28),
    handedOver: part(0.5, 29),
    assigned: part(0.4, 30),
    escalated: part(0.02, 31),
    resolved,
    resolvedAssumed: Math.round(resolved * 0.2),
    resolvedWithoutAgent: Math.round(resolved * (isChat ? 0.78 : 0.55)),
    reopened: part(0.03, 32),
    fcrEligible,
    fcrMet: Math.round(fcrEligible * (0.68 + 0.1 * draw(index, 33))),
    triaged: messages,
    lowConfidence: part(0.06, 34),
    corrected: part(0.03, 35),
    responses,
    responsesInTime: responses - late,
    responsesLate: late,
    ...histogram.counts,
    responseSeconds: histogram.seconds,
    responseBusinessSeconds: histogram.seconds * 0.7,
    resolutionSeconds: resolved * 21_600,
    resolutionBusinessSeconds: resolved * 9_000,
    resolutionsInTime: Math.round(resolved * 0.93),
    resolutionsLate: resolved - Math.round(resolved * 0.93),
    ratingCount,
    ratingSum: Math.round(ratingCount * (4.1 + 0.6 * draw(index, 36))),
    satisfiedCount: Math.round(ratingCount * 0.86),
    lowRatingCount: Math.round(ratingCount * 0.05),
  };
  const ofDay: Record<string, number> =
    group.scope === 'day'
      ? {
          openUpTo1Day: part(0.08, 37),
          openUpTo3Days: part(0.04, 38),
          openUpTo7Days: part(0.02, 39),
          openOver7Days: part(0.006, 40),
          apiCalls: messages * 3,
          apiErrors: Math.round(messages * 0.004 * draw(index, 41)),
          statementsChecked: part(0.3, 42),
          statementsTrue: Math.round(part(0.3, 42) * 0.987),
          cost: Math.round(messages * 21) / 100,
        }
      : {};
  return {
    ...Object.fromEntries(
      Object.entries({ ...counts, ...ofDay }).map(([name, count]) => [`rcc_${name.toLowerCase()}`, count]),
    ),
    ...group.values,
    rcc_name: `${date} ${group.scope} ${group.key}`,
    rcc_date: day,
    rcc_scope: METRIC_SCOPE[group.scope],
    rcc_scopekey: group.key,
    rcc_costcurrency: 'USD',
    rcc_computedon: new Date(day.getTime() + DAY + 900_000),
  };
}

/** Spreads responses over the histogram around a typical time, so that the counts add up to all of them. */
function spread(responses: number, typicalSeconds: number): { counts: Record<string, number>; seconds: number } {
  const weights = BUCKETS.map(([, most]) => {
    const distance = Math.log((most === Infinity ? 345_600 : most) / typicalSeconds);
    return Math.exp(-(distance * distance) / 2.4);
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => Math.floor((responses * weight) / whole));
  // What rounding leaves over took the typical time.
  const typical = weights.indexOf(Math.max(...weights));
  const left = responses - shares.reduce((sum, share) => sum + share, 0);
  let seconds = 0;
  const counts = BUCKETS.map(([name, most], index): [string, number] => {
    const count = (shares[index] ?? 0) + (index === typical ? left : 0);
    seconds += count * (most === Infinity ? 200_000 : most * 0.75);
    return [`responses${name}`, count];
  });
  return { counts: Object.fromEntries(counts), seconds: Math.round(seconds) };
}
