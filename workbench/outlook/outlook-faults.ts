import { serviceFault } from '../gateway/service-faults';

const fault = (statusCode: number, code: string, message: string, retryAfter?: number) =>
  serviceFault('office365', statusCode, message, { code, ...(retryAfter === undefined ? {} : { retryAfter }) });

/** The mailbox's errors that do not come from what a flow asks for, by name; codes are not confirmed. */
export const OUTLOOK_FAULTS = {
  /** The connection has expired. */
  unauthorized: fault(401, 'Unauthorized', 'The connection has expired. Sign in again to continue.'),
  denied: fault(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'),
  gone: fault(404, 'ErrorItemNotFound', 'The specified object was not found in the store.'),
  tooLarge: fault(413, 'ErrorMessageSizeExceeded', 'The message exceeds the maximum supported size.'),
  throttled: fault(429, 'ApplicationThrottled', 'Application is over its limit.', 30),
  internal: fault(500, 'ErrorInternalServerError', 'An internal server error occurred. The operation failed.'),
  timeout: fault(503, 'ErrorTimeoutExpired', 'The request did not complete in time.', 10),
} as const;
