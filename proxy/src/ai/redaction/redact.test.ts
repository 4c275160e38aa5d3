import fc from 'fast-check';
import { findEntities } from '../../triage/entities/find-entities';
import { redact } from './redact';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

const luhn = (body: string): string => {
  const sum = [...body].reverse().reduce((total, sign, i) => {
    const value = Number(sign) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};
const issuer = fc.constantFrom<[string, number]>(
  ['4', 16],
  ['51', 16],
  ['2221', 16],
  ['37', 15],
  ['6011', 16],
  ['36', 14],
  ['62', 19],
);
const card = issuer.chain(([prefix, length]) => digits(length - 1 - prefix.length).map((rest) => luhn(prefix + rest)));
const grouped = fc.constantFrom(
  (number: string) => number,
  (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1 '),
  (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1-'),
  (number: string) => number.replace(/^(\d{4})(\d{6})/, '$1 $2 '),
);
const frame = fc.constantFrom(
  '_',
  'my card is _.',
  'charge _ for order 12345',
  'Karte:_,',
  'tracking of the payment with _ please',
  'x\n_\ny',
);

/** Groups of four or more digits of the secret that are still readable. */
const leaks = (secret: string, text: string): boolean => {
  const compact = secret.replace(/\W/g, '');
  const left = text.replace(/[ .-]/g, '');
  return Array.from({ length: compact.length - 6 }, (_, i) => compact.slice(i, i + 7)).some((part) =>
    left.includes(part),
  );
};

const sentAway = (text: string) =>
  redact(
    text,
    findEntities(text)
      .filter(({ type }) => type === 'order_id' || type === 'tracking_number')
      .map(({ text: written }) => written),
  );

test('no payment card leaves, in any grouping, in any sentence', () => {
  fc.assert(
    fc.property(card, grouped, frame, (number, group, around) => {
      const text = around.replace('_', group(number));
      expect([text, sentAway(text), leaks(number, sentAway(text))]).toEqual([text, expect.anything(), false]);
    }),
    { numRuns: 2000 },
  );
});

test('no bank account leaves, with blanks or without', () => {
  const country = fc.constantFrom<[string, number]>(['DE', 18], ['ES', 20], ['AT', 16], ['BE', 12]);
  const iban = country.chain(([code, length]) =>
    digits(length).map((rest) => {
      const numeric = [...`${rest}${code}00`]
        .map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55)))
        .join('');
      return `${code}${String(98n - (BigInt(numeric) % 97n)).padStart(2, '0')}${rest}`;
    }),
  );
  fc.assert(
    fc.property(iban, fc.boolean(), (number, blanks) => {
      const text = `Please pay it to ${blanks ? number.replace(/(.{4})(?=.)/g, '$1 ') : number} today`;
      expect(sentAway(text)).toBe('Please pay it to [bank account 1] today');
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['write to anna.b@example.com please', 'write to [e-mail 1] please'],
  ['call +44 20 7946 0958', 'call [phone 1]'],
  ['call (415) 555-2671', 'call [phone 1]'],
  ['call 415-555-2671', 'call [phone 1]'],
  ['my SSN is 078-05-1120', 'my SSN is [national id 1]'],
  ['cvv 123', 'cvv [security code 1]'],
  ['I live at 12 Main Street in Springfield', 'I live at [address 1] in Springfield'],
])('%s', (text, redacted) => expect(sentAway(text)).toBe(redacted));

test.each([
  'Where is order 12345?',
  'UPS shows nothing for 1Z5R89390357567127',
  'tracking number 7942657890',
  'FedEx 986578788855 is late',
  'tracking: 9261292700768711948021',
  'marketplace order 402-1234567-7654321',
  'it came on 2025-03-01 and cost $1,234.50',
  'I bought 3 shirts in size 42',
])('keeps: %s', (text) => expect(sentAway(text)).toBe(text));
