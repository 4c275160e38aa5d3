import { parameterAt } from '../../expressions/function-table';
import { findFunction } from '../../expressions/functions/all-functions';
import { isFlowNumber } from '../../expressions/numbers';
import { literalProblem } from '../../expressions/parameter-kinds';
import { type Literal } from '../../expressions/syntax';
import { isFlowObject } from '../../expressions/value-types';
import { type FlowDocument, type JsonObject } from '../../file/flow-document';
import { COMPARISONS } from '../../file/condition-operators';
import { below } from '../../file/json-pointer';
import { certainType, typeInWords } from '../literal';
import { type Detail, type Rule } from '../rule';
import { Suggester } from '../suggest';

const OPERATORS = ['and', 'or', 'not', ...COMPARISONS];

/** Something that decides what a flow does, where it stands. */
interface Condition {
  written: unknown;
  pointer: string;
  /** Whose it is, as messages name it. */
  owner: string;
}

/** Rules about conditions. */
export const conditionRules: Rule[] = [
  {
    code: 'F044',
    severity: 'error',
    title:
      'A condition is an expression or an object with one operator and its operands, and can be true or false: of an If, an Until, a Query, a trigger.',
    *check(flow) {
      const suggester = new Suggester(OPERATORS);
      for (const condition of expressionsAsked(flow)) yield* neverTrueOrFalse(condition);
      for (const { type, name, pointer, definition } of flow.actions) {
        if (type !== 'If' && type !== 'Until') continue;
        const condition = { pointer: below(pointer, 'expression'), owner: `'${name}'` };
        const { expression } = definition;
        if (isFlowObject(expression)) yield* operator({ ...condition, written: expression }, expression, suggester);
        else if (typeof expression === 'string') yield* neverTrueOrFalse({ ...condition, written: expression });
      }
    },
  },
];

/** Conditions that are one expression each. */
function* expressionsAsked({ trigger, actions }: FlowDocument): Generator<Condition> {
  const asked: unknown = trigger?.definition.conditions;
  for (const [index, each] of (Array.isArray(asked) ? (asked as unknown[]) : []).entries()) {
    if (!isFlowObject(each) || typeof each.expression !== 'string') continue;
    const pointer = below(trigger!.pointer, 'conditions', index, 'expression');
    yield { written: each.expression, pointer, owner: 'the trigger' };
  }
  for (const { type, name, pointer, definition } of actions) {
    if (type !== 'Query' || !isFlowObject(definition.inputs) || definition.inputs.where === undefined) continue;
    yield { written: definition.inputs.where, pointer: below(pointer, 'inputs', 'where'), owner: `'${name}'` };
  }
}

function* neverTrueOrFalse({ written, pointer, owner }: Condition): Generator<Detail> {
  const type = certainType(written);
  if (type === undefined || type === 'Boolean') return;
  yield {
    pointer,
    message: `The condition of ${owner} is ${typeInWords(type)}, which is neither true nor false.`,
    fix: "Write an expression that gives true or false and starts with @, such as @equals(…, '…').",
  };
}

/** A part of a condition object: another object, or a value that is true or false. */
function* part(condition: Condition, suggester: Suggester): Generator<Detail> {
  if (isFlowObject(condition.written)) yield* operator(condition, condition.written, suggester);
  else yield* neverTrueOrFalse(condition);
}

function* operator(condition: Condition, written: JsonObject, suggester: Suggester): Generator<Detail> {
  const { pointer, owner } = condition;
  const names = Object.keys(written);
  if (names.length !== 1) {
    const found = names.length === 0 ? 'no operator' : `the operators ${names.map((name) => `'${name}'`).join(', ')}`;
    yield {
      pointer,
      message: `The condition of ${owner} has ${found} in one object; one is wanted.`,
      fix: 'Write one operator into each object, and join several objects with "and" or "or".',
    };
    return;
  }
  const [name] = names as [string];
  const operands = written[name];
  const place = below(pointer, name);
  if (name === 'not') yield* part({ written: operands, pointer: place, owner }, suggester);
  else if (name === 'and' || name === 'or') {
    if (!Array.isArray(operands)) {
      yield {
        pointer: place,
        message: `'${name}' in the condition of ${owner} has no list of conditions.`,
        fix: `Write "${name}": [ … ] with the conditions in the list.`,
      };
      return;
    }
    if (operands.length === 0) {
      yield {
        pointer: place,
        message: `'${name}' in the condition of ${owner} has an empty list, so it is always the same.`,
        fix: 'Write the conditions into the list, or remove the operator.',
        // What the platform makes of it is not documented.
        severity: 'warning',
      };
    }
    for (const [index, each] of (operands as unknown[]).entries()) {
      yield* part({ written: each, pointer: below(place, index), owner }, suggester);
    }
  } else if (!COMPARISONS.includes(name)) {
    yield {
      pointer: place,
      message: `The condition of ${owner} has the operator '${name}', which the platform does not know.`,
      fix: suggester.fix(name, `Write one of ${OPERATORS.join(', ')}, or one expression for the whole condition.`),
    };
  } else if (!Array.isArray(operands) || operands.length !== 2) {
    const given = Array.isArray(operands)
      ? `a list of ${operands.length}`
      : typeInWords(certainType(operands) ?? 'String');
    yield {
      pointer: place,
      message: `'${name}' in the condition of ${owner} compares two operands, but has ${given}.`,
      fix: `Write "${name}": [ …, … ] with two operands.`,
    };
  } else yield* unfitOperands(name, operands, place, owner);
}

/** Written operands the function of the operator's name does not take, such as a text that starts with a number. */
function* unfitOperands(name: string, operands: unknown[], pointer: string, owner: string): Generator<Detail> {
  const compared = findFunction(name)!;
  for (const [index, operand] of operands.entries()) {
    if (!isPlain(operand) || certainType(operand) === undefined) continue;
    const problem = literalProblem(parameterAt(compared, index)!.kinds, operand);
    if (problem === undefined) continue;
    yield {
      pointer: below(pointer, index),
      message: `'${name}' in the condition of ${owner}, operand ${index + 1}: ${problem}`,
      fix: 'Write an operand the operator takes, or an expression that gives one.',
    };
  }
}

function isPlain(value: unknown): value is Literal['value'] {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || isFlowNumber(value);
}
