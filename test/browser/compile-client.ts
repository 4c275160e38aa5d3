import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Compiles the page's client afresh, so that a test never meets an old one. @returns the folder with its modules */
export function compileClient(): string {
  const folder = mkdtempSync(join(tmpdir(), 'page-client-'));
  execFileSync(process.execPath, [
    require.resolve('typescript/bin/tsc'),
    '-p',
    join(__dirname, '../../workbench/page/client'),
    '--outDir',
    folder,
  ]);
  return folder;
}
