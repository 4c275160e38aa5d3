import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Compiles a page's client afresh, so that a test never meets an old one.
 * @param page `page` or `desk-page`, a folder of the workbench
 * @returns the folder with its modules
 */
export function compileClient(page: 'page' | 'desk-page' = 'page'): string {
  const folder = mkdtempSync(join(tmpdir(), 'page-client-'));
  execFileSync(process.execPath, [
    require.resolve('typescript/bin/tsc'),
    '-p',
    join(__dirname, '../../workbench', page, 'client'),
    '--outDir',
    folder,
  ]);
  return folder;
}
