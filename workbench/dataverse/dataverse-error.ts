/**
 * Error codes of the Web API, and the status each comes with. Source: Microsoft's Web API error code reference;
 * `badPayload`, `unknownProperty`, `missingRow`, `duplicateKey` are taken from published traces, not from a tenant.
 */
export const CODES = {
  badPayload: '0x80048d19',
  invalidValue: '0x80044331',
  invalidChoice: '0x8004431a',
  invalidStatus: '0x80048408',
  unknownProperty: '0x80060888',
  unknownKey: '0x80060891',
  missingRow: '0x80040217',
  duplicateKey: '0x80040237',
  versionMismatch: '0x80060882',
  deleteRestricted: '0x80040227',
  notImplemented: '0x80060889',
  plugIn: '0x80040265',
  privilegeDenied: '0x80040220',
  unauthenticated: '0x80040225',
  tooLarge: '0x80048d1a',
  internal: '0x80040216',
  unavailable: '0x8005f030',
  fetchXml: '0x80041103',
} as const;

/** A request the Web API refuses. */
export class DataverseError extends Error {
  override name = 'DataverseError';

  /**
   * @param statusCode HTTP status of the answer
   * @param code `0x…`, or empty when the platform gives none
   * @param retryAfter seconds after which to try again, where the platform says so
   */
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  /** The answer's body, with the members that come because annotations are always asked for. */
  get body(): unknown {
    return {
      error: {
        code: this.code,
        message: this.message,
        '@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus': '0',
        '@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode': '-2146233088',
        '@Microsoft.PowerApps.CDS.HelpLink': `http://go.microsoft.com/fwlink/?LinkID=398563&error=${encodeURIComponent(this.code)}`,
        '@Microsoft.PowerApps.CDS.TraceText': this.message,
        '@Microsoft.PowerApps.CDS.InnerError.Message': this.message,
      },
    };
  }
}

/** Refusals a test can have the service answer with; what else it refuses follows from the request. */
export const refusals = {
  /** A plug-in threw. */
  plugIn: (message: string) => new DataverseError(400, CODES.plugIn, message),
  unauthenticated: () =>
    new DataverseError(401, CODES.unauthenticated, 'The connection has no valid access token; sign in again.'),
  /** @param privilege such as `prvCreatercc_Ticket` */
  privilegeDenied: (privilege: string, userId: string) =>
    new DataverseError(403, CODES.privilegeDenied, `Principal user (Id=${userId}) is missing ${privilege} privilege.`),
  internal: () => new DataverseError(500, CODES.internal, 'An unexpected error occurred.'),
  /** @param retryAfter seconds */
  unavailable: (retryAfter?: number) =>
    new DataverseError(503, CODES.unavailable, 'The service is unavailable.', retryAfter),
};
