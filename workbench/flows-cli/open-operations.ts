import { Operation, place } from '../../flows/operations/operation';
import { type OperationTable } from '../../flows/operations/operation-table';

/** An operation nothing is known of: it takes every parameter, keys with slashes become nested objects. */
class OpenOperation extends Operation {
  constructor(operationId: string) {
    super(operationId, []);
  }

  override toArguments(given: Record<string, unknown>): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(given)) place(result, key.split('/'), value);
    return result;
  }
}

/** A table in which every operation exists; those of the given table keep their rules. */
export function openOperations(table: OperationTable): OperationTable {
  return {
    ...table,
    find: (connector, operationId) => table.find(connector, operationId) ?? new OpenOperation(operationId),
    knows: () => true,
  };
}
