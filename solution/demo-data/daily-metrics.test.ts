import { dailyMetrics, METRIC_DAYS } from './daily-metrics';
import { openSeconds } from './demo-day';
import { demoPeople, type SourceRow } from './source';

const TODAY = '2026-03-20';
const people = demoPeople();
const rows = dailyMetrics(TODAY, people);
const ONLY_OF_A_DAY = /^rcc_(open|api)/;

const isCount = (name: string, value: unknown) => name !== 'id' && name !== 'rcc_hour' && typeof value === 'number';

function sumOf(some: readonly SourceRow[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const row of some)
    for (const [name, value] of Object.entries(row))
      if (isCount(name, value) && !ONLY_OF_A_DAY.test(name)) sum[name] = (sum[name] ?? 0) + Number(value);
  return sum;
}
const dates = [...new Set(rows.map((row) => String(row.rcc_date)))];
const of = (date: string, scope: string) => rows.filter((row) => row.rcc_date === date && row.rcc_scope === scope);

it('cover the four weeks before today', () => {
  expect(dates).toHaveLength(METRIC_DAYS);
  expect([dates[0], dates.at(-1)]).toEqual(['2026-02-20', '2026-03-19']);
});

it('intents and hours add up to their day, in every count', () => {
  for (const date of dates) {
    const day = sumOf(of(date, 'Day'));
    expect(sumOf(of(date, 'Intent'))).toEqual(day);
    expect(sumOf(of(date, 'Hour'))).toEqual(day);
  }
});

it('what agents were given is what was handed over', () => {
  for (const date of dates) {
    expect(sumOf(of(date, 'Agent')).rcc_assigned).toBe(sumOf(of(date, 'Day')).rcc_handedover);
  }
});

it('each response is in one bucket, and in time or late', () => {
  for (const date of dates) {
    const { rcc_responses: responses, ...day } = sumOf(of(date, 'Day'));
    const buckets = Object.entries(day).filter(([name]) => /^rcc_responses(upto|over)/.test(name));
    expect(buckets.reduce((sum, [, count]) => sum + count, 0)).toBe(responses);
    expect((day.rcc_responsesintime ?? 0) + (day.rcc_responseslate ?? 0)).toBe(responses);
  }
});

it('first contacts are judged only a week later', () => {
  const judged = dates.filter((date) => sumOf(of(date, 'Day')).rcc_fcreligible !== undefined);
  expect(judged.at(-1)).toBe('2026-03-13');
  expect(judged).toHaveLength(METRIC_DAYS - 6);
});

it('a date’s row has the same number and the same counts whenever it is made', () => {
  const tomorrow = new Map(dailyMetrics('2026-03-21', people).map((row) => [row.id, row]));
  const kept = rows.filter(({ rcc_date }) => String(rcc_date) > '2026-02-20' && String(rcc_date) !== '2026-03-14');
  expect(kept.length).toBeGreaterThan(800);
  expect(kept.map(({ id }) => tomorrow.get(id))).toEqual(kept);
});

it('open time is counted from eight to twenty', () => {
  const hour = 3600;
  expect(openSeconds(19 * hour, 2 * hour)).toBe(hour);
  expect(openSeconds(19 * hour, 14 * hour)).toBe(2 * hour);
  expect(openSeconds(10 * hour, 72 * hour)).toBe(36 * hour);
  expect(openSeconds(9 * hour, hour)).toBe(hour);
});
