import { type FlowDocument } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { containersOf } from '../precedence';
import { type Detail, type Rule } from '../rule';

/** Rules about how a flow answers and ends. */
export const answerRules: Rule[] = [
  {
    code: 'F013',
    severity: 'error',
    title:
      '`Terminate` and `Response` do not stand in a loop; a `Response` answers a Request trigger, in the kind the caller expects.',
    *check(flow) {
      for (const action of flow.actions) {
        if (action.type !== 'Terminate' && action.type !== 'Response') continue;
        const loop = containersOf(action).find(({ type }) => type === 'Foreach' || type === 'Until');
        if (loop) {
          yield {
            pointer: action.pointer,
            message: `'${action.name}' is of type ${action.type}, which may not stand in a loop, but '${loop.name}' is around it.`,
            fix: 'Keep the outcome in a variable, and end or answer behind the loop.',
          };
        }
        if (action.type === 'Response') yield* misplaced(flow, action.pointer, action.name, action.definition.kind);
      }
    },
  },
];

/** Which kinds of Response go with which kind of Request trigger, by what exported flows hold. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  Skills: ['Skills'],
  VirtualAgent: ['VirtualAgent'],
  PowerPages: ['PowerPages'],
  Http: ['Http'],
  Button: ['PowerApp', 'Http'],
  PowerApp: ['PowerApp', 'Http'],
  PowerAppV2: ['PowerApp', 'Http'],
};

function* misplaced({ trigger }: FlowDocument, pointer: string, name: string, kind: unknown): Generator<Detail> {
  if (!trigger) return;
  if (trigger.type !== 'Request') {
    yield {
      pointer,
      message: `'${name}' answers a caller, but '${trigger.name}' is of type ${trigger.type} and has none.`,
      fix: 'Remove the Response, or start the flow by a Request trigger.',
    };
    return;
  }
  const fitting = Object.hasOwn(ANSWERS, trigger.kind ?? '') ? ANSWERS[trigger.kind!]! : undefined;
  if (!fitting || typeof kind !== 'string' || fitting.includes(kind)) return;
  yield {
    pointer: below(pointer, 'kind'),
    message: `'${name}' answers in the kind '${kind}', but '${trigger.name}' is of kind '${trigger.kind}'.`,
    fix: `Write ${fitting.map((each) => `'${each}'`).join(' or ')}.`,
  };
}
