import { ExpressionError } from '../../../flows/expressions/expression-error';
import { compileTemplate, expressionsOf, type Template, TemplateError } from '../../../flows/expressions/template';
import { type Expression } from '../../../flows/expressions/syntax';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type ConnectionReference } from '../flow';
import { escapePointer } from '../../../flows/file/json-pointer';
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
    /** Names of all containers around it, outermost first. */
    readonly parents: string[],
  ) {}

  get inputs(): JsonObject {
    return isFlowObject(this.definition.inputs) ? this.definition.inputs : {};
  }

  /** What stands at a path such as `inputs`, `from`. */
  written(...path: string[]): unknown {
    let value: unknown = this.definition;
    for (const segment of path) value = isFlowObject(value) ? value[segment] : undefined;
    return value;
  }

  template(...path: string[]): Template {
    return this.compiler.template(this.written(...path) ?? null, this.place(...path), this.name);
  }

  has(...path: string[]): boolean {
    return this.written(...path) !== undefined;
  }

  /** A text that must be there and is no expression. */
  text(...path: string[]): string {
    const value = this.written(...path);
    if (typeof value === 'string') return value;
    this.problem(`${path.join('.')} must be text.`, ...path);
    return '';
  }

  /** The actions at a path as a block; missing ones are an empty block. */
  block(loops: string[], ...path: string[]): BlockPlan {
    return this.compiler.block(this.written(...path) ?? {}, this.place(...path), loops, [...this.parents, this.name]);
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
  /** Set when a Response answers asynchronously. */
  respondsLater = false;
  /** Expressions by the action (or trigger) they stand in, for the rule of hidden data. */
  readonly expressions = new Map<string, Expression[]>();

  constructor(
    readonly connections: ReadonlyMap<string, ConnectionReference>,
    readonly triggerType: string,
    /** `definition.staticResults`: canned results of actions by name. */
    readonly staticResults: JsonObject,
    readonly block: (actions: unknown, pointer: string, loops: string[], parents: string[]) => BlockPlan,
  ) {}

  problem(pointer: string, message: string): void {
    this.problems.push({ pointer, message });
  }

  template(value: unknown, pointer: string, owner: string): Template {
    try {
      const template = compileTemplate(value);
      const found = expressionsOf(template);
      if (found.length > 0) this.keep(owner, found);
      return template;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.problem(pointer + (error instanceof TemplateError ? error.pointer : ''), error.message);
      return { kind: 'constant', value: null };
    }
  }

  private keep(owner: string, found: Expression[]): void {
    const known = this.expressions.get(owner);
    if (known) known.push(...found);
    else this.expressions.set(owner, found);
  }
}
