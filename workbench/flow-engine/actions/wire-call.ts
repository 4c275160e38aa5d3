import { evaluateTemplate } from '../../../flows/expressions/template';
import { textOfValue } from '../../../flows/expressions/text-of-value';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type OperationOfPath } from '../../../flows/operations/operation-paths';
import { connectionOf, designerOperation } from '../plan/wire-form';
import { type ActionCompiler } from './compiled-action';
import { callOperation, compileCall } from './connector-call';

/**
 * ApiConnection and its webhook form, the older way of calling a connector: method, path, queries and body as they go over
 * the wire. The operation is found by them; one that is not listed is named by the designer's note or by method and path.
 */
export const compileWireCall: ActionCompiler = (reader) => {
  const { inputs } = reader;
  const key = connectionOf(inputs);
  if (key === undefined) {
    reader.problem("host.connection.name must name a connection: @parameters('$connections')['…'].", 'inputs', 'host');
  }
  const connector = reader.compiler.connections.get(key ?? '')?.connector ?? key ?? '';
  const noted = designerOperation(reader.definition);
  const { host, retryPolicy: _policy, authentication: _authentication, ...wire } = inputs;
  const template = reader.compiler.template(wire, reader.place('inputs'), reader.name);
  const common = compileCall(reader);
  return {
    execute: (scope) => {
      const sent = evaluateTemplate(template, scope.frame.context) as Record<string, unknown>;
      const method = textOfValue(sent.method ?? 'get').toUpperCase();
      const path = textOfValue(sent.path ?? '');
      const { operations } = scope.run.host;
      const found = operations.findByPath(connector, method, path.split('?')[0]!);
      const operationId = found?.operation.operationId ?? noted ?? `${method} ${path}`;
      return callOperation(scope, {
        ...common(scope),
        connector,
        operationId,
        operation: found?.operation ?? operations.find(connector, operationId),
        given: found ? argumentsOf(found, sent) : { ...sent, method },
        inputs: { host, ...sent },
      });
    },
  };
};

/** The parts of a request under the names of the operation's parameters. */
function argumentsOf({ operation, path }: OperationOfPath, sent: Record<string, unknown>): Record<string, unknown> {
  const bodyName = operation.parameters.find((parameter) => parameter.in === 'body')?.name.split('/')[0];
  return {
    ...(isFlowObject(sent.headers) ? sent.headers : {}),
    ...(isFlowObject(sent.queries) ? sent.queries : {}),
    ...Object.fromEntries(Object.entries(path).map(([name, value]) => [name, decoded(value)])),
    ...(bodyName === undefined || sent.body === undefined ? {} : { [bodyName]: sent.body }),
  };
}

/** Exports encode a path's values twice. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(value));
  } catch {
    return value;
  }
}
