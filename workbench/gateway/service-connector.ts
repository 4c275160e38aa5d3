import type { Clock, Connector, ConnectorRequest } from '../flow-engine/types';
import { createCallLimit, rateLimitExceeded, type CallLimit } from './call-limit';
import { ServiceError, serviceErrorBody } from './service-error';

export interface ServiceOptions {
  /** The connector's name in error bodies, such as `office365`. */
  service: string;
  clock: Pick<Clock, 'now'>;
  newId: () => string;
  /** No limit when left out. */
  callLimit?: CallLimit;
  /** Code of a 400 for arguments, when the service has codes. */
  badArgumentCode?: string;
  /** Statuses of operations that succeed with something other than 200. */
  statusCodes?: Readonly<Record<string, number>>;
}

/**
 * A connector over a function that carries out operations: it answers with what the function returns, or with the
 * error body for a `ServiceError`.
 */
export function createServiceConnector(
  { service, clock, newId, callLimit, badArgumentCode, statusCodes = {} }: ServiceOptions,
  carryOut: (request: ConnectorRequest) => unknown,
): Connector {
  const secondsToWait = callLimit === undefined ? () => 0 : createCallLimit(callLimit, clock);
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return {
    async call(request) {
      const seconds = secondsToWait();
      if (seconds > 0) return rateLimitExceeded(seconds);
      try {
        const body = (await carryOut(request)) ?? null;
        return { statusCode: statusCodes[request.operationId] ?? 200, headers, body };
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        const { statusCode, message, retryAfter } = error;
        const code = error.code ?? (statusCode === 400 ? badArgumentCode : undefined);
        return {
          statusCode,
          headers: retryAfter === undefined ? headers : { ...headers, 'retry-after': String(retryAfter) },
          body: serviceErrorBody({ statusCode, message, code }, service, newId),
        };
      }
    },
  };
}
