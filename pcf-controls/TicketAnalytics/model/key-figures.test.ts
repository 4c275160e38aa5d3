import * as fc from 'fast-check';
import { figureText } from './figure-text';
import { digitsToTell, keyFigures } from './key-figures';
import type { MetricRow } from './metric-row';
import { metricsOf } from './metrics';
import { columns, responsesOf, row, speech, targets } from './metrics.fixture';

const period = { from: 20, to: 29 };
const figure = (id: string, rows: readonly MetricRow[], isBeforeLoaded = true, of = columns) => {
  const found = keyFigures(metricsOf(rows), of, period, targets, isBeforeLoaded).find((one) => one.id === id);
  if (!found) throw new Error(`there is no figure ${id}`);
  return found;
};
const email = (day: number, seconds: readonly number[]) =>
  row(day, responsesOf(seconds), { scope: 'intent', channel: 'email', key: 'email.other' });

describe('a key figure', () => {
  it('is the mean of all days together, not of the days’ means', () => {
    expect(figure('email', [email(20, [60]), email(21, [120, 120, 120])]).value).toBe(105);
  });

  it('counts only its channel and its period', () => {
    const chat = row(21, responsesOf([9999]), { scope: 'intent', channel: 'chat' });
    expect(figure('email', [email(19, [5000]), email(20, [60]), chat]).value).toBe(60);
  });

  it('is held against its target: passed where it must be passed, reached where that is enough', () => {
    const rates = (part: number) => [row(21, { statementsChecked: 100, statementsTrue: part })];
    expect([97, 98, 99].map((part) => figure('tracking', rates(part)).isMet)).toEqual([false, false, true]);
    const ratings = (sum: number) => [row(21, { ratingCount: 2, ratingSum: sum })];
    expect([8, 9, 10].map((sum) => figure('satisfaction', ratings(sum)).isMet)).toEqual([false, true, true]);
    expect([899, 900].map((seconds) => figure('email', [email(20, [seconds])]).isMet)).toEqual([true, false]);
  });

  it('is told as “no data” where nobody knows, and as zero where it is zero', () => {
    const none = figure('api', [row(21, { apiCalls: 0, apiErrors: 0 })]);
    expect(figureText(none, false, speech)).toMatchObject({ value: '–', verdict: 'No data', state: 'unknown' });
    const zero = figure('api', [row(21, { apiCalls: 10, apiErrors: 0 })]);
    expect(figureText(zero, false, speech)).toMatchObject({ value: '0%', verdict: 'Met', state: 'met' });
  });

  it('names the columns that are missing', () => {
    const found = figure('cost', [row(21, { messages: 4 })], true, { ...columns, cost: undefined });
    expect(figureText(found, false, speech).notes).toEqual(['To show this, map these columns: Cost.']);
  });
});

describe('the cost of an interaction', () => {
  it('is not measured where its column only says zero, or in several currencies', () => {
    expect(figure('cost', [row(21, { cost: 0, messages: 10 })]).value).toBeUndefined();
    const mixed = [row(21, { cost: 1, messages: 10 }), row(22, { cost: 1, messages: 10 }, { currency: 'EUR' })];
    expect(figure('cost', mixed).value).toBeUndefined();
  });

  it('is told in the currency of the rows', () => {
    const found = figure('cost', [row(21, { cost: 5, messages: 10 }, { currency: 'EUR' })]);
    expect(figureText(found, false, speech)).toMatchObject({ value: '€0.50', target: 'Target: under €0.50' });
    expect(found.isMet).toBe(false);
  });
});

describe('first contact resolution', () => {
  it('is pending, not zero, while no day of the period can be judged', () => {
    const found = figure('firstContact', [row(29, { fcrEligible: 0, fcrMet: 0 })]);
    expect(figureText(found, false, speech)).toMatchObject({ value: '–', verdict: 'Pending' });
  });

  it('says that it is not final while the last seven days are in it, and is final after', () => {
    const judged = { fcrEligible: 10, fcrMet: 8 };
    expect(figure('firstContact', [row(22, judged), row(29 + 7, {})]).isPending).toBe(true);
    expect(figure('firstContact', [row(22, judged), row(29 + 8, {})]).isPending).toBe(false);
  });
});

describe('the change', () => {
  const change = (now: number, before: number, isLoaded = true) =>
    figureText(figure('email', [email(25, [now]), email(15, [before])], isLoaded), !isLoaded, speech);

  it('says by how much, and whether that is better', () => {
    expect(change(60, 90).change).toEqual({ text: '30s better', direction: 'down' });
    expect(change(90, 60).change).toEqual({ text: '30s worse', direction: 'up' });
    expect(change(60, 60).change).toEqual({ text: 'Unchanged', direction: 'level' });
  });

  it('of a share is told in points', () => {
    const rows = [row(25, { fcrEligible: 100, fcrMet: 75 }), row(15, { fcrEligible: 100, fcrMet: 70 })];
    expect(figureText(figure('firstContact', rows), false, speech).change?.text).toBe('5 points better');
  });

  it('waits until the period before is there', () => {
    expect(change(60, 90, false)).toMatchObject({ change: undefined });
    expect(change(60, 90, false).notes).toContain('The period before is loading');
  });
});

it('a value never looks like the target it differs from by a thousandth', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: -20, max: 20 }), (target, by) => {
      fc.pre(by !== 0);
      const [one, other] = [target / 1000, target / 1000 + by / 10_000];
      const digits = digitsToTell(other, one, 100, 1);
      expect((other * 100).toFixed(digits)).not.toBe((one * 100).toFixed(digits));
    }),
  );
});
