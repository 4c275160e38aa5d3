import { evaluateTemplate } from '../../../flows/expressions/template';
import { typeName } from '../../../flows/expressions/value-types';
import { ActionError } from '../plan/action-error';
import { type ActionReader } from '../plan/flow-compiler';
import { hasOption, integerSetting, type Setting } from '../plan/settings';
import { type RunOutcome } from '../run/run-action';
import { ACTION_FAILED, runBlock } from '../run/run-block';
import { type Frame } from '../run/scope';
import { type ActionCompiler } from './compiled-action';

const MOST_PARALLEL = 50;
/** Items of one loop the platform takes (documented; 5,000 in the low licence profile). */
const MOST_ITEMS = 100_000;
/** The code of a loop that is given something else than an array, seen in run histories. */
const NO_ARRAY = 'ExpressionEvaluationFailed';
/** The code of a loop over more items than that. Unconfirmed. */
const TOO_MANY_ITEMS = 'ForeachItemsLimitExceeded';

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
        throw new ActionError(NO_ARRAY, `A loop needs an array, but 'foreach' is of type '${typeName(list)}'.`);
      }
      if (list.length > MOST_ITEMS) {
        throw new ActionError(
          TOO_MANY_ITEMS,
          `A loop takes ${MOST_ITEMS} items at most, and these are ${list.length}.`,
        );
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
      await Promise.all(Array.from({ length: Math.min(parallel(frame.context), list.length) }, worker));
      const inputs = { foreachItemsCount: list.length };
      return failed
        ? { status: 'Failed', inputs, error: ACTION_FAILED, iterations }
        : { status: 'Succeeded', inputs, iterations };
    },
  };
};

/** Cloud flows run iterations one at a time unless `concurrency.repetitions` is set (documented). */
function repetitions(reader: ActionReader): Setting<number> {
  if (hasOption(reader.definition, 'Sequential')) return () => 1;
  const bounds = { what: 'number of parallel iterations', least: 1, most: MOST_PARALLEL };
  return integerSetting(reader, bounds, 1, 'runtimeConfiguration', 'concurrency', 'repetitions');
}
