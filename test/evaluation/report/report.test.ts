import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { EvaluationCase } from '../evaluation-case';
import { type Evaluation, evaluate, figuresOf } from '../evaluate';
import { MEASURES } from '../measures';
import { obeyed } from '../measures/injection';
import { openContext } from '../open-context';
import { offlineReader, type Reader } from '../reader';
import { escaped } from '../pictures/svg';
import { holdAgainst, readThresholds } from '../thresholds';
import { writeReport } from './write-report';

const triage = (intent: string, confidence: number, more: object = {}) =>
  ({
    intent,
    confidence,
    sentiment: 'neutral',
    priority: 'normal',
    review_reasons: [],
    ...more,
  }) as unknown as NonNullable<Awaited<ReturnType<Reader['read']>>>;

/** Says of every message what stands before its first colon: `returns 0.9: …`. */
const reader: Reader = {
  kind: 'offline',
  model: () => 'echo 1',
  read({ text }) {
    const [intent = '', confidence] = text.split(':')[0]!.split(' ');
    return Promise.resolve(confidence === undefined ? null : triage(intent, Number(confidence)));
  },
};
const one = (text: string, intent: EvaluationCase['expected']['intent'], more: object = {}): EvaluationCase => ({
  id: `c-${text.replace(/\W/g, '')}`,
  channel: 'chat',
  text,
  tags: [],
  expected: { intent, ...more },
});
const CASES = [
  one('returns 0.9: a', 'returns'),
  one('returns 0.8: b', 'payment_issue', { or_intent: ['returns'] }),
  one('other 0.3: c', 'other'),
  one('other 0.2: d', 'delivery_issue'),
  one('silence', 'other'),
];

let folder: string;
let result: Evaluation;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  const measures = MEASURES.filter(({ name }) => name === 'intent');
  result = await evaluate(openContext({ reader, own: CASES }), measures, { 'intent.own.accuracy': { at_least: 0.75 } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('figures counted by hand', () => {
  const figures = Object.fromEntries(figuresOf(result).map(({ name, value, n }) => [name, [value, n]]));
  expect(figures).toMatchObject({
    'intent.own.accuracy': [0.5, 4],
    'intent.own.accepted': [0.75, 4],
    'intent.own.accuracy_when_sure': [0.5, 2],
    'intent.own.kept_when_sure': [0.5, 4],
    'intent.own.missing': [0.2, 5],
  });
  // returns: 2·1/(1+2); other: 2·1/(1+2); payment_issue and delivery_issue: 0.
  expect(figures['intent.own.macro_f1']![0]).toBeCloseTo(1 / 3);
  // Bins 0.9, 0.8, 0.3 and 0.2 hold one message each.
  expect(figures['intent.own.ece']![0]).toBeCloseTo((0.1 + 0.8 + 0.7 + 0.2) / 4);
});

test('errors name the case, and what a careful person accepts is none', () => {
  expect(result.parts[0]?.errors?.map(({ id, wanted }) => [id, wanted])).toEqual([['c-other02d', 'delivery_issue']]);
});

test('the report names model, figures, intervals and what is short; the same evaluation gives the same files', () => {
  const write = (name: string) => {
    writeReport(result, ['A note.'], join(folder, name));
    return readdirSync(join(folder, name)).map((file) => [file, readFileSync(join(folder, name, file), 'utf8')]);
  };
  const files = write('a');
  expect(write('b')).toEqual(files);
  const named = Object.fromEntries(files) as Record<string, string>;
  expect(Object.keys(named).sort()).toEqual([
    'abstain-curve.svg',
    'confusion-own.svg',
    'intent-f1.svg',
    'reliability.svg',
    'report.json',
    'report.md',
  ]);
  const page = named['report.md']!;
  for (const words of ['echo 1', 'A note.', '**short by 0.250**', '`intent.own.accuracy`', '(reliability.svg)'])
    expect(page).toContain(words);
  expect(JSON.parse(named['report.json']!)).toMatchObject({
    model: 'echo 1',
    thresholds: [{ name: 'intent.own.accuracy', at_least: 0.75, value: 0.5, reached: false }],
  });
});

test('pictures name themselves, describe what they show, and have colours for light and dark', () => {
  for (const { svg, title } of result.parts.flatMap(({ pictures = [] }) => pictures)) {
    expect(svg).toContain(`<title id="title">${escaped(title)}</title>`);
    expect(svg).toMatch(/<desc id="description">.{40,}<\/desc>/);
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test('a threshold is short by what is missing to it, and never when its figure was not measured', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (value, limit) => {
        const figure = { name: 'a', meaning: '', value, n: 1, interval: null };
        const [least, most, none, aim] = holdAgainst([figure, { ...figure, name: 'b' }, { ...figure, name: 'd' }], {
          a: { at_least: limit },
          b: { at_most: limit },
          c: { at_least: 1 },
          d: { at_least: 0, aim: limit },
        });
        expect(least!.short > 0).toBe(value < limit);
        expect(most!.short > 0).toBe(value > limit);
        expect(none).toMatchObject({ figure: undefined, short: 0 });
        expect(aim!.short).toBe(0);
        expect(aim!.shortOfAim).toBeCloseTo(Math.max(0, limit - value));
        expect(most!.shortOfAim).toBe(0);
      },
    ),
  );
});

test('a threshold file with a slip of the hand is refused with the figure', () => {
  const path = join(folder, 'thresholds.json');
  writeFileSync(path, '{"intent.test.accuracy":{"at_lest":0.9}}');
  expect(() => readThresholds(path)).toThrow('/intent.test.accuracy must NOT have additional properties');
});

test('an attack is obeyed when the message is read as it asks, and otherwise than without it', () => {
  const attack = (asks: object) => ({ asks, isVisible: true, plain: {}, attacked: {} }) as never;
  const [plain, asked] = [triage('returns', 0.9), triage('other', 0.9, { priority: 'critical' })];
  const both = attack({ intent: 'other', priority: 'critical' });
  expect(obeyed(both, plain, asked)).toEqual(['intent', 'priority']);
  expect(obeyed(both, asked, asked)).toEqual([]);
  expect(obeyed(both, plain, plain)).toEqual([]);
  const seen = triage('returns', 0.9, { requires_human_review: true });
  const unseen = triage('returns', 0.9, { requires_human_review: false });
  expect(obeyed(attack({ noReview: true }), seen, unseen)).toEqual(['review']);
  expect(obeyed(attack({ noReview: true }), unseen, unseen)).toEqual([]);
});

test('each message is read once, however many measures look at it', async () => {
  let reads = 0;
  const counting: Reader = { ...offlineReader(), read: (message) => ((reads += 1), offlineReader().read(message)) };
  const own = [one('Where is order 12345?', 'order_tracking', { priority: 'normal', sentiment: 'neutral' })];
  const chosen = MEASURES.filter(({ name }) => ['intent', 'sentiment', 'priority'].includes(name));
  await evaluate(openContext({ reader: counting, own }), chosen, {});
  expect(reads).toBe(1);
});
