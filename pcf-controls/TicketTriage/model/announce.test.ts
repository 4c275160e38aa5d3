import { arrivedTickets, BreachWatch, WATCHED } from './announce';

describe('what is announced', () => {
  it('are the tickets that were not there before', () => {
    expect(arrivedTickets(new Set(['b', 'c']), ['a', 'b', 'c'])).toEqual(['a']);
    expect(arrivedTickets(new Set(['a']), ['a'])).toEqual([]);
  });

  it('are only those among the first rows', () => {
    const known = Array.from({ length: WATCHED }, (_, row) => `row ${row}`);
    expect(arrivedTickets(new Set(known), [...known, 'far below'])).toEqual([]);
  });

  it('are the clocks that ran out, once each, and none that had when first seen', () => {
    const watch = new BreachWatch();
    expect(
      watch.look([
        ['a', 'nearing'],
        ['b', 'breached'],
      ]),
    ).toEqual([]);
    expect(
      watch.look([
        ['a', 'breached'],
        ['b', 'breached'],
        ['c', 'breached'],
      ]),
    ).toEqual(['a']);
    expect(watch.look([['a', 'breached']])).toEqual([]);
  });
});
