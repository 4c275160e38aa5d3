import { ExpressionError } from '../expression-error';
import { define } from '../function-table';
import { parseJsonText } from '../json-text';
import { type FlowNumber, isFloat, isFlowNumber, makeFloat, makeInteger, numberFromText, toDouble } from '../numbers';
import { textOfValue } from '../text-of-value';
import { isFlowObject, typeName, wantText } from '../value-types';

/** How the platform carries binary content inside JSON. */
interface Binary {
  '$content-type': string;
  $content: string;
}

const isBinary = (value: unknown): value is Binary => isFlowObject(value) && typeof value.$content === 'string';

function toInteger(value: unknown): FlowNumber {
  if (isFlowNumber(value)) {
    if (!isFloat(value)) return value;
    const double = toDouble(value);
    if (Number.isInteger(double)) return makeInteger(BigInt(double));
  } else if (typeof value === 'string') {
    const parsed = numberFromText(value.trim());
    if (parsed !== undefined && !isFloat(parsed)) return parsed;
  } else if (typeof value === 'boolean') return value ? 1 : 0;
  throw new ExpressionError(`'int' cannot make an integer of ${shown(value)}.`);
}

function toFloat(owner: string, value: unknown): FlowNumber {
  const number = typeof value === 'string' ? numberFromText(value.trim()) : value;
  if (isFlowNumber(number)) return makeFloat(toDouble(number));
  throw new ExpressionError(`'${owner}' cannot make a number of ${shown(value)}.`);
}

function toBoolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (isFlowNumber(value)) return toDouble(value) !== 0;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0') return false;
  throw new ExpressionError(`'bool' cannot make true or false of ${shown(value)}.`);
}

/** Long or personal values stay out of the message; their type says enough. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > 30 ? 'this text' : `'${value}'`;
  return `a value of type '${typeName(value)}'`;
}

function toJson(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value.trimStart().startsWith('<')) throw new ExpressionError("'json' reads JSON here; XML is not supported.");
    return parseJsonText(value);
  }
  if (isBinary(value)) return parseJsonText(textOfBinary(value));
  if (value === null) throw new ExpressionError("'json' expects text, but got null.");
  return value;
}

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const decode = (content: string): string => Buffer.from(content, 'base64').toString('utf8');
const textOfBinary = (value: Binary): string => decode(value.$content);
const binary = (type: string, content: string): Binary => ({ '$content-type': type, $content: content });

function base64(value: unknown): string {
  if (isBinary(value)) return value.$content;
  return encode(textOfValue(value));
}

function base64ToString(owner: string, value: unknown): string {
  if (isBinary(value)) return textOfBinary(value);
  const text = wantText(owner, value);
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) throw new ExpressionError(`'${owner}' got text that is not base64.`);
  return decode(text);
}

const DATA_URI = /^data:([^,]*?)(;base64)?,(.*)$/is;

function readDataUri(owner: string, value: unknown): Binary {
  const match = DATA_URI.exec(wantText(owner, value));
  if (!match) throw new ExpressionError(`'${owner}' got text that is not a data URI.`);
  const content = match[2] ? match[3]! : encode(decodeURIComponent(match[3]!));
  return binary(match[1] === '' ? 'text/plain' : match[1]!, content);
}

export const conversionFunctions = [
  define('int', 1, ([value]) => toInteger(value)),
  define('float', [1, 2], ([value]) => toFloat('float', value)),
  define('decimal', 1, ([value]) => toFloat('decimal', value)),
  define('bool', 1, ([value]) => toBoolean(value)),
  define('string', 1, ([value]) => textOfValue(value)),
  define('json', 1, ([value]) => toJson(value)),
  define('array', 1, ([value]) => (Array.isArray(value) ? value : [value])),
  define('isInt', 1, ([value]) => {
    const number = numberFromText(wantText('isInt', value).trim());
    return number !== undefined && !isFloat(number);
  }),
  define('isFloat', [1, 2], ([value]) => numberFromText(wantText('isFloat', value).trim()) !== undefined),
  define('base64', 1, ([value]) => base64(value)),
  define('base64ToString', 1, ([value]) => base64ToString('base64ToString', value)),
  define('decodeBase64', 1, ([value]) => base64ToString('decodeBase64', value)),
  define('base64ToBinary', 1, ([value]) => binary('application/octet-stream', wantText('base64ToBinary', value))),
  define('binary', 1, ([value]) =>
    isBinary(value) ? value : binary('application/octet-stream', encode(textOfValue(value))),
  ),
  define('dataUri', 1, ([value]) =>
    isBinary(value)
      ? `data:${value['$content-type']};base64,${value.$content}`
      : `data:text/plain;charset=utf-8;base64,${encode(textOfValue(value))}`,
  ),
  define('dataUriToString', 1, ([value]) => textOfBinary(readDataUri('dataUriToString', value))),
  define('dataUriToBinary', 1, ([value]) => readDataUri('dataUriToBinary', value)),
  define('decodeDataUri', 1, ([value]) => readDataUri('decodeDataUri', value)),
];
