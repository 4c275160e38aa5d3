import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../../proxy/src/project-file';
import { checksumOf, descriptionFile, type ModelDescription } from '../../../proxy/src/triage/linear/model-file';
import { learnedMatter } from '../../../proxy/src/triage/priority/learned-matters';
import { MATTER_MODEL, MATTERS, type MatterModel } from '../../../proxy/src/triage/priority/matter-model';
import { spelledOut } from '../../../proxy/src/triage/priority/read-signals';
import { wholeSentences } from '../../../proxy/src/triage/priority/whole-sentences';
import { messagesWithout, readLabelledMessages } from './labelled-messages';
import { type MatterText, readMatterCases, readMatterTexts } from './matter-texts';
import { ordinaryMessages, trainMatterModel } from './train-matter-model';

const texts = readMatterTexts();
const cases = readMatterCases();
const LONG_ENOUGH = 'It is about what I bought from you the other day, as I said on the phone. '.repeat(2);
const probability = (text: string, model: MatterModel): number =>
  learnedMatter(wholeSentences(spelledOut(`${text}\n\n${LONG_ENOUGH}`)), model)?.probability ?? 0;

/** How often a text of the first list is more critical than one of the second: 0.5 by chance, 1 always. */
function rankingOf(critical: readonly MatterText[], ordinary: readonly MatterText[], model: MatterModel): number {
  const [high, low] = [critical, ordinary].map((some) => some.map(({ text }) => probability(text, model)));
  const wins = high!.flatMap((a) => low!.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}

test('there are sentences of every kind, and none twice or of two kinds', () => {
  for (const kind of MATTERS) expect(texts.filter((one) => one.kind === kind).length).toBeGreaterThan(50);
  const seen = new Map<string, string>();
  const doubled = texts.filter(({ text, kind }) => {
    const before = seen.get(text);
    seen.set(text, kind);
    return before !== undefined && before !== kind;
  });
  expect(doubled).toEqual([]);
});

test('messages of an author it was not trained on are told apart', () => {
  const isUnseen = ({ file }: MatterText) => file === 'dev-second';
  const model = trainMatterModel([...texts, ...cases.filter((one) => !isUnseen(one))], []);
  const unseen = cases.filter(isUnseen);
  const [critical, ordinary] = [true, false].map((is) => unseen.filter(({ kind }) => (kind !== 'none') === is));
  expect(critical!.length).toBeGreaterThan(50);
  expect(rankingOf(critical!, ordinary!, model)).toBeGreaterThan(0.85);
}, 60_000);

const reference = process.env.RCC_REFERENCE_DIR;
if (reference === undefined)
  console.log('skipped: training the shipped model of matters again needs RCC_REFERENCE_DIR');

(reference === undefined ? test.skip : test)(
  'the shipped weights come from the texts they say they do',
  () => {
    const messages = messagesWithout(readLabelledMessages(join(reference ?? '', 'data', 'intent')), ['hint3-curekart']);
    const ordinary = ordinaryMessages(messages);
    const path = join(projectFile('proxy/models'), descriptionFile(MATTER_MODEL));
    const shipped = JSON.parse(readFileSync(path, 'utf8')) as ModelDescription;
    const learned = shipped.sources.map((source) => source.messages).reduce((a, b) => a + b);
    expect(learned).toBe(texts.length + cases.length + ordinary.length);
    expect(checksumOf(trainMatterModel([...texts, ...cases], ordinary).weights)).toBe(shipped.sha256);
  },
  120_000,
);
