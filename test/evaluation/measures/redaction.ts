import { orderAndParcelNumbers } from '../../../proxy/src/ai/redaction/kept-words';
import { redact } from '../../../proxy/src/ai/redaction/redact';
import { findEntities } from '../../../proxy/src/triage/entities/find-entities';
import { isPaymentCard } from '../../../proxy/src/triage/entities/payment-card';
import { countFigure, shareFigure } from '../figures';
import { DICTATIONS, drawCard, drawIban, GROUPINGS } from '../generated/money-numbers';
import { generatedMessages } from '../generated/number-messages';
import { pick, type Random } from '../generated/parcel-numbers';
import type { Figure, Measure, ReadingError, ResultTable } from '../measure';
import { seededRandom } from '../statistics';

/** How many cards, and how many bank accounts. */
const HOW_MANY = 6000;
/** So many signs in a row are enough to tell one number from others. */
const TELLING = 7;

const CARD_FRAMES = [
  ...[
    '_',
    'My card is _.',
    'Please charge _ for order 12345',
    'card: _, exp 12/27',
    'paid 20,50 € with _ on 2025-03-01',
  ],
  ...[
    'Hi,\n\nthe number is _\n\nThanks\nAnn',
    'tracking of the payment with _ please',
    '(_)',
    'Visa _ was charged twice!!',
  ],
  ...[
    'Mi tarjeta es _, gracias',
    'Me cobraron dos veces en _',
    'Ma carte _ a été débitée',
    'Meine Karte _ wurde belastet',
  ],
  ...['order 4242 was paid with _', 'It is "_" and order #20931', '> card _\n> thanks', 'CARD=_;', '1. _ 2. see above'],
];
const ACCOUNT_FRAMES = [
  ...[
    '_',
    'Please pay it to _.',
    'IBAN: _, name Ann Smith',
    'my account _ has nothing yet',
    'Refund for order 12345 to _ please',
  ],
  ...['Hi,\n\nIBAN _\n\nThanks\nAnn', '(_)', 'Mi cuenta es _, gracias', 'Mon compte : _ !', 'Bitte auf _ überweisen'],
  ...['paid 20,50 € on 2025-03-01 from _', 'IBAN=_;', '> account _\n> thanks', 'the IBAN is "_" and order #20931'],
];

const signsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .toUpperCase()
    .replace(/[^A-Z\d]/g, '');

/** Whether enough of the secret can still be read behind what was written around it. */
export function isReadable(secret: string, redacted: string): boolean {
  const left = signsOf(redacted);
  for (let i = 0; i + TELLING <= secret.length; i += 1) if (left.includes(secret.slice(i, i + TELLING))) return true;
  return false;
}

/** As a text leaves the service: the order and parcel numbers that were found stay. */
export function sentAway(text: string): { kept: string[]; redacted: string } {
  const kept = orderAndParcelNumbers(findEntities(text));
  return { kept, redacted: redact(text, kept) };
}

type Ways = Readonly<Record<string, (number: string, random: Random) => string>>;

interface Misses {
  judged: number;
  missed: number;
  byWay: Map<string, [missed: number, of: number]>;
  errors: ReadingError[];
}

/** Puts numbers into sentences in every way of writing and counts those that can still be read. */
export function countMisses(
  what: string,
  draw: (random: Random) => { kind: string; number: string },
  ways: Ways,
  frames: readonly string[],
  seed: number,
): Misses {
  const random = seededRandom(seed);
  const names = Object.keys(ways);
  const result: Misses = { judged: HOW_MANY, missed: 0, byWay: new Map(), errors: [] };
  for (let i = 0; i < HOW_MANY; i += 1) {
    const { kind, number } = draw(random);
    const way = names[i % names.length] as string;
    const text = pick(random, frames).replace('_', () => ways[way]?.(number, random) ?? number);
    const { redacted } = sentAway(text);
    const missed = isReadable(number, redacted);
    const [count, of] = result.byWay.get(way) ?? [0, 0];
    result.byWay.set(way, [count + Number(missed), of + 1]);
    if (!missed) continue;
    result.missed += 1;
    result.errors.push({ id: `${what}-${i}`, what, wanted: `no ${kind} number`, got: redacted, text });
  }
  return result;
}

/** Of the generated messages: what must stay readable, and what did. */
function countKept(): {
  numbers: [kept: number, of: number];
  furniture: [kept: number, of: number];
  errors: ReadingError[];
} {
  const [numbers, furniture]: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  const errors: ReadingError[] = [];
  for (const { message } of generatedMessages()) {
    const text = [message.subject, message.text].filter(Boolean).join('\n');
    const { kept, redacted } = sentAway(text);
    const furnishings = findEntities(text).filter(({ type }) => type === 'amount' || type === 'date');
    const judge = (tally: [number, number], words: string, what: string) => {
      tally[1] += 1;
      if (redacted.includes(words)) tally[0] += 1;
      else errors.push({ id: 'kept', what, wanted: words, got: redacted, text });
    };
    // What could be a card as well is taken out on purpose.
    for (const words of kept) if (!isPaymentCard(words.replace(/\D/g, ''))) judge(numbers, words, 'order or parcel');
    for (const { text: words, type } of furnishings) judge(furniture, words, type);
  }
  return { numbers, furniture, errors };
}

const tableOf = (title: string, byWay: Misses['byWay']): ResultTable => ({
  title,
  head: ['Written', 'Missed', 'Of'],
  rows: [...byWay].map(([way, [missed, of]]) => [way, missed, of]),
});

export const redaction: Measure = {
  name: 'redaction',
  meaning: 'personal data in texts that leave the service',
  run({ progress }) {
    progress('redaction of cards', 0, 3);
    const cards = countMisses('card', drawCard, { ...GROUPINGS, ...DICTATIONS }, CARD_FRAMES, 7);
    progress('redaction of bank accounts', 1, 3);
    const accounts = countMisses('bank-account', drawIban, GROUPINGS, ACCOUNT_FRAMES, 8);
    progress('what redaction keeps', 2, 3);
    const { numbers, furniture, errors } = countKept();
    progress('redaction', 3, 3);
    const figures: Figure[] = [
      countFigure('redaction.cards.missed', 'Payment cards that can still be read', cards.missed, cards.judged),
      countFigure(
        'redaction.bank_accounts.missed',
        'Bank accounts that can still be read',
        accounts.missed,
        accounts.judged,
      ),
      shareFigure('redaction.numbers.kept', 'Order and parcel numbers that stay', ...numbers),
      shareFigure('redaction.dates_and_amounts.kept', 'Dates and amounts that stay', ...furniture),
    ];
    return Promise.resolve({
      title: 'Redaction',
      about:
        `All of it is generated: ${HOW_MANY} card numbers of all issuers' prefixes and lengths and ${HOW_MANY} account numbers of every country of the registry, each with right check digits, written in ` +
        `${Object.keys(GROUPINGS).length + Object.keys(DICTATIONS).length} ways in sentences of four languages. A number counts as missed when ${TELLING} of its signs in a row can still be read. What must stay is counted on the generated messages with order and parcel numbers.`,
      figures,
      tables: [
        tableOf('Cards, by the way they are written', cards.byWay),
        tableOf('Bank accounts, by the way they are written', accounts.byWay),
      ],
      errors: [...cards.errors, ...accounts.errors, ...errors].slice(0, 100),
    });
  },
};
