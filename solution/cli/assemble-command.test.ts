import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '../source/assemble';
import { readFolder } from '../source/solution-files';
import { runSolutionCommand } from './main';

let folder: string;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assembled-'));
  said = '';
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => ((said += String(text)), true));
  }
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe('npm run solution -- assemble', () => {
  it('writes the whole source of a solution, and nothing of what was assembled before stays', async () => {
    expect(await runSolutionCommand(['assemble', 'connector', '--out', folder])).toBe(0);
    expect(readFolder(join(folder, 'connector'))).toEqual(assemble('connector'));
    const gone = join(folder, 'connector', 'Connectors', 'rcc_gone.xml');
    writeFileSync(gone, '<Connector />');
    expect(await runSolutionCommand(['assemble', 'connector', '--out', folder])).toBe(0);
    expect(existsSync(gone)).toBe(false);
    expect(said).toBe(`${join(folder, 'connector')}\n`.repeat(2));
  });

  it('leaves a folder alone that holds something else', async () => {
    mkdirSync(join(folder, 'connector'));
    writeFileSync(join(folder, 'connector', 'diary.txt'), 'dear diary');
    expect(await runSolutionCommand(['assemble', 'connector', '--out', folder])).toBe(1);
    expect(said).toContain('holds something else. Name another folder with --out.');
    expect(readFileSync(join(folder, 'connector', 'diary.txt'), 'utf8')).toBe('dear diary');
  });

  it('does not understand another solution', async () => {
    expect(await runSolutionCommand(['assemble', 'rest'])).toBe(2);
    expect(said).toContain('There is no solution rest: name connector or core.');
  });
});
