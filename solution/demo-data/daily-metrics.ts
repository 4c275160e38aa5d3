import { daysAfter } from './dates';
import { demoDay, type DemoCase } from './demo-day';
import { drawsOf } from './draw';
import type { Person, SourceRow } from './source';

/** How many days the metrics go back; today is left to the flow that counts it. */
export const METRIC_DAYS = 28;

/** The number of a day's first row; each day has ten thousand numbers of its own, so that no import meets another's. */
const FIRST_NUMBER = 80_000_000_000;
const numberOf = (date: string, index: number) => FIRST_NUMBER + (Date.parse(date) / 86_400_000) * 10_000 + index;

const CHANNELS = ['Email', 'Chat'] as const;
const INTENTS = {
  'Order tracking': 'order_tracking',
  Returns: 'returns',
  'Product information': 'product_information',
  'Delivery issue': 'delivery_issue',
  'Payment issue': 'payment_issue',
  'General complaint': 'general_complaint',
  Other: 'other',
};

/** A group of cases that has a row of its own. */
interface Group {
  scope: string;
  key: string;
  columns: Record<string, unknown>;
  holds: (one: DemoCase) => boolean;
}

/** Keys are those the flow Publish Metrics writes. */
function groupsOf(agents: readonly string[]): Group[] {
  const day: Group = { scope: 'Day', key: 'all', columns: {}, holds: () => true };
  const intents = CHANNELS.flatMap((channel) =>
    Object.entries(INTENTS).map(([intent, word]): Group => ({
      scope: 'Intent',
      key: `${channel.toLowerCase()}.${word}`,
      columns: { rcc_channel: channel, rcc_intent: intent },
      holds: (one) => one.channel === channel && one.intent === intent,
    })),
  );
  const hours = CHANNELS.flatMap((channel) =>
    Array.from({ length: 24 }, (_, hour): Group => ({
      scope: 'Hour',
      key: `${channel.toLowerCase()}.${String(hour).padStart(2, '0')}`,
      columns: { rcc_channel: channel, rcc_hour: hour },
      holds: (one) => one.channel === channel && one.hour === hour,
    })),
  );
  const people = agents.map((agent): Group => ({
    scope: 'Agent',
    key: `{id of ${agent}}`,
    columns: { rcc_agent: agent },
    holds: (one) => one.agent === agent,
  }));
  return [day, ...intents, ...hours, ...people];
}

function sumOf(cases: readonly DemoCase[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { counts } of cases)
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** Open tickets by age at the day's end: what was not resolved that day and the days before. */
function openTickets(date: string, agents: readonly string[]): Record<string, number> {
  const openFrom = (back: number) =>
    demoDay(daysAfter(date, -back), back, agents).filter(({ counts }) => counts.resolved === undefined).length;
  return {
    openupto1day: openFrom(0),
    // Somebody comes to most of them within the next days.
    openupto3days: Math.round((openFrom(1) + openFrom(2)) * 0.35),
    openupto7days: Math.round((openFrom(3) + openFrom(4) + openFrom(5) + openFrom(6)) * 0.1),
    openover7days: Math.round(openFrom(7) * 0.1),
  };
}

/** Three questions to vendors for each message about an order; on one day in four one of them is not answered. */
function vendorCalls(cases: readonly DemoCase[]): Record<string, number> {
  const asked = cases.filter(({ intent }) => ['Order tracking', 'Delivery issue', 'Payment issue'].includes(intent));
  return { apicalls: asked.length * 3, apierrors: drawsOf(asked.length)() < 0.25 ? 1 : 0 };
}

/**
 * Daily metrics of the four weeks before today, in the grain of `rcc_dailymetric`: each scope adds up to its day, because
 * all are counted from the same cases.
 * @param today such as `2026-03-20`
 */
export function dailyMetrics(today: string, people: readonly Person[]): SourceRow[] {
  const agents = people.filter(({ agent }) => agent).map(({ email }) => email);
  const groups = groupsOf(agents);
  return Array.from({ length: METRIC_DAYS }, (_, index) => METRIC_DAYS - index).flatMap((age) => {
    const date = daysAfter(today, -age);
    const cases = demoDay(date, age, agents);
    return groups.flatMap(({ scope, key, columns, holds }, index): SourceRow[] => {
      const own = cases.filter(holds);
      if (own.length === 0) return [];
      const counts = { ...sumOf(own), ...(scope === 'Day' && { ...openTickets(date, agents), ...vendorCalls(cases) }) };
      return [
        {
          id: numberOf(date, index),
          rcc_name: `${date} ${scope.toLowerCase()} ${key}`,
          rcc_date: date,
          rcc_scope: scope,
          rcc_scopekey: key,
          ...columns,
          ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [`rcc_${name}`, count])),
          rcc_computedon: `${daysAfter(date, 1)}T00:15:00Z`,
        },
      ];
    });
  });
}
