import { ExpressionError } from '../expression-error';
import { define } from '../function-table';
import { textOfValue } from '../text-of-value';
import { wantText } from '../value-types';

/** .NET's `EscapeDataString`: JavaScript's encoding leaves `!'()*` alone, RFC 3986 does not. */
const encodeComponent = (value: unknown): string =>
  encodeURIComponent(textOfValue(value)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function decodeComponent(owner: string, value: unknown): string {
  try {
    return decodeURIComponent(wantText(owner, value));
  } catch (error) {
    if (error instanceof ExpressionError) throw error;
    throw new ExpressionError(`'${owner}' got text with a broken percent escape.`);
  }
}

function parts(owner: string, value: unknown): URL {
  const text = wantText(owner, value);
  if (!URL.canParse(text)) throw new ExpressionError(`'${owner}' got text that is not an absolute URI.`);
  return new URL(text);
}

const DEFAULT_PORTS: Record<string, number> = { 'http:': 80, 'https:': 443, 'ftp:': 21 };

export const uriFunctions = [
  define('uriComponent', 1, ([value]) => encodeComponent(value)),
  define('encodeUriComponent', 1, ([value]) => encodeComponent(value)),
  define('uriComponentToString', 1, ([value]) => decodeComponent('uriComponentToString', value)),
  define('decodeUriComponent', 1, ([value]) => decodeComponent('decodeUriComponent', value)),
  define('uriComponentToBinary', 1, ([value]) => ({
    '$content-type': 'application/octet-stream',
    $content: Buffer.from(decodeComponent('uriComponentToBinary', value), 'utf8').toString('base64'),
  })),
  define('uriHost', 1, ([value]) => parts('uriHost', value).hostname),
  define('uriPath', 1, ([value]) => parts('uriPath', value).pathname),
  define('uriPathAndQuery', 1, ([value]) => {
    const uri = parts('uriPathAndQuery', value);
    return uri.pathname + uri.search;
  }),
  define('uriPort', 1, ([value]) => {
    const uri = parts('uriPort', value);
    return uri.port === '' ? (DEFAULT_PORTS[uri.protocol] ?? -1) : Number(uri.port);
  }),
  define('uriQuery', 1, ([value]) => parts('uriQuery', value).search),
  define('uriScheme', 1, ([value]) => parts('uriScheme', value).protocol.slice(0, -1)),
];
