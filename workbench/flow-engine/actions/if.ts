import { ACTION_FAILED, runBlock } from '../run/run-block';
import { skipBlock } from './branches';
import { type ActionCompiler } from './compiled-action';
import { compileCondition } from './condition';

/** If (Condition): runs one branch; the other one's actions are skipped. */
export const compileIf: ActionCompiler = (reader) => {
  const condition = compileCondition(reader);
  const yes = reader.block(reader.loops, 'actions');
  const no = reader.block(reader.loops, 'else', 'actions');
  return {
    blocks: [yes, no],
    execute: async (scope) => {
      const expressionResult = condition(scope.frame.context);
      skipBlock(expressionResult ? no : yes, scope);
      const status = await runBlock(expressionResult ? yes : no, scope);
      const inputs = { expressionResult };
      return status === 'Failed' ? { status, inputs, error: ACTION_FAILED } : { status, inputs };
    },
  };
};
