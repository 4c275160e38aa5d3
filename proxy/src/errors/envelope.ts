import { errorCatalogue } from './catalogue';
import type { RccError } from './rcc-error';

/** The body of every answer that is not a success. */
export interface ErrorEnvelope {
  error: { code: string; message: string; target?: string; request_id: string; retryable: boolean };
}

export function errorEnvelope(error: RccError, requestId: string): ErrorEnvelope {
  return {
    error: {
      code: error.code,
      message: error.message,
      ...(error.target === undefined ? {} : { target: error.target }),
      request_id: requestId,
      retryable: errorCatalogue[error.code].retryable,
    },
  };
}
