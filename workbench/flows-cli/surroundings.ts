import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConnectorDocument } from '../../proxy/src/contract/connector-document';
import { projectFile } from '../../proxy/src/project-file';
import { type FlowDocument, UnreadableFlow } from '../../flows/file/flow-document';
import { readFlowDocument } from '../../flows/file/read-flow-document';
import { readConnectorDefinitions } from '../../flows/operations/connector-definitions';
import { createOperationTable, type OperationTable } from '../../flows/operations/operation-table';
import { type OperationCatalogue } from '../../flows/operations/operation-catalogue';
import { type SwaggerDocument } from '../../flows/operations/swagger-operations';
import { type Surroundings } from '../../flows/validator/surroundings';
import { readSolutionMetadata } from '../../solution/metadata/read-solution-metadata';
import { ownFlowFiles, ownFlowFolder } from './flow-files';

/** Our connector's logical name. */
export const OWN_CONNECTOR = 'rcc_retailcallcenter';

export function readOperations(): OperationTable {
  const catalogue = JSON.parse(readFileSync(join(ownFlowFolder(), 'operations.json'), 'utf8')) as OperationCatalogue;
  const document = readConnectorDocument() as unknown as SwaggerDocument;
  return createOperationTable({ catalogue, documents: { [OWN_CONNECTOR]: document }, ...definitions() });
}

/** Operations that the reference folder, where there is one, knows besides those of the catalogue. */
function definitions(): { named?: ReturnType<typeof readConnectorDefinitions> } {
  const folder = join(process.env.RCC_REFERENCE_DIR ?? '', 'schema', 'connectors');
  return process.env.RCC_REFERENCE_DIR && existsSync(folder) ? { named: readConnectorDefinitions(folder) } : {};
}

/**
 * What flows are held against.
 * @param standalone leaves the product's solution and its other flows out
 */
export function readSurroundings(standalone: boolean): Surroundings {
  const base: Surroundings = { operations: readOperations(), ownConnectors: new Set([OWN_CONNECTOR]) };
  if (standalone) return base;
  return { ...base, solution: readSolutionMetadata(projectFile('solution/core/src')), flows: readOwnFlows() };
}

function readOwnFlows(): Map<string, FlowDocument> {
  const flows = new Map<string, FlowDocument>();
  for (const file of ownFlowFiles()) {
    try {
      const flow = readFlowDocument(file, readFileSync(file, 'utf8'));
      if (flow.id !== undefined) flows.set(flow.id, flow);
    } catch (error) {
      // Reported when the file itself is validated.
      if (!(error instanceof UnreadableFlow)) throw error;
    }
  }
  return flows;
}
