import { ExpressionError } from '../../../flows/expressions/expression-error';
import { evaluateTemplate } from '../../../flows/expressions/template';
import { isFlowObject, typeName } from '../../../flows/expressions/value-types';
import { type ActionReader } from '../plan/flow-compiler';
import { type RunOutcome } from '../run/run-action';
import { ACTION_FAILED, runBlock } from '../run/run-block';
import { type Frame } from '../run/scope';
import { type ActionCompiler } from './compiled-action';

const MOST_PARALLEL = 50;

/**
 * Foreach: every item in turn, or several at a time when the concurrency setting says so. All iterations run even when
 * one fails; then the loop is Failed.
 */
export const compileForeach: ActionCompiler = (reader) => {
  const items = reader.template('foreach');
  const key = reader.name.toLowerCase();
  const block = reader.block([...reader.loops, key], 'actions');
  const parallel = repetitions(reader);
  return {
    blocks: [block],
    execute: async (scope): Promise<RunOutcome> => {
      const { run, frame } = scope;
      const list = evaluateTemplate(items, frame.context);
      if (!Array.isArray(list)) {
        throw new ExpressionError(`A loop needs an array, but 'foreach' is of type '${typeName(list)}'.`);
      }
      const iterations: Frame[] = [];
      let next = 0;
      let failed = false;
      const worker = async (): Promise<void> => {
        while (next < list.length) {
          const index = next++;
          const item = list[index] as unknown;
          const position = { loop: key, item, index, hasItem: true };
          const inside = run.frame([...frame.repetition, index], frame, position);
          iterations[index] = inside;
          if ((await runBlock(block, { ...scope, frame: inside })) === 'Failed') failed = true;
        }
      };
      await Promise.all(Array.from({ length: Math.min(parallel, list.length) }, worker));
      const inputs = { foreachItemsCount: list.length };
      return failed
        ? { status: 'Failed', inputs, error: ACTION_FAILED, iterations }
        : { status: 'Succeeded', inputs, iterations };
    },
  };
};

/** Cloud flows run iterations one at a time unless `concurrency.repetitions` is set (documented). */
function repetitions(reader: ActionReader): number {
  if (reader.definition.operationOptions === 'Sequential') return 1;
  const settings = reader.definition.runtimeConfiguration;
  const concurrency = isFlowObject(settings) ? settings.concurrency : undefined;
  const written = isFlowObject(concurrency) ? concurrency.repetitions : undefined;
  if (written === undefined) return 1;
  const count = Number(written);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_PARALLEL) return count;
  reader.problem(`repetitions must be 1 to ${MOST_PARALLEL}.`, 'runtimeConfiguration', 'concurrency', 'repetitions');
  return 1;
}
