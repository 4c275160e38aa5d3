import { ExpressionError } from './expression-error';
import { type FlowNumber, numberFromText } from './numbers';
import { type Call, type Dereference, type Expression } from './syntax';
import { tokenize, type Token, type TokenKind } from './tokenize';

/** The platform's limit for one expression. */
export const MAX_EXPRESSION_LENGTH = 8192;
/** Deeper nesting than any real flow's; keeps hostile input from exhausting the stack. */
const MAX_DEPTH = 200;

const LITERALS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Trees by text; cleared when full, so that a long-lived process stays flat. */
const cache = new Map<string, Expression>();
const CACHE_SIZE = 20_000;

/**
 * Parses one expression, without its leading `@`, to its tree. The same text gives the same (shared) tree.
 * @throws {ExpressionError} with the position of the first thing that cannot stand where it stands
 */
export function parseExpression(text: string): Expression {
  const known = cache.get(text);
  if (known) return known;
  if (text.length > MAX_EXPRESSION_LENGTH) {
    throw new ExpressionError(`The expression has ${text.length} characters; ${MAX_EXPRESSION_LENGTH} are allowed.`);
  }
  const tree = new Parser(tokenize(text)).parse();
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(text, tree);
  return tree;
}

class Parser {
  private index = 0;
  private depth = 0;

  constructor(private readonly tokens: Token[]) {}

  parse(): Expression {
    const tree = this.expression();
    this.expect('end');
    return tree;
  }

  private expression(): Expression {
    if ((this.depth += 1) > MAX_DEPTH) throw this.error(`The expression is nested deeper than ${MAX_DEPTH} levels`);
    const token = this.next();
    const tree = this.startingWith(token);
    this.depth -= 1;
    return tree;
  }

  private startingWith(token: Token): Expression {
    if (token.kind === 'string') return { kind: 'literal', value: token.text, position: token.position };
    if (token.kind !== 'word') throw this.unexpected(token, 'a function call or a literal');
    if (this.peek().kind === '(') return this.call(token);
    const { position } = token;
    const value = numberAt(token) ?? LITERALS.get(token.text.toLowerCase());
    if (value !== undefined) return { kind: 'literal', value, position };
    throw new ExpressionError(
      `'${shortened(token.text)}' at position ${position} is neither a function call nor a literal; text is written in single quotes.`,
      position,
    );
  }

  private call(name: Token): Call {
    this.expect('(');
    const args: Expression[] = [];
    if (this.peek().kind !== ')') {
      args.push(this.expression());
      while (this.peek().kind === ',') {
        this.next();
        args.push(this.expression());
      }
    }
    this.expect(')');
    return { kind: 'call', name: name.text, arguments: args, path: this.path(), position: name.position };
  }

  private path(): Dereference[] {
    const steps: Dereference[] = [];
    for (;;) {
      const optional = this.peek().kind === '?';
      if (optional) this.next();
      const { kind } = this.peek();
      if (kind === '[') {
        this.next();
        steps.push({ optional, key: this.expression() });
        this.expect(']');
      } else if (kind === '.') {
        this.next();
        const { text, position } = this.expect('word');
        steps.push({ optional, key: { kind: 'literal', value: text, position } });
      } else if (optional) {
        throw this.unexpected(this.peek(), "'[' or '.' after '?'");
      } else return steps;
    }
  }

  private peek(): Token {
    return this.tokens[this.index]!;
  }

  private next(): Token {
    return this.tokens[this.index++]!;
  }

  private expect(kind: TokenKind): Token {
    const token = this.next();
    if (token.kind !== kind) {
      throw this.unexpected(token, kind === 'end' ? 'the end' : kind === 'word' ? 'a name' : `'${kind}'`);
    }
    return token;
  }

  private unexpected(token: Token, wanted: string): ExpressionError {
    const found = token.kind === 'end' ? 'the expression ends' : `'${shortened(token.text)}' stands`;
    return new ExpressionError(`Expected ${wanted}, but ${found} at position ${token.position}.`, token.position);
  }

  private error(message: string): ExpressionError {
    const { position } = this.peek();
    return new ExpressionError(`${message} at position ${position}.`, position);
  }
}

/** @throws {ExpressionError} for a number no value can hold */
function numberAt({ text, position }: Token): FlowNumber | undefined {
  try {
    return numberFromText(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new ExpressionError(`${error.message} It stands at position ${position}.`, position);
  }
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
