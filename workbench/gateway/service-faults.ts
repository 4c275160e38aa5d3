import type { Fault } from '../flow-engine/faulty-connector';
import { serviceErrorBody } from './service-error';

const NO_ID = '00000000-0000-0000-0000-000000000000';

type StatusFault = Extract<Fault, { kind: 'status' }>;

/** A connector's error answer as a fault, with the body its service would give. */
export function serviceFault(
  service: string,
  statusCode: number,
  message: string,
  { code, retryAfter }: { code?: string; retryAfter?: number } = {},
): StatusFault {
  return {
    kind: 'status',
    statusCode,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    body: serviceErrorBody({ statusCode, message, ...(code === undefined ? {} : { code }) }, service, () => NO_ID),
  };
}

/** The gateway did not get an answer from the service; the effect may have happened. Body not confirmed. */
export function gatewayFailure(statusCode: 502 | 504): StatusFault {
  const message = statusCode === 502 ? 'BadGateway' : 'GatewayTimeout';
  const source = 'workbench.azure-apim.net';
  return { kind: 'status', statusCode, body: { error: { code: statusCode, source, clientRequestId: NO_ID, message } } };
}
