/** A request that the service behind a connector refuses. */
export class ServiceError extends Error {
  override name = 'ServiceError';

  /**
   * @param code the service's own error code, for services that have them
   * @param retryAfter seconds after which another try may succeed
   */
  constructor(
    readonly statusCode: number,
    message: string,
    readonly code?: string,
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** The body connectors give an error; shape as seen in public error logs of the Outlook and SharePoint connectors. */
export function serviceErrorBody(
  { statusCode, message, code }: Pick<ServiceError, 'statusCode' | 'message' | 'code'>,
  service: string,
  newId: () => string,
): Record<string, unknown> {
  return {
    status: statusCode,
    message: `${message}\r\nclientRequestId: ${newId()}\r\nserviceRequestId: ${newId()}`,
    error: { message, ...(code === undefined ? {} : { code, originalMessage: message }) },
    source: `${service}-workbench.azconn-workbench.p.azurewebsites.net`,
  };
}
