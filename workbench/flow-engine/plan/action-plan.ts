import { type ActionStatus, type FlowError, type TryRecord } from '../types';
import { type Scope } from '../run/scope';
import { type Setting } from './settings';

/** How an action ended. */
export interface Outcome {
  status: ActionStatus;
  /** `OK`, an error code, or an HTTP status' name. */
  code?: string;
  inputs?: unknown;
  outputs?: unknown;
  error?: FlowError;
  /** One per request, for actions that retry. */
  tries?: TryRecord[];
}

/** Runs an action. Built-in actions answer at once, so that they cost no turn of the event loop. */
export type ActionExecutor = (scope: Scope) => Outcome | Promise<Outcome>;

export interface Predecessor {
  /** Index in the block. */
  index: number;
  statuses: ReadonlySet<ActionStatus>;
}

export interface ActionPlan {
  name: string;
  /** The name in lower case. */
  key: string;
  type: string;
  /** JSON pointer in the flow's file. */
  pointer: string;
  runAfter: Predecessor[];
  /** Keys of the loops around it, outermost first. */
  loops: string[];
  /** Names of the containers around it, outermost first. */
  parents: string[];
  /** `limit.timeout` in milliseconds. */
  timeout?: Setting<number>;
  /** Hidden in records, by setting or because it uses what is hidden. */
  hideInputs: boolean;
  hideOutputs: boolean;
  execute: ActionExecutor;
  /** Blocks inside a container. */
  blocks: BlockPlan[];
}

/** Actions that run by each other's outcome: the flow's own, or those of a branch, scope or loop. */
export interface BlockPlan {
  actions: ActionPlan[];
  /** Per action the indexes of those that wait for it. */
  successors: number[][];
  /** Actions nothing runs after; they decide how the block ends. */
  leaves: number[];
}
