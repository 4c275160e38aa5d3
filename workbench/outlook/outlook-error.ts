import { ServiceError } from '../gateway/service-error';

/** A request the mailbox refuses. */
export class OutlookError extends ServiceError {
  override name = 'OutlookError';

  /** @param code Exchange's error code, such as `ErrorItemNotFound` */
  constructor(statusCode: number, code: string, message: string) {
    super(statusCode, message, code);
  }
}

/** 404 for a message, event or folder that is not, or no longer, in the mailbox. */
export function itemNotFound(): OutlookError {
  return new OutlookError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

/** 400 for an argument Exchange cannot use. */
export function invalidRequest(message: string): OutlookError {
  return new OutlookError(400, 'ErrorInvalidRequest', message);
}
