import { CODES, DataverseError } from '../dataverse-error';
import type { StoredValue } from '../rows/stored-row';
import type { Column } from '../../../solution/tables/table';
import { COUNTED_STRETCHES, DAY_STRETCHES, FIXED_STRETCHES, type Stretch } from './time-operators';
import { compare, comparable, kindOf, NULL_IS_DIFFERENT, operandOf, type Comparison } from './values';

/** Tests the value a row has in a column; null when it has none. */
export type ValueTest = (value: StoredValue | null) => boolean;

/** Who asks, and when. */
export interface Asking {
  now(): Date;
  userId: string;
  businessUnitId: string;
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  eq: 'eq',
  ne: 'ne',
  neq: 'ne',
  gt: 'gt',
  ge: 'ge',
  lt: 'lt',
  le: 'le',
};

/** Negative conditions and what they deny. */
const DENIALS: Readonly<Record<string, string>> = {
  'not-null': 'null',
  'not-like': 'like',
  'not-begin-with': 'begins-with',
  'not-end-with': 'ends-with',
  'not-in': 'in',
  'not-between': 'between',
  'not-contain-values': 'contain-values',
  'ne-userid': 'eq-userid',
  'ne-businessid': 'eq-businessid',
  'not-on': 'on',
};

/** Conditions the platform has and the stand-in does not carry out. */
const UNSUPPORTED =
  /fiscal|^(?:above|under|eq-or-above|eq-or-under|not-under|eq-useroruserhierarchy|eq-useroruserhierarchyandteams|eq-userteams|eq-useroruserteams|eq-userlanguage)$/;

/** The comparison an operator stands for, when it is one that also compares columns. */
export function comparisonOf(operator: string): Comparison | undefined {
  return COMPARISONS[operator];
}

/** SQL's pattern: `%` any characters, `_` one, `[…]` one of a set. */
function likePattern(pattern: string): RegExp {
  const source = pattern.replace(/\[\^?[^\]]+\]|[%_]|[^%_[]+|\[/g, (part) => {
    if (part === '%') return '[\\s\\S]*';
    if (part === '_') return '[\\s\\S]';
    if (part.length > 2 && part.startsWith('[')) {
      return part.replace(
        /^(\[\^?)(.*)\]$/,
        (_, start: string, set: string) => `${start}${set.replace(/[\\\]^]/g, '\\$&')}]`,
      );
    }
    return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'i');
}

function within({ from = -Infinity, to = Infinity }: Stretch, instant: number): boolean {
  return instant >= from && instant < to;
}

/**
 * Makes the test of a condition operator, named as in FetchXML; the query functions of OData are the same by other
 * names. Source: Microsoft's references of FetchXML operators and of Web API query functions.
 * @param values what stands beside the operator, as text
 * @throws {DataverseError} 400 for an unknown operator, values that do not fit or are too many or few; 501 for what is
 *   not carried out
 */
export function compileOperator(
  operator: string,
  column: Column,
  values: readonly string[],
  asking: Asking,
): ValueTest {
  const kind = kindOf(column);
  const refuse = (message: string) => new DataverseError(400, CODES.badPayload, message);
  const where = `the condition '${operator}' on '${column.logicalName}'`;
  const count = (wanted: number): void => {
    if (values.length !== wanted) throw refuse(`${wanted} value(s) belong to ${where}, not ${values.length}.`);
  };
  const needs = (...kinds: (typeof kind)[]): void => {
    if (kind !== 'open' && !kinds.includes(kind)) throw refuse(`A ${kind} column cannot take ${where}.`);
  };
  const present =
    (test: (value: StoredValue) => boolean): ValueTest =>
    (value) =>
      value !== null && test(value);
  const operand = (text: string) => comparable(operandOf(text, column), kind);

  const denied = DENIALS[operator];
  if (denied !== undefined) {
    const test = compileOperator(denied, column, values, asking);
    if (denied === 'null') return (value) => !test(value);
    return (value) => (value === null ? NULL_IS_DIFFERENT : !test(value));
  }
  const comparison = COMPARISONS[operator];
  if (comparison !== undefined) {
    count(1);
    const wanted = operand(values[0]!);
    return (value) => {
      if (value === null) return NULL_IS_DIFFERENT && comparison === 'ne';
      return compare(comparison, comparable(value, kind), wanted, kind);
    };
  }
  const text = (test: (value: string, wanted: string) => boolean): ValueTest => {
    needs('text');
    count(1);
    const wanted = values[0]!.toLowerCase();
    return present((value) => test(String(value).toLowerCase(), wanted));
  };
  switch (operator) {
    case 'null':
      count(0);
      return (value) => value === null;
    case 'like': {
      needs('text');
      count(1);
      const pattern = likePattern(values[0]!);
      return present((value) => pattern.test(String(value)));
    }
    case 'begins-with':
      return text((value, wanted) => value.startsWith(wanted));
    case 'ends-with':
      return text((value, wanted) => value.endsWith(wanted));
    case 'in': {
      const wanted = values.map(operand);
      if (kind === 'open')
        return present((value) => wanted.some((one) => compare('eq', comparable(value, kind), one, kind)));
      const set = new Set(wanted);
      return present((value) => set.has(comparable(value, kind)));
    }
    case 'between': {
      count(2);
      const [low, high] = [operand(values[0]!), operand(values[1]!)];
      return present((value) => {
        const one = comparable(value, kind);
        return compare('ge', one, low, kind) && compare('le', one, high, kind);
      });
    }
    case 'contain-values': {
      needs('choices');
      const wanted = values.map((one) => one.trim());
      return present((value) =>
        String(value)
          .split(',')
          .some((one) => wanted.includes(one)),
      );
    }
    case 'eq-userid':
    case 'eq-businessid': {
      needs('guid');
      count(0);
      return (value) => value === (operator === 'eq-userid' ? asking.userId : asking.businessUnitId);
    }
  }
  const day = DAY_STRETCHES[operator];
  if (day !== undefined) {
    needs('date');
    count(1);
    const stretch = day(Date.parse(String(operandOf(values[0]!, { ...column, type: 'datetime' }))));
    return present((value) => within(stretch, Date.parse(String(value))));
  }
  const fixed = FIXED_STRETCHES[operator];
  if (fixed !== undefined) {
    needs('date');
    count(0);
    return present((value) => within(fixed(asking.now().getTime()), Date.parse(String(value))));
  }
  const counted = COUNTED_STRETCHES.get(operator);
  if (counted !== undefined) {
    needs('date');
    count(1);
    const units = Number(values[0]);
    if (!Number.isInteger(units) || units < 1)
      throw refuse(`A whole number above 0 belongs to ${where}, not '${values[0]}'.`);
    return present((value) => within(counted(asking.now().getTime(), units), Date.parse(String(value))));
  }
  if (UNSUPPORTED.test(operator)) {
    throw new DataverseError(501, CODES.notImplemented, `The stand-in does not carry out ${where}.`);
  }
  throw refuse(`'${operator}' is no condition operator (column '${column.logicalName}').`);
}
