import { type Rule } from './rule';
import { answerRules } from './rules/answers';
import { calendarTimeRules } from './rules/calendar-times';
import { childFlowRules } from './rules/child-flows';
import { conditionRules } from './rules/conditions';
import { connectorCallRules } from './rules/connector-calls';
import { connectorOutputRules } from './rules/connector-outputs';
import { dataverseNameRules } from './rules/dataverse-names';
import { dataverseQueryRules } from './rules/dataverse-queries';
import { declarationRules } from './rules/declarations';
import { environmentValueRules } from './rules/environment-values';
import { errorHandlingRules } from './rules/error-handling';
import { expressionRules } from './rules/expressions';
import { limitRules } from './rules/limits';
import { listRules } from './rules/lists';
import { nameRules } from './rules/names';
import { orderRules } from './rules/order';
import { ownTableWriteRules } from './rules/own-table-writes';
import { referenceRules } from './rules/references';
import { retryPolicyRules } from './rules/retry-policies';
import { rowLoopRules } from './rules/row-loops';
import { safeWriteRules } from './rules/safe-writes';
import { scheduleRules } from './rules/schedule';
import { securedDataRules } from './rules/secured-data';
import { solutionPartRules } from './rules/solution-parts';
import { switchRules } from './rules/switches';
import { variableRules } from './rules/variables';

/** Every rule, by code. */
export const allRules: readonly Rule[] = [
  answerRules,
  calendarTimeRules,
  childFlowRules,
  conditionRules,
  connectorCallRules,
  connectorOutputRules,
  dataverseNameRules,
  dataverseQueryRules,
  declarationRules,
  environmentValueRules,
  errorHandlingRules,
  expressionRules,
  limitRules,
  listRules,
  nameRules,
  orderRules,
  ownTableWriteRules,
  referenceRules,
  retryPolicyRules,
  rowLoopRules,
  safeWriteRules,
  scheduleRules,
  securedDataRules,
  solutionPartRules,
  switchRules,
  variableRules,
]
  .flat()
  .sort((a, b) => a.code.localeCompare(b.code));
