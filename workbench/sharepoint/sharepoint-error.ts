import { ServiceError } from '../gateway/service-error';

/** A request SharePoint refuses; its errors have no codes. */
export class SharePointError extends ServiceError {
  override name = 'SharePointError';

  constructor(statusCode: number, message: string) {
    super(statusCode, message);
  }
}

/** 404 for a site, list, item or file that is not there. */
export function notFound(
  what: 'Site' | 'List' | 'Item' | 'File' | 'Folder' | 'Attachment',
  name: string,
): SharePointError {
  return new SharePointError(404, `${what} not found: '${name}'.`);
}
