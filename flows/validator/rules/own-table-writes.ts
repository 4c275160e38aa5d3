import { sameValue } from '../../expressions/same-value';
import { type FlowDocument } from '../../file/flow-document';
import { type ConnectorCall, connectorCalls, DATAVERSE, parameterPointer } from '../connector-call';
import { literalOf, literalText } from '../literal';
import { type Rule } from '../rule';
import { namesOf } from '../solution-names';
import { type Surroundings } from '../surroundings';
import { calledFlow } from './child-flows';

/** Changes a row trigger's `message` numbers stand for (Dataverse connector, "Change type"). */
const ADDED = new Set([1, 4, 5, 7]);
const MODIFIED = new Set([3, 4, 6, 7]);

/** Conditions beyond it are not looked at. */
const LONGEST_FILTER = 10_000;

/** What starts the flow: rows of a table, perhaps only some of them. */
interface RowTrigger {
  table: string;
  added: boolean;
  modified: boolean;
  /** Columns whose presence in an update starts a run; any when undefined. */
  columns?: ReadonlySet<string>;
  /** Text of the conditions a row has to meet, in lower case. */
  filter: string;
}

/** Rules about flows that start themselves. */
export const ownTableWriteRules: Rule[] = [
  {
    code: 'F021',
    severity: 'warning',
    title:
      'A flow that rows of a table start does not write to that table in a way that starts it again: it writes none of the filtering columns, or the written row leaves the filter.',
    *check(flow, around) {
      const trigger = readTrigger(flow, around);
      if (!trigger) return;
      for (const call of connectorCalls(flow, around)) {
        if (!startsAgain(call, trigger, around)) continue;
        yield {
          pointer: parameterPointer(call, 'entityName'),
          message: `'${call.name}' writes to '${trigger.table}', which starts this flow: the write can start it again and again.`,
          fix: fixOf(trigger),
        };
      }
      for (const action of flow.actions) {
        const child = around.flows?.get(calledFlow(action) ?? '');
        const write = child && connectorCalls(child, around).find((call) => startsAgain(call, trigger, around));
        if (!write) continue;
        yield {
          pointer: action.pointer,
          message: `'${action.name}' calls a flow whose '${write.name}' writes to '${trigger.table}', which starts this flow: it can start it again and again.`,
          fix: fixOf(trigger),
        };
      }
    },
  },
];

function fixOf({ modified, columns }: RowTrigger): string {
  if (!modified) return 'Give the trigger a filter that new rows of this flow do not meet.';
  return columns
    ? 'Leave the filtering columns out of the write, or give the trigger a filter that the written row leaves.'
    : 'Give the trigger filtering columns that this flow does not write, or a filter that the written row leaves.';
}

function readTrigger(flow: FlowDocument, around: Surroundings): RowTrigger | undefined {
  const call = connectorCalls(flow, around).find(({ action }) => !action);
  if (call?.connector !== DATAVERSE || !/^SubscribeWebhookTrigger/.test(call.operationId)) return undefined;
  const given = (name: string): unknown => literalOf(call.parameters[`subscriptionRequest/${name}`]);
  const [message, table, columns] = [given('message'), given('entityname'), given('filteringattributes')];
  if (typeof message !== 'number' || typeof table !== 'string') return undefined;
  const { conditions } = call.definition;
  const filter = `${JSON.stringify(call.parameters['subscriptionRequest/filterexpression'] ?? '')} ${JSON.stringify(conditions ?? '')}`;
  const names =
    typeof columns === 'string' ? columns.split(',').flatMap((name) => name.trim().toLowerCase() || []) : [];
  return {
    table,
    added: ADDED.has(message),
    modified: MODIFIED.has(message),
    ...(names.length > 0 ? { columns: new Set(names) } : {}),
    filter: filter.slice(0, LONGEST_FILTER).toLowerCase(),
  };
}

function startsAgain(call: ConnectorCall, trigger: RowTrigger, around: Surroundings): boolean {
  if (!call.action || call.connector !== DATAVERSE) return false;
  const create = call.operationId === 'CreateRecord';
  const update = call.operationId === 'UpdateRecord' || call.operationId === 'UpdateOnlyRecord';
  if (!(create && trigger.added) && !(update && trigger.modified)) return false;
  const set = literalText(call.parameters.entityName);
  if (set === undefined || !isSetOf(set, trigger.table, around)) return false;
  const written = Object.keys(call.parameters).filter((key) => key.startsWith('item/'));
  if (update && trigger.columns) {
    // Columns that one expression gives as a whole are not known.
    if (written.every((key) => !trigger.columns!.has(columnOf(key)))) return false;
  }
  return !written.some((key) => leavesFilter(columnOf(key), literalOf(call.parameters[key]), trigger.filter));
}

/** The column of `item/rcc_Ticket@odata.bind` or `item/rcc_status`. */
function columnOf(key: string): string {
  return key
    .slice('item/'.length)
    .replace(/@odata\.bind$/, '')
    .toLowerCase();
}

function isSetOf(set: string, table: string, { solution }: Surroundings): boolean {
  const known = solution && namesOf(solution).ofSet(set);
  if (known) return known.logicalName === table;
  // English plurals, as the designer proposes them.
  return set === table || [`${table}s`, `${table}es`, table.replace(/y$/, 'ies')].includes(set);
}

/**
 * True when a row written with this value no longer meets the filter, as far as can be told: the filter compares the
 * column, and not for equality with the very value that is written.
 */
function leavesFilter(column: string, value: unknown, filter: string): boolean {
  if (!new RegExp(`(^|[^\\w])_?${escape(column)}(_value)?($|[^\\w])`).test(filter)) return false;
  if (value === undefined || value === null || typeof value === 'object') return true;
  const compared = [
    ...filter.matchAll(new RegExp(`${escape(column)}\\s+eq\\s+('?)([\\w-]+)\\1`, 'g')),
    ...filter.matchAll(
      new RegExp(`equals\\([^()]*\\([^()]*\\)[^,]*${escape(column)}'\\],\\s*('?)([\\w-]+)\\1\\)`, 'g'),
    ),
  ];
  return compared.length === 0 || compared.some(([, , text]) => !sameValue(text, String(value).toLowerCase()));
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
