import { messageOf } from '../case-message';
import { countFigure, shareFigure } from '../figures';
import type { ModelReader } from '../language-model-reader';
import type { Figure, Measure } from '../measure';
import { readAll } from '../read-all';
import { offlineReader } from '../reader';

/** What the language model takes and how it differs from the offline reading; runs last, after all its questions. */
export const languageModel = (reader: ModelReader): Measure => ({
  name: 'model',
  meaning: 'the language model: agreement with the offline reading, cost, failures',
  async run(context) {
    const figures: Figure[] = [];
    const offline = offlineReader();
    for (const { name, title, cases } of context.caseSets) {
      const messages = cases.map(messageOf);
      const silent = () => undefined;
      const [byModel, byRules] = [
        await readAll(messages, context.reader, silent),
        await readAll(messages, offline, silent),
      ];
      const both = byModel.flatMap((one, i) => (one && byRules[i] ? [[one, byRules[i]] as const] : []));
      figures.push(
        shareFigure(
          `model.${name}.agreement`,
          `${title}: same intent as the offline reading`,
          both.filter(([one, other]) => one.intent === other.intent).length,
          both.length,
        ),
      );
    }
    const { answered, cost, tokens, failures, missing, models, prompts } = reader.use();
    const failed = Object.values(failures).reduce((a, b) => a + b, 0);
    const asked = answered + failed;
    const each = (total: number) => (answered === 0 ? 0 : total / answered);
    return {
      title: 'The language model',
      about:
        `Answers came from ${models.join(', ') || 'no model'} with the prompt ${prompts.join(', ') || 'none'}. ` +
        'Where no usable answer came, the message was read offline, as the service does.',
      figures: [
        ...figures,
        shareFigure('model.failures', 'Questions without a usable answer', failed, asked),
        countFigure('model.cost_per_message', 'US dollars for reading one message', each(cost), answered),
        countFigure('model.tokens_per_message', 'Tokens for reading one message', Math.round(each(tokens)), answered),
        countFigure('model.missing', 'Messages whose question was not recorded; they are not judged', missing, asked),
      ],
      tables: [
        {
          title: 'Questions without a usable answer',
          head: ['Reason', 'How many'],
          rows: Object.entries(failures),
        },
      ],
    };
  },
});
