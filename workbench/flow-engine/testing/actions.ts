import { after, compose, initialize } from './flow-builder';

type Json = Record<string, unknown>;
type Action = Json & { type: string };
type Actions = Record<string, Action>;

/** Every status a predecessor can end with. */
export const ALWAYS = ['Succeeded', 'Failed', 'Skipped', 'TimedOut'];

/** Runs actions one after the other, each after the success of the one before. */
export function chain(actions: Actions): Actions {
  const names = Object.keys(actions);
  return Object.fromEntries(
    names.map((name, i) => [
      name,
      i === 0 ? actions[name]! : after(actions[name]!, { [names[i - 1]!]: ['Succeeded'] }),
    ]),
  );
}

export const ifTrue = (expression: unknown, actions: Actions, otherwise?: Actions): Action => ({
  type: 'If',
  expression,
  actions,
  ...(otherwise ? { else: { actions: otherwise } } : {}),
});

/** @param cases actions by the value they are taken for */
export const switchOn = (expression: unknown, cases: [unknown, Actions][], fallback?: Actions): Action => ({
  type: 'Switch',
  expression,
  cases: Object.fromEntries(cases.map(([value, actions], index) => [`Case_${index}`, { case: value, actions }])),
  ...(fallback ? { default: { actions: fallback } } : {}),
});

export const until = (expression: unknown, actions: Actions, limit: Json = { count: 5, timeout: 'PT1H' }): Action => ({
  type: 'Until',
  expression,
  limit,
  actions,
});

export const terminate = (runStatus: string, runError?: Json): Action => ({
  type: 'Terminate',
  inputs: { runStatus, ...(runError ? { runError } : {}) },
});

export const respond = (statusCode: unknown, body: unknown = null): Action => ({
  type: 'Response',
  kind: 'Http',
  inputs: { statusCode, body },
});

/** The action with a time limit. */
export const within = (timeout: string, action: Action): Action => ({ ...action, limit: { timeout } });

/** A counter, its step and its value. */
export const count = (): Action => initialize('n', 'integer', 0);
export const increment = (): Action => ({ type: 'IncrementVariable', inputs: { name: 'n', value: 1 } });
export const counted = (): Action => compose("@variables('n')");
