import { type ActionExecutor, type BlockPlan } from '../plan/action-plan';
import { type ActionReader } from '../plan/flow-compiler';

/** What compiling an action of some type gives. */
export interface CompiledAction {
  execute: ActionExecutor;
  /** Blocks inside a container. */
  blocks?: BlockPlan[];
}

export type ActionCompiler = (reader: ActionReader) => CompiledAction;
