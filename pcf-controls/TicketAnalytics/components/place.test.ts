import { placeAfter } from './place';

const places = { columns: 10, rows: 3, hasWhole: true };
const from =
  (column: number, row?: number) =>
  (key: string, isRightToLeft = false) =>
    placeAfter(key, { column, row }, places, isRightToLeft, true);

it('arrows go from day to day and stop at the ends, the other way round in a right-to-left language', () => {
  expect(from(4)('ArrowRight')).toEqual({ column: 5, row: undefined });
  expect(from(4)('ArrowRight', true)).toEqual({ column: 3, row: undefined });
  expect(from(9)('ArrowRight')).toEqual({ column: 9, row: undefined });
  expect(from(4)('PageUp')).toEqual({ column: 0, row: undefined });
  expect([from(4, 1)('Home'), from(4, 1)('End')]).toEqual([
    { column: 0, row: 1 },
    { column: 9, row: 1 },
  ]);
});

it('up and down go through the parts of a column and back to the whole', () => {
  expect(from(4)('ArrowUp')).toEqual({ column: 4, row: 0 });
  expect(from(4, 2)('ArrowUp')).toEqual({ column: 4, row: undefined });
  expect(from(4)('ArrowDown')).toEqual({ column: 4, row: 2 });
});

it('a grid has no whole, and its first row is at the top', () => {
  const grid = { ...places, hasWhole: false };
  expect(placeAfter('ArrowUp', { column: 0, row: 0 }, grid, false, false)).toEqual({ column: 0, row: 0 });
  expect(placeAfter('ArrowDown', { column: 0, row: 0 }, grid, false, false)).toEqual({ column: 0, row: 1 });
});

it('other keys lead nowhere', () => {
  expect(from(4)('Tab')).toBeUndefined();
});
