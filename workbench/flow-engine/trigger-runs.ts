import { type ExpressionContext } from '../../flows/expressions/context';
import { ExpressionError } from '../../flows/expressions/expression-error';
import { evaluateTemplate } from '../../flows/expressions/template';
import { typeName } from '../../flows/expressions/value-types';
import { type Flow } from './flow';
import { parameterValue } from './parameter-value';
import { type RunHost, type RunTrigger } from './run-host';
import { type ConditionRecord } from './types';

type TriggerOutputs = RunTrigger['outputs'];
type TriggerHost = Pick<RunHost, 'clock' | 'random' | 'parameters'>;

/** Items of one answer the platform makes runs of (documented; 5,000 in the low licence profile). */
const MOST_ITEMS = 100_000;

/** What one item of a trigger's answer does: it starts a run, or its conditions keep it back. */
export interface TriggerStart {
  outputs: TriggerOutputs;
  /** Skipped: no run. */
  status: 'Succeeded' | 'Skipped';
  /** In the order of the file; those after the first that is not met are not looked at. */
  conditions: ConditionRecord[];
}

/**
 * What a trigger's answer starts: with `splitOn` one run per item, whose body is that item; then only those for which
 * every condition is true.
 * @param flow the flow whose trigger answered
 * @param outputs the answer: `{ headers, body }`
 * @returns the outputs each run starts with; none when the conditions keep all of them back
 * @throws {ExpressionError} when `splitOn` gives no array or a condition is neither true nor false
 */
export function triggerRuns(flow: Flow, outputs: TriggerOutputs, host: TriggerHost): TriggerOutputs[] {
  return triggerStarts(flow, outputs, host).flatMap((start) => (start.status === 'Succeeded' ? [start.outputs] : []));
}

/** Like `triggerRuns`, for a trigger history: says of each item whether it starts a run, and by which conditions. */
export function triggerStarts(flow: Flow, outputs: TriggerOutputs, host: TriggerHost): TriggerStart[] {
  return candidates(flow, outputs, host).map((candidate) => {
    const context = triggerContext(flow, candidate, host);
    const conditions: ConditionRecord[] = [];
    for (const { expression, template } of flow.trigger.conditions) {
      const met = evaluateTemplate(template, context);
      if (typeof met !== 'boolean') {
        const message = `A condition of '${flow.trigger.name}' must be true or false, not '${typeName(met)}'.`;
        throw new ExpressionError(message);
      }
      conditions.push({ expression, met });
      if (!met) return { outputs: candidate, status: 'Skipped', conditions };
    }
    return { outputs: candidate, status: 'Succeeded', conditions };
  });
}

/** The answer, or one per item with `splitOn`; null (no list in the answer) has no items. */
function candidates(flow: Flow, outputs: TriggerOutputs, host: TriggerHost): TriggerOutputs[] {
  const { splitOn, name } = flow.trigger;
  if (!splitOn) return [outputs];
  const items = evaluateTemplate(splitOn, triggerContext(flow, outputs, host));
  if (items === null) return [];
  if (!Array.isArray(items)) {
    throw new ExpressionError(`'splitOn' of '${name}' must give an array, not '${typeName(items)}'.`);
  }
  if (items.length > MOST_ITEMS) {
    throw new ExpressionError(`'splitOn' of '${name}' gives ${items.length} items; ${MOST_ITEMS} is the most.`);
  }
  return items.map((body: unknown) => ({ ...outputs, body }));
}

/** What a trigger's own expressions can see: no action has run yet. */
function triggerContext(flow: Flow, outputs: TriggerOutputs, host: TriggerHost): ExpressionContext {
  const outside = (what: string) => (): never => {
    throw new ExpressionError(`A trigger's expressions cannot use '${what}'.`);
  };
  return {
    now: () => host.clock.now(),
    random: host.random,
    parameter: (name) => parameterValue(flow, name, host.parameters),
    triggerOutputs: () => outputs,
    trigger: () => ({ name: flow.trigger.name, outputs }),
    variable: outside('variables'),
    workflow: outside('workflow'),
    action: outside('actions'),
    outputsOf: outside('outputs'),
    result: outside('result'),
    item: outside('item'),
    items: outside('items'),
    iterationIndex: outside('iterationIndexes'),
  };
}
