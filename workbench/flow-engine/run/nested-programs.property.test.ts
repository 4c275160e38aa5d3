import fc from 'fast-check';
import { createVirtualClock } from '../virtual-clock';
import { run, START, testHost } from '../testing/flow-builder';
import { actionsOf, randomProgram, slowShop, type Step } from '../testing/random-program';
import { expectedEnds } from '../testing/reference-interpreter';

async function ends(program: Step[]): Promise<ReturnType<typeof expectedEnds>> {
  const clock = createVirtualClock(START);
  const record = await run(actionsOf(program), testHost(slowShop(clock.sleep), { clock, maxDurationMs: Infinity }));
  const found = record.actions.map(
    ({ name, repetition, status }) => [`${name}[${repetition.join()}]`, status] as const,
  );
  if (new Set(found.map(([key]) => key)).size < found.length) throw new Error('An action was recorded twice.');
  return { run: record.status, ends: new Map(found) };
}

const sorted = (entries: Map<string, string>): [string, string][] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

test('nested programs end as the rules say', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(randomProgram, async (program) => {
      const found = await ends(program);
      const expected = expectedEnds(program);
      expect({ run: found.run, ends: sorted(found.ends) }).toEqual({ run: expected.run, ends: sorted(expected.ends) });
      for (const status of found.ends.values()) seen.add(status);
    }),
    { numRuns: 600 },
  );
  expect([...seen].sort()).toEqual(['Cancelled', 'Failed', 'Skipped', 'Succeeded', 'TimedOut']);
});
