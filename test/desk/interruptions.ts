import type { Connector, ConnectorResponse } from '../../workbench/flow-engine/types';

/** What happens between two steps of a flow. */
export interface Interruptions {
  wrapConnector: (name: string, connector: Connector) => Connector;
  /** Happens right before the next call of an action; an answer it gives is that of the call, which is then not made. */
  before(action: string, what: () => Promise<ConnectorResponse | void>): void;
  /** Nothing that has not happened yet happens any more. */
  clear(): void;
}

/** An answer with which a service refuses a call. */
export const refusal = (statusCode: number): ConnectorResponse => ({
  statusCode,
  headers: {},
  body: { error: { code: 'Refused', message: 'Refused for a test.' } },
});

export function createInterruptions(): Interruptions {
  const planned = new Map<string, () => Promise<ConnectorResponse | void>>();
  return {
    before: (action, what) => void planned.set(action, what),
    clear: () => planned.clear(),
    wrapConnector: (_name, connector) => ({
      async call(request) {
        const what = planned.get(request.actionName);
        planned.delete(request.actionName);
        return (await what?.()) ?? connector.call(request);
      },
    }),
  };
}
