import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationCatalogue } from '../../flows/operations/operation-catalogue';
import { createOperationTable, type OperationTable } from '../../flows/operations/operation-table';

let table: OperationTable | undefined;

/** The public connectors' operations, as flows are run with. */
export function catalogueTable(): OperationTable {
  table ??= createOperationTable({
    catalogue: JSON.parse(readFileSync(join(__dirname, '../../flows/operations.json'), 'utf8')) as OperationCatalogue,
  });
  return table;
}

/** A flow's connection reference to a public connector, under the connector's own name. */
export function connectionTo(api: string): Record<string, unknown> {
  return {
    [api]: {
      runtimeSource: 'embedded',
      connection: { connectionReferenceLogicalName: `rcc_${api}` },
      api: { name: api },
    },
  };
}

/** Makes actions that call a public connector. */
export function connectorCall(api: string, type = 'OpenApiConnection') {
  return (operationId: string, parameters: Record<string, unknown>) => ({
    type,
    inputs: {
      host: { connectionName: api, operationId, apiId: `/providers/Microsoft.PowerApps/apis/${api}` },
      parameters,
    },
  });
}
