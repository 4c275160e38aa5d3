import { durationSetting, hasOption, integerSetting } from '../plan/settings';
import { type RunOutcome } from '../run/run-action';
import { ACTION_FAILED, runBlock } from '../run/run-block';
import { type Frame } from '../run/scope';
import { type ActionCompiler } from './compiled-action';
import { compileCondition } from './condition';

const DEFAULT_COUNT = 60;
/** The platform's limit of passes (documented). */
const MOST_PASSES = 5000;
const DEFAULT_TIMEOUT_MS = 3_600_000;
/** The option that makes a reached limit a failure; without it the loop just ends (documented). */
const FAIL_AT_LIMIT = 'FailWhenLimitsReached';
/** The code of that failure. Unconfirmed. */
const LIMIT_REACHED = 'UntilLimitReached';
/**
 * A failed pass ends the loop as Failed. The platform's documentation of loops has it go on instead and lets the last
 * pass decide. Unconfirmed.
 */
const FAILED_PASS_ENDS_LOOP: boolean = true;

/**
 * Until: the body, then the test, until the test is true or a limit is reached. Limits are looked at between passes; a
 * pass under way is not stopped (documented). A failed pass fails the loop.
 */
export const compileUntil: ActionCompiler = (reader) => {
  const key = reader.name.toLowerCase();
  const done = compileCondition(reader);
  const block = reader.block([...reader.loops, key], 'actions');
  const bounds = { what: 'limit of passes', least: 1, most: MOST_PASSES };
  const count = integerSetting(reader, bounds, DEFAULT_COUNT, 'limit', 'count');
  const timeout = durationSetting(reader, DEFAULT_TIMEOUT_MS, 'limit', 'timeout');
  const failAtLimit = hasOption(reader.definition, FAIL_AT_LIMIT);
  return {
    blocks: [block],
    execute: async (scope): Promise<RunOutcome> => {
      const { run, frame } = scope;
      const { clock } = run.host;
      const limit = count(frame.context);
      const deadline = clock.now().getTime() + timeout(frame.context);
      const iterations: Frame[] = [];
      for (let index = 0; ; index += 1) {
        const position = { loop: key, item: null, index, hasItem: false };
        const inside = run.frame([...frame.repetition, index], frame, position);
        iterations.push(inside);
        const inputs = { iterationCount: index + 1 };
        const status = await runBlock(block, { ...scope, frame: inside });
        const ended: RunOutcome = {
          status,
          inputs,
          iterations,
          ...(status === 'Failed' ? { error: ACTION_FAILED } : {}),
        };
        if (status === 'Failed' && FAILED_PASS_ENDS_LOOP) return ended;
        if (done(inside.context)) return ended;
        if (index + 1 < limit && clock.now().getTime() < deadline) continue;
        if (!failAtLimit || status === 'Failed') return ended;
        const message = `The loop reached its limit after ${index + 1} pass(es).`;
        return { ...ended, status: 'Failed', error: { code: LIMIT_REACHED, message } };
      }
    },
  };
};
