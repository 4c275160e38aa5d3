import * as fc from 'fast-check';
import { MEASURES, ratio, sumOf } from './measures';
import { metricsOf, rowsWithin, totalOf, totalsBy } from './metrics';
import { row } from './metrics.fixture';

const counts = fc.dictionary(fc.constantFrom(...MEASURES), fc.integer({ min: 0, max: 1000 }));
const rows = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 29 }), counts).map(([day, of]) => row(day, of)),
  { maxLength: 60 },
);

describe('totals', () => {
  it('of a period are those of its parts together, wherever it is cut', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 28 }), (all, cut) => {
        const parts = [
          { from: 0, to: cut },
          { from: cut + 1, to: 29 },
        ].map((period) => totalOf(rowsWithin(all, period)));
        expect(sumOf(parts)).toEqual(totalOf(all));
      }),
    );
  });

  it('of the days are those of all', () => {
    fc.assert(
      fc.property(rows, (all) => expect(sumOf(totalsBy(all, ({ day }) => day).values())).toEqual(totalOf(all))),
    );
  });

  it('know zero from not known', () => {
    expect(sumOf([{ messages: 0 }, {}])).toEqual({ messages: 0 });
    expect(ratio(0, 5)).toBe(0);
    expect([ratio(0, 0), ratio(undefined, 5), ratio(5, undefined)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('all rows', () => {
  it('tell which days were counted, the newest one and when it was computed', () => {
    const early = new Date('2026-03-01T10:00:00Z');
    const late = new Date('2026-03-02T10:00:00Z');
    const metrics = metricsOf([row(5, {}, { computedOn: late }), row(7, {}, { computedOn: early, scope: 'agent' })]);
    expect([...metrics.days]).toEqual([5, 7]);
    expect(metrics.newest).toBe(7);
    expect(metrics.computedOn).toBe(late);
    expect(metrics.rows.agent).toHaveLength(1);
  });
});
