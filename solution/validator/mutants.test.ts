import { goodConnector, goodSolution } from './fixtures/good-solution.fixture';
import { mutants } from './fixtures/mutants.fixture';
import { allRules } from './all-rules';
import { validateSolution } from './validate-solution';

describe('a good solution', () => {
  it('keeps every rule, and so does the connector it builds on', () => {
    expect(validateSolution(goodConnector)).toEqual([]);
    expect(validateSolution(goodSolution, [goodConnector])).toEqual([]);
  });
});

describe('broken in one way, it breaks one rule, in the right place', () => {
  it.each(mutants)('$code  $what', ({ code, files, others, file, line }) => {
    const found = validateSolution(files, others);
    expect(found.map((each) => ({ code: each.code, file: each.file, line: each.line }))).toEqual([
      { code, file, line },
    ]);
    expect(found[0]!.message).toMatch(/\.$/);
    expect(found[0]!.fix).toMatch(/\.$/);
  });

  it('in each way there is a rule for', () => {
    const proved = new Set(mutants.map(({ code }) => code));
    expect(allRules.map(({ code }) => code).filter((code) => !proved.has(code))).toEqual([]);
  });
});

it('no two rules have the same code', () => {
  expect(new Set(allRules.map(({ code }) => code)).size).toBe(allRules.length);
});
