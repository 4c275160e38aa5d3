import { readArguments, usage } from './arguments';
import type { Bench } from './measurement';

const bench = (name: string): Bench => ({ name, meaning: `measures ${name}`, run: () => Promise.reject(new Error()) });
const all = [bench('day'), bench('triage'), bench('store')];
const namesOf = (argv: string[]) => {
  const given = readArguments(argv, all);
  return given === 'help' || 'problem' in given ? given : given.benches.map(({ name }) => name);
};

describe('the arguments of the bench', () => {
  it('run everything without a name', () => expect(namesOf([])).toEqual(['day', 'triage', 'store']));

  it('keep the order of the benches whatever the order of the names', () =>
    expect(namesOf(['store', 'day'])).toEqual(['day', 'store']));

  it('refuse a name that does not exist and say which do', () =>
    expect(namesOf(['speed'])).toEqual({ problem: "there is no bench 'speed'; there are day, triage, store" }));

  it('refuse an option that does not exist', () => expect(namesOf(['--fast'])).toHaveProperty('problem'));

  it('ask for help before anything else', () => expect(namesOf(['speed', '--help'])).toBe('help'));

  it('take figures as JSON', () => expect(readArguments(['--json'], all)).toMatchObject({ json: true }));

  it('are explained with every bench', () => {
    for (const { name, meaning } of all) expect(usage(all)).toMatch(new RegExp(`${name} +${meaning}`));
  });
});
