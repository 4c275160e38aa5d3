import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { RccError } from '../errors/rcc-error';
import { parseStorable } from '../events/storable-json';

/** Room for ten thousand ticket rows in one request, which are several times the longest text. */
export const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

const tooLarge = (limit: number, remedy: string) =>
  new RccError('RCC_BODY_TOO_LARGE', `The body is larger than ${limit / 1024 / 1024} MB. ${remedy}`, 'body', {
    headers: { connection: 'close' },
  });

const collect = (request: IncomingMessage, limit: number, remedy: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        request.removeAllListeners('data').resume();
        reject(tooLarge(limit, remedy));
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('aborted', () => reject(new RccError('RCC_INVALID_JSON', 'The body ended early.', 'body')));
  });

/** A property that is null counts as left out: flows send null for empty columns. Deeper ones are facts and stay. */
const withoutNulls = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
    : body;

/**
 * Reads the bytes of a JSON body as they came.
 * @param limit in bytes
 * @param remedy what the sender of a larger one should do, as a sentence
 * @throws {RccError} for another media type, a compressed body, one that is too large or one that ends early
 */
export async function readJsonBytes(request: IncomingMessage, limit: number, remedy: string): Promise<Buffer> {
  const { 'content-type': type, 'content-encoding': encoding, 'content-length': length } = request.headers;
  if (!/^application\/json\s*(;|$)/i.test(type ?? '') || (encoding ?? 'identity') !== 'identity') {
    throw new RccError(
      'RCC_UNSUPPORTED_MEDIA_TYPE',
      'Send the body as plain application/json, not compressed.',
      encoding === undefined ? 'header/Content-Type' : 'header/Content-Encoding',
    );
  }
  if (Number(length) > limit) throw tooLarge(limit, remedy);
  return collect(request, limit, remedy);
}

/** @throws {RccError} for broken UTF-8 or broken JSON */
export function parseJsonBytes(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new RccError('RCC_INVALID_JSON', 'The body is not valid UTF-8 text.', 'body');
  try {
    return parseStorable(bytes.toString('utf8'));
  } catch (cause) {
    throw new RccError('RCC_INVALID_JSON', 'The body is not valid JSON. Send one JSON object.', 'body', { cause });
  }
}

/**
 * Reads the JSON body of a request.
 * @throws {RccError} for another media type, a body that is too large, broken UTF-8 or broken JSON
 */
export const readJsonBody = async (request: IncomingMessage): Promise<unknown> =>
  withoutNulls(parseJsonBytes(await readJsonBytes(request, BODY_LIMIT_BYTES, 'Shorten the text, or pass fewer rows.')));
