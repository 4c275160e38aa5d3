import * as fc from 'fast-check';
import { extend, select, toggle } from './selection';

describe('the chosen tickets', () => {
  it('are those chosen an odd number of times', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (clicks) => {
        const chosen = clicks.reduce((selection, id) => toggle(selection, id, `record of ${id}`), select<string>());
        const odd = [...new Set(clicks)].filter((id) => clicks.filter((one) => one === id).length % 2 === 1);
        expect([...chosen.ids].sort()).toEqual(odd.sort());
        expect(odd.every((id) => chosen.has(id) && chosen.record(id) === `record of ${id}`)).toBe(true);
      }),
    );
  });

  it('grow by a range without losing or doubling any', () => {
    const chosen = extend(select([['a', 1]]), [
      ['a', 2],
      ['b', 3],
    ]);
    expect(chosen.ids).toEqual(['a', 'b']);
    expect(chosen.record('a')).toBe(2);
  });
});
