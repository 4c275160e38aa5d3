import { scenarioRows } from './vendor-scenarios/all-rows';
import { pagePart, scenarioTable } from './vendor-scenarios/page';
import type { ScenarioCase } from './vendor-scenarios/scenario-row';
import { openWorld } from './vendor-scenarios/world';

/** Cases at work at one time: those that wait for a vendor that never answers must not be waited for one by one. */
const AT_ONCE = 12;
const answers = new Map<ScenarioCase, string>();

beforeAll(async () => {
  const world = await openWorld();
  const waiting = scenarioRows.flatMap(({ cases }) => cases);
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) answers.set(one, await one.answer(world));
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await world.close();
  }
}, 120_000);

describe.each(scenarioRows.map(({ number, title, cases }) => [`${number} (${title})`, cases] as const))(
  'scenario %s',
  (_title, cases) => {
    it.each(cases.map((one) => [one.sandbox, one] as const))('%s', (_sandbox, one) =>
      expect(answers.get(one)).toBe(one.result),
    );
  },
);

describe('the scenarios', () => {
  it('are the thirty-two of the catalogue', () =>
    expect(scenarioRows.map(({ number }) => number)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1)));

  it('stand in the documentation with the answers of the service', () => {
    const table = scenarioTable(scenarioRows, answers);
    expect(pagePart('## Scenarios', table)).toBe(table);
  });
});
