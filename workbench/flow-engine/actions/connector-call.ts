import { toPlainJson } from '../../../flows/expressions/json-text';
import { evaluateTemplate } from '../../../flows/expressions/template';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { ParameterError } from '../../../flows/operations/operation';
import { type Outcome } from '../plan/action-plan';
import { type ActionReader } from '../plan/flow-compiler';
import { readRetryPolicy } from '../run/retry-policy';
import { type Scope } from '../run/scope';
import { sendWithRetries } from '../run/send-request';
import { type ConnectorRequest } from '../types';
import { callConnector } from './call-connector';
import { type ActionCompiler } from './compiled-action';

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
  const policy = readRetryPolicy(reader);
  const host = reader.inputs.host;
  const minimumItemCount = pageSize(reader);
  // A webhook action waits for its call-back, which may take days; a plain call must answer in time.
  const waitsForCallback = reader.definition.type === 'OpenApiConnectionWebhook';

  return {
    execute: async (scope) => {
      const given = evaluateTemplate(parameters, scope.frame.context);
      const inputs = { host, parameters: given };
      const operation = scope.run.host.operations.find(connector, operationId);
      if (!operation) {
        const message = `The connector '${connector}' has no operation '${operationId}' that is known here.`;
        return { status: 'Failed', inputs, error: { code: 'UnknownOperation', message } };
      }
      const target = scope.run.host.connectors.get(connector);
      if (!target) {
        const message = `There is no connector '${connector}' for the operation '${operationId}'.`;
        return { status: 'Failed', inputs, error: { code: 'UnknownConnector', message } };
      }
      const request = { operationId, ...(minimumItemCount === undefined ? {} : { minimumItemCount }) };
      let args: Record<string, unknown>;
      try {
        args = operation.toArguments(isFlowObject(given) ? given : {});
      } catch (error) {
        if (error instanceof ParameterError) return badRequest(inputs, error);
        throw error;
      }
      return sendWithRetries(scope, policy, inputs, (attempt) =>
        callConnector(
          target,
          fullRequest(scope, reader.name, attempt, { ...request, arguments: args }),
          scope,
          waitsForCallback,
        ),
      );
    },
  };
};

function fullRequest(
  { run, signal }: Scope,
  actionName: string,
  attempt: number,
  request: Pick<ConnectorRequest, 'operationId' | 'arguments' | 'minimumItemCount'>,
): ConnectorRequest {
  // Connectors get ordinary JSON of their own, which they may keep and change.
  const args = structuredClone(toPlainJson(request.arguments)) as Record<string, unknown>;
  return { ...request, arguments: args, runId: run.record.runId, actionName, attempt, signal };
}

function badRequest(inputs: unknown, error: ParameterError): Outcome {
  const body = { error: { code: 'BadRequest', message: error.message, target: error.parameter } };
  return {
    status: 'Failed',
    code: 'BadRequest',
    inputs,
    outputs: { statusCode: 400, headers: {}, body },
    error: { code: 'BadRequest', message: error.message },
  };
}

/** `paginationPolicy.minimumItemCount`, which asks for more than the first page. */
function pageSize(reader: ActionReader): number | undefined {
  const settings = reader.definition.runtimeConfiguration;
  const policy = isFlowObject(settings) ? settings.paginationPolicy : undefined;
  const count = isFlowObject(policy) ? Number(policy.minimumItemCount) : NaN;
  return Number.isInteger(count) && count > 0 ? count : undefined;
}
