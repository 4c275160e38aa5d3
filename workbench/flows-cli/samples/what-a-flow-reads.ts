import { type Call, type Expression } from '../../../flows/expressions/syntax';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type ActionNode, type ExpressionSite, type FlowDocument } from '../../../flows/file/flow-document';
import { ITEM, newShape, type PathStep, shapeAt, type ValueShape, type ValueUse } from './value-shape';

/** Under which name the headers of the trigger are listed; no action can be called so. */
export const TRIGGER_HEADERS = '/headers';

/** The body of the trigger (empty key) or of an action (its key), and a place in it. */
interface Source {
  owner: string;
  path: PathStep[];
}

/** What functions make of their first argument. */
const USES: Record<string, ValueUse> = {
  int: 'integer',
  float: 'number',
  add: 'number',
  sub: 'number',
  mul: 'number',
  div: 'number',
  formatnumber: 'number',
  greater: 'number',
  greaterorequals: 'number',
  less: 'number',
  lessorequals: 'number',
  not: 'boolean',
  and: 'boolean',
  or: 'boolean',
  formatdatetime: 'time',
  parsedatetime: 'time',
  convertfromutc: 'time',
  converttoutc: 'time',
  converttimezone: 'time',
  adddays: 'time',
  addhours: 'time',
  addminutes: 'time',
  addseconds: 'time',
  addtotime: 'time',
  subtractfromtime: 'time',
  startofday: 'time',
  startofmonth: 'time',
  ticks: 'time',
  dayofweek: 'time',
  datedifference: 'time',
  decodebase64: 'base64',
  base64tostring: 'base64',
  base64tobinary: 'base64',
  json: 'json',
  xml: 'xml',
  join: 'array',
  union: 'array',
  first: 'array',
  last: 'array',
  skip: 'array',
  take: 'array',
};

/** Gives its argument back, or a part of the same kind. */
const PASSING = new Set(['coalesce', 'skip', 'take', 'union', 'sort', 'reverse', 'array']);
const FIRST_OR_LAST = new Set(['first', 'last']);

const SETTING = new Set(['InitializeVariable', 'SetVariable']);

/** Follows expressions back to what they read. */
class Reader {
  private readonly shapes = new Map<string, ValueShape>();

  constructor(private readonly flow: FlowDocument) {}

  read(): Map<string, ValueShape> {
    for (const site of this.flow.trigger?.expressions ?? []) {
      // What splits the trigger's answer is read of the answer; everything else of one item.
      if (!site.pointer.endsWith('/splitOn')) this.site(site, undefined);
    }
    for (const action of this.flow.actions) {
      for (const site of action.expressions) this.site(site, action);
      if (action.type === 'Foreach') this.note(this.listOf(action), 'array', action);
      if (action.type === 'ParseJson') this.parsed(action);
      if (action.type === 'If') this.condition(action.definition.expression, action);
      if (action.type === 'Switch') this.choice(action);
    }
    return this.shapes;
  }

  /** Where in the trigger's body the list stands that is split. */
  splitPath(): string[] {
    const site = this.flow.trigger?.expressions.find(({ pointer }) => pointer.endsWith('/splitOn'));
    const [tree] = site?.trees ?? [];
    const source = tree && this.source(tree, undefined);
    return (source?.path ?? []).filter((step) => typeof step === 'string');
  }

  private site({ trees }: ExpressionSite, action: ActionNode | undefined): void {
    for (const tree of trees) this.visit(tree, action);
  }

  private visit(tree: Expression, action: ActionNode | undefined): void {
    if (tree.kind === 'literal') return;
    const source = this.source(tree, action);
    if (source) shapeAt(this.shapeOf(source.owner), source.path);
    const name = tree.name.toLowerCase();
    const use = USES[name];
    const [first, second] = tree.arguments;
    if (use) this.note(first, use, action);
    if (use === 'number') this.note(second, use, action);
    if (name === 'if') this.note(first, 'boolean', action);
    if (name === 'equals') this.compare(first, second, action);
    for (const argument of tree.arguments) this.visit(argument, action);
    for (const step of tree.path) this.visit(step.key, action);
  }

  private note(tree: Expression | undefined, use: ValueUse, action: ActionNode | undefined): void {
    const source = tree && this.source(tree, action);
    if (!source) return;
    const shape = shapeAt(this.shapeOf(source.owner), source.path);
    shape.use ??= use;
    if (use === 'array') shape.item ??= newShape();
  }

  private compare(left: Expression | undefined, right: Expression | undefined, action?: ActionNode): void {
    const [tree, literal] = left?.kind === 'literal' ? [right, left] : [left, right];
    const source = tree && literal?.kind === 'literal' && literal.value !== null && this.source(tree, action);
    if (source) shapeAt(this.shapeOf(source.owner), source.path).equal ??= (literal as { value: unknown }).value;
  }

  /** What is parsed has to fit the schema it is parsed by. */
  private parsed(action: ActionNode): void {
    const { inputs } = action.definition;
    if (!isFlowObject(inputs)) return;
    const tree = this.treeOf(action, inputs.content);
    const source = tree && this.source(tree, action);
    if (!source) return;
    const shape = shapeAt(this.shapeOf(source.owner), source.path);
    shape.use ??= 'json';
    shape.schema ??= inputs.schema;
  }

  /** The object form of a condition: `{ "equals": ["@…", 5] }`, nested in `and`, `or` and `not`. */
  private condition(written: unknown, action: ActionNode): void {
    if (Array.isArray(written)) return written.forEach((part) => this.condition(part, action));
    if (!isFlowObject(written)) return;
    for (const [operator, operands] of Object.entries(written)) {
      if (!Array.isArray(operands) || operator === 'and' || operator === 'or') this.condition(operands, action);
      else {
        const [left, right] = operands as unknown[];
        this.operand(left, right, action);
        this.operand(right, left, action);
      }
    }
  }

  private choice(action: ActionNode): void {
    const { expression, cases } = action.definition;
    const [first] = isFlowObject(cases) ? Object.values(cases) : [];
    this.operand(expression, isFlowObject(first) ? first.case : undefined, action);
  }

  /** Notes that what `text` reads is compared with a value as written. */
  private operand(text: unknown, other: unknown, action: ActionNode): void {
    const tree = this.treeOf(action, text);
    const source = tree && this.source(tree, action);
    if (!source || other === null || other === undefined || typeof other === 'object') return;
    if (typeof other === 'string' && other.includes('@')) return;
    shapeAt(this.shapeOf(source.owner), source.path).equal ??= other;
  }

  private shapeOf(owner: string): ValueShape {
    let shape = this.shapes.get(owner);
    if (!shape) this.shapes.set(owner, (shape = newShape()));
    return shape;
  }

  /** Where the value of an expression comes from, if it is read from a trigger's or an action's body. */
  private source(tree: Expression, action: ActionNode | undefined, depth = 0): Source | undefined {
    // Aliases may point at each other; no real chain is this long.
    if (tree.kind === 'literal' || depth > 20) return undefined;
    const path = stepsOf(tree);
    const base = path && this.base(tree, action, depth);
    if (!base) return undefined;
    if (!base.isOutputs) return { owner: base.owner, path: [...base.path, ...path] };
    if (path[0] === 'headers' && base.owner === '') return { owner: TRIGGER_HEADERS, path: path.slice(1) };
    return path[0] === 'body' ? { owner: base.owner, path: [...base.path, ...path.slice(1)] } : undefined;
  }

  private base(
    tree: Call,
    action: ActionNode | undefined,
    depth: number,
  ): (Source & { isOutputs?: boolean }) | undefined {
    const name = tree.name.toLowerCase();
    const [first] = tree.arguments;
    const inner = (): Source | undefined => (first ? this.source(first, action, depth + 1) : undefined);
    if (name === 'triggerbody') return { owner: '', path: [] };
    if (name === 'triggeroutputs') return { owner: '', path: [], isOutputs: true };
    if (name === 'body' || name === 'outputs') return this.ofAction(keyIn(first), name === 'outputs', depth);
    if (name === 'variables') return this.ofVariable(first, depth);
    if (name === 'items' || name === 'item')
      return this.ofItem(name === 'items' ? keyIn(first) : undefined, action, depth);
    if (PASSING.has(name)) return inner();
    if (FIRST_OR_LAST.has(name)) {
      const list = inner();
      return list && { owner: list.owner, path: [...list.path, ITEM] };
    }
    return undefined;
  }

  /** An action that only passes a value on stands for where that value comes from. */
  private ofAction(key: string | undefined, isOutputs: boolean, depth: number) {
    const action = key === undefined ? undefined : this.flow.actionsByKey.get(key);
    if (!action) return undefined;
    const { inputs } = action.definition;
    const member = { Compose: undefined, ParseJson: 'content', Query: 'from' }[action.type as 'Compose'];
    const passes = action.type === 'Compose' || member !== undefined;
    if (!passes) return { owner: action.key, path: [], isOutputs };
    const text = member === undefined ? inputs : isFlowObject(inputs) ? inputs[member] : undefined;
    const tree = this.treeOf(action, text);
    const source = tree && this.source(tree, action, depth + 1);
    if (!source) return undefined;
    // The outputs of a Compose are the value; the others have it in the body.
    return { ...source, isOutputs: isOutputs && action.type !== 'Compose' };
  }

  /** A variable stands for what it is first set to by an expression alone. */
  private ofVariable(name: Expression | undefined, depth: number): Source | undefined {
    if (name?.kind !== 'literal') return undefined;
    for (const action of this.flow.actions) {
      const { inputs } = action.definition;
      if (!isFlowObject(inputs)) continue;
      const [declared] = Array.isArray(inputs.variables) ? (inputs.variables as unknown[]) : [inputs];
      if (!isFlowObject(declared) || declared.name !== name.value || !SETTING.has(action.type)) continue;
      const tree = this.treeOf(action, declared.value);
      const source = tree && this.source(tree, action, depth + 1);
      if (source) return source;
    }
    return undefined;
  }

  private ofItem(loop: string | undefined, action: ActionNode | undefined, depth: number): Source | undefined {
    const owner = loop === undefined ? listOwner(action) : this.flow.actionsByKey.get(loop);
    const list = owner && this.listOf(owner);
    const source = list && this.source(list, owner.block.owner, depth + 1);
    return source && { owner: source.owner, path: [...source.path, ITEM] };
  }

  /** The expression of the list an action goes through. */
  private listOf(action: ActionNode): Expression | undefined {
    const { inputs, foreach } = action.definition;
    return this.treeOf(action, action.type === 'Foreach' ? foreach : isFlowObject(inputs) ? inputs.from : undefined);
  }

  private treeOf(action: ActionNode, text: unknown): Expression | undefined {
    const site = action.expressions.find((one) => one.whole && one.text === text);
    return site?.trees[0];
  }
}

/** `item()` means the row in a data operation, else the item of the innermost loop. */
function listOwner(action: ActionNode | undefined): ActionNode | undefined {
  if (action && ['Query', 'Select', 'Table'].includes(action.type)) return action;
  let current = action?.block.owner;
  while (current && current.type !== 'Foreach') current = current.block.owner;
  return current;
}

function keyIn(tree: Expression | undefined): string | undefined {
  if (tree?.kind !== 'literal' || typeof tree.value !== 'string') return undefined;
  return tree.value.replaceAll(' ', '_').toLowerCase();
}

/** The members a call's value is followed through; undefined when one of them is computed. */
function stepsOf({ path }: Call): PathStep[] | undefined {
  const steps: PathStep[] = [];
  for (const { key } of path) {
    if (key.kind !== 'literal') return undefined;
    if (typeof key.value === 'number') steps.push(ITEM);
    else if (typeof key.value === 'string') steps.push(...key.value.split('/'));
    else return undefined;
  }
  return steps;
}

/**
 * What a flow reads of each body.
 * @returns by the action's name in lower case; the trigger's under the empty name
 */
export function whatAFlowReads(flow: FlowDocument): Map<string, ValueShape> {
  return new Reader(flow).read();
}

/** Members that lead from a trigger's body to the list its `splitOn` names; none when the body itself is the list. */
export function splitPath(flow: FlowDocument): string[] {
  return new Reader(flow).splitPath();
}
