import * as fc from 'fast-check';
import { bandPath, dotPath, geometryOf, labelled, linePath, runsOf } from './shapes';

const x = (index: number) => index;
const y = (value: number) => value;

it('a line breaks where nothing is known, and a day alone between gaps is a dot', () => {
  const values = [1, 2, undefined, 4, undefined, 6, 7];
  expect(linePath(values, x, y)).toBe('M0 1L1 2M3 4M5 6L6 7');
  expect(dotPath(values, x, y)).toBe('M3 4h0');
});

it('a band goes along the high values and back along the low ones', () => {
  expect(bandPath([1, 1, undefined], [2, 3, 4], x, y)).toBe('M0 2L1 3L1 1L0 1z');
});

it('runs hold every known value once, in order', () => {
  const values = fc.array(fc.option(fc.nat(), { nil: undefined }));
  fc.assert(
    fc.property(values, (of) => {
      const known = of.flatMap((value, index) => (value === undefined ? [] : [index]));
      expect(runsOf(of).flat()).toEqual(known);
    }),
  );
});

it('a column is found again at its middle, in both directions of reading', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 180 }),
      fc.boolean(),
      fc.integer({ min: 240, max: 2000 }),
      (count, isRtl, width) => {
        const geometry = geometryOf(width, 200, count, isRtl, 40, 20);
        for (const index of [0, count - 1]) expect(geometry.columnAt(geometry.x(index))).toBe(index);
        expect(geometry.columnAt(geometry.left - 1)).toBeUndefined();
        expect(geometry.columnAt(geometry.right + 1)).toBeUndefined();
      },
    ),
  );
});

it('labels do not touch, and the newest day always has one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 180 }), fc.integer({ min: 2, max: 80 }), (count, step) => {
      const indexes = labelled(count, step, 60);
      expect(indexes[indexes.length - 1]).toBe(count - 1);
      for (const [place, index] of indexes.slice(1).entries())
        expect((index - (indexes[place] ?? 0)) * step).toBeGreaterThanOrEqual(60);
    }),
  );
});
