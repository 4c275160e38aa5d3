import { type ActionView, type ExpressionContext } from '../context';
import { define } from '../function-table';
import { selectProperty } from '../property-path';
import { isFlowObject, wantText } from '../value-types';

/** Maker-facing names have blanks where the definition's keys have underscores. */
const key = (owner: string, value: unknown): string => wantText(owner, value).replaceAll(' ', '_');

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
  define('outputs', 1, ([name], context) => context.outputsOf(key('outputs', name)) ?? null),
  define('actionOutputs', 1, ([name], context) => context.outputsOf(key('actionOutputs', name)) ?? null),
  define('body', 1, ([name], context) => bodiesOf(context.outputsOf(key('body', name)))),
  define('actionBody', 1, ([name], context) => bodiesOf(context.outputsOf(key('actionBody', name)))),
  define('actions', 1, ([name], context) => describe(context.action(key('actions', name)))),
  define('result', 1, ([name], context) => context.result(key('result', name))),
  define('trigger', 0, (_, context) => context.trigger()),
  define('triggerOutputs', 0, (_, context) => context.triggerOutputs()),
  define('triggerBody', 0, (_, context) => triggerBody(context)),
  define('parameters', 1, ([name], context) => context.parameter(wantText('parameters', name))),
  define('variables', 1, ([name], context) => context.variable(wantText('variables', name)) ?? null),
  define('item', 0, (_, context) => context.item() ?? null),
  define('items', 1, ([loop], context) => context.items(key('items', loop)) ?? null),
  define('iterationIndexes', 1, ([loop], context) => context.iterationIndex(key('iterationIndexes', loop))),
  define('workflow', 0, (_, context) => context.workflow()),
  define('guid', [0, 1], (_, context) => randomGuid(context)),
];

/** A version 4 GUID from the run's own random numbers, so that a seeded run gives the same ones. */
function randomGuid(context: ExpressionContext): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(context.random() * 16).toString(16));
  hex[12] = '4';
  hex[16] = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  const text = hex.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}
