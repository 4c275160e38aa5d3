import { SENTIMENTS, type Sentiment } from '../../../proxy/src/contract/vocabulary';
import { messageOf } from '../case-message';
import { computedFigure, shareFigure } from '../figures';
import { foreignMessage, TONE_SOURCES, toneMessages } from '../foreign-sources';
import type { Figure, Measure, ReadingError, ResultTable } from '../measure';
import { readAll } from '../read-all';
import { classQuality, macroF1, type Pair } from '../statistics';

interface ToneSet {
  name: string;
  title: string;
  pairs: Pair<Sentiment>[];
}

const figuresOf = ({ name, title, pairs }: ToneSet): Figure[] => [
  shareFigure(
    `sentiment.${name}.accuracy`,
    `${title}: tone right`,
    pairs.filter(({ wanted, guessed }) => wanted === guessed).length,
    pairs.length,
  ),
  computedFigure(`sentiment.${name}.macro_f1`, `${title}: mean F1 of the three tones`, pairs, (some) =>
    macroF1(some, SENTIMENTS),
  ),
];

const tableOf = ({ title, pairs }: ToneSet): ResultTable => ({
  title: `${title}: each tone`,
  head: ['Tone', 'Messages', 'Precision', 'Recall', 'F1'],
  rows: classQuality(pairs, SENTIMENTS).map(({ name, wanted, precision, recall, f1 }) => [
    name,
    wanted,
    precision.toFixed(3),
    recall.toFixed(3),
    f1.toFixed(3),
  ]),
});

export const sentiment: Measure = {
  name: 'sentiment',
  meaning: 'the tone of messages',
  async run({ caseSets, labelledFolder, reader, progress }) {
    const [sets, errors] = [[] as ToneSet[], [] as ReadingError[]];
    const readSet = async (name: string, title: string, known: readonly Known[], isOpen: boolean): Promise<void> => {
      const messages = known.map(({ message }) => message);
      const answers = await readAll(messages, reader, (done) => progress(`tone of ${name}`, done, known.length));
      const pairs = known.flatMap(({ id, message, wanted }, i) => {
        const guessed = answers[i]?.sentiment;
        if (guessed === undefined) return [];
        if (isOpen && guessed !== wanted)
          errors.push({ id, what: 'sentiment', wanted, got: guessed, text: message.text });
        return [{ wanted, guessed }];
      });
      if (pairs.length > 0) sets.push({ name, title, pairs });
    };
    for (const { name, title, cases, isOpen } of caseSets) {
      const known = cases.flatMap((one) => {
        const wanted = one.expected.sentiment;
        return wanted === undefined ? [] : [{ id: one.id, message: messageOf(one), wanted }];
      });
      await readSet(name, title, known, isOpen);
    }
    // A recorded or live model is asked about the shop's own kind of messages only.
    if (labelledFolder !== null && reader.kind === 'offline')
      for (const { name, title, file } of TONE_SOURCES) {
        const known = toneMessages(labelledFolder, file).map((one, i) => ({
          id: `${name}-${i}`,
          message: foreignMessage(one),
          wanted: one.sentiment,
        }));
        await readSet(name, title, known, false);
      }
    return {
      title: 'Tone',
      about:
        'Negative means a problem told with displeasure; a problem told calmly is neutral, and politeness alone is not positive. ' +
        'What customers wrote to airlines, and tweets of any kind, were labelled by others after other rules, and nothing was trained on them.',
      figures: sets.flatMap(figuresOf),
      tables: sets.map(tableOf),
      errors,
    };
  },
};

interface Known {
  id: string;
  message: ReturnType<typeof messageOf>;
  wanted: Sentiment;
}
