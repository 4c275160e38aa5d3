import { ExpressionError } from '../../../flows/expressions/expression-error';
import { evaluateTemplate } from '../../../flows/expressions/template';
import { type RunOutcome } from '../run/run-action';
import { ACTION_FAILED, runBlock } from '../run/run-block';
import { type Frame } from '../run/scope';
import { type ActionCompiler } from './compiled-action';
import { compileCondition } from './condition';

const DEFAULT_COUNT = 60;
const DEFAULT_TIMEOUT_MS = 3_600_000;
/** The option that makes a reached limit a failure; without it the loop just ends. Unconfirmed. */
const FAIL_AT_LIMIT = 'FailWhenLimitsReached';

/**
 * Until: the body, then the test, until the test is true or a limit is reached. Limits are looked at between passes; a
 * pass under way is not stopped (documented). A failed pass fails the loop.
 */
export const compileUntil: ActionCompiler = (reader) => {
  const key = reader.name.toLowerCase();
  const done = compileCondition(reader);
  const block = reader.block([...reader.loops, key], 'actions');
  const count = reader.has('limit', 'count') ? reader.template('limit', 'count') : undefined;
  const timeoutMs = reader.duration(DEFAULT_TIMEOUT_MS, 'limit', 'timeout');
  const failAtLimit = String(reader.definition.operationOptions ?? '').includes(FAIL_AT_LIMIT);
  return {
    blocks: [block],
    execute: async (scope): Promise<RunOutcome> => {
      const { run, frame } = scope;
      const { clock } = run.host;
      const limit = count ? wantLimit(evaluateTemplate(count, frame.context)) : DEFAULT_COUNT;
      const deadline = clock.now().getTime() + timeoutMs;
      const iterations: Frame[] = [];
      for (let index = 0; ; index += 1) {
        const position = { loop: key, item: null, index, hasItem: false };
        const inside = run.frame([...frame.repetition, index], frame, position);
        iterations.push(inside);
        const inputs = { iterationCount: index + 1 };
        if ((await runBlock(block, { ...scope, frame: inside })) === 'Failed') {
          return { status: 'Failed', inputs, error: ACTION_FAILED, iterations };
        }
        if (done(inside.context)) return { status: 'Succeeded', inputs, iterations };
        if (index + 1 < limit && clock.now().getTime() < deadline) continue;
        if (!failAtLimit) return { status: 'Succeeded', inputs, iterations };
        const message = `The loop reached its limit after ${index + 1} pass(es).`;
        return { status: 'Failed', inputs, error: { code: 'UntilLimitReached', message }, iterations };
      }
    },
  };
};

function wantLimit(value: unknown): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1) return limit;
  throw new ExpressionError('The limit of passes must be an integer of 1 or more.');
}
