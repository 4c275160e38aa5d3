import { branchCases } from './branches';
import { endingCases } from './ending';
import { checkCase } from './flow-case';
import { foreachCases } from './foreach';
import { nestingCases } from './nesting';
import { referenceCases } from './references';
import { responseCases } from './response';
import { retryCases } from './retries';
import { runAfterCases } from './run-after';
import { timeLimitCases } from './time-limits';
import { untilCases } from './until';

describe.each([
  ['runAfter and status', runAfterCases],
  ['branches', branchCases],
  ['containers in containers', nestingCases],
  ['Foreach', foreachCases],
  ['Until', untilCases],
  ['Terminate', endingCases],
  ['Response', responseCases],
  ['retries', retryCases],
  ['time limits', timeLimitCases],
  ['what later actions see', referenceCases],
])('%s', (_topic, cases) => {
  test.each(cases.map((each) => ({ shows: each[0], each })))('$shows', ({ each }) => checkCase(each));
});
