/** A request the mailbox refuses. */
export class OutlookError extends Error {
  override name = 'OutlookError';

  /** @param code Exchange's error code, such as `ErrorItemNotFound` */
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  /** The connector's body for it; shape as seen in public error logs of the Office 365 Outlook connector. */
  body(newId: () => string): unknown {
    return {
      status: this.statusCode,
      message: `${this.message}\r\nclientRequestId: ${newId()}\r\nserviceRequestId: ${newId()}`,
      error: { message: this.message, code: this.code, originalMessage: this.message },
      source: 'office365-workbench.azconn-workbench.p.azurewebsites.net',
    };
  }
}

/** 404 for a message that is not, or no longer, in the mailbox. */
export function itemNotFound(): OutlookError {
  return new OutlookError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}
