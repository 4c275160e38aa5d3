import type { Connector, ConnectorResponse } from './types';

/**
 * Calls a connector as somebody does who is no flow: once, and for as long as it takes.
 * @param caller stands where a call of a flow names its run and its action
 */
export const callOutsideRuns = (
  connector: Connector,
  operationId: string,
  args: Record<string, unknown>,
  caller: string,
): Promise<ConnectorResponse> =>
  connector.call({
    operationId,
    arguments: args,
    runId: caller,
    actionName: caller,
    attempt: 1,
    signal: new AbortController().signal,
  });
