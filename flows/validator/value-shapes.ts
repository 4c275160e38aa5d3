import { type Call, type Expression } from '../expressions/syntax';
import { type ActionNode, type FlowDocument } from '../file/flow-document';
import { ANYTHING, type OutputShape } from '../operations/output-shape';
import { type ConnectorCall, connectorCalls } from './connector-call';
import { containersOf } from './precedence';
import { namedBy, wholeExpression } from './literal';
import { type Surroundings } from './surroundings';

/** What an error answer's body may have, whatever the operation declares for success. */
const FAILURE_MEMBERS: ReadonlySet<string> = new Set(['error', 'message', 'status', 'statusCode', 'code', 'source']);
/** Members that came after the operations were described. */
const NEWER_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  UserProfile_V2: ['identities'],
  GetMessagesFromChannel: ['channelIdentity'],
  OnNewChannelMessage: ['channelIdentity'],
  OnNewChannelMessageMentioningMe: ['channelIdentity'],
};

/** OData adds its own members wherever it likes. */
const ANNOTATION = '@odata.';

/** Lists are followed through this many actions. */
const LONGEST_CHAIN = 50;

/** Why a step into a value finds nothing. */
export interface Miss {
  /** The member asked for. */
  name: string;
  reason: 'unknown' | 'list' | 'scalar' | 'nothing';
  /** Members there are instead. */
  known: readonly string[];
  call: ConnectorCall;
}

/** A value that comes out of a connector call. */
interface Origin {
  shape: OutputShape;
  call: ConnectorCall;
  /** Further members that may be there. */
  extra?: ReadonlySet<string>;
  /** Of a call's whole outputs: their body. */
  body?: Origin;
}

/** Where an expression stands: `item()` depends on it. */
export interface Place {
  action?: ActionNode;
  /** In the mapping of Query, Select or Table, where `item()` is a row. */
  rows: boolean;
}

/** What is known of the values in a flow that connector calls answer. */
export class ValueShapes {
  private readonly calls = new Map<string, ConnectorCall>();
  private readonly trigger: ConnectorCall | undefined;
  private depth = 0;
  private readonly rows = new Map<ActionNode, Origin | undefined>();

  constructor(
    private readonly flow: FlowDocument,
    around: Surroundings,
  ) {
    for (const call of connectorCalls(flow, around)) {
      if (call.action) this.calls.set(call.action.key, call);
      else this.trigger = call;
    }
  }

  /** The first step of the call's path that the described answer does not have. */
  miss(tree: Call, place: Place): Miss | undefined {
    const end = walk(tree, this.root(tree, place));
    return end && 'reason' in end ? end : undefined;
  }

  private of(tree: Expression, place: Place): Origin | undefined {
    return tree.kind === 'call' ? follow(tree, this.root(tree, place)) : undefined;
  }

  /** What the call itself gives, before the steps behind it. */
  private root(tree: Call, place: Place): Origin | undefined {
    const name = tree.name.toLowerCase();
    switch (name) {
      case 'body':
      case 'actionbody':
        return this.answerOf(tree, place, bodyOf);
      case 'outputs':
      case 'actionoutputs':
        return this.answerOf(tree, place, (call) => outputsWith(bodyOf(call)));
      case 'triggerbody':
        return this.triggerBody();
      case 'triggeroutputs':
        return outputsWith(this.triggerBody());
      case 'item':
        return this.item(place);
      case 'items':
        return this.items(namedBy(tree, 'items'), place);
      case 'first':
      case 'last':
        return tree.arguments.length === 1 ? elementOf(this.of(tree.arguments[0]!, place)) : undefined;
      case 'coalesce': {
        // A list stays one whatever stands in for it; members of objects may come from the others.
        const first = tree.arguments[0] && this.of(tree.arguments[0], place);
        return first?.shape.kind === 'list' ? first : undefined;
      }
      default:
        return undefined;
    }
  }

  private answerOf(
    tree: Expression,
    place: Place,
    read: (call: ConnectorCall) => Origin | undefined,
  ): Origin | undefined {
    const key = namedBy(tree, 'body', 'actionbody', 'outputs', 'actionoutputs')?.replaceAll(' ', '_').toLowerCase();
    const action = key === undefined ? undefined : this.flow.actionsByKey.get(key);
    if (!action || !sharesIteration(action, place.action)) return undefined;
    if (action.type === 'Query') return bodyOfQuery(this.rowsOf(action), tree);
    const call = this.calls.get(action.key);
    return call && read(call);
  }

  /** The trigger's body, or one element of the batch when it is split. */
  private triggerBody(): Origin | undefined {
    const whole = this.trigger && bodyOf(this.trigger);
    const { splitOn } = this.trigger?.definition ?? {};
    if (!whole || splitOn === undefined) return whole;
    const tree = wholeExpression(splitOn);
    if (tree?.kind !== 'call') return undefined;
    return elementOf(follow(tree, tree.name.toLowerCase() === 'triggerbody' ? whole : outputsWith(whole)));
  }

  private item({ action, rows }: Place): Origin | undefined {
    if (!action) return undefined;
    if (rows) return elementOf(this.rowsOf(action));
    for (const container of containersOf(action)) {
      if (container.type === 'Foreach') return elementOf(this.rowsOf(container));
    }
    return undefined;
  }

  private items(loop: string | undefined, { action }: Place): Origin | undefined {
    if (!action || loop === undefined) return undefined;
    const key = loop.replaceAll(' ', '_').toLowerCase();
    for (const container of containersOf(action)) {
      if (container.key === key && container.type === 'Foreach') return elementOf(this.rowsOf(container));
    }
    return undefined;
  }

  /** The list a Foreach, Query, Select or Table goes through. */
  private rowsOf(action: ActionNode): Origin | undefined {
    if (this.rows.has(action)) return this.rows.get(action);
    if (this.depth >= LONGEST_CHAIN) return undefined;
    // Broken flows may go round in circles; on the way nothing is known.
    this.rows.set(action, undefined);
    const { foreach, inputs } = action.definition;
    const written = action.type === 'Foreach' ? foreach : (inputs as { from?: unknown } | undefined)?.from;
    const tree = wholeExpression(written);
    this.depth += 1;
    const found = tree && this.of(tree, { action, rows: false });
    this.depth -= 1;
    const list = found?.shape.kind === 'list' ? found : undefined;
    this.rows.set(action, list);
    return list;
  }
}

function bodyOf(call: ConnectorCall): Origin | undefined {
  if (!call.operation) return undefined;
  return { shape: call.operation.body, call, extra: FAILURE_MEMBERS };
}

/** `outputs('X')`, of which only the body is described. */
function outputsWith(body: Origin | undefined): Origin | undefined {
  return body && { shape: ANYTHING, call: body.call, body };
}

/** A Query answers the rows it lets through. */
function bodyOfQuery(rows: Origin | undefined, tree: Expression): Origin | undefined {
  return namedBy(tree, 'body', 'actionbody') === undefined ? undefined : rows;
}

function elementOf(list: Origin | undefined): Origin | undefined {
  return list?.shape.item && { shape: list.shape.item, call: list.call };
}

/** Outside its loop, an action's outputs are a list over the iterations. */
function sharesIteration(action: ActionNode, user: ActionNode | undefined): boolean {
  const around = new Set(user ? containersOf(user) : []);
  for (const container of containersOf(action))
    if (container.type === 'Foreach' && !around.has(container)) return false;
  return true;
}

/** The end of the call's path from a value; a miss where a step finds nothing, undefined where nothing is described. */
function walk({ path }: Call, start: Origin | undefined): Origin | Miss | undefined {
  let at: Origin | Miss | undefined = start;
  for (const { key } of path) {
    if (!at || 'reason' in at) return at;
    at = key.kind === 'literal' ? step(at, key.value) : undefined;
  }
  return at;
}

function follow(tree: Call, start: Origin | undefined): Origin | undefined {
  const end = walk(tree, start);
  return end && 'reason' in end ? undefined : end;
}

function step(at: Origin, key: unknown): Origin | Miss | undefined {
  if (typeof key === 'number') return elementOf(at);
  if (typeof key !== 'string') return undefined;
  let current: Origin = at;
  // The key as it stands, else as a path.
  for (const name of at.shape.members.has(key) ? [key] : key.split('/')) {
    const next = memberOf(current, name);
    if (!next || 'reason' in next) return next;
    current = next;
  }
  return current;
}

function memberOf(at: Origin, name: string): Origin | Miss | undefined {
  const { shape, call, body, extra } = at;
  if (body && name === 'body') return body;
  if (extra?.has(name) || name.startsWith(ANNOTATION) || NEWER_MEMBERS[call.operationId]?.includes(name))
    return undefined;
  const found = shape.members.get(name);
  if (found) return { shape: found, call };
  if (shape.open) return undefined;
  if (shape.kind === 'list' && /^\d+$/.test(name)) return elementOf(at);
  const reason = shape.kind === 'object' ? 'unknown' : shape.kind;
  return { name, reason, known: [...shape.members.keys()], call };
}
