import { evaluateTemplate } from '../../../flows/expressions/template';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type Operation, ParameterError } from '../../../flows/operations/operation';
import { type Outcome } from '../plan/action-plan';
import { type ActionReader } from '../plan/flow-compiler';
import { integerSetting } from '../plan/settings';
import { readRetryPolicy } from '../run/retry-policy';
import { type Scope } from '../run/scope';
import { type ActionCompiler } from './compiled-action';
import { type PortCall, sendToConnector } from './port-call';

/** Rows a paginated list gives at most (documented). */
const MOST_ITEMS = 100_000;

/** OpenApiConnection and its webhook form: one connector operation, with retries. */
export const compileConnectorCall: ActionCompiler = (reader) => {
  const connectionName = reader.text('inputs', 'host', 'connectionName');
  const operationId = reader.text('inputs', 'host', 'operationId');
  const reference = reader.compiler.connections.get(connectionName);
  if (!reference) {
    reader.problem(`There is no connection reference '${connectionName}'.`, 'inputs', 'host', 'connectionName');
  }
  const connector = reference?.connector ?? '';
  const parameters = reader.template('inputs', 'parameters');
  const common = compileCall(reader);
  const host = reader.inputs.host;
  return {
    execute: (scope) => {
      const given = evaluateTemplate(parameters, scope.frame.context);
      const values = isFlowObject(given) ? given : {};
      return callOperation(scope, {
        ...common(scope),
        connector,
        operationId,
        operation: scope.run.host.operations.find(connector, operationId),
        given: values,
        inputs: { host, parameters: given },
      });
    },
  };
};

/** What every connector action has besides its operation and parameters. */
export function compileCall(
  reader: ActionReader,
): (scope: Scope) => Pick<PortCall, 'actionName' | 'policy' | 'waitsForCallback' | 'minimumItemCount'> {
  const policy = readRetryPolicy(reader);
  const page = ['runtimeConfiguration', 'paginationPolicy', 'minimumItemCount'];
  const paginated = reader.has(...page);
  const minimum = integerSetting(reader, { what: 'number of rows to read', least: 1, most: MOST_ITEMS }, 1, ...page);
  // A webhook action waits for its call-back, which may take days; a plain call must answer in time.
  const waitsForCallback = /Webhook$/.test(String(reader.definition.type));
  return ({ frame }) => ({
    actionName: reader.name,
    policy,
    waitsForCallback,
    ...(paginated ? { minimumItemCount: minimum(frame.context) } : {}),
  });
}

export interface OperationCall extends Omit<PortCall, 'arguments'> {
  connector: string;
  /** Undefined when the operation table cannot describe it. */
  operation: Operation | undefined;
  /** By flat keys; an operation that is not described gets them as they are. */
  given: Record<string, unknown>;
}

/** Calls an operation by its arguments; what is not known fails the action and is named. */
export async function callOperation(scope: Scope, call: OperationCall): Promise<Outcome> {
  const { connector, operationId, operation, given, inputs, ...rest } = call;
  const target = scope.run.host.connectors.get(connector);
  if (!target) {
    const message = `There is no connector '${connector}' for the operation '${operationId}'.`;
    return { status: 'Failed', inputs, error: { code: 'UnknownConnector', message } };
  }
  if (!operation && !scope.run.host.operations.accepts(connector, operationId)) {
    const message = `The connector '${connector}' has no operation '${operationId}' that is known here.`;
    return { status: 'Failed', inputs, error: { code: 'UnknownOperation', message } };
  }
  try {
    const args = operation?.toArguments(given) ?? given;
    return await sendToConnector(target, { ...rest, operationId, inputs, arguments: args }, scope);
  } catch (error) {
    if (error instanceof ParameterError) return refused(inputs, error);
    throw error;
  }
}

function refused(inputs: unknown, error: ParameterError): Outcome {
  const body = { error: { code: 'BadRequest', message: error.message, target: error.parameter } };
  return {
    status: 'Failed',
    code: 'BadRequest',
    inputs,
    outputs: { statusCode: 400, headers: {}, body },
    error: { code: 'BadRequest', message: error.message },
  };
}
