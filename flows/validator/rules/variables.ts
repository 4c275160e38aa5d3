import { isFlowObject } from '../../expressions/value-types';
import { type ActionNode, type FlowDocument } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { type Use, userName, usesOf } from '../expression-uses';
import { containersOf, precedenceOf } from '../precedence';
import { type Detail, type Rule } from '../rule';
import { Suggester } from '../suggest';
import { changedVariable, literalType, variableKey, type VariableNode, variablesOf } from '../variables';

/** Rules about variables. */
export const variableRules: Rule[] = [
  {
    code: 'F009',
    severity: 'error',
    title: 'A variable is initialised once, before it is used, and gets only values of its type.',
    *check(flow) {
      const known = new Map<string, VariableNode>();
      for (const variable of variablesOf(flow)) {
        const first = known.get(variableKey(variable.name));
        if (!first) known.set(variableKey(variable.name), variable);
        else yield initialisedTwice(variable, first);
        yield* misfit(
          variable,
          variable.definition.value,
          below(variable.pointer, 'value'),
          `'${variable.action.name}'`,
        );
      }
      const suggester = new Suggester([...known.values()].map(({ name }) => name));
      const missing = (name: string, pointer: string, user: string): Detail => ({
        pointer,
        message: `${user} uses the variable '${name}', which is never initialised.`,
        fix: suggester.fix(name, `Initialise '${name}' at the start of the flow.`),
      });
      for (const action of flow.actions) yield* changes(flow, action, known, missing);
      for (const use of usesOf(flow)) {
        if (use.name !== 'variables' || use.argument === undefined) continue;
        const { pointer } = use.site;
        const variable = known.get(variableKey(use.argument));
        const user = use.user ? userName(use) : 'The trigger';
        if (!variable) yield missing(use.argument, pointer, user);
        else yield* tooEarly(flow, variable, pointer, use.user);
        if (variable && use.user && changesFromItself(use, use.user)) yield fromItself(variable, use.user, pointer);
      }
    },
  },
  {
    code: 'F010',
    severity: 'error',
    title: '`InitializeVariable` stands at the top level of the flow.',
    *check(flow) {
      for (const { name, type, pointer, block } of flow.actions) {
        if (type !== 'InitializeVariable' || !block.owner) continue;
        const message = `'${name}' initialises a variable inside of '${block.owner.name}'.`;
        yield { pointer, message, fix: 'Move it to the start of the flow, and set the variable where it stands now.' };
      }
    },
  },
  {
    code: 'F020',
    severity: 'warning',
    title: 'No variable is set inside a Foreach whose iterations run in parallel: they share it.',
    *check(flow) {
      for (const action of flow.actions) {
        if (action.type !== 'SetVariable') continue;
        const loop = containersOf(action).find(isParallel);
        if (!loop) continue;
        const name = changedVariable(action)?.name ?? '';
        yield {
          pointer: action.pointer,
          message: `'${action.name}' sets '${name}' while '${loop.name}' runs its iterations in parallel; each may read another's value.`,
          fix: `Use a Compose instead of the variable, or set the concurrency of '${loop.name}' to 1.`,
        };
      }
    },
  },
];

function initialisedTwice({ name, action, pointer }: VariableNode, first: VariableNode): Detail {
  const message = `'${action.name}' initialises the variable '${name}' again; '${first.action.name}' does it already.`;
  return { pointer, message, fix: 'Set the variable instead, or give it another name.' };
}

/** What a variable of each type may be given. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  string: ['String'],
  integer: ['Integer'],
  float: ['Float', 'Integer'],
  boolean: ['Boolean'],
  array: ['Array'],
  object: ['Object'],
};

function* misfit(variable: VariableNode, value: unknown, pointer: string, user: string): Generator<Detail> {
  const given = literalType(value);
  const fitting = Object.hasOwn(FITTING, variable.type) ? FITTING[variable.type]! : undefined;
  if (given === undefined || !fitting || fitting.includes(given)) return;
  yield {
    pointer,
    message: `${user} gives the variable '${variable.name}' a value of type ${given}, but it is of type ${variable.type}.`,
    fix: `Give it a value of type ${variable.type}, or change the type where '${variable.action.name}' initialises it.`,
    // Exports do set integers to "@{…}"; whether the platform reads such a text as a number is not documented.
    ...(typeof value === 'string' && value.includes('@{') ? { severity: 'warning' } : {}),
  };
}

/** Which types of variables an action can change, and what it adds to them. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  AppendToArrayVariable: ['array'],
  AppendToStringVariable: ['string'],
  IncrementVariable: ['integer', 'float'],
  DecrementVariable: ['integer', 'float'],
};

function* changes(
  flow: FlowDocument,
  action: ActionNode,
  known: ReadonlyMap<string, VariableNode>,
  missing: (name: string, pointer: string, user: string) => Detail,
): Generator<Detail> {
  const change = changedVariable(action);
  if (!change) return;
  const pointer = below(action.pointer, 'inputs', 'name');
  const variable = known.get(variableKey(change.name));
  if (!variable) {
    yield missing(change.name, pointer, `'${action.name}'`);
    return;
  }
  yield* tooEarly(flow, variable, pointer, action);
  const target = Object.hasOwn(TARGETS, action.type) ? TARGETS[action.type]! : undefined;
  if (target && variable.type !== '' && !target.includes(variable.type)) {
    const message = `'${action.name}' is of type ${action.type}, but the variable '${variable.name}' is of type ${variable.type}.`;
    yield { pointer, message, fix: `Use a variable of type ${target.join(' or ')}, or set the variable instead.` };
  } else if (action.type !== 'AppendToArrayVariable' && action.type !== 'AppendToStringVariable') {
    yield* misfit(variable, change.value, below(action.pointer, 'inputs', 'value'), `'${action.name}'`);
  }
}

function* tooEarly(flow: FlowDocument, variable: VariableNode, pointer: string, user?: ActionNode): Generator<Detail> {
  const { name, action: initial } = variable;
  if (!user) {
    const fix = 'Use only triggerOutputs(), triggerBody() and parameters() there.';
    yield { pointer, message: `The trigger uses the variable '${name}', but it runs before every action.`, fix };
    return;
  }
  const { kind } = precedenceOf(flow).relation(initial, user);
  if (kind === 'before' || kind === 'unknown') return;
  yield {
    pointer,
    message: `'${user.name}' uses the variable '${name}', but '${initial.name}' does not certainly initialise it before.`,
    fix: `Let '${initial.name}' run first: initialise variables at the start of the flow.`,
  };
}

function changesFromItself({ argument, site }: Use, user: ActionNode): boolean {
  const change = changedVariable(user);
  return (
    change !== undefined &&
    variableKey(change.name) === variableKey(argument!) &&
    site.pointer.startsWith(below(user.pointer, 'inputs', 'value'))
  );
}

/** That the platform refuses a SetVariable of this kind is known; of the actions that append or count it is not. */
function fromItself({ name }: VariableNode, user: ActionNode, pointer: string): Detail {
  const fix = 'Compute the value in a Compose before it, and use its output here.';
  if (user.type === 'SetVariable') {
    return { pointer, message: `'${user.name}' sets '${name}' from its own value, which the platform refuses.`, fix };
  }
  const message = `'${user.name}' is of type ${user.type} and uses the very variable it changes, '${name}'; the platform refuses that of SetVariable, and probably here too.`;
  return { pointer, message, fix, severity: 'warning' };
}

function isParallel({ type, definition }: ActionNode): boolean {
  const configuration = isFlowObject(definition.runtimeConfiguration) ? definition.runtimeConfiguration : {};
  const concurrency = isFlowObject(configuration.concurrency) ? configuration.concurrency : {};
  return type === 'Foreach' && Number(concurrency.repetitions) > 1;
}
