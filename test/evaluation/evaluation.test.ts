import { existsSync, readFileSync } from 'node:fs';
import { projectFile } from '../../proxy/src/project-file';
import type { Triage } from '../../proxy/src/contract/triage';
import { type Evaluation, evaluate, figuresOf, shortfalls } from './evaluate';
import type { Figure } from './measure';
import { MEASURES } from './measures';
import { openContext, readingOnce } from './open-context';
import { offlineReader, type Reader } from './reader';
import { sayThreshold, readThresholds, thresholdFile } from './thresholds';

const thresholds = readThresholds(thresholdFile());
const { labelledFolder } = openContext({ reader: offlineReader() });
if (labelledFolder === null)
  console.log('skipped: figures on labelled messages of other people need RCC_REFERENCE_DIR');

/** What is read of the committed report. */
interface Report {
  model: string;
  figures: Pick<Figure, 'name' | 'n' | 'value'>[];
}

const names = (result: Evaluation): string[] => shortfalls(result).map(({ name }) => name);

describe('the offline reading', () => {
  let result: Evaluation;
  beforeAll(async () => {
    result = await evaluate(openContext({ reader: offlineReader() }), MEASURES, thresholds);
  }, 300_000);

  test('reaches every threshold', () => {
    const short = shortfalls(result).map(
      ({ name, figure, threshold }) => `${name} is ${figure?.value}, must be ${sayThreshold(threshold)}`,
    );
    expect(short).toEqual([]);
  });

  test('every figure has its own name, a share within its interval, and cases to rest on', () => {
    const figures = figuresOf(result);
    expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
    for (const { name, value, n, interval } of figures) {
      expect([name, n > 0]).toEqual([name, true]);
      expect([name, Number.isFinite(value)]).toEqual([name, true]);
      if (interval) expect([name, interval[0] <= interval[1]]).toEqual([name, true]);
    }
  });

  (labelledFolder ? test : test.skip)('every threshold has its figure', () => {
    expect(result.thresholds.filter(({ figure }) => figure === undefined).map(({ name }) => name)).toEqual([]);
  });

  test('no single case of the parts that are only counted is listed', () => {
    const { caseSets } = openContext({ reader: offlineReader() });
    const counted = caseSets.filter(({ isOpen }) => !isOpen).flatMap(({ cases }) => cases.map(({ id }) => id));
    const listed = new Set(result.parts.flatMap(({ errors = [] }) => errors.map(({ id }) => id)));
    expect(counted.length).toBeGreaterThan(300);
    expect(counted.filter((id) => listed.has(id))).toEqual([]);
  });

  test('the committed report tells what is so now', () => {
    const report = JSON.parse(readFileSync(projectFile('docs/evaluation/report.json'), 'utf8')) as Report;
    expect(report.model).toBe(offlineReader().model());
    const told = new Map(report.figures.map((figure) => [figure.name, figure]));
    const rounded = (value: number): string => value.toFixed(3);
    const differing = figuresOf(result)
      .map(({ name, n, value }) => ({ name, now: [n, rounded(value)], told: told.get(name) }))
      .filter(({ now, told: was }) => !was || String(now) !== String([was.n, rounded(was.value)]));
    expect(differing).toEqual([]);
  });

  test('every picture of the committed report is there', () => {
    const page = readFileSync(projectFile('docs/evaluation/report.md'), 'utf8');
    const pictures = [...page.matchAll(/\]\(([\w-]+\.svg)\)/g)].map((match) => match[1]!);
    expect(pictures.length).toBeGreaterThan(0);
    const folder = projectFile('docs/evaluation');
    expect(pictures.filter((name) => !existsSync(`${folder}/${name}`))).toEqual([]);
  });
});

describe('a reading that is worse', () => {
  const good = readingOnce(offlineReader());
  /** Reads as the product does, except for what `change` does to it. */
  const worse = (change: (triage: Triage, text: string) => Partial<Triage>): Reader => {
    return {
      ...good,
      async read(message) {
        const triage = (await good.read(message))!;
        return { ...triage, ...change(triage, message.text) };
      },
    };
  };
  const fallsShort = async (reader: Reader, measure: string): Promise<string[]> => {
    // The folder is left out: what other people wrote is judged above, and the written parts suffice here.
    const context = { ...openContext({ reader }), labelledFolder: null };
    const chosen = MEASURES.filter(({ name }) => name === measure);
    return names(await evaluate(context, chosen, thresholds));
  };

  test.each<[string, string, Reader, string]>([
    [
      'takes payments for returns',
      'intent',
      worse(({ intent }) => (intent === 'payment_issue' ? { intent: 'returns' } : {})),
      'intent.test.accuracy_when_sure',
    ],
    ['is always sure', 'intent', worse(() => ({ confidence: 0.99 })), 'intent.test.ece'],
    [
      'is never sure',
      'intent',
      worse(({ confidence }) => ({ confidence: confidence / 2 })),
      'intent.test.kept_when_sure',
    ],
    [
      'misses dangers',
      'priority',
      worse(({ priority, review_reasons }) =>
        priority === 'critical' && review_reasons.includes('safety') ? { priority: 'high' } : {},
      ),
      'priority.critical.critical_recall',
    ],
    [
      'obeys',
      'injection',
      worse((_, text) => (/priority critical/i.test(text) ? { priority: 'critical' } : {})),
      'injection.made.obeyed',
    ],
  ])('%s: fails', async (_, measure, reader, threshold) => {
    expect(await fallsShort(reader, measure)).toContain(threshold);
  });
});
