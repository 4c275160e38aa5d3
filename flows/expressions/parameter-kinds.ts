import { checkedBase64, readDataUri } from './content';
import { unitLength } from './dates/flow-time';
import { checkTimeFormat } from './dates/format-time';
import { parseTime } from './dates/parse-time';
import { findZone } from './dates/windows-zones';
import { ExpressionError } from './expression-error';
import { guidWriter } from './functions/guid';
import { parts } from './functions/uri';
import { parseJsonText } from './json-text';
import { formatNumber } from './number-formats/format-number';
import { checkLocale } from './number-formats/number-culture';
import { isFloat, isFlowNumber, numberFromText } from './numbers';
import { type ParameterKind } from './signature';
import { type Literal } from './syntax';
import { typeName } from './value-types';
import { readXml } from './xml/read-xml';
import { checkQuery } from './xml/run-query';

/** What literals a parameter of some kind takes. */
interface LiteralRule {
  /** As a message names it: `a number`. */
  wanted: string;
  fits: (value: Literal['value']) => boolean;
  /** Looks at the content of a text that fits. @throws {ExpressionError} */
  check?: (text: string) => unknown;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const text = (wanted: string, check?: (text: string) => unknown): LiteralRule => ({ wanted, fits: isText, check });
const never = (wanted: string): LiteralRule => ({ wanted, fits: () => false });

/** Which literals fit each kind of parameter. */
export const LITERAL_RULES: Record<ParameterKind, LiteralRule> = {
  any: { wanted: 'anything', fits: () => true },
  null: { wanted: 'null', fits: (value) => value === null },
  text: text('text'),
  number: { wanted: 'a number', fits: isFlowNumber },
  integer: { wanted: 'an integer', fits: (value) => isFlowNumber(value) && !isFloat(value) },
  boolean: { wanted: 'true or false', fits: (value) => typeof value === 'boolean' },
  array: never('an array'),
  object: never('an object'),
  time: text('a date and time', parseTime),
  zone: text('a time zone', findZone),
  unit: text('a unit of time', unitLength),
  culture: text('a culture', checkLocale),
  dateFormat: text('a date format', checkTimeFormat),
  // Some letters take integers only, so an integer tells whether there is such a format.
  numberFormat: text('a number format', (format) => formatNumber(1, format)),
  guidFormat: text('a GUID format', guidWriter),
  integerText: text('text that is an integer', (written) => {
    const number = numberFromText(written.trim());
    if (number === undefined || isFloat(number)) throw new ExpressionError(`'${written}' is not an integer.`);
  }),
  floatText: text('text that is a number', (written) => {
    if (!/\d/.test(written)) throw new ExpressionError(`'${written}' is not a number.`);
  }),
  booleanText: text("'true' or 'false'", (written) => {
    if (!/^\s*(true|false|0|1)\s*$/i.test(written))
      throw new ExpressionError(`'${written}' is neither true nor false.`);
  }),
  json: text('JSON', parseJsonText),
  xml: text('XML', (markup) => readXml('xml', markup)),
  xpath: text('an XPath query', checkQuery),
  base64: text('base64', (encoded) => checkedBase64('base64', encoded)),
  dataUri: text('a data URI', (uri) => {
    if (!readDataUri('dataUri', uri)) throw new ExpressionError(`'${uri.slice(0, 40)}' is not a data URI.`);
  }),
  uri: text('an absolute URI', (uri) => parts('uri', uri)),
};

/**
 * Why a literal cannot be an argument of any of these kinds; undefined when it can be one.
 * `1.5` is `not a literal of type Float`, while `'soon'` gets the words of the function that would read it.
 */
export function literalProblem(kinds: readonly ParameterKind[], value: Literal['value']): string | undefined {
  let reason: string | undefined;
  for (const { fits, check } of kinds.map((kind) => LITERAL_RULES[kind])) {
    if (!fits(value)) continue;
    const wrong = check && typeof value === 'string' ? reasonOf(() => check(value)) : undefined;
    if (wrong === undefined) return undefined;
    reason = wrong;
  }
  if (reason !== undefined) return reason;
  const wanted = kinds.map((kind) => LITERAL_RULES[kind].wanted).join(' or ');
  return `${wanted} is expected, not a literal of type '${typeName(value)}'.`;
}

function reasonOf(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}
