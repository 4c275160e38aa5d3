import {
  BYTES,
  checkedBase64,
  type Content,
  contentOfBase64,
  contentOfText,
  decodePercents,
  isContent,
  isXmlContent,
  readDataUri,
  textOfContent,
  toBase64,
} from '../content';
import { ExpressionError } from '../expression-error';
import { define } from '../function-table';
import { parseJsonText } from '../json-text';
import { checkLocale } from '../number-formats/number-culture';
import { parseFloatText } from '../number-formats/parse-float';
import { type FlowNumber, isFloat, isFlowNumber, makeFloat, makeInteger, numberFromText, toDouble } from '../numbers';
import { textOfValue } from '../text-of-value';
import { typeName, wantText } from '../value-types';
import { readXml } from '../xml/read-xml';
import { xmlToJson } from '../xml/xml-to-json';

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

const localeOf = (owner: string, locale: unknown): string | undefined =>
  locale === undefined || locale === null ? undefined : wantText(owner, locale);

function toFloat([value, locale]: unknown[]): FlowNumber {
  const culture = localeOf('float', locale);
  const number = typeof value === 'string' ? parseFloatText(value, culture) : value;
  if (culture !== undefined) checkLocale(culture);
  if (isFlowNumber(number)) return makeFloat(toDouble(number));
  throw new ExpressionError(`'float' cannot make a number of ${shown(value)}.`);
}

/**
 * The platform counts decimals with 28 digits; here they are doubles.
 * @throws {ExpressionError} when a double would lose digits, rather than lose them in silence
 */
function toDecimal([value]: unknown[]): FlowNumber {
  const number = typeof value === 'string' ? parseFloatText(value) : value;
  if (!isFlowNumber(number)) throw new ExpressionError(`'decimal' cannot make a number of ${shown(value)}.`);
  const double = toDouble(number);
  const digits = (text: string): string =>
    text
      .replace(/e.*$/i, '')
      .replace(/[^\d]/g, '')
      .replace(/^0+|0+$/g, '');
  if (typeof value === 'string' && digits(value) !== digits(String(double))) {
    throw new ExpressionError(`'decimal' is a double here, which does not keep all digits of ${shown(value)}.`);
  }
  return makeFloat(double);
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

/** Null is an error; the reference of functions has an empty object for it. Unconfirmed. */
function toJson(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value.trimStart().startsWith('<')) {
      throw new ExpressionError("'json' got text that is XML, not JSON. Write json(xml(…)) to convert it.");
    }
    return parseJsonText(value);
  }
  if (isXmlContent(value)) return xmlToJson(readXml('json', textOfContent(value)));
  if (isContent(value)) return parseJsonText(textOfContent(value));
  if (value === null) throw new ExpressionError("'json' expects text or XML, but got null.");
  return value;
}

function isIntegerText(text: string): boolean {
  try {
    const number = numberFromText(text.trim());
    return number !== undefined && !isFloat(number);
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}

function base64ToString(owner: string, value: unknown): string {
  if (isContent(value)) return textOfContent(value);
  return textOfContent(contentOfBase64(BYTES, checkedBase64(owner, wantText(owner, value))));
}

function dataUri(value: unknown): string {
  if (isContent(value)) return `data:${value['$content-type']};base64,${value.$content}`;
  return `data:text/plain;charset=utf-8;base64,${toBase64(textOfValue(value))}`;
}

function wantDataUri(owner: string, value: unknown): Content {
  const content = readDataUri(owner, wantText(owner, value));
  if (!content) throw new ExpressionError(`'${owner}' got text that is not a data URI.`);
  return content;
}

/** Exported flows also use it to decode percent escapes, `decodeDataUri('%0a')`; the answer then is text. */
function decodeDataUri(value: unknown): Content | string {
  const text = wantText('decodeDataUri', value);
  return readDataUri('decodeDataUri', text) ?? decodePercents('decodeDataUri', text);
}

export const conversionFunctions = [
  define('int', 'number|boolean|integerText', ([value]) => toInteger(value)),
  define('float', 'number|floatText, culture|null?', toFloat),
  define('decimal', 'number|floatText', toDecimal),
  define('bool', 'boolean|number|booleanText', ([value]) => toBoolean(value)),
  define('string', 'any', ([value]) => textOfValue(value)),
  define('json', 'json|number|boolean|array|object', ([value]) => toJson(value)),
  define('array', 'any', ([value]) => (Array.isArray(value) ? value : [value])),
  define('isInt', 'text', ([value]) => isIntegerText(wantText('isInt', value))),
  define(
    'isFloat',
    'text, culture|null?',
    ([value, locale]) => parseFloatText(wantText('isFloat', value), localeOf('isFloat', locale)) !== undefined,
  ),
  define('base64', 'any', ([value]) => (isContent(value) ? value.$content : toBase64(textOfValue(value)))),
  define('base64ToString', 'base64|object', ([value]) => base64ToString('base64ToString', value)),
  define('decodeBase64', 'base64|object', ([value]) => base64ToString('decodeBase64', value)),
  define('base64ToBinary', 'base64', ([value]) =>
    contentOfBase64(BYTES, checkedBase64('base64ToBinary', wantText('base64ToBinary', value))),
  ),
  define('binary', 'any', ([value]) => (isContent(value) ? value : contentOfText(BYTES, textOfValue(value)))),
  define('dataUri', 'any', ([value]) => dataUri(value)),
  define('dataUriToString', 'dataUri', ([value]) => textOfContent(wantDataUri('dataUriToString', value))),
  define('dataUriToBinary', 'dataUri', ([value]) => wantDataUri('dataUriToBinary', value)),
  define('decodeDataUri', 'text', ([value]) => decodeDataUri(value)),
];
