import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TriageMessageRequest } from '../../proxy/src/contract/triage';
import { SENTIMENTS, type Sentiment } from '../../proxy/src/contract/vocabulary';
import type { EvaluationContext } from './measure';
import { offlineReader, type Reader } from './reader';
import { seededRandom } from './statistics';
import { type LabelledMessage, messagesOf, messagesWithout, readLabelledMessages } from './training/labelled-messages';
import { trainIntentModel } from './training/train-intent-model';

/** Messages that other people wrote and labelled. */
export interface ForeignSource {
  name: string;
  title: string;
  messages: readonly LabelledMessage[];
  /** Weights that were trained without this source. */
  reader: Reader;
}

/** More messages of a source make its figures hardly surer and the evaluation slower. */
const MOST_PER_SOURCE = 1000;
/** The shipped weights are trained without Curekart: what is measured on it is what is shipped. */
const UNSEEN = {
  source: 'hint3-curekart',
  name: 'curekart',
  title: 'Curekart (HINT3): real users of a shop’s bot',
} as const;
const LEFT_OUT = [
  { source: 'bitext', name: 'bitext', title: 'Bitext customer support: written from templates' },
  { source: 'banking77', name: 'banking77', title: 'Banking77: questions to a bank about payments and refunds' },
  { source: 'clinc150', name: 'clinc150', title: 'CLINC150: requests to an assistant' },
] as const;

/** The same ones every time. */
function sampleOf<T>(items: readonly T[]): T[] {
  const random = seededRandom(1);
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, MOST_PER_SOURCE)
    .map(({ item }) => item);
}

export const foreignMessage = ({ text }: { text: string }): TriageMessageRequest => ({ channel: 'chat', text });

/** The messages of the live shop bot, read by what is shipped. */
export function curekart({ labelledFolder, reader }: EvaluationContext): ForeignSource | null {
  if (labelledFolder === null) return null;
  const { source, name, title } = UNSEEN;
  return { name, title, messages: messagesOf(readLabelledMessages(labelledFolder), source), reader };
}

/** Every other source, read by weights that were trained for this without it; they concern the offline model only. */
export function* leftOutSources({ labelledFolder, reader, progress }: EvaluationContext): Generator<ForeignSource> {
  if (labelledFolder === null || reader.kind !== 'offline') return;
  const all = readLabelledMessages(labelledFolder);
  for (const { source, name, title } of LEFT_OUT) {
    const model = trainIntentModel(messagesWithout(all, [source, UNSEEN.source]), {
      progress: (round, of) => progress(`training without ${name}`, round, of),
    });
    yield { name, title, messages: sampleOf(messagesOf(all, source)), reader: offlineReader(model) };
  }
}

export interface ToneMessage {
  text: string;
  sentiment: Sentiment;
}

/** Messages whose tone other people labelled, after their own rules; no weights are trained on them. */
export const TONE_SOURCES = [
  { name: 'airline', title: 'Customers to airlines', file: 'evaluation_only/sentiment_airline.jsonl' },
  { name: 'tweets', title: 'Tweets of any kind', file: 'evaluation_only/sentiment_dev_tweets.jsonl' },
] as const;

/** @throws Error naming the line and the field at fault */
export function toneMessages(labelledFolder: string, file: string): ToneMessage[] {
  return readFileSync(join(labelledFolder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const { text, sentiment } = JSON.parse(line) as Partial<ToneMessage>;
      if (typeof text !== 'string') throw new Error(`${file} line ${i + 1}: text is missing.`);
      if (!SENTIMENTS.includes(sentiment as Sentiment))
        throw new Error(`${file} line ${i + 1}: sentiment must be one of ${SENTIMENTS.join(', ')}.`);
      return { text, sentiment: sentiment as Sentiment };
    });
}
