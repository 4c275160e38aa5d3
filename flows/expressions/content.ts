import { ExpressionError } from './expression-error';
import { isFlowObject } from './value-types';

/** How the platform carries bytes of a content type inside JSON; `$content` is base64. */
export interface Content {
  '$content-type': string;
  $content: string;
}

export const BYTES = 'application/octet-stream';
export const XML = 'application/xml;charset=utf-8';

export const isContent = (value: unknown): value is Content =>
  isFlowObject(value) && typeof value.$content === 'string';

/** Content of some text, or of base64 that is there already. */
export const contentOfText = (type: string, text: string): Content => contentOfBase64(type, toBase64(text));
export const contentOfBase64 = (type: string, base64: string): Content => ({ '$content-type': type, $content: base64 });

export const toBase64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** `multipart/form-data` of `multipart/form-data; boundary=x`. */
export const mediaType = (type: unknown): string =>
  typeof type === 'string' ? type.split(';')[0]!.trim().toLowerCase() : '';

/** A parameter of a content type, such as its `charset`. */
export function typeParameter(type: string, name: string): string | undefined {
  for (const part of type.split(';').slice(1)) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim().toLowerCase() === name) {
      return part
        .slice(equals + 1)
        .trim()
        .replace(/^"([^"]*)"$/, '$1');
    }
  }
  return undefined;
}

export function isXmlContent(value: unknown): value is Content {
  if (!isContent(value)) return false;
  const type = mediaType(value['$content-type']);
  return type === 'application/xml' || type === 'text/xml' || type.endsWith('+xml');
}

/** @throws {ExpressionError} for a character set that is not known */
export function textOfContent(content: Content): string {
  const charset = typeParameter(content['$content-type'] ?? '', 'charset') ?? 'utf-8';
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(charset);
  } catch {
    throw new ExpressionError(`The character set '${charset.slice(0, 40)}' is not known.`);
  }
  return decoder.decode(Buffer.from(content.$content, 'base64'));
}

/** The text without white space. @throws {ExpressionError} when it is not base64, padding included */
export function checkedBase64(owner: string, text: string): string {
  const bare = text.replace(/\s/g, '');
  if (bare.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) {
    throw new ExpressionError(`'${owner}' got text that is not base64.`);
  }
  return bare;
}

/** `data:[type][;base64],content`. Returns undefined when the text is no data URI. */
export function readDataUri(owner: string, text: string): Content | undefined {
  const comma = text.indexOf(',');
  if (comma < 0 || !/^data:/i.test(text)) return undefined;
  const head = text.slice('data:'.length, comma);
  const encoded = /;\s*base64$/i.exec(head);
  const type = (encoded ? head.slice(0, encoded.index) : head) || 'text/plain';
  const data = text.slice(comma + 1);
  return encoded ? contentOfBase64(type, checkedBase64(owner, data)) : contentOfText(type, decodePercents(owner, data));
}

/** @throws {ExpressionError} when an escape is broken */
export function decodePercents(owner: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new ExpressionError(`'${owner}' got text with a broken percent escape.`);
  }
}
