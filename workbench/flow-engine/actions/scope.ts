import { ACTION_FAILED, runBlock } from '../run/run-block';
import { type ActionCompiler } from './compiled-action';

/** Scope: groups actions; ends as its leaves do. */
export const compileScope: ActionCompiler = (reader) => {
  const block = reader.block(reader.loops, 'actions');
  return {
    blocks: [block],
    execute: async (scope) => {
      const status = await runBlock(block, scope);
      return status === 'Failed' ? { status, error: ACTION_FAILED } : { status };
    },
  };
};
