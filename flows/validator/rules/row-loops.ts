import { isFlowObject } from '../../expressions/value-types';
import { type ConnectorCall, connectorCalls, DATAVERSE, parameterPointer } from '../connector-call';
import { callsIn, findAction } from '../expression-uses';
import { literalOf, namedBy, wholeExpression } from '../literal';
import { type Rule } from '../rule';
import { type ActionNode, type FlowDocument } from '../../file/flow-document';

const ANSWERS = ['body', 'outputs', 'actionbody', 'actionoutputs'];

/** Rules about reading rows. */
export const rowLoopRules: Rule[] = [
  {
    code: 'F026',
    severity: 'warning',
    title:
      'Rows are listed with `$select` and `$filter`, and a loop over listed rows has a pagination policy: without one only the first page is read.',
    *check(flow, around) {
      const calls = connectorCalls(flow, around);
      for (const call of calls) {
        const missing = missingOptions(call);
        if (missing.length === 0) continue;
        yield {
          pointer: parameterPointer(call),
          message: `'${call.name}' lists rows without ${missing.map((name) => `'${name}'`).join(' and ')}: ${consequence(missing)}.`,
          fix: `Add ${missing.join(' and ')}; let Dataverse do the choosing.`,
        };
      }
      const paged = new Map(calls.filter(isFirstPageOnly).map((call) => [call.action!, call]));
      if (paged.size === 0) return;
      const told = new Set<ActionNode>();
      for (const loop of flow.actions) {
        if (loop.type !== 'Foreach') continue;
        for (const source of sourcesOf(loop.definition.foreach, flow)) {
          const call = paged.get(source);
          if (!call || told.has(source)) continue;
          told.add(source);
          yield {
            pointer: call.pointer,
            message: `'${loop.name}' loops over what '${call.name}' lists, but only the first page is read.`,
            fix: 'Set runtimeConfiguration.paginationPolicy.minimumItemCount, or a $top that is meant.',
          };
        }
      }
    },
  },
];

function missingOptions({ connector, operationId, parameters }: ConnectorCall): string[] {
  if (connector !== DATAVERSE || !/^ListRecords(WithOrganization)?$/.test(operationId)) return [];
  // A FetchXML query says both itself.
  if (parameters.fetchXml !== undefined) return [];
  const missing = parameters.$select === undefined ? ['$select'] : [];
  return parameters.$filter === undefined && parameters.$top === undefined ? [...missing, '$filter'] : missing;
}

function consequence(missing: readonly string[]): string {
  const all = [
    ...(missing.includes('$select') ? ['every column'] : []),
    ...(missing.includes('$filter') ? ['every row'] : []),
  ];
  return `${all.join(' of ')} is read`;
}

/** Lists in pages of which the flow follows none; with a `$top` it wants no more. */
function isFirstPageOnly({ action, operation, definition, parameters }: ConnectorCall): boolean {
  if (!action || !operation?.pageable || literalOf(parameters.$top) !== undefined || parameters.$top !== undefined)
    return false;
  const { runtimeConfiguration } = definition;
  return !isFlowObject(runtimeConfiguration) || runtimeConfiguration.paginationPolicy === undefined;
}

/** A loop that is fed through more actions than this is not followed. */
const MOST_STEPS = 100;

/** Actions whose answer a loop goes through, through a Query, Select or Compose in between. */
function sourcesOf(written: unknown, flow: FlowDocument, seen = new Set<ActionNode>()): ActionNode[] {
  const tree = wholeExpression(written);
  if (!tree || seen.size > MOST_STEPS) return [];
  return [...callsIn(tree)].flatMap((call) => {
    const name = namedBy(call, ...ANSWERS);
    const action = name === undefined ? undefined : findAction(flow, name);
    if (!action || seen.has(action)) return [];
    seen.add(action);
    const { inputs } = action.definition;
    if (action.type === 'Compose') return sourcesOf(inputs, flow, seen);
    if (action.type !== 'Query' && action.type !== 'Select') return [action];
    return isFlowObject(inputs) ? sourcesOf(inputs.from, flow, seen) : [];
  });
}
