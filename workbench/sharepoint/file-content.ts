import { SharePointError } from './sharepoint-error';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  htm: 'text/html',
  html: 'text/html',
  xml: 'application/xml',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  zip: 'application/zip',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** The media type of a file by the end of its name. */
export function mediaTypeOf(name: string): string {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(MEDIA_TYPES, extension) ? MEDIA_TYPES[extension]! : 'application/octet-stream';
}

/**
 * The bytes of a file body: a text as UTF-8, a binary value as it is, any other JSON as its text.
 * @throws {SharePointError} 400 when it is left out
 */
export function contentOf(body: unknown): Buffer {
  if (body === undefined || body === null) throw new SharePointError(400, "The parameter 'body' is missing.");
  if (typeof body === 'string') return Buffer.from(body, 'utf8');
  const { $content: content } = body as { $content?: unknown };
  return typeof content === 'string' ? Buffer.from(content, 'base64') : Buffer.from(JSON.stringify(body), 'utf8');
}
