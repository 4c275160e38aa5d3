import { existsSync, readFileSync } from 'node:fs';
import { projectFile } from '../proxy/src/project-file';

interface Requirement {
  number: string;
  text: string;
  state: string;
  shownBy: string;
}

const requirements: Requirement[] = readFileSync(projectFile('docs/requirements.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| R\d+ /.test(line))
  .map((line) => {
    const [number = '', text = '', state = '', shownBy = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { number, text, state, shownBy };
  });

/** `test/a.test.ts` › the promise as it stands in the test's name */
const WITNESS = /`([^`]+\.test\.ts)` › ([^;]+)/g;

describe('requirements', () => {
  it('are numbered, each once', () => {
    const numbers = requirements.map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(40);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each(requirements.map((row) => [row.number, row] as const))(
    '%s has a state, and tests that exist when it is built',
    (_number, { text, state, shownBy }) => {
      expect(text).not.toBe('');
      expect(['built', 'planned']).toContain(state);
      if (state === 'planned') return expect(shownBy).toBe('');
      const witnesses = [...shownBy.matchAll(WITNESS)];
      expect(witnesses.length).toBeGreaterThan(0);
      for (const [, file = '', promise = ''] of witnesses) {
        expect([file, existsSync(projectFile(file))]).toEqual([file, true]);
        const source = readFileSync(projectFile(file), 'utf8').replaceAll("\\'", "'");
        expect([promise.trim(), source.includes(promise.trim())]).toEqual([promise.trim(), true]);
      }
    },
  );
});
