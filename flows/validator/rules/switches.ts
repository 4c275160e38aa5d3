import { sameValue } from '../../expressions/same-value';
import { isFlowObject } from '../../expressions/value-types';
import { type ActionNode } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { certainType, typeInWords } from '../literal';
import { type Detail, type Rule } from '../rule';

/** The most cases of a Switch (documented). */
export const MOST_CASES = 25;

/** Rules about Switch. */
export const switchRules: Rule[] = [
  {
    code: 'F042',
    severity: 'error',
    title: 'The cases of a Switch compare with different values.',
    *check({ actions }) {
      for (const action of actions) if (action.type === 'Switch') yield* sameCases(action);
    },
  },
  {
    code: 'F045',
    severity: 'error',
    title: 'A Switch looks at an expression, and its cases are texts, numbers or truth values that this can equal.',
    *check({ actions }) {
      for (const action of actions) {
        if (action.type !== 'Switch') continue;
        yield* constantExpression(action);
        yield* impossibleCases(action);
      }
    },
  },
];

function* sameCases({ name, pointer, definition }: ActionNode): Generator<Detail> {
  const met: { key: string; value: unknown }[] = [];
  for (const [key, branch] of Object.entries(isFlowObject(definition.cases) ? definition.cases : {})) {
    if (!isFlowObject(branch) || branch.case === undefined || met.length > MOST_CASES) continue;
    const first = met.find(({ value }) => sameValue(value, branch.case));
    if (!first) met.push({ key, value: branch.case });
    else {
      yield {
        pointer: below(pointer, 'cases', key, 'case'),
        message: `'${name}' compares with the same value in the cases '${first.key}' and '${key}'; the second never runs.`,
        fix: 'Correct the value of one of them, or remove it.',
      };
    }
  }
}

function* constantExpression({ name, pointer, definition: { expression } }: ActionNode): Generator<Detail> {
  if (expression === undefined || (typeof expression === 'string' && expression.includes('@{'))) return;
  const type = certainType(expression);
  if (type === undefined) return;
  const certain =
    type === 'Object' || type === 'Array' ? `${typeInWords(type)}, which no case can equal` : 'a constant';
  yield {
    pointer: below(pointer, 'expression'),
    message: `'${name}' looks at ${certain}: the same branch runs each time.`,
    fix: "Write the expression to look at; it starts with @, such as @triggerBody()?['…'].",
  };
}

function* impossibleCases({ name, pointer, definition: { cases } }: ActionNode): Generator<Detail> {
  for (const [key, branch] of Object.entries(isFlowObject(cases) ? cases : {})) {
    if (!isFlowObject(branch) || branch.case === undefined) continue;
    const type = certainType(branch.case);
    if (type !== 'Object' && type !== 'Array') continue;
    yield {
      pointer: below(pointer, 'cases', key, 'case'),
      message: `The case '${key}' of '${name}' compares with ${typeInWords(type)}, which nothing equals.`,
      fix: 'Compare with one member of it, which is a text or a number.',
    };
  }
}
