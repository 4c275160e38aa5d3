import { evaluateTemplate } from '../../../flows/expressions/template';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { readRetryPolicy } from '../run/retry-policy';
import { sendWithRetries } from '../run/send-request';
import { toPlainJson } from '../../../flows/expressions/json-text';
import { callConnector } from './call-connector';
import { type ActionCompiler } from './compiled-action';

/** The key under which a host may offer a connector for Http actions; its operation is the method. */
export const HTTP_CONNECTOR = 'http';

/** Http: refused unless the host gives a connector for it, so that no flow reaches the network unnoticed. */
export const compileHttp: ActionCompiler = (reader) => {
  const template = reader.template('inputs');
  const policy = readRetryPolicy(reader);
  return {
    execute: async (scope) => {
      const inputs = evaluateTemplate(template, scope.frame.context);
      const connector = scope.run.host.connectors.get(HTTP_CONNECTOR);
      if (!connector) {
        const message = `The action '${reader.name}' calls HTTP directly, and no connector '${HTTP_CONNECTOR}' is given.`;
        return { status: 'Failed', inputs, error: { code: 'HttpRefused', message } };
      }
      const { retryPolicy: _retry, ...request } = isFlowObject(inputs) ? inputs : {};
      const { run, signal } = scope;
      return sendWithRetries(scope, policy, inputs, (attempt) =>
        callConnector(
          connector,
          {
            operationId: String(request.method ?? 'GET').toUpperCase(),
            arguments: structuredClone(toPlainJson(request)) as Record<string, unknown>,
            runId: run.record.runId,
            actionName: reader.name,
            attempt,
            signal,
          },
          scope,
          false,
        ),
      );
    },
  };
};
