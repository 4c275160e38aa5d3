import type { Clock, Connector, ConnectorRequest, ConnectorResponse } from '../flow-engine/types';

/** Stands between flows and connectors. */
export interface Gate {
  guard(connector: Connector): Connector;
  /** For a connector that leaves the process: its calls are given up when the gate is shut, so that nobody waits for them. */
  guardRemote(connector: Connector): Connector;
  /** Its sleepers never wake once the gate is shut, and hold nobody up. */
  guardClock(clock: Clock): Clock;
  /** From now on no call is let through and none is answered: runs stand still, as if the process had been killed. */
  shut(): void;
}

/** A gate that is open. */
export function createGate(): Gate {
  let isShut = false;
  const underWay = new Set<AbortController>();
  const asleep = new Set<AbortController>();
  const never = () => new Promise<never>(() => undefined);

  async function callRemote(connector: Connector, request: ConnectorRequest): Promise<ConnectorResponse> {
    const controller = new AbortController();
    const abort = () => controller.abort(request.signal.reason);
    request.signal.addEventListener('abort', abort, { once: true });
    underWay.add(controller);
    try {
      return await connector.call({ ...request, signal: controller.signal });
    } finally {
      underWay.delete(controller);
      request.signal.removeEventListener('abort', abort);
    }
  }

  async function sleep(clock: Clock, ...[ms, signal, options]: Parameters<Clock['sleep']>): Promise<void> {
    if (isShut) return never();
    const controller = new AbortController();
    const abort = () => controller.abort(signal?.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    asleep.add(controller);
    try {
      await clock.sleep(ms, controller.signal, options);
    } catch (error) {
      if (isShut) return await never();
      throw error;
    } finally {
      asleep.delete(controller);
      signal?.removeEventListener('abort', abort);
    }
  }

  function guard(connector: Connector): Connector {
    return {
      async call(request) {
        if (isShut) return never();
        try {
          const response = await connector.call(request);
          return isShut ? await never() : response;
        } catch (error) {
          if (isShut) return never();
          throw error;
        }
      },
    };
  }

  return {
    guard,
    guardRemote: (connector) => guard({ call: (request) => callRemote(connector, request) }),
    guardClock: (clock) => ({
      now: () => clock.now(),
      hold: () => clock.hold(),
      sleep: (...args) => sleep(clock, ...args),
    }),
    shut() {
      isShut = true;
      for (const controller of [...underWay, ...asleep]) controller.abort(new Error('The platform is closing.'));
    },
  };
}
