import fc from 'fast-check';
import { triageOffline } from '../triage-offline';
import { isCriticalMatter } from './critical-matters';
import { readSignals } from './read-signals';
import * as de from './sentences/de.fixture';
import * as en from './sentences/en.fixture';
import * as es from './sentences/es.fixture';
import * as fr from './sentences/fr.fixture';

const LANGUAGES = { en, es, fr, de };
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const criticalOf = ({ CRITICAL }: { CRITICAL: Readonly<Record<string, string>> }) =>
  Object.entries(CRITICAL).flatMap(([reason, lines]) => linesOf(lines).map((line) => [reason, line] as const));
const isCritical = (text: string): boolean => isCriticalMatter(readSignals(text));

describe.each(Object.entries(LANGUAGES))('%s', (_, sentences) => {
  test('there are enough sentences of both kinds', () => {
    expect(new Set(criticalOf(sentences).map(([, line]) => line)).size).toBeGreaterThanOrEqual(120);
    expect(new Set(linesOf(sentences.HARMLESS)).size).toBeGreaterThanOrEqual(120);
  });

  test('every critical sentence is critical, goes to a person and says why', () => {
    const wrong = criticalOf(sentences).filter(([reason, text]) => {
      const { priority, review_reasons } = triageOffline({ channel: 'email', text });
      const reasons: readonly string[] = review_reasons;
      return priority !== 'critical' || !reasons.includes(reason);
    });
    expect(wrong).toEqual([]);
  });

  test('no harmless sentence is critical', () => expect(linesOf(sentences.HARMLESS).filter(isCritical)).toEqual([]));
});

const all = Object.values(LANGUAGES);
const critical = fc.constantFrom(...all.flatMap((sentences) => criticalOf(sentences).map(([, line]) => line)));
const harmless = fc.constantFrom(...all.flatMap((sentences) => linesOf(sentences.HARMLESS)));

test('manners around it never make a critical matter uncritical', () => {
  const opening = fc.constantFrom(
    'Hello,',
    'Good morning!',
    'Dear team, I hope you are well.',
    'Hola, buenas tardes.',
    'Guten Tag,',
  );
  const closing = fc.constantFrom(
    'Thank you very much.',
    'Kind regards',
    'Could you please help me?',
    'Muchas gracias',
    'Merci !',
  );
  fc.assert(
    fc.property(opening, critical, closing, (before, matter, after) =>
      expect([matter, isCritical(`${before}\n${matter}\n${after}`)]).toEqual([matter, true]),
    ),
  );
});

test('a harmless sentence before it never hides a critical matter', () => {
  fc.assert(
    fc.property(harmless, critical, (before, matter) =>
      expect([matter, isCritical(`${before}\n\n${matter}`)]).toEqual([matter, true]),
    ),
  );
});

test('a quoted mail changes nothing, whatever stands in it', () => {
  const read = (text: string) => {
    const { priority, sentiment, review_reasons, order_id } = triageOffline({ channel: 'email', text });
    return { priority, sentiment, review_reasons, order_id };
  };
  fc.assert(
    fc.property(harmless, critical, (own, quoted) => {
      const thread = `${own}\n\nOn Tue, Feb 4, 2025 at 8:01 PM Shop <hi@shop.example> wrote:\n> ${quoted}`;
      expect(read(thread)).toEqual(read(own));
    }),
  );
});

test('hostile lengths are read in bounded time', () => {
  for (const unit of [
    'my card was ',
    'charged for the ',
    '12.00 and ',
    'not any ',
    'if it ',
    'smoke from ',
    'my hand ',
    'a\n',
    'i will ',
    '. ? ',
  ]) {
    expect(isCriticalMatter(readSignals(unit.repeat(Math.ceil(200_000 / unit.length))))).toBeDefined();
  }
});
