import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTENTS, type Intent, type Sentiment } from '../contract/vocabulary';
import { triageOffline } from './triage-offline';

interface Row {
  text: string;
  source: string;
  intent?: Intent;
  sentiment?: Sentiment;
}

const folder = join(process.env.RCC_REFERENCE_DIR ?? '', 'data', 'intent');
const isThere = process.env.RCC_REFERENCE_DIR !== undefined && existsSync(folder);
if (!isThere) console.log('skipped: quality on labelled messages needs RCC_REFERENCE_DIR');

const rows = (...files: string[]): Row[] =>
  files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row),
  );

const read = ({ text, source }: Row) =>
  triageOffline({ channel: source.startsWith('handwritten') ? 'email' : 'chat', text });

function intentQuality(messages: Row[]) {
  const guesses = messages.map((row) => ({ wanted: row.intent, ...read(row) }));
  const f1 = INTENTS.filter((intent) => guesses.some(({ wanted }) => wanted === intent)).map((intent) => {
    const right = guesses.filter((guess) => guess.intent === intent && guess.wanted === intent).length;
    const guessed = guesses.filter((guess) => guess.intent === intent).length;
    const wanted = guesses.filter((guess) => guess.wanted === intent).length;
    return right === 0 ? 0 : (2 * right) / (guessed + wanted);
  });
  const share = (some: typeof guesses) => some.filter((guess) => guess.intent === guess.wanted).length / some.length;
  const sure = guesses.filter(({ confidence }) => confidence >= 0.6);
  return {
    accuracy: share(guesses),
    macroF1: f1.reduce((a, b) => a + b, 0) / f1.length,
    kept: sure.length / guesses.length,
    accuracyOfKept: share(sure),
    critical: guesses.filter(({ priority }) => priority === 'critical').length / guesses.length,
  };
}

(isThere ? describe : describe.skip)('quality on labelled messages of other people (only totals are looked at)', () => {
  test('messages of a live shop bot', () => {
    const messages = rows('intent_train.jsonl', 'intent_dev.jsonl').filter(({ source }) =>
      source.startsWith('hint3-curekart'),
    );
    expect(messages).toHaveLength(950);
    const quality = intentQuality(messages);
    expect(quality.accuracy).toBeGreaterThan(0.69);
    expect(quality.macroF1).toBeGreaterThan(0.72);
    expect(quality.kept).toBeGreaterThan(0.5);
    expect(quality.accuracyOfKept).toBeGreaterThan(0.84);
    expect(quality.critical).toBeLessThan(0.01);
  });

  test.each([
    ['bitext', 0.94, 0.91],
    ['banking77', 0.8, 0.8],
    ['clinc150', 0.75, 0.82],
  ])('%s', (source, accuracy, macroF1) => {
    const quality = intentQuality(
      rows('intent_dev.jsonl', 'intent_train.jsonl').filter((row) => row.source.startsWith(source)),
    );
    expect(quality.accuracy).toBeGreaterThan(accuracy);
    expect(quality.macroF1).toBeGreaterThan(macroF1);
  });

  test('written e-mails', () => {
    const messages = rows('emails_dev.jsonl');
    expect(messages.filter((row) => read(row).intent === row.intent).length).toBeGreaterThanOrEqual(18);
    expect(messages.filter((row) => read(row).sentiment === row.sentiment).length).toBeGreaterThanOrEqual(16);
  });

  test.each([
    ['customers to airlines', 'evaluation_only/sentiment_airline.jsonl', 0.63],
    ['general tweets', 'evaluation_only/sentiment_dev_tweets.jsonl', 0.57],
  ])('tone: %s', (_, file, accuracy) => {
    const messages = rows(file);
    const right = messages.filter((row) => read(row).sentiment === row.sentiment).length;
    expect(right / messages.length).toBeGreaterThan(accuracy);
  });
});
