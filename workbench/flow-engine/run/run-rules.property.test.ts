import fc from 'fast-check';
import { after, compose, failing, run, statuses } from '../testing/flow-builder';

/** A random block: per action whether it fails by itself, and which statuses of which earlier actions it waits for. */
interface Sketch {
  fails: boolean;
  waits: { on: number; statuses: string[] }[];
}

const STATUSES = ['Succeeded', 'Failed', 'Skipped', 'TimedOut'];

const sketch = fc.array(
  fc.record({
    fails: fc.boolean(),
    waits: fc.array(fc.record({ on: fc.nat(20), statuses: fc.subarray(STATUSES, { minLength: 1 }) }), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 9 },
);

/** Waits only point back, once each, so that the block has no circle. */
function tidy(block: Sketch[]): Sketch[] {
  return block.map(({ fails, waits }, index) => {
    const byTarget = new Map(index === 0 ? [] : waits.map((each) => [each.on % index, each]));
    return { fails, waits: [...byTarget].map(([on, each]) => ({ on, statuses: each.statuses })) };
  });
}

/** The rules once more, written to be obvious: settle everything round by round, then look at every path back. */
function expectedOutcome(block: Sketch[]): { actions: string[]; run: string } {
  const actions: (string | undefined)[] = block.map(() => undefined);
  while (actions.includes(undefined)) {
    block.forEach(({ fails, waits }, index) => {
      if (actions[index] !== undefined || waits.some(({ on }) => actions[on] === undefined)) return;
      const runs = waits.every(({ on, statuses: wanted }) => wanted.includes(actions[on]!));
      actions[index] = !runs ? 'Skipped' : fails ? 'Failed' : 'Succeeded';
    });
  }
  const pathsBack = (index: number): string[] =>
    actions[index] === 'Skipped' ? block[index]!.waits.flatMap(({ on }) => pathsBack(on)) : [actions[index]!];
  const isLeaf = (index: number): boolean => !block.some(({ waits }) => waits.some(({ on }) => on === index));
  const verdicts = block.flatMap((_, index) => (isLeaf(index) ? pathsBack(index) : []));
  return { actions: actions as string[], run: verdicts.includes('Failed') ? 'Failed' : 'Succeeded' };
}

function toActions(block: Sketch[], order: number[]): Parameters<typeof run>[0] {
  return Object.fromEntries(
    order.map((index) => {
      const { fails, waits } = block[index]!;
      const runAfter = Object.fromEntries(waits.map(({ on, statuses: wanted }) => [`A${on}`, wanted]));
      return [`A${index}`, after(fails ? failing() : compose(1), runAfter)];
    }),
  );
}

test('any block ends as the rules say, in whatever order it is written', async () => {
  await fc.assert(
    fc.asyncProperty(sketch, fc.boolean(), async (random, backwards) => {
      const block = tidy(random);
      const order = block.map((_, index) => index);
      const record = await run(toActions(block, backwards ? order.reverse() : order));
      const expected = expectedOutcome(block);
      const found = statuses(record);
      expect(block.map((_, index) => found[`A${index}`])).toEqual(expected.actions);
      expect(record.status).toBe(expected.run);
      expect(record.billableActions).toBe(expected.actions.filter((status) => status !== 'Skipped').length);
    }),
    { numRuns: 400 },
  );
});

test('a scope around any block ends as the block would', async () => {
  await fc.assert(
    fc.asyncProperty(sketch, async (random) => {
      const block = tidy(random);
      const actions = toActions(
        block,
        block.map((_, index) => index),
      );
      const record = await run({ Around: { type: 'Scope', actions } });
      expect([statuses(record).Around, record.status]).toEqual(new Array(2).fill(expectedOutcome(block).run));
    }),
    { numRuns: 100 },
  );
});
