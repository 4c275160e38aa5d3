import { CODES, DataverseError } from '../dataverse-error';
import { filterTokens, syntaxError, type Token } from './filter-tokens';
import { operatorOf } from './query-functions';
import type { Comparison } from './values';

export type TextTest = 'contains' | 'startswith' | 'endswith';

/** A value as the query writes it. */
export type Literal =
  | { kind: 'text'; value: string }
  | { kind: 'guid'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'date'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null'; value: null };

/** A property, possibly behind navigation properties: `rcc_Customer/fullname`. */
export interface Property {
  kind: 'property';
  path: readonly string[];
}

export type FilterSyntax =
  | { kind: 'and' | 'or'; left: FilterSyntax; right: FilterSyntax }
  | { kind: 'not'; operand: FilterSyntax }
  | { kind: 'compare'; operator: Comparison; left: Property; right: Literal | Property }
  | { kind: 'text'; test: TextTest; left: Property; right: string }
  /** A query function: a condition operator by FetchXML's name, a column's name, and values as text. */
  | { kind: 'operator'; operator: string; left: Property; values: readonly string[] }
  /** Whether any or all rows of a collection fulfil a condition; without one, whether there are any. */
  | { kind: 'lambda'; quantifier: 'any' | 'all'; path: readonly string[]; condition?: FilterSyntax };

const COMPARISONS = new Set<string>(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const TEXT_TESTS = new Set<string>(['contains', 'startswith', 'endswith']);
const RESERVED = new Set(['and', 'or', 'not', 'true', 'false', 'null', ...COMPARISONS]);
const LAMBDA = /^(.+)\/(any|all)$/;

type Punctuation = Extract<Token, { kind: 'punctuation' }>['text'];

/**
 * Reads a `$filter` as far as Dataverse supports it: comparisons, `contains`, `startswith`, `endswith`, query functions,
 * `any` and `all`, `and`, `or`, `not` and parentheses. `not` binds tightest, then `and`, then `or`.
 * @throws {DataverseError} 400 for what cannot be read, 501 for functions that are not supported
 */
export function parseFilter(filter: string): FilterSyntax {
  const tokens = filterTokens(filter);
  /** Variables of the lambdas around the place, innermost last. */
  const variables: string[] = [];
  let next = 0;

  const peekWord = () => {
    const token = tokens[next];
    return token?.kind === 'word' ? token.text : undefined;
  };
  const isPunctuation = (text: Punctuation, at = next) => {
    const token = tokens[at];
    return token?.kind === 'punctuation' && token.text === text;
  };
  const fail = (expected: string): never => {
    const token = tokens[next];
    const found = token === undefined ? 'the end' : 'text' in token ? token.text : String(token.value);
    throw syntaxError(`Expected ${expected} but found ${found}`, filter);
  };
  const take = (expected: string): Token => tokens[next++] ?? ((next -= 1), fail(expected));
  const expect = (punctuation: Punctuation) => {
    if (!isPunctuation(punctuation)) fail(`'${punctuation}'`);
    next += 1;
  };

  function either(): FilterSyntax {
    let left = both();
    while (peekWord() === 'or') {
      next += 1;
      left = { kind: 'or', left, right: both() };
    }
    return left;
  }
  function both(): FilterSyntax {
    let left = single();
    while (peekWord() === 'and') {
      next += 1;
      left = { kind: 'and', left, right: single() };
    }
    return left;
  }
  function single(): FilterSyntax {
    if (isPunctuation('(')) {
      next += 1;
      const inside = either();
      expect(')');
      return inside;
    }
    const word = peekWord();
    if (word === 'not') {
      next += 1;
      return { kind: 'not', operand: single() };
    }
    if (word === undefined || !isPunctuation('(', next + 1)) return comparison();
    next += 2;
    const call = LAMBDA.test(word) ? lambda(word) : TEXT_TESTS.has(word) ? textTest(word) : queryFunction(word);
    expect(')');
    return call;
  }
  function textTest(name: string): FilterSyntax {
    const left = property();
    expect(',');
    const value = take('a text');
    if (value.kind !== 'text') throw syntaxError(`The second argument of ${name} has to be a text`, filter);
    return { kind: 'text', test: name as TextTest, left, right: value.value };
  }
  function lambda(word: string): FilterSyntax {
    const [, collection = '', quantifier] = LAMBDA.exec(word)!;
    const path = scoped(collection.split('/'));
    if (quantifier === 'any' && isPunctuation(')')) return { kind: 'lambda', quantifier: 'any', path };
    const variable = peekWord() ?? fail("a variable's name");
    next += 1;
    expect(':');
    variables.push(variable);
    const condition = either();
    variables.pop();
    return { kind: 'lambda', quantifier: quantifier as 'any' | 'all', path, condition };
  }
  function queryFunction(word: string): FilterSyntax {
    const parts = word.split('/');
    const name = parts.pop()!;
    const operator = operatorOf(name);
    if (operator === undefined) {
      throw new DataverseError(501, CODES.notImplemented, `The function '${name}' is not supported in '${filter}'.`);
    }
    let column: string | undefined;
    let values: string[] = [];
    for (let first = true; !isPunctuation(')'); first = false) {
      if (!first) expect(',');
      const parameter = peekWord();
      if (parameter !== 'PropertyName' && parameter !== 'PropertyValue' && parameter !== 'PropertyValues') {
        return fail('PropertyName, PropertyValue or PropertyValues');
      }
      next += 1;
      expect('=');
      const given = parameter === 'PropertyValues' ? list() : [scalar()];
      if (parameter === 'PropertyName') column = given[0];
      else values = given;
    }
    if (column === undefined) return fail('PropertyName');
    return { kind: 'operator', operator, left: { kind: 'property', path: [...scoped(parts, true), column] }, values };
  }
  function scalar(inList = false): string {
    const token = tokens[next];
    if (token === undefined || token.kind === 'punctuation') return fail('a value');
    if (token.kind === 'json' && !inList) return fail('a text in single quotes');
    next += 1;
    return token.kind === 'word' ? token.text : String(token.value);
  }
  function list(): string[] {
    expect('[');
    const found: string[] = [];
    while (!isPunctuation(']')) {
      if (found.length > 0) expect(',');
      found.push(scalar(true));
    }
    expect(']');
    return found;
  }
  function comparison(): FilterSyntax {
    const left = property();
    const operator = peekWord();
    if (operator === undefined || !COMPARISONS.has(operator)) fail('eq, ne, gt, ge, lt or le');
    next += 1;
    return { kind: 'compare', operator: operator as Comparison, left, right: operand() };
  }
  function property(): Property {
    const word = peekWord();
    if (word === undefined || RESERVED.has(word)) return fail('a property name');
    next += 1;
    return { kind: 'property', path: scoped(word.split('/')) };
  }
  /** Takes the variable off a path inside a lambda. @param mayBeEmpty for a function, whose variable can be left out */
  function scoped(path: string[], mayBeEmpty = false): string[] {
    const variable = variables.at(-1);
    if (variable === undefined || (mayBeEmpty && path.length === 0)) return path;
    if (path[0] === variable) return path.slice(1);
    throw syntaxError(`'${path.join('/')}' has to begin with '${variable}/'`, filter);
  }
  function operand(): Literal | Property {
    const token = tokens[next];
    if (token === undefined || token.kind === 'punctuation') return fail('a value');
    if (token.kind === 'json') return fail('a text in single quotes');
    if (token.kind !== 'word') {
      next += 1;
      return token;
    }
    if (token.text === 'null') return ((next += 1), { kind: 'null', value: null });
    if (token.text === 'true' || token.text === 'false') {
      next += 1;
      return { kind: 'boolean', value: token.text === 'true' };
    }
    return property();
  }

  const syntax = either();
  if (next < tokens.length) fail('and, or or the end');
  return syntax;
}
