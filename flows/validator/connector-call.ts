import { isFlowObject } from '../expressions/value-types';
import { type ActionNode, type ExpressionSite, type FlowDocument, type JsonObject } from '../file/flow-document';
import { below } from '../file/json-pointer';
import { type Operation } from '../operations/operation';
import { connectorOfApiId } from '../operations/operation-catalogue';
import { type OperationTable } from '../operations/operation-table';
import { type Surroundings } from './surroundings';

/** An action or trigger that calls a connector's operation. */
export interface ConnectorCall {
  name: string;
  /** Missing when the trigger calls. */
  action?: ActionNode;
  /** Of the action or trigger. */
  pointer: string;
  definition: JsonObject;
  inputs: JsonObject;
  expressions: readonly ExpressionSite[];
  /** As the operation table knows it. */
  connector: string;
  operationId: string;
  /** Missing when the table does not describe it. */
  operation?: Operation;
  parameters: JsonObject;
}

export const DATAVERSE = 'shared_commondataserviceforapps';
export const OUTLOOK = 'shared_office365';

const CALLS = /^OpenApiConnection(Webhook|Notification)?$/;

/** Calls of the flows read so far: many rules ask for them. */
const known = new WeakMap<FlowDocument, { operations: OperationTable; calls: ConnectorCall[] }>();

/** The connector calls of a flow, the trigger's first. Calls without an operation or a connector are left out. */
export function connectorCalls(flow: FlowDocument, { operations }: Surroundings): readonly ConnectorCall[] {
  const before = known.get(flow);
  if (before?.operations === operations) return before.calls;
  const calls = [...(flow.trigger ? [flow.trigger] : []), ...flow.actions].flatMap((node) => {
    const { inputs } = node.definition;
    if (!CALLS.test(node.type) || !isFlowObject(inputs) || !isFlowObject(inputs.host)) return [];
    const { operationId } = inputs.host;
    const connector = connectorOf(flow, inputs.host);
    if (typeof operationId !== 'string' || connector === undefined) return [];
    const operation = operations.find(connector, operationId);
    const { name, pointer, definition, expressions } = node;
    const call: ConnectorCall = {
      ...{ name, pointer, definition, inputs, expressions, connector, operationId },
      ...(operation ? { operation } : {}),
      ...('block' in node ? { action: node } : {}),
      parameters: isFlowObject(inputs.parameters) ? inputs.parameters : {},
    };
    return [call];
  });
  known.set(flow, { operations, calls });
  return calls;
}

/** The logical name of a custom connector, else the last part of `apiId`. */
function connectorOf(flow: FlowDocument, { connectionName, apiId }: JsonObject): string | undefined {
  const reference = typeof connectionName === 'string' ? flow.references.get(connectionName) : undefined;
  if (reference?.apiName !== undefined || reference?.connector !== reference?.key) return reference?.connector;
  return typeof apiId === 'string' ? connectorOfApiId(apiId) : reference?.connector;
}

/** Pointer of a parameter, or of the parameters as a whole. */
export function parameterPointer({ pointer }: ConnectorCall, ...key: string[]): string {
  return below(pointer, 'inputs', 'parameters', ...key);
}
