import { type ExpressionError } from '../expressions/expression-error';
import { type Expression } from '../expressions/syntax';

export type JsonObject = Record<string, unknown>;

/** Expressions of one string of a definition, or why they cannot be read. */
export interface ExpressionSite {
  /** JSON pointer of the string in the file; of a member's name when the name holds the expression. */
  pointer: string;
  text: string;
  /** The whole string is one expression, so its value keeps its type. */
  whole: boolean;
  trees: Expression[];
  error?: ExpressionError;
}

/** An action as it stands in the file. Nothing about it is checked: every member may be missing or of a wrong type. */
export interface ActionNode {
  name: string;
  /** The name in lower case, as names compare. */
  key: string;
  /** Empty when the action names none. */
  type: string;
  pointer: string;
  definition: JsonObject;
  /** The block the action stands in. */
  block: BlockNode;
  /** Blocks inside a container, in the order of the file. */
  blocks: BlockNode[];
  /** Expressions of the action itself, not of the actions inside it. */
  expressions: ExpressionSite[];
}

/** Actions that run by each other's outcome: the flow's own, or those of a branch, scope or loop. */
export interface BlockNode {
  pointer: string;
  /** The container; undefined for the flow's own actions. */
  owner?: ActionNode;
  /** Which of the container's blocks this is: `actions`, `else`, `default`, or `cases/<name>`. */
  branch: string;
  actions: ActionNode[];
}

export interface ReferenceNode {
  key: string;
  pointer: string;
  definition: JsonObject;
  /** `api.name`, such as `shared_office365`. */
  apiName?: string;
  /** What connectors are known by here: `api.logicalName` of a custom connector, else `api.name`, else the key. */
  connector: string;
  /** The solution's connection reference. */
  logicalName?: string;
}

export interface ParameterNode {
  name: string;
  pointer: string;
  definition: JsonObject;
  /** The environment variable behind it, if any. */
  schemaName?: string;
}

export interface TriggerNode {
  name: string;
  type: string;
  kind?: string;
  pointer: string;
  definition: JsonObject;
  expressions: ExpressionSite[];
}

/** An exported flow, read but not judged. */
export interface FlowDocument {
  /** The file's name as it was given. */
  file: string;
  /** From the file's name, in lower case; undefined when the name has none. */
  id?: string;
  content: JsonObject;
  references: ReadonlyMap<string, ReferenceNode>;
  parameters: ReadonlyMap<string, ParameterNode>;
  /** The first one; a flow with several is a finding. */
  trigger?: TriggerNode;
  root: BlockNode;
  /** Every action, containers before what is inside them. */
  actions: readonly ActionNode[];
  /** By name in lower case; the first of namesakes. */
  actionsByKey: ReadonlyMap<string, ActionNode>;
}

/** The flow's file is no JSON, or no object at all. */
export class UnreadableFlow extends Error {
  override name = 'UnreadableFlow';
}
