import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../packer/pack';
import { writeZip } from '../packer/zip';
import { writeFolder, type SolutionFiles } from '../source/solution-files';
import { goodConnector, goodSolution } from '../validator/fixtures/good-solution.fixture';
import { mutants } from '../validator/fixtures/mutants.fixture';
import { Refusal, UsageError } from './command';
import { command } from './validate-command';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rcc-validate-'));
  out = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function unpacked(name: string, files: SolutionFiles): string {
  const path = join(folder, name);
  writeFolder(files, path);
  return path;
}

function zipped(name: string, files: SolutionFiles): string {
  const path = join(folder, name);
  writeFileSync(path, writeZip(pack(files, 'unmanaged')));
  return path;
}

const broken = mutants.find(({ code }) => code === 'S082')!;

describe('npm run solution -- validate', () => {
  it('finds nothing in good solutions, packed or not, each after those before it', async () => {
    const [connector, core] = [zipped('Connector.zip', goodConnector), unpacked('core', goodSolution)];
    expect(await command.run([connector, core])).toBe(0);
    expect(out).toBe(`${connector}: 0 errors, 0 warnings.\n\n${core}: 0 errors, 0 warnings.\n`);
  });

  it('says what is wrong, where, and what to do; an error gives exit code 1', async () => {
    const [connector, core] = [unpacked('connector', goodConnector), unpacked('core', broken.files)];
    expect(await command.run([connector, core])).toBe(1);
    expect(out).toContain(
      `  error S082 ${broken.file}:${String(broken.line)}\n    The cell 'shp_name' is not fetched.\n    Fix: `,
    );
    expect(out).toContain(`${core}: 1 error, 0 warnings.\n`);
  });

  it('gives the same as JSON', async () => {
    const core = zipped('Core.zip', broken.files);
    await command.run([unpacked('connector', goodConnector), core, '--json']);
    const { solutions } = JSON.parse(out) as { solutions: { solution: string; findings: object[] }[] };
    expect(solutions.map(({ solution, findings }) => [solution, findings.length])).toEqual([
      [join(folder, 'connector'), 0],
      [core, 1],
    ]);
    expect(solutions[1]!.findings[0]).toMatchObject({ code: 'S082', severity: 'error', file: broken.file });
  });

  it('takes a warning for what it is', async () => {
    const warned = mutants.find(({ code }) => code === 'S046')!;
    expect(await command.run([unpacked('connector', goodConnector), unpacked('core', warned.files)])).toBe(0);
    expect(out).toContain('0 errors, 1 warning.');
  });

  it('refuses what is no solution, and options it does not know', () => {
    expect(() => command.run([join(folder, 'nothing')])).toThrow(Refusal);
    expect(() => command.run([folder])).toThrow(/holds no unpacked solution/);
    writeFileSync(join(folder, 'text.zip'), 'no zip');
    expect(() => command.run([join(folder, 'text.zip')])).toThrow(/is no zip/);
    expect(() => command.run(['--strict'])).toThrow(UsageError);
  });
});
