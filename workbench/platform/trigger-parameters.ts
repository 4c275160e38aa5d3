import type { ExpressionContext } from '../../flows/expressions/context';
import { ExpressionError } from '../../flows/expressions/expression-error';
import { compileTemplate, evaluateTemplate } from '../../flows/expressions/template';
import type { Flow } from '../flow-engine/flow';
import { parameterValue } from '../flow-engine/parameter-value';
import type { RunHost } from '../flow-engine/run-host';

/**
 * A part of a trigger with its expressions resolved, such as its parameters or its recurrence; before anything has
 * happened, these can only see the flow's parameters.
 * @throws {ExpressionError} when an expression asks for anything else
 */
export function resolveTriggerSetting(
  flow: Flow,
  host: Pick<RunHost, 'clock' | 'random' | 'parameters'>,
  written: unknown,
): unknown {
  const nothing = (): never => {
    throw new ExpressionError(`The trigger '${flow.trigger.name}' may use parameters only.`);
  };
  const context: ExpressionContext = {
    now: () => host.clock.now(),
    random: host.random,
    parameter: (name) => parameterValue(flow, name, host.parameters),
    variable: nothing,
    triggerOutputs: nothing,
    trigger: nothing,
    workflow: nothing,
    action: nothing,
    outputsOf: nothing,
    result: nothing,
    item: nothing,
    items: nothing,
    iterationIndex: nothing,
  };
  return evaluateTemplate(compileTemplate(written), context);
}
