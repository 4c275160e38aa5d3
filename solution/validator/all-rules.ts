import type { Rule } from './rule';
import { appRules } from './rules/app';
import { botRules } from './rules/bots';
import { boundControlRules } from './rules/bound-controls';
import { chartRules } from './rules/charts';
import { columnRules } from './rules/columns';
import { connectionRules } from './rules/connections';
import { controlRules } from './rules/controls';
import { environmentRules } from './rules/environment';
import { fileRules } from './rules/files';
import { flowRules } from './rules/flows';
import { formRules } from './rules/forms';
import { iconRules } from './rules/icons';
import { idRules } from './rules/ids';
import { labelRules } from './rules/labels';
import { manifestRules } from './rules/manifest';
import { nameRules } from './rules/names';
import { relationshipRules } from './rules/relationships';
import { roleRules } from './rules/roles';
import { rootComponentRules } from './rules/root-components';
import { tableStructureRules } from './rules/table-structure';
import { viewRules } from './rules/views';
import { webResourceRules } from './rules/web-resources';
import { wordRules } from './rules/words';

/** Every rule, by code. The first reads all files: what cannot be read is reported there, and missed nowhere else. */
export const allRules: readonly Rule[] = [
  appRules,
  botRules,
  boundControlRules,
  chartRules,
  columnRules,
  connectionRules,
  controlRules,
  environmentRules,
  fileRules,
  flowRules,
  formRules,
  iconRules,
  idRules,
  labelRules,
  manifestRules,
  nameRules,
  relationshipRules,
  roleRules,
  rootComponentRules,
  tableStructureRules,
  viewRules,
  webResourceRules,
  wordRules,
]
  .flat()
  .sort((a, b) => a.code.localeCompare(b.code));
