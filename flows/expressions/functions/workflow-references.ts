import { type ActionView, type ExpressionContext } from '../context';
import { ExpressionError } from '../expression-error';
import { define } from '../function-table';
import { selectProperty } from '../property-path';
import { isFlowObject, wantText } from '../value-types';

/** Maker-facing names have blanks where the definition's keys have underscores. */
export const actionKey = (owner: string, value: unknown): string => wantText(owner, value).replaceAll(' ', '_');

function bodyOf(outputs: unknown): unknown {
  return isFlowObject(outputs) ? (outputs.body ?? null) : null;
}

function bodiesOf(outputs: unknown): unknown {
  return Array.isArray(outputs) ? outputs.map(bodyOf) : bodyOf(outputs);
}

/** An action's outcome as `actions('X')` shows it. */
function describe(view: ActionView): Record<string, unknown> {
  return {
    name: view.name,
    startTime: view.startTime,
    endTime: view.endTime ?? null,
    trackingId: view.trackingId,
    code: view.code ?? null,
    status: view.status,
    inputs: view.inputs ?? null,
    outputs: view.outputs ?? null,
    ...(view.error ? { error: view.error } : {}),
  };
}

const triggerBody = (context: ExpressionContext): unknown => selectProperty(context.triggerOutputs(), 'body', true);

export const workflowFunctions = [
  define('outputs', 'text', ([name], context) => context.outputsOf(actionKey('outputs', name)) ?? null),
  define('actionOutputs', 'text', ([name], context) => context.outputsOf(actionKey('actionOutputs', name)) ?? null),
  define('body', 'text', ([name], context) => bodiesOf(context.outputsOf(actionKey('body', name)))),
  define('actionBody', 'text', ([name], context) => bodiesOf(context.outputsOf(actionKey('actionBody', name)))),
  define('actions', 'text', ([name], context) => describe(context.action(actionKey('actions', name)))),
  define('result', 'text', ([name], context) => context.result(actionKey('result', name))),
  define('trigger', '', (_, context) => context.trigger()),
  define('triggerOutputs', '', (_, context) => context.triggerOutputs()),
  define('triggerBody', '', (_, context) => triggerBody(context)),
  define('parameters', 'text', ([name], context) => context.parameter(wantText('parameters', name))),
  define('variables', 'text', ([name], context) => context.variable(wantText('variables', name)) ?? null),
  define('item', '', (_, context) => context.item() ?? null),
  define('items', 'text', ([loop], context) => context.items(actionKey('items', loop)) ?? null),
  define('iterationIndexes', 'text', ([loop], context) => context.iterationIndex(actionKey('iterationIndexes', loop))),
  define('workflow', '', (_, context) => context.workflow()),
  define('action', '', () => {
    throw new ExpressionError("'action' is not supported: name the action whose outcome is wanted, actions('…').");
  }),
  define('listCallbackUrl', '', () => {
    throw new ExpressionError("'listCallbackUrl' is not supported: runs here have no address the platform could call.");
  }),
];
