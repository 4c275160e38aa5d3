import { functionNames } from '../functions/all-functions';
import { parseExpression } from '../parse-expression';
import { type Expression } from '../syntax';
import { testExpressions } from '../testing/expression-cases';
import { arithmeticCases } from './arithmetic';
import { collectionsCases } from './collections';
import { conversionCases } from './conversion';
import { dateFormatCases } from './date-formats';
import { datesCases } from './dates';
import { documentedCases } from './documented-examples';
import { formDataCases } from './form-data';
import { grammarCases } from './grammar';
import { logicCases } from './logic';
import { numberFormatsCases } from './number-formats';
import { stringsCases } from './strings';
import { workflowReferencesCases } from './workflow-references';
import { xmlCases } from './xml';

const families = [
  grammarCases,
  stringsCases,
  collectionsCases,
  logicCases,
  arithmeticCases,
  conversionCases,
  datesCases,
  dateFormatCases,
  numberFormatsCases,
  workflowReferencesCases,
  formDataCases,
  xmlCases,
  documentedCases,
].flat();

testExpressions(families);

const cases = families.flatMap((family) => family.cases);

test('no expression stands in the tables twice', () => {
  const seen = new Set<string>();
  const repeated = cases.map(([, text]) => text).filter((text) => seen.size === seen.add(text).size);
  expect(repeated).toEqual([]);
});

test('every function has a case', () => {
  const called = new Set<string>();
  const collect = (tree: Expression): void => {
    if (tree.kind === 'literal') return;
    called.add(tree.name.toLowerCase());
    [...tree.arguments, ...tree.path.map(({ key }) => key)].forEach(collect);
  };
  for (const [, text] of cases) {
    try {
      collect(parseExpression(text));
    } catch {
      // A case of text that is no expression.
    }
  }
  expect(functionNames().filter((name) => !called.has(name.toLowerCase()))).toEqual([]);
});
