import { isFlowObject } from '../../expressions/value-types';
import { type JsonObject } from '../../file/flow-document';
import { parseDuration } from '../../file/duration';
import { below } from '../../file/json-pointer';
import { type Detail, type Rule } from '../rule';

/** Bounds of the time between two tries in milliseconds: PT5S and P1D (documented). */
const SHORTEST = 5_000;
const LONGEST = 86_400_000;

/** Rules about retry policies; their counts are a matter of the file's form. */
export const retryPolicyRules: Rule[] = [
  {
    code: 'F047',
    severity: 'error',
    title: 'A retry policy waits at least PT5S and at most P1D, and its minimum is no longer than its maximum.',
    *check({ trigger, actions }) {
      for (const { name, pointer, definition } of trigger ? [trigger, ...actions] : actions) {
        const policy = isFlowObject(definition.inputs) ? definition.inputs.retryPolicy : undefined;
        if (isFlowObject(policy) && hasIntervals(policy))
          yield* intervals(name, policy, below(pointer, 'inputs', 'retryPolicy'));
      }
    },
  },
];

function hasIntervals({ type }: JsonObject): boolean {
  return typeof type === 'string' && /^(fixed|exponential)$/i.test(type);
}

function* intervals(name: string, policy: JsonObject, pointer: string): Generator<Detail> {
  const interval = milliseconds(policy.interval);
  if (interval !== undefined && (interval < SHORTEST || interval > LONGEST)) {
    yield {
      pointer: below(pointer, 'interval'),
      message: `The retry policy of '${name}' waits ${String(policy.interval)}, but PT5S to P1D are allowed.`,
      fix: `Write ${interval < SHORTEST ? 'PT5S or more' : 'P1D or less'}.`,
    };
  }
  const { minimumInterval, maximumInterval } = policy;
  const [least, most] = [milliseconds(minimumInterval), milliseconds(maximumInterval)];
  if (least !== undefined && most !== undefined && least > most) {
    yield {
      pointer: below(pointer, 'minimumInterval'),
      message: `The retry policy of '${name}' waits at least ${String(minimumInterval)}, but at most ${String(maximumInterval)}.`,
      fix: 'Make minimumInterval the shorter one of the two.',
    };
  }
}

/** Undefined for an expression and for what is no duration. */
function milliseconds(written: unknown): number | undefined {
  if (typeof written !== 'string') return undefined;
  // Years and months, whose length varies, are longer than any bound.
  return /^P0*[1-9]\d*[YM]/.test(written) ? Infinity : parseDuration(written);
}
