import { serviceFault } from '../gateway/service-faults';

const fault = (statusCode: number, message: string, retryAfter?: number) =>
  serviceFault('sharepointonline', statusCode, message, retryAfter === undefined ? {} : { retryAfter });

/** SharePoint's errors that do not come from what a flow asks for, by name; texts are not confirmed. */
export const SHAREPOINT_FAULTS = {
  /** The connection has expired. */
  unauthorized: fault(401, 'The connection has expired. Sign in again to continue.'),
  denied: fault(403, 'Access denied.'),
  gone: fault(404, 'Item not found.'),
  /** Two writers on one item, or a file name taken by a parallel upload. */
  conflict: fault(409, 'Save conflict. Your changes conflict with those made concurrently by another user.'),
  versionChanged: fault(412, 'The version of the item does not match the given etag.'),
  locked: fault(423, 'The file is locked or checked out by another user.'),
  throttled: fault(429, 'Too many requests.', 30),
  unavailable: fault(503, 'The service is temporarily unavailable.', 60),
} as const;
