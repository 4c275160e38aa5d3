import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowDocument } from '../../flows/file/flow-document';
import { readFlowDocument } from '../../flows/file/read-flow-document';
import { recordCoverage } from '../flow-engine/coverage/coverage-files';
import type { RunObserver } from '../flow-engine/types';
import { flowFiles } from './load-flows';

/** Set to a folder, platforms note there which parts of their flows have run. Test runs do so; see `test/flow-coverage`. */
export const COVERAGE_VARIABLE = 'RCC_FLOW_COVERAGE';

/** Reads every exported flow of a folder without judging it. */
export function readFlowDocuments(folder: string): FlowDocument[] {
  return flowFiles(folder).map((file) => readFlowDocument(file, readFileSync(join(folder, file), 'utf8')));
}

/** Notes the coverage of a folder's flows if the environment asks for it. */
export function flowCoverage(flowFolder: string): RunObserver {
  const folder = process.env[COVERAGE_VARIABLE];
  return folder === undefined ? {} : recordCoverage(folder, readFlowDocuments(flowFolder));
}
