import { type Operation } from './operation';

/** An operation found by its request, with the texts of its path parameters as they stand in the path. */
export interface OperationOfPath {
  operation: Operation;
  path: Record<string, string>;
}

interface Pattern {
  operation: Operation;
  method: string;
  names: string[];
  expression: RegExp;
  /** Characters that are no parameter: the more, the closer the match. */
  literal: number;
}

/** Finds operations by method and path, the way older exports name them (`ApiConnection`). */
export class OperationPaths {
  private readonly patterns: Pattern[];

  constructor(operations: Iterable<Operation>) {
    this.patterns = [...operations]
      .flatMap((operation) => (operation.method && operation.path ? [patternOf(operation)] : []))
      .sort((a, b) => b.literal - a.literal);
  }

  /**
   * @param method in any case
   * @param path relative to the connection, without a query; evaluated, or as exported with its `@{…}`
   */
  find(method: string, path: string): OperationOfPath | undefined {
    const { text, expressions } = withoutExpressions(path);
    for (const pattern of this.patterns) {
      if (pattern.method !== method.toUpperCase()) continue;
      const matched = pattern.expression.exec(text);
      if (!matched) continue;
      const values = pattern.names.map((name, index) => [name, restore(matched[index + 1]!, expressions)] as const);
      return { operation: pattern.operation, path: Object.fromEntries(values) };
    }
    return undefined;
  }
}

/** A character of private use, which no path has. */
const HOLE = /\uE000(\d+)\uE000/g;

/** An expression may hold slashes of its own, so it is set aside while the path is matched. */
function withoutExpressions(path: string): { text: string; expressions: string[] } {
  const expressions: string[] = [];
  const text = path.replace(/@\{(?:'(?:[^']|'')*'|[^}'])*\}/g, (expression) => {
    expressions.push(expression);
    return `\uE000${expressions.length - 1}\uE000`;
  });
  return { text, expressions };
}

function restore(text: string, expressions: readonly string[]): string {
  return text.replace(HOLE, (_hole, index: string) => expressions[Number(index)]!);
}

function patternOf(operation: Operation): Pattern {
  const names: string[] = [];
  let literal = 0;
  const source = operation.path!.split(/(\{[^}]+\})/).map((part) => {
    if (!part.startsWith('{')) {
      literal += part.length;
      return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    }
    names.push(part.slice(1, -1));
    return '([^/]+?)';
  });
  return {
    operation,
    method: operation.method!.toUpperCase(),
    names,
    expression: new RegExp(`^${source.join('')}$`, 'i'),
    literal,
  };
}
