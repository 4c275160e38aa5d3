import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCoverage } from '../../workbench/flow-engine/coverage/coverage-files';
import { formatCoverage } from '../../workbench/flow-engine/coverage/format-coverage';
import { COVERAGE_VARIABLE, readFlowDocuments } from '../../workbench/platform/flow-coverage';

/** After all tests: prints how much of our flows they ran, if they ran any. */
export default function print(): void {
  const folder = process.env[COVERAGE_VARIABLE];
  if (folder === undefined) return;
  try {
    const coverage = readCoverage(folder);
    const documents = readFlowDocuments(join(__dirname, '..', '..', 'flows'));
    if (documents.some(({ id }) => id !== undefined && coverage.has(id))) {
      process.stdout.write(`\n${formatCoverage(documents, coverage)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
