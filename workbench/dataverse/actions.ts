import { itemOf, requiredText, type Arguments } from './arguments';
import { CODES, DataverseError } from './dataverse-error';
import { presentRow, type PresentedRow } from './rows/present-row';
import { missingRow, type Rows } from './rows';

/** A call of an action of the Web API, such as a custom API. */
export interface ActionCall {
  name: string;
  parameters: Readonly<Record<string, unknown>>;
  /** The row a bound action is called on. */
  target?: { table: string; id: string; row: PresentedRow };
}

/** Carries out an action. @returns its result; undefined when it has none. @throws {DataverseError} what it refuses */
export type ActionHandler = (call: ActionCall) => unknown;

const NAMESPACE = 'Microsoft.Dynamics.CRM.';

/**
 * `PerformUnboundAction` and `PerformBoundAction`.
 * @param handlers by the action's name, without namespace
 * @throws {DataverseError} 404 for an unknown action or a missing row
 */
export async function performAction(
  rows: Rows,
  handlers: Readonly<Record<string, ActionHandler>>,
  args: Arguments,
  bound: boolean,
): Promise<unknown> {
  const given = requiredText(args, 'actionName');
  const name = given.startsWith(NAMESPACE) ? given.slice(NAMESPACE.length) : given;
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (handler === undefined) {
    throw new DataverseError(404, CODES.unknownProperty, `Resource not found for the segment '${given}'.`);
  }
  const call: ActionCall = { name, parameters: itemOf(args) };
  if (bound) {
    const store = rows.storeOfSet(requiredText(args, 'entityName'));
    const { address, row } = rows.find(store, requiredText(args, 'recordId'));
    if (row === undefined) throw missingRow(store.table, address);
    const { table } = store;
    call.target = {
      table: table.logicalName,
      id: String(row[table.primaryId]),
      row: presentRow(row, table, undefined, [], rows),
    };
  }
  return handler(call);
}
