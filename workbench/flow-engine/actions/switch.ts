import { evaluateTemplate, type Template } from '../../../flows/expressions/template';
import { typeName } from '../../../flows/expressions/value-types';
import { sameValue } from '../../../flows/expressions/same-value';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type BlockPlan } from '../plan/action-plan';
import { ACTION_FAILED, runBlock } from '../run/run-block';
import { skipBlock } from './branches';
import { type ActionCompiler } from './compiled-action';

interface Case {
  value: Template;
  block: BlockPlan;
}

/** Switch: runs the first case equal in type and value, else the default. */
export const compileSwitch: ActionCompiler = (reader) => {
  const expression = reader.template('expression');
  const written = isFlowObject(reader.definition.cases) ? reader.definition.cases : {};
  const cases = Object.keys(written).map((name): Case => {
    const value = reader.template('cases', name, 'case');
    return { value, block: reader.block(reader.loops, 'cases', name, 'actions') };
  });
  const fallback = reader.block(reader.loops, 'default', 'actions');
  const blocks = [...cases.map((each) => each.block), fallback];
  return {
    blocks,
    execute: async (scope) => {
      const expressionResult = evaluateTemplate(expression, scope.frame.context);
      const matches = ({ value }: Case): boolean => {
        const wanted = evaluateTemplate(value, scope.frame.context);
        return typeName(wanted) === typeName(expressionResult) && sameValue(wanted, expressionResult);
      };
      const taken = cases.find(matches)?.block ?? fallback;
      for (const block of blocks) if (block !== taken) skipBlock(block, scope);
      const status = await runBlock(taken, scope);
      const inputs = { expressionResult };
      return status === 'Failed' ? { status, inputs, error: ACTION_FAILED } : { status, inputs };
    },
  };
};
