import { join } from 'node:path';
import { createContext, readResx } from '../../mocks';
import { formatsOf } from '../../shared/formats';
import { wordsOf } from '../../shared/words';
import { speechOf } from './speech';

const resx = readResx(join(__dirname, '..'));
const speech = (languageId: number, locale: string) => {
  const context = createContext({ parameters: {}, resx, languageId, timeZoneOffsetMinutes: 60 });
  return speechOf(wordsOf(context), formatsOf(context), locale);
};
const english = speech(1033, 'en-US');
const { FINDINGS } = jest.requireActual<{ FINDINGS: readonly string[] }>('../../../proxy/src/contract/order-context');
const { PARCEL_STATUSES } = jest.requireActual<{ PARCEL_STATUSES: readonly string[] }>(
  '../../../proxy/src/contract/vocabulary',
);

it('a state without a text of its own is told in its own words', () => {
  expect(english.state('Order', 'waiting_for_stock')).toBe('waiting for stock');
  expect(english.state('Parcel', 'out_for_delivery')).toBe('Out for delivery');
});

it.each([
  ['Parcel', PARCEL_STATUSES],
  ['Finding', FINDINGS],
  ['Charge', ['succeeded', 'pending', 'failed', 'reserved']],
] as const)('every word of the service for %s has a text, and there is a word for every text', (kind, words) => {
  const prefix = `OrderContext_${kind}_`;
  const texts = Object.keys(resx[1033] ?? {}).filter((key) => key.startsWith(prefix));
  expect(texts.map((key) => key.slice(prefix.length)).sort()).toEqual([...words].sort());
});

it('money has the decimals of its currency', () => {
  expect(english.money({ amount: 5000, currency: 'JPY' })).toBe('¥5,000');
  expect(english.money({ amount: 1.5, currency: 'KWD' })).toBe('KWD\u00a01.500');
  expect(speech(3082, 'es-ES').money({ amount: 1234.5, currency: 'EUR' })).toBe('1234,50\u00a0€');
});

it('a day is the same in every time zone; what is none is shown as it came', () => {
  expect(english.day('2026-03-01')).toBe('Sun, Mar 1');
  expect(english.day('2026-13-01')).toBe('2026-13-01');
  expect(english.day('end of the week')).toBe('end of the week');
});

it('a scan has its time in the user’s zone, else as the carrier wrote it, else none', () => {
  const at = new Date('2026-03-01T23:30:00Z');
  expect(english.scanTime({ text: 'Scan', at, localTime: '18:30' })).toBe('3/2/26 12:30 AM');
  expect(english.scanTime({ text: 'Scan', localTime: '2026-03-01 18:30' })).toBe('2026-03-01 18:30');
  expect(english.scanTime({ text: 'Scan' })).toBe('');
});
