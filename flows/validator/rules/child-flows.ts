import { isFlowObject } from '../../expressions/value-types';
import { type ActionNode, type FlowDocument, type JsonObject } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { literalText } from '../literal';
import { type Detail, type Rule } from '../rule';
import { Suggester } from '../suggest';

/** Rules about calls of child flows. They need the other flows of the solution. */
export const childFlowRules: Rule[] = [
  {
    code: 'F015',
    severity: 'error',
    title:
      'A child flow that is called exists in the solution, starts by request and answers; the call gives every input it requires and no unknown one.',
    *check(flow, { flows }) {
      if (!flows) return;
      for (const action of flow.actions) {
        if (action.type !== 'Workflow') continue;
        const id = calledFlow(action);
        const child = id === undefined ? undefined : flows.get(id);
        if (child) yield* checkCall(action, child);
        else if (id !== undefined) yield missingFlow(action, id);
      }
    },
  },
];

/** GUID in lower case of the flow a `Workflow` action calls; undefined when an expression gives it. */
export function calledFlow({ type, definition }: ActionNode): string | undefined {
  if (type !== 'Workflow' || !isFlowObject(definition.inputs) || !isFlowObject(definition.inputs.host))
    return undefined;
  return literalText(definition.inputs.host.workflowReferenceName)?.toLowerCase();
}

function missingFlow({ name, pointer }: ActionNode, id: string): Detail {
  return {
    pointer: below(pointer, 'inputs', 'host', 'workflowReferenceName'),
    message: `'${name}' calls the flow ${id}, which the solution does not have.`,
    fix: 'Add the flow to the solution, or correct the GUID.',
  };
}

function* checkCall(action: ActionNode, child: FlowDocument): Generator<Detail> {
  const pointer = below(action.pointer, 'inputs', 'host', 'workflowReferenceName');
  const called = `'${action.name}' calls '${nameOf(child)}'`;
  const { trigger } = child;
  if (trigger?.type !== 'Request') {
    yield { pointer, message: `${called}, which does not start by request.`, fix: 'Give that flow a manual trigger.' };
    return;
  }
  if (!child.actions.some(({ type }) => type === 'Response')) {
    yield {
      pointer,
      message: `${called}, which never answers, so the call fails with 502.`,
      fix: 'Add a Response action to that flow, on its error path too.',
    };
  }
  yield* checkInputs(action, called, schemaOf(trigger.definition));
}

function schemaOf({ inputs }: JsonObject): JsonObject {
  return isFlowObject(inputs) && isFlowObject(inputs.schema) ? inputs.schema : {};
}

function* checkInputs(action: ActionNode, called: string, schema: JsonObject): Generator<Detail> {
  const inputs = action.definition.inputs as JsonObject;
  const body = inputs.body ?? {};
  // An expression gives the body as a whole.
  if (!isFlowObject(body)) return;
  const pointer = below(action.pointer, 'inputs', ...(inputs.body === undefined ? [] : ['body']));
  const properties = isFlowObject(schema.properties) ? schema.properties : {};
  const shown = (key: string): string => {
    const property = properties[key];
    return isFlowObject(property) && typeof property.title === 'string' ? `'${key}' (${property.title})` : `'${key}'`;
  };
  const required = Array.isArray(schema.required) ? (schema.required as unknown[]) : [];
  for (const key of required) {
    if (typeof key !== 'string' || (Object.hasOwn(body, key) && body[key] !== null)) continue;
    yield {
      pointer,
      message: `${called} without the input ${shown(key)}, which it requires.`,
      fix: `Give ${shown(key)}.`,
    };
  }
  const known = Object.keys(properties);
  if (known.length === 0) return;
  const suggester = new Suggester(known);
  for (const key of Object.keys(body)) {
    if (Object.hasOwn(properties, key)) continue;
    yield {
      pointer: below(pointer, key),
      message: `${called} with the input '${key}', which it does not take.`,
      fix: suggester.fix(key, `Remove it; its inputs are ${known.map(shown).join(', ')}.`),
    };
  }
}

/** The flow by its file's name, as the other messages name actions. */
function nameOf({ file, id }: FlowDocument): string {
  const name = file.split(/[\\/]/).at(-1)!;
  return id === undefined ? name : name.slice(0, name.toLowerCase().indexOf(id)).replace(/[-{]+$/, '') || id;
}
