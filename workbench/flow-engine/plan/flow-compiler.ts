import { ExpressionError } from '../../../flows/expressions/expression-error';
import { compileTemplate, expressionsOf, type Template, TemplateError } from '../../../flows/expressions/template';
import { type Expression } from '../../../flows/expressions/syntax';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type ConnectionReference } from '../flow';
import { parseDuration } from '../../../flows/file/duration';
import { type FlowProblem } from './flow-format-error';
import { type BlockPlan } from './action-plan';

export type JsonObject = Record<string, unknown>;

/** An action's definition while it is compiled: typed access to its members, problems noted with their place. */
export class ActionReader {
  constructor(
    readonly name: string,
    readonly definition: JsonObject,
    readonly pointer: string,
    readonly compiler: FlowCompiler,
    /** Keys of the loops around the action, outermost first. */
    readonly loops: string[],
  ) {}

  get inputs(): JsonObject {
    return isFlowObject(this.definition.inputs) ? this.definition.inputs : {};
  }

  /** The template at a path such as `inputs`, `from`. */
  template(...path: string[]): Template {
    let value: unknown = this.definition;
    for (const segment of path) value = isFlowObject(value) ? value[segment] : undefined;
    return this.compiler.template(value ?? null, this.place(...path), this.name);
  }

  has(...path: string[]): boolean {
    let value: unknown = this.definition;
    for (const segment of path) value = isFlowObject(value) ? value[segment] : undefined;
    return value !== undefined;
  }

  /** A text that must be there and is no expression. */
  text(...path: string[]): string {
    let value: unknown = this.definition;
    for (const segment of path) value = isFlowObject(value) ? value[segment] : undefined;
    if (typeof value === 'string') return value;
    this.problem(`${path.join('.')} must be text.`, ...path);
    return '';
  }

  duration(fallback: number, ...path: string[]): number {
    if (!this.has(...path)) return fallback;
    const text = this.text(...path);
    const ms = parseDuration(text);
    if (ms !== undefined) return ms;
    this.problem(`'${text}' is not an ISO 8601 duration such as PT30S.`, ...path);
    return fallback;
  }

  /** The actions at a path as a block; missing ones are an empty block. */
  block(loops: string[], ...path: string[]): BlockPlan {
    let value: unknown = this.definition;
    for (const segment of path) value = isFlowObject(value) ? value[segment] : undefined;
    return this.compiler.block(value ?? {}, this.place(...path), loops);
  }

  place(...path: string[]): string {
    return [this.pointer, ...path.map(escapePointer)].join('/');
  }

  problem(message: string, ...path: string[]): void {
    this.compiler.problem(this.place(...path), message);
  }
}

/** What compiling one flow gathers. */
export class FlowCompiler {
  readonly problems: FlowProblem[] = [];
  /** Expressions by the action (or trigger) they stand in, for the rule of hidden data. */
  readonly expressions = new Map<string, Expression[]>();

  constructor(
    readonly connections: ReadonlyMap<string, ConnectionReference>,
    readonly triggerType: string,
    readonly block: (actions: unknown, pointer: string, loops: string[]) => BlockPlan,
  ) {}

  problem(pointer: string, message: string): void {
    this.problems.push({ pointer, message });
  }

  template(value: unknown, pointer: string, owner: string): Template {
    try {
      const template = compileTemplate(value);
      const found = expressionsOf(template);
      if (found.length > 0) this.expressions.set(owner, [...(this.expressions.get(owner) ?? []), ...found]);
      return template;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.problem(pointer + (error instanceof TemplateError ? error.pointer : ''), error.message);
      return { kind: 'constant', value: null };
    }
  }
}

export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
