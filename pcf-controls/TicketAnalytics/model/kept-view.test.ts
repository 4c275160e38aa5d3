import fc from 'fast-check';
import { keptState, readKeptView } from './kept-view';

const day = fc.integer({ min: 0, max: 40_000 });
const view = fc.record({
  choice: fc.oneof(
    fc.record({ last: fc.integer({ min: 1, max: 400 }) }),
    fc.tuple(day, fc.nat(400)).map(([from, more]) => ({ from, to: from + more })),
  ),
  isCompared: fc.boolean(),
  tables: fc.array(fc.constantFrom('volume', 'backlog')),
});
const FIRST = { choice: { last: 28 }, isCompared: false, tables: [] };

it('What was kept is read as it was', () => {
  fc.assert(fc.property(view, (kept) => expect(readKeptView(keptState(kept))).toEqual(kept)));
});

it('Whatever else a host may have kept is a view of the last 28 days, and never an error', () => {
  for (const state of [undefined, {}, { view: undefined }, { view: 7 }, { view: '{' }, { view: '[]' }])
    expect(readKeptView(state)).toEqual(FIRST);
  const choices = [{ last: 0 }, { last: 1.5 }, { from: 9, to: 3 }, { from: '1', to: 2 }, null, 'x'];
  for (const choice of choices) expect(readKeptView({ view: JSON.stringify({ choice }) })).toEqual(FIRST);
  fc.assert(
    fc.property(fc.json(), (text) =>
      expect(readKeptView({ view: text })).toMatchObject({ isCompared: expect.any(Boolean) }),
    ),
  );
});
