import { type Clock, ConnectionError, type Connector, type ConnectorRequest, type ConnectorResponse } from './types';

/** What goes wrong with one call. */
export type Fault =
  /** Answered with this status instead of being carried out. */
  | { kind: 'status'; statusCode: number; headers?: Record<string, string>; body?: unknown }
  /** Carried out, but only after this time on the clock. */
  | { kind: 'delay'; ms: number }
  /** The connection drops before anything happens. */
  | { kind: 'drop' }
  /** Carried out, but the answer never arrives. */
  | { kind: 'answerLostAfterEffect' };

/** Where a fault strikes: every given condition must hold. */
export interface FaultRule {
  /** Any operation when left out. */
  operationId?: string;
  /** Any action when left out. */
  actionName?: string;
  /** Only on this try of an action, from 1. */
  attempt?: number;
  /** Only on the nth call that operation and action fit, from 1, retries included. */
  nthCall?: number;
  fault: Fault;
}

/**
 * Puts faults between a flow and a connector. The plan is deterministic: the first rule that fits a call decides.
 * @param clock what delays run on
 * @param struck told of every rule that decides a call
 */
export function createFaultyConnector<Rule extends FaultRule>(
  connector: Connector,
  rules: readonly Rule[],
  clock: Clock,
  struck: (rule: Rule) => void = () => undefined,
): Connector {
  const calls = rules.map(() => 0);
  const faultFor = ({ operationId, actionName, attempt }: ConnectorRequest): Fault | undefined => {
    let found: Rule | undefined;
    rules.forEach((rule, index) => {
      if (rule.operationId !== undefined && rule.operationId !== operationId) return;
      if (rule.actionName !== undefined && rule.actionName !== actionName) return;
      calls[index]! += 1;
      const fits =
        (rule.attempt === undefined || rule.attempt === attempt) &&
        (rule.nthCall === undefined || rule.nthCall === calls[index]);
      if (fits) found ??= rule;
    });
    if (found) struck(found);
    return found?.fault;
  };
  return {
    async call(request): Promise<ConnectorResponse> {
      const fault = faultFor(request);
      switch (fault?.kind) {
        case 'status':
          return { statusCode: fault.statusCode, headers: fault.headers ?? {}, body: fault.body ?? null };
        case 'drop':
          throw new ConnectionError(`'${request.operationId}': the connection dropped before the request was sent.`);
        case 'delay': {
          const wait = clock.sleep(fault.ms, request.signal);
          await (request.idle ? request.idle(wait) : wait);
          return connector.call(request);
        }
        case 'answerLostAfterEffect':
          await connector.call(request);
          throw new ConnectionError(`'${request.operationId}': the connection dropped before the answer arrived.`);
        default:
          return connector.call(request);
      }
    },
  };
}
