import { contentOfBase64, isContent, mediaType, textOfContent, typeParameter } from './content';
import { parseJsonText } from './json-text';
import { isFlowObject } from './value-types';

/** One part of a multipart message. */
export interface FormPart {
  headers: Record<string, unknown>;
  body: unknown;
}

/**
 * The fields of a form body in order: those the platform has read (`$formdata`), an encoded form, or the named parts of a
 * multipart form. Returns undefined when the body is no form.
 */
export function formFields(body: unknown, type: string): [string, unknown][] | undefined {
  if (isFlowObject(body) && Array.isArray(body.$formdata)) {
    return body.$formdata.filter(isFlowObject).map((field) => [String(field.key), field.value ?? null]);
  }
  if (mediaType(type) === 'application/x-www-form-urlencoded') {
    const text = isContent(body) ? textOfContent(body) : body;
    return typeof text === 'string' ? [...new URLSearchParams(text)] : undefined;
  }
  return formParts(body, type)?.map((part) => [partName(part), part.body]);
}

/**
 * The parts of a multipart body, as the platform has read them (`$multipart`) or from its bytes. Returns undefined when the
 * body has no parts.
 */
export function formParts(body: unknown, type: string): FormPart[] | undefined {
  if (isFlowObject(body) && Array.isArray(body.$multipart)) {
    return body.$multipart
      .filter(isFlowObject)
      .map((part) => ({ headers: isFlowObject(part.headers) ? part.headers : {}, body: part.body ?? null }));
  }
  const boundary = typeParameter(type, 'boundary');
  if (!mediaType(type).startsWith('multipart/') || boundary === undefined || boundary === '') return undefined;
  if (!isContent(body) && typeof body !== 'string') return undefined;
  const bytes = isContent(body) ? Buffer.from(body.$content, 'base64') : Buffer.from(body, 'utf8');
  // Latin 1 keeps every byte as one character.
  const pieces = `\r\n${bytes.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1);
  return pieces.filter((piece) => !piece.startsWith('--')).map(readPart);
}

function readPart(piece: string): FormPart {
  const text = piece.replace(/^[ \t]*\r\n/, '');
  const blank = text.startsWith('\r\n') ? 0 : text.indexOf('\r\n\r\n');
  const head = blank < 0 ? '' : text.slice(0, blank);
  const data = Buffer.from(blank < 0 ? text : text.slice(blank === 0 ? 2 : blank + 4), 'latin1');
  const headers = Object.fromEntries(
    head.split('\r\n').flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
    }),
  );
  return { headers, body: partBody(String(headerOf(headers, 'content-type') ?? 'text/plain'), data) };
}

function partBody(type: string, data: Buffer): unknown {
  const content = contentOfBase64(type, data.toString('base64'));
  const media = mediaType(type);
  if (media === 'application/json') return parseJsonText(textOfContent(content));
  return media.startsWith('text/') ? textOfContent(content) : content;
}

const partName = ({ headers }: FormPart): string =>
  typeParameter(String(headerOf(headers, 'content-disposition') ?? ''), 'name') ?? '';

function headerOf(headers: Record<string, unknown>, name: string): unknown {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
