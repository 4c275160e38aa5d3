import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COVERAGE_VARIABLE } from '../../workbench/platform/flow-coverage';

/** Before all tests: names a fresh folder in the environment, which workers and the processes of tests inherit. */
export default function start(): void {
  process.env[COVERAGE_VARIABLE] = mkdtempSync(join(tmpdir(), 'flow-coverage-'));
}
