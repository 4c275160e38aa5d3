import * as fc from 'fast-check';
import { weekdayOf } from '../day';
import type { MetricRow } from '../metric-row';
import { metricsOf } from '../metrics';
import { columns, responsesOf, row, speech } from '../metrics.fixture';
import { backlogChart } from './backlog';
import type { Basis } from './chart';
import { chatResolutionChart } from './chat-resolution';
import { heatMap, HOURS, stepOf } from './heat-map';
import { inOrder, leaderboard } from './leaderboard';
import { responseTimeChart } from './response-time';
import { satisfactionChart } from './satisfaction';
import { volumeChart } from './volume';

const EMAIL = 727000000;
/** 1970-01-21, a Wednesday. */
const period = { from: 20, to: 24 };
const basis = (rows: readonly MetricRow[], rest: Partial<Basis> = {}): Basis => ({
  metrics: metricsOf(rows),
  columns,
  period,
  isCompared: false,
  speech,
  ...rest,
});
const mail = (day: number, intent: number, messages: number) =>
  row(
    day,
    { messages },
    { scope: 'intent', channel: 'email', intent, intentName: `intent ${intent}`, key: `email.${intent}` },
  );

describe('the volume', () => {
  it('is a gap on days nobody counted, and zero on days nothing came', () => {
    const chart = volumeChart(basis([mail(20, 1, 5), row(21, {}), mail(23, 2, 7)]), EMAIL);
    expect(chart.stacks.map(({ values }) => values)).toEqual([
      [5, 0, undefined, 0, undefined],
      [0, 0, undefined, 7, undefined],
    ]);
    expect(chart.read(2).entries).toEqual([{ label: 'Total', value: 'No data' }]);
    expect(chart.table.rows[2]).toEqual(['1970-01-23', undefined, undefined, undefined]);
  });

  it('keeps the tone of an intent whatever the period', () => {
    const rows = [mail(10, 1, 5), mail(20, 2, 5)];
    const toneOf2 = (of: { from: number; to: number }) =>
      volumeChart(basis(rows, { period: of }), EMAIL).stacks.find(({ label }) => label === 'intent 2')?.tone;
    expect(toneOf2({ from: 20, to: 24 })).toBe(toneOf2({ from: 10, to: 24 }));
  });

  it('leads to the e-mails of the day, and of the intent that was pointed at', () => {
    const chart = volumeChart(basis([mail(20, 1, 5), mail(21, 2, 3)]), EMAIL);
    expect(chart.drill(1)).toEqual({ chart: 'volume', from: 21, to: 21, channel: EMAIL, intent: undefined });
    expect(chart.drill(1, 1)).toMatchObject({ from: 21, intent: 2 });
  });

  it('is shown beside the same day of the period before', () => {
    const chart = volumeChart(basis([mail(15, 1, 9), mail(20, 1, 5)], { isCompared: true }), EMAIL);
    expect(chart.lines[0]).toMatchObject({ isBefore: true, values: [9, undefined, undefined, undefined, undefined] });
    expect(chart.axis.ticks[chart.axis.ticks.length - 1]?.value).toBeGreaterThanOrEqual(9);
  });

  it('says in words what there is to see', () => {
    expect(volumeChart(basis([mail(20, 1, 5), mail(21, 2, 15)]), EMAIL).summary).toBe(
      'E-mails: 20. Most were about: intent 2 (75%). Busiest day: Thursday, January 22, 1970 (15).',
    );
  });

  it('names what is missing when a column is not mapped', () => {
    expect(volumeChart(basis([], { columns: { ...columns, intent: undefined } }), EMAIL).missing).toEqual(['intent']);
  });
});

it('the chat resolution rate is a gap on days without a resolved chat', () => {
  const chat = (day: number, resolved: number, resolvedWithoutAgent: number) =>
    row(day, { resolved, resolvedWithoutAgent }, { scope: 'intent', channel: 'chat', key: 'chat.other' });
  const chart = chatResolutionChart(basis([chat(20, 4, 3), chat(21, 0, 0), chat(22, 2, 2)]), 727000001, 0.75);
  expect(chart.lines[0]?.values).toEqual([0.75, undefined, 1, undefined, undefined]);
  expect(chart.summary).toBe('Resolved without an agent: 83.3% of 6 chats. Over the target of 75% on 1 of 2 days.');
});

it('the response time shows each percentile by its bucket, and the band encloses the middle', () => {
  const of = (day: number, seconds: number[]) => row(day, responsesOf(seconds), { scope: 'intent', channel: 'email' });
  const chart = responseTimeChart(basis([of(20, [5, 200, 200, 200, 1000])]), EMAIL, 900);
  expect(chart.table.rows[0]).toEqual(['1970-01-21', 'up to 10 sec', '2 min to 5 min', '15 min to 30 min', 5]);
  const [low, middle, high] = [chart.band?.low[0] ?? NaN, chart.lines[0]?.values[0] ?? NaN, chart.band?.high[0] ?? NaN];
  expect(low).toBeLessThan(middle);
  expect(middle).toBeLessThan(high);
  expect(chart.lines[0]?.values[1]).toBeUndefined();
});

it('the satisfaction rests on its ratings', () => {
  const chart = satisfactionChart(
    basis([row(20, { ratingCount: 4, ratingSum: 18 }), row(21, { ratingCount: 0, ratingSum: 0 })]),
    4.5,
  );
  expect(chart.lines[0]?.values.slice(0, 2)).toEqual([4.5, undefined]);
  expect(chart.counts?.values.slice(0, 2)).toEqual([4, 0]);
  expect(chart.summary).toBe('Mean rating: 4.50 of 5, from 4 ratings. Target: 4.50.');
});

it('the backlog tells the last day that was counted', () => {
  const open = { openUpTo1Day: 4, openUpTo3Days: 3, openUpTo7Days: 2, openOver7Days: 1 };
  const chart = backlogChart(basis([row(20, open), row(22, { ...open, openOver7Days: 5 })]));
  expect(chart.summary).toBe('Open at the end of Friday, January 23, 1970: 14, of which older than 7 days: 5.');
  expect(chart.stacks.map(({ values }) => values[1])).toEqual([undefined, undefined, undefined, undefined]);
});

describe('the heat map', () => {
  const hour = (day: number, at: number, inTime: number, late: number) =>
    row(day, { responsesInTime: inTime, responsesLate: late }, { scope: 'hour', hour: at, key: `email.${at}` });

  it('holds every answer of the period in the cell of its weekday and hour', () => {
    const rows = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 23 }), fc.nat(9), fc.nat(9))
        .map(([day, at, inTime, late]) => hour(day, at, inTime, late)),
    );
    fc.assert(
      fc.property(rows, (all) => {
        const chart = heatMap(basis(all, { period: { from: 5, to: 33 } }));
        for (const [weekday, at, inTime, late] of chart.table.rows as [string, number, number, number][]) {
          const own = all.filter(
            (one) => one.day >= 5 && one.day <= 33 && one.hour === at && speech.weekday(weekdayOf(one.day)) === weekday,
          );
          expect(own.reduce((sum, { counts }) => sum + (counts.responsesInTime ?? 0), 0)).toBe(inTime);
          expect(own.reduce((sum, { counts }) => sum + (counts.responsesLate ?? 0), 0)).toBe(late);
        }
      }),
    );
  });

  it('tells an hour without an answer from one in which all were late', () => {
    const chart = heatMap(basis([hour(20, 9, 0, 3), hour(20, 10, 0, 0)]));
    const wednesday = 2 * HOURS;
    expect([chart.shares[wednesday + 9], chart.shares[wednesday + 10]]).toEqual([0, undefined]);
    expect(chart.read(wednesday + 10).entries[0]?.value).toBe('No data');
    expect(chart.drill(wednesday + 9)).toEqual({ chart: 'heat-map', ...period, weekday: 2, hour: 9 });
  });

  it('shades by the step a share is on', () => {
    expect([0, 0.49, 0.5, 0.8, 0.95, 0.98, 1].map(stepOf)).toEqual([0, 0, 1, 2, 3, 4, 4]);
  });
});

describe('the agents', () => {
  const agent = (key: string, resolved: number, ratingCount: number, ratingSum: number, day = 20) =>
    row(day, { resolved, ratingCount, ratingSum }, { scope: 'agent', key, agentName: `Agent ${key}` });
  const board = (rows: MetricRow[]) => leaderboard(basis(rows), 20);

  it('are ranked by rating only from the least number of ratings on', () => {
    const { agents } = board([agent('a', 5, 19, 95), agent('b', 9, 20, 80), agent('c', 7, 20, 90)]);
    expect(inOrder(agents, 'quality').map(({ key, place }) => [key, place])).toEqual([
      ['c', 1],
      ['b', 2],
      ['a', undefined],
    ]);
    expect(inOrder(agents, 'volume').map(({ key }) => key)).toEqual(['b', 'c', 'a']);
  });

  it('share a place when they are rated alike', () => {
    const { agents } = board([agent('a', 1, 20, 90), agent('b', 2, 40, 180), agent('c', 3, 20, 80)]);
    expect(Object.fromEntries(agents.map(({ key, place }) => [key, place]))).toEqual({ a: 1, b: 1, c: 3 });
  });

  it('reach the least number with the ratings of all days', () => {
    expect(board([agent('a', 1, 10, 50, 20), agent('a', 1, 10, 40, 21)]).agents).toEqual([
      expect.objectContaining({ resolved: 2, ratings: 20, rating: 4.5, place: 1 }),
    ]);
  });

  it('say so when nobody has enough ratings', () => {
    const chart = board([agent('a', 5, 1, 5)]);
    expect(chart.summary).toBe('Most resolved: Agent a (5). Nobody has 20 ratings yet, so nobody is ranked.');
    expect(chart.table.rows[0]?.[0]).toBe('fewer than 20 ratings');
  });
});
