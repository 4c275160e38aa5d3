import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '../source/assemble';
import { readFolder } from '../source/solution-files';
import { runSolutionCommand } from './main';

// The controls are those that are built; building them is tested where it is done.
jest.mock('../source/build-controls', () => ({ buildControlsWhenChanged: () => undefined }));

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

  it('leaves a folder alone that holds something else, and then writes none of the others', async () => {
    mkdirSync(join(folder, 'core'));
    writeFileSync(join(folder, 'core', 'diary.txt'), 'dear diary');
    expect(await runSolutionCommand(['assemble', '--out', folder])).toBe(1);
    expect(said).toBe(`${join(folder, 'core')} holds something else than an unpacked solution. Name another folder.\n`);
    expect(readFileSync(join(folder, 'core', 'diary.txt'), 'utf8')).toBe('dear diary');
    expect(existsSync(join(folder, 'connector'))).toBe(false);
  });

  it('says in one sentence that the place is none', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await runSolutionCommand(['assemble', 'connector', '--out', join(folder, 'file')])).toBe(1);
    expect(said).toMatch(/^\S+connector cannot be looked at \(ENOTDIR.*\)\. Name another folder\.\n$/);
  });

  it('writes a solution once that is named twice', async () => {
    expect(await runSolutionCommand(['assemble', 'connector', 'connector', '--out', folder])).toBe(0);
    expect(said).toBe(`${join(folder, 'connector')}\n`);
  });

  it('does not understand another solution', async () => {
    expect(await runSolutionCommand(['assemble', 'rest'])).toBe(2);
    expect(said).toContain('There is no solution rest: name connector or core.');
  });
});
