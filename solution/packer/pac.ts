import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../cli/command';
import { type SolutionFiles, writeFolder } from '../source/solution-files';
import { type Entries } from './pack';
import { type PackageType } from './source';
import { readZip } from './zip';

/**
 * Packs a source with `pac solution pack` of the Power Platform CLI.
 * @throws {Refusal} when it is not installed, or does not pack it: with the last lines it said
 */
export function packWithPac(files: SolutionFiles, type: PackageType): Entries {
  const folder = mkdtempSync(join(tmpdir(), 'pac-'));
  try {
    writeFolder(files, join(folder, 'source'));
    const zip = join(folder, 'package.zip');
    const parameters = ['--zipfile', zip, '--folder', join(folder, 'source'), '--packagetype', type === 'managed' ? 'Managed' : 'Unmanaged']; // prettier-ignore
    const { status, error, stdout, stderr } = spawnSync('pac', ['solution', 'pack', ...parameters], {
      encoding: 'utf8',
      env: process.env,
    });
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
      throw new Refusal('pac, the Power Platform CLI, is not installed or not on the PATH. Install it, or leave out --with-pac: it is not needed.'); // prettier-ignore
    }
    if (error || status !== 0) {
      const said = `${stdout}${stderr}`.trim().split('\n').slice(-8).join('\n');
      throw new Refusal(`pac solution pack ended with ${status ?? error?.message}. It said:\n${said}`);
    }
    return readZip(readFileSync(zip), 'the package of pac');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
