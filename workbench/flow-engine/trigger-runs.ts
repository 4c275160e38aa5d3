import { type ExpressionContext } from '../../flows/expressions/context';
import { ExpressionError } from '../../flows/expressions/expression-error';
import { evaluateTemplate } from '../../flows/expressions/template';
import { typeName } from '../../flows/expressions/value-types';
import { type Flow } from './flow';
import { type RunHost, type RunTrigger } from './run-host';

type TriggerOutputs = RunTrigger['outputs'];

/**
 * What a trigger's answer starts: with `splitOn` one run per item, whose body is that item; then only those for which
 * every condition is true.
 * @param flow the flow whose trigger answered
 * @param outputs the answer: `{ headers, body }`
 * @returns the outputs each run starts with; none when the conditions keep all of them back
 * @throws {ExpressionError} when `splitOn` gives no array or a condition is neither true nor false
 */
export function triggerRuns(
  flow: Flow,
  outputs: TriggerOutputs,
  host: Pick<RunHost, 'clock' | 'random' | 'parameters'>,
): TriggerOutputs[] {
  const { splitOn, conditions } = flow.trigger;
  let candidates = [outputs];
  if (splitOn) {
    const items = evaluateTemplate(splitOn, triggerContext(flow, outputs, host));
    if (!Array.isArray(items)) {
      throw new ExpressionError(`'splitOn' of '${flow.trigger.name}' must give an array, not '${typeName(items)}'.`);
    }
    candidates = items.map((body: unknown) => ({ ...outputs, body }));
  }
  return candidates.filter((candidate) => {
    const context = triggerContext(flow, candidate, host);
    return conditions.every((condition) => {
      const met = evaluateTemplate(condition, context);
      if (typeof met === 'boolean') return met;
      throw new ExpressionError(`A condition of '${flow.trigger.name}' must be true or false, not '${typeName(met)}'.`);
    });
  });
}

/** What a trigger's own expressions can see: no action has run yet. */
function triggerContext(
  flow: Flow,
  outputs: TriggerOutputs,
  host: Pick<RunHost, 'clock' | 'random' | 'parameters'>,
): ExpressionContext {
  const outside = (what: string) => (): never => {
    throw new ExpressionError(`A trigger's expressions cannot use '${what}'.`);
  };
  return {
    now: () => host.clock.now(),
    random: host.random,
    parameter: (name) => {
      const declared = flow.parameters.get(name);
      if (!declared) throw new ExpressionError(`The parameter '${name}' is not declared in the flow.`);
      return (declared.schemaName && host.parameters?.[declared.schemaName]) ?? declared.defaultValue;
    },
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
