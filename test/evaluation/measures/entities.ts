import type { Triage } from '../../../proxy/src/contract/triage';
import type { EntityType } from '../../../proxy/src/contract/vocabulary';
import { messageOf } from '../case-message';
import { shareFigure } from '../figures';
import { generatedMessages } from '../generated/number-messages';
import type { Figure, Measure, ReadingError } from '../measure';
import { readAll } from '../read-all';

/** What numbers a message has and which were read, each value once. */
export interface NumbersRead {
  wanted: readonly string[];
  got: readonly string[];
}

export const valuesOf = (triage: Triage, type: EntityType): string[] =>
  triage.entities.filter((entity) => entity.type === type).map(({ value }) => value);

const isExact = ({ wanted, got }: NumbersRead): boolean => [...wanted].sort().join() === [...got].sort().join();

/** Recall, precision, and how many messages had just the numbers they have. */
export function numberFigures(name: string, what: string, reads: readonly NumbersRead[]): Figure[] {
  const count = (of: (read: NumbersRead) => number) => reads.reduce((sum, read) => sum + of(read), 0);
  const right = count(({ wanted, got }) => wanted.filter((value) => got.includes(value)).length);
  const exact = reads.filter(isExact);
  return [
    shareFigure(
      `${name}.recall`,
      `${what} found`,
      right,
      count(({ wanted }) => wanted.length),
    ),
    shareFigure(
      `${name}.precision`,
      `${what} found that are some`,
      right,
      count(({ got }) => got.length),
    ),
    shareFigure(`${name}.exact`, `Messages with all their ${what} and no other`, exact.length, reads.length),
  ];
}

const KINDS = [
  { type: 'order_id', name: 'order_ids', what: 'order numbers', field: 'order_ids' },
  { type: 'tracking_number', name: 'tracking_numbers', what: 'parcel numbers', field: 'tracking_numbers' },
] as const;

/** What is measured of one set of messages with known numbers. */
interface KnownNumbers {
  name: string;
  title: string;
  isOpen: boolean;
  messages: readonly {
    id: string;
    text: string;
    triage: Triage;
    expected: { order_ids?: readonly string[]; tracking_numbers?: readonly string[] };
  }[];
}

function measureSet({ name, title, isOpen, messages }: KnownNumbers): { figures: Figure[]; errors: ReadingError[] } {
  const errors: ReadingError[] = [];
  const figures = KINDS.flatMap(({ type, name: kind, what, field }) => {
    const reads = messages.flatMap(({ id, text, triage, expected }) => {
      const wanted = expected[field];
      return wanted ? [{ id, text, wanted, got: valuesOf(triage, type) }] : [];
    });
    if (reads.length === 0) return [];
    if (isOpen)
      for (const read of reads.filter((one) => !isExact(one)))
        errors.push({ ...read, what: kind, wanted: read.wanted.join(' '), got: read.got.join(' ') });
    return numberFigures(`entities.${name}.${kind}`, `${title}: ${what}`, reads);
  });
  const firsts = messages.filter(({ expected }) => (expected.order_ids?.length ?? 0) > 1);
  if (firsts.length > 0)
    figures.push(
      shareFigure(
        `entities.${name}.first_order`,
        `${title}: of several orders the right one counts`,
        firsts.filter(({ triage, expected }) => triage.order_id === expected.order_ids?.[0]).length,
        firsts.length,
      ),
    );
  return { figures, errors };
}

export const entities: Measure = {
  name: 'entities',
  meaning: 'order and parcel numbers, read by code',
  async run({ caseSets, reader, progress }) {
    const figures: Figure[] = [];
    const errors: ReadingError[] = [];
    const measure = (set: KnownNumbers) => {
      const result = measureSet(set);
      figures.push(...result.figures);
      errors.push(...result.errors);
    };
    for (const { cases, ...set } of caseSets) {
      const answers = await readAll(cases.map(messageOf), reader, (done) =>
        progress(`numbers in ${set.name}`, done, cases.length),
      );
      measure({
        ...set,
        messages: cases.flatMap(({ id, text, expected }, i) => {
          const triage = answers[i];
          return triage ? [{ id, text, triage, expected }] : [];
        }),
      });
    }
    const made = reader.kind === 'offline' ? generatedMessages() : [];
    const answers = await readAll(
      made.map(({ message }) => message),
      reader,
      (done) => progress('generated numbers', done, made.length),
    );
    measure({
      name: 'generated',
      title: 'Generated messages',
      isOpen: true,
      messages: made.map(({ message, expected }, i) => ({
        id: `generated-${i}`,
        text: [message.subject, message.text].filter(Boolean).join(' | '),
        triage: answers[i] as Triage,
        expected,
      })),
    });
    return {
      title: 'Order and parcel numbers',
      about:
        `Code reads them, whoever judges the intent. Besides the written messages there are ${made.length} generated ones: numbers with right check digits, in the spellings and among the other numbers people write, ` +
        'put together from sentences that know nothing of the patterns. Written and generated figures stand apart.',
      figures,
      errors: errors.slice(0, 200),
    };
  },
};
