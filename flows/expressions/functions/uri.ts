import { BYTES, contentOfText, decodePercents } from '../content';
import { ExpressionError } from '../expression-error';
import { define } from '../function-table';
import { textOfValue } from '../text-of-value';
import { wantText } from '../value-types';

/** .NET's `EscapeDataString`: JavaScript's encoding leaves `!'()*` alone, RFC 3986 does not. */
function encodeComponent(owner: string, value: unknown): string {
  try {
    return encodeURIComponent(textOfValue(value)).replace(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new ExpressionError(`'${owner}' got text with half of a two-part character.`);
  }
}

const decodeComponent = (owner: string, value: unknown): string => decodePercents(owner, wantText(owner, value));

/** @throws {ExpressionError} when the text is no absolute URI */
export function parts(owner: string, value: unknown): URL {
  const text = wantText(owner, value);
  if (!URL.canParse(text)) throw new ExpressionError(`'${owner}' got text that is not an absolute URI.`);
  return new URL(text);
}

const DEFAULT_PORTS: Record<string, number> = { 'http:': 80, 'https:': 443, 'ftp:': 21 };

export const uriFunctions = [
  define('uriComponent', 'any', ([value]) => encodeComponent('uriComponent', value)),
  define('encodeUriComponent', 'any', ([value]) => encodeComponent('encodeUriComponent', value)),
  define('uriComponentToString', 'text', ([value]) => decodeComponent('uriComponentToString', value)),
  define('decodeUriComponent', 'text', ([value]) => decodeComponent('decodeUriComponent', value)),
  define('uriComponentToBinary', 'text', ([value]) =>
    contentOfText(BYTES, decodeComponent('uriComponentToBinary', value)),
  ),
  define('uriHost', 'uri', ([value]) => parts('uriHost', value).hostname),
  define('uriPath', 'uri', ([value]) => parts('uriPath', value).pathname),
  define('uriPathAndQuery', 'uri', ([value]) => {
    const uri = parts('uriPathAndQuery', value);
    return uri.pathname + uri.search;
  }),
  define('uriPort', 'uri', ([value]) => {
    const uri = parts('uriPort', value);
    return uri.port === '' ? (DEFAULT_PORTS[uri.protocol] ?? -1) : Number(uri.port);
  }),
  define('uriQuery', 'uri', ([value]) => parts('uriQuery', value).search),
  define('uriScheme', 'uri', ([value]) => parts('uriScheme', value).protocol.slice(0, -1)),
];
