import { compileTemplate, evaluateTemplate } from '../../flows/expressions/template';
import { toPlainJson } from '../../flows/expressions/json-text';
import { SAMPLE_CONTEXT } from '../../flows/expressions/testing/expression-cases';
import { type Bench, comparison, ratesOf } from './measurement';

type Outputs = { statusCode?: number; body?: { value?: { id: number }[]; text?: string } };
type Trigger = { body?: { from?: string; subject?: string } };

const trigger = (): Trigger => SAMPLE_CONTEXT.triggerOutputs() as Trigger;
const call = (): Outputs => SAMPLE_CONTEXT.outputsOf('Call_api') as Outputs;

/** Expressions of the kinds the flows use, each with a plain function that does the same. */
const PAIRS: { expression: string; plain: () => unknown }[] = [
  {
    expression: "@if(equals(toLower(coalesce(triggerOutputs()?['body/from'], '')), 'a@example.com'), 'own', 'other')",
    plain: () => ((trigger().body?.from ?? '').toLowerCase() === 'a@example.com' ? 'own' : 'other'),
  },
  {
    expression: "@{take(concat('Re: ', coalesce(triggerOutputs()?['body/subject'], '(no subject)')), 200)}",
    plain: () => `Re: ${trigger().body?.subject ?? '(no subject)'}`.slice(0, 200),
  },
  { expression: "@first(body('Call_api')?['value'])?['id']", plain: () => call().body?.value?.[0]?.id },
  {
    expression:
      "@and(greaterOrEquals(coalesce(outputs('Call_api')?['statusCode'], 500), 200), less(outputs('Call_api')?['statusCode'], 500))",
    plain: () => (call().statusCode ?? 500) >= 200 && call().statusCode! < 500,
  },
  {
    expression: "@{join(union(createArray('money', 'legal'), createArray('legal', body('Call_api')?['text'])), '; ')}",
    plain: () => [...new Set(['money', 'legal', 'legal', call().body?.text])].join('; '),
  },
];

/** Evaluating compiled expressions against plain functions that do the same. */
export const expressions: Bench = {
  name: 'expressions',
  meaning: 'evaluation of a flow expression',
  async run() {
    const templates = PAIRS.map(({ expression }) => compileTemplate(expression));
    templates.forEach((template, index) => {
      const { expression, plain } = PAIRS[index]!;
      if (toPlainJson(evaluateTemplate(template, SAMPLE_CONTEXT)) !== plain())
        throw new Error(`The plain function does not do the same as ${expression}`);
    });
    const batch = 200;
    const each = (work: (index: number) => unknown) => {
      for (let count = 0; count < batch; count += 1) PAIRS.forEach((_, index) => work(index));
    };
    const times = batch * PAIRS.length;
    const rates = await ratesOf({
      engine: { run: () => each((index) => evaluateTemplate(templates[index]!, SAMPLE_CONTEXT)), times },
      plain: { run: () => each((index) => PAIRS[index]!.plain()), times },
    });
    return {
      bench: 'expressions',
      about: `${PAIRS.length} compiled expressions of the flows' kinds against plain functions that do the same`,
      figures: comparison('expressions', rates.engine, 'plain functions', rates.plain),
    };
  },
};
