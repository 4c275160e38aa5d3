import { CODES, DataverseError } from '../dataverse-error';
import { filterTokens, syntaxError, type Token } from './filter-tokens';

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type TextTest = 'contains' | 'startswith' | 'endswith';

/** A value as the query writes it. */
export type Literal =
  | { kind: 'text'; value: string }
  | { kind: 'guid'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'date'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null'; value: null };

/** A property, possibly behind one navigation property: `rcc_Customer/fullname`. */
export interface Property {
  kind: 'property';
  path: readonly string[];
}

export type FilterSyntax =
  | { kind: 'and' | 'or'; left: FilterSyntax; right: FilterSyntax }
  | { kind: 'not'; operand: FilterSyntax }
  | { kind: 'compare'; operator: Comparison; left: Property; right: Literal | Property }
  | { kind: 'text'; test: TextTest; left: Property; right: string };

const COMPARISONS = new Set<string>(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const TEXT_TESTS = new Set<string>(['contains', 'startswith', 'endswith']);
const RESERVED = new Set(['and', 'or', 'not', 'true', 'false', 'null', ...COMPARISONS]);

/**
 * Reads a `$filter` as far as Dataverse supports it: comparisons, `contains`, `startswith`, `endswith`, `and`, `or`,
 * `not` and parentheses. `not` binds tightest, then `and`, then `or`.
 * @throws {DataverseError} 400 for what cannot be read, 501 for functions that are not supported
 */
export function parseFilter(filter: string): FilterSyntax {
  const tokens = filterTokens(filter);
  let next = 0;

  const peekWord = () => {
    const token = tokens[next];
    return token?.kind === 'word' ? token.text : undefined;
  };
  const fail = (expected: string): never => {
    const token = tokens[next];
    const found = token === undefined ? 'the end' : 'text' in token ? token.text : String(token.value);
    throw syntaxError(`Expected ${expected} but found ${found}`, filter);
  };
  const take = (expected: string): Token => tokens[next++] ?? ((next -= 1), fail(expected));
  const expect = (punctuation: '(' | ')' | ',') => {
    const token = tokens[next];
    if (token?.kind !== 'punctuation' || token.text !== punctuation) fail(`'${punctuation}'`);
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
    const token = tokens[next];
    if (token?.kind === 'punctuation' && token.text === '(') {
      next += 1;
      const inside = either();
      expect(')');
      return inside;
    }
    if (peekWord() === 'not') {
      next += 1;
      return { kind: 'not', operand: single() };
    }
    const after = tokens[next + 1];
    if (token?.kind === 'word' && after?.kind === 'punctuation' && after.text === '(') return call(token.text);
    return comparison();
  }
  function call(name: string): FilterSyntax {
    if (!TEXT_TESTS.has(name)) {
      throw new DataverseError(501, CODES.notImplemented, `The function '${name}' is not supported in '${filter}'.`);
    }
    next += 1;
    expect('(');
    const left = property();
    expect(',');
    const value = take('a text');
    if (value.kind !== 'text') throw syntaxError(`The second argument of ${name} has to be a text`, filter);
    expect(')');
    return { kind: 'text', test: name as TextTest, left, right: value.value };
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
    return { kind: 'property', path: word.split('/') };
  }
  function operand(): Literal | Property {
    const token = tokens[next];
    if (token === undefined || token.kind === 'punctuation') return fail('a value');
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
