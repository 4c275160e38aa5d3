import type { TriageMessageRequest } from '../../../proxy/src/contract/triage';
import { seededRandom } from '../statistics';
import { drawDigits, drawNumber, drawParcelNumber, pick, type Random } from './parcel-numbers';
import { SENTENCES, type SentenceLanguage } from './number-sentences';

/** A message put together from sentences, and the numbers that were put into it. */
export interface GeneratedMessage {
  message: TriageMessageRequest;
  expected: { order_ids: string[]; tracking_numbers: string[] };
}

const between = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
const two = (n: number): string => String(n).padStart(2, '0');
const MONTHS: Record<SentenceLanguage, readonly string[]> = {
  en: ['January', 'March', 'May', 'August', 'Nov', 'December'],
  es: ['enero', 'marzo', 'mayo', 'agosto', 'noviembre', 'diciembre'],
  fr: ['janvier', 'mars', 'mai', 'août', 'novembre', 'décembre'],
  de: ['Januar', 'März', 'Mai', 'August', 'November', 'Dezember'],
};

/** What stands for the words in braces that are no order and no parcel. */
const DECOYS: Readonly<Record<string, (random: Random, language: SentenceLanguage) => string>> = {
  phone: (random, language) =>
    ({
      en: () =>
        pick(random, [
          `(415) 555-${drawDigits(random, 4)}`,
          `+44 20 7946 0${drawDigits(random, 3)}`,
          `415 555 ${drawDigits(random, 4)}`,
          `415555${drawDigits(random, 4)}`,
        ]),
      es: () =>
        pick(random, [
          `612 34 ${drawDigits(random, 2)} ${drawDigits(random, 2)}`,
          `+34 612345${drawDigits(random, 3)}`,
          `912345${drawDigits(random, 3)}`,
        ]),
      fr: () =>
        pick(random, [
          `06 12 34 ${drawDigits(random, 2)} ${drawDigits(random, 2)}`,
          `+33 6 12 34 56 ${drawDigits(random, 2)}`,
        ]),
      de: () =>
        pick(random, [
          `0171 1234${drawDigits(random, 3)}`,
          `030/123${drawDigits(random, 5)}`,
          `+49 171 12345${drawDigits(random, 2)}`,
        ]),
    })[language](),
  postcode: (random, language) =>
    language === 'en'
      ? pick(random, [`9${drawDigits(random, 4)}`, 'SW1A 1AA', `5600${drawDigits(random, 2)}`])
      : `1${drawDigits(random, 4)}`,
  amount: (random) =>
    pick(random, [
      `$${between(random, 5, 900)}.${drawDigits(random, 2)}`,
      `${between(random, 1000, 90000)} euros`,
      `€${between(random, 10, 99999)}`,
      `${between(random, 10, 500)},${drawDigits(random, 2)} €`,
      `${between(random, 1000, 20000)} EUR`,
    ]),
  date: (random, language) => {
    const [day, month, year] = [between(random, 1, 28), between(random, 1, 12), between(random, 2023, 2026)];
    return pick(random, [
      `${two(day)}/${two(month)}/${year}`,
      `${year}-${two(month)}-${two(day)}`,
      `${two(day)}.${two(month)}.${year}`,
      `${day} ${pick(random, MONTHS[language])} ${year}`,
    ]);
  },
  year: (random) => String(between(random, 2015, 2026)),
  time: (random) => `${between(random, 8, 20)}:${two(between(random, 0, 59))}`,
  sku: (random) =>
    pick(random, [
      `${drawNumber(random, 6)}`,
      `AB-${drawNumber(random, 5)}`,
      `${drawNumber(random, 3)}.${drawDigits(random, 3)}.${drawDigits(random, 2)}`,
    ]),
  customer: (random) => drawNumber(random, between(random, 5, 8)),
  ticket: (random) => `TKT-${drawDigits(random, 6)}`,
  marketplace: (random) => `${drawDigits(random, 3)}-${drawDigits(random, 7)}-${drawDigits(random, 7)}`,
  quantity: (random) => pick(random, ['2', '3', '12', '500', '10000']),
  house: (random) => String(between(random, 1, 250)),
  size: (random) => pick(random, ['38', '42', '44.5', '140']),
  ean: (random) => `40063813${drawDigits(random, 5)}`,
};

/** A random order number of so many digits, never one that reads as a year. */
const drawOrder = (random: Random, length: number): string =>
  length === 4
    ? `${pick(random, ['1', '3', '5', '7'])}${pick(random, ['0', '1', '2', '3'])}${drawDigits(random, 2)}`
    : drawNumber(random, length);

/** Makes one message; the numbers in it are known because they were put there. */
function generate(random: Random): GeneratedMessage {
  const language = pick(random, Object.keys(SENTENCES) as SentenceLanguage[]);
  const words = SENTENCES[language];
  // The numbers of one shop are equally long.
  const length = pick(random, [4, 5, 5, 5, 5, 6, 6, 7, 8]);
  const expected = { order_ids: [] as string[], tracking_numbers: [] as string[] };
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_, slot: string) => {
      if (slot === 'order' || slot === 'second') {
        const digits = drawOrder(random, length);
        expected.order_ids.push(`ORD-${digits}`);
        return slot === 'second' ? digits : pick(random, words.spellings).replace('%', digits);
      }
      if (slot === 'parcel') {
        const number = drawParcelNumber(random);
        expected.tracking_numbers.push(number);
        return number;
      }
      const decoy = DECOYS[slot];
      if (!decoy) throw new Error(`{${slot}} in "${sentence}" stands for nothing. Use a slot of DECOYS.`);
      return decoy(random, language);
    });
  const parts = [
    ...(random() < 0.6 ? [pick(random, words.orders)] : []),
    ...(random() < 0.2 ? [pick(random, words.parcels)] : []),
    ...Array.from({ length: between(random, 1, 3) }, () => pick(random, words.decoys)),
  ];
  const isMail = random() < 0.5;
  const subject = isMail && random() < 0.5 ? fill(pick(random, words.subjects)) : undefined;
  // What is written first counts first; the rest comes in any order.
  const text = [...new Set(parts)].sort(() => random() - 0.5).map(fill);
  const lines = isMail
    ? [pick(random, words.greetings), '', text.join(' '), '', fill(pick(random, words.closings))]
    : [text.join(' ')];
  return { message: { channel: isMail ? 'email' : 'chat', subject, text: lines.join('\n') }, expected };
}

/** Messages with known numbers, always the same ones. */
export function generatedMessages(count = 3000, seed = 20): GeneratedMessage[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => generate(random));
}
