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
  deleteRestricted: '0x80040227',
  notImplemented: '0x80060889',
} as const;

/** A request the Web API refuses. */
export class DataverseError extends Error {
  override name = 'DataverseError';

  /**
   * @param statusCode HTTP status of the answer
   * @param code `0x…`, or empty when the platform gives none
   */
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  /** The answer's body, with the members that come because annotations are always asked for. */
  get body(): unknown {
    return {
      error: {
        code: this.code,
        message: this.message,
        '@Microsoft.PowerApps.CDS.HelpLink': `http://go.microsoft.com/fwlink/?LinkID=398563&error=${encodeURIComponent(this.code)}`,
        '@Microsoft.PowerApps.CDS.TraceText': this.message,
        '@Microsoft.PowerApps.CDS.InnerError.Message': this.message,
      },
    };
  }
}
