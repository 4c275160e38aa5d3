import fc from 'fast-check';
import { findEntities } from '../../triage/entities/find-entities';
import { orderAndParcelNumbers } from './kept-words';
import { namesOfSender } from './known-names';
import { openRedaction } from './open-redaction';
import { redact } from './redact';

const keptOf = (text: string): string[] => orderAndParcelNumbers(findEntities(text));
const sentAway = (text: string): string => redact(text, keptOf(text));

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

const withLuhnDigit = (body: string): string => {
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
  ['6759', 12],
  ['4', 13],
);
const card = issuer.chain(([prefix, length]) =>
  digits(length - 1 - prefix.length).map((rest) => withLuhnDigit(prefix + rest)),
);
const groups = (between: string) => (number: string) => number.replace(/(\d{4})(?=\d)/g, `$1${between}`);
const grouped = fc.constantFrom(
  ...['', ' ', '-', '\u00A0', '\u2011', ' - ', '.', '\n', '\n> ', '\u200B', ' then ', ' y luego '].map(groups),
  (number: string) => number.replace(/^(\d{4})(\d{6})/, '$1 $2 '),
  (number: string) => [...number].join(' '),
  (number: string) => number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (number: string) => number.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
);
const frame = fc.constantFrom(
  '_',
  'my card is _.',
  'charge _ for order 12345',
  'Karte:_,',
  'tracking of the payment with _ please',
  'x\n_\ny',
  'paid 20,50 € with _ exp 12/27',
  'on 2025-03-01 at 10:30 with _, order 4242',
);

/** Whether seven digits in a row of the secret can still be read. */
const leaks = (secret: string, text: string): boolean => {
  const left = text.normalize('NFKC').replace(/\D/g, '');
  return Array.from({ length: secret.length - 6 }, (_, i) => secret.slice(i, i + 7)).some((part) =>
    left.includes(part),
  );
};

test('no payment card leaves, in any grouping, in any sentence', () => {
  fc.assert(
    fc.property(card, grouped, frame, (number, group, around) => {
      const text = around.replace('_', group(number));
      expect([text, sentAway(text), leaks(number, sentAway(text))]).toEqual([text, expect.anything(), false]);
    }),
    { numRuns: 1000 },
  );
});

test('a card with a wrong check digit is taken out as well, whole', () => {
  fc.assert(
    fc.property(digits(12), fc.constantFrom(' ', '-', '', '.'), (rest, between) => {
      const text = `please charge ${groups(between)(`9${rest}123`)} again`;
      expect(sentAway(text)).toBe('please charge [card 1] again');
    }),
    { numRuns: 300 },
  );
});

test('no bank account leaves, in groups and small letters too', () => {
  const country = fc.constantFrom<[string, number]>(['DE', 18], ['ES', 20], ['AT', 16], ['BE', 12], ['NO', 11]);
  const iban = country.chain(([code, length]) =>
    digits(length).map((rest) => {
      const numeric = [...`${rest}${code}00`]
        .map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55)))
        .join('');
      return `${code}${String(98n - (BigInt(numeric) % 97n)).padStart(2, '0')}${rest}`;
    }),
  );
  const between = fc.constantFrom('', ' ', '-', '.', '\u00A0', '\n');
  fc.assert(
    fc.property(iban, between, fc.boolean(), (number, sign, small) => {
      const written = number.replace(/(.{4})(?=.)/g, `$1${sign}`);
      const text = `Please pay it to ${small ? written.toLowerCase() : written} today`;
      expect(sentAway(text)).toBe('Please pay it to [bank account 1] today');
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['IBAN DE89 3704 0044 0532 0130 01, thanks', 'IBAN [bank account 1], thanks'],
  ['card 4242 4242 4242 4242 12/27 123', 'card [card 1] 12/27 [security code 1]'],
  ['cvv 123', 'cvv [security code 1]'],
  ['the security code on the back is 1 2 3', 'the security code on the back is [security code 1]'],
  ['123 is my CVC', '[security code 1] is my CVC'],
  ['el código de seguridad es 456', 'el código de seguridad es [security code 1]'],
  ['Prüfnummer: 789', 'Prüfnummer: [security code 1]'],
  ['my SSN is 078-05-1120', 'my SSN is [national id 1]'],
  ['social security number 078051120', 'social security number [national id 1]'],
  ['mi DNI es 12345678-Z', 'mi DNI es [national id 1]'],
  ['soy 12345678Z', 'soy [national id 1]'],
  ['AB 12 34 56 C', '[national id 1]'],
  ['my SIN is 046 454 286', 'my SIN is [national id 1]'],
  ['Steuer-ID 12 345 678 901', 'Steuer-ID [national id 1]'],
  ['numéro de sécurité sociale 1 85 05 78 006 084 36', 'numéro de sécurité sociale [national id 1]'],
  ['born on 12/03/1985', 'born on [birth date 1]'],
  ['née le 12 mars 1985', 'née le [birth date 1]'],
  ['write to anna.b@example.com please', 'write to [e-mail 1] please'],
  ['anna.b at example dot com', '[e-mail 1]'],
  ['anna [at] example.co.uk', '[e-mail 1]'],
  ['call +44 20 7946 0958', 'call [phone 1]'],
  ['ring 0034 612 345 678', 'ring [phone 1]'],
  ['call (415) 555-2671', 'call [phone 1]'],
  ['call 415-555-2671', 'call [phone 1]'],
  ['my number is 020 7946 0958', 'my number is [phone 1]'],
  ['Tel.: 0171/1234567', 'Tel.: [phone 1]'],
  ['llámame al 612 34 56 78', 'llámame al [phone 1]'],
  ['06 12 34 56 78', '[phone 1]'],
  ['call me on 5551234', 'call me on [phone 1]'],
  ['I live at 12 Main Street in Springfield', 'I live at [address 1] in Springfield'],
  ['it is 12 main street, apt 4', 'it is [address 1]'],
  ['calle de Alcalá, n.º 5, 28013 Madrid', '[address 1], [address 2]'],
  ['12 bis, rue de la Paix, 75002 Paris', '[address 1], [address 2]'],
  ['Anna Miller\nHauptstraße 5a\n10115 Berlin', 'Anna Miller\n[address 1]\n[address 2]'],
  ['London NW1 6XE', 'London [address 1]'],
  ['what is 1234567890', 'what is [number 1]'],
])('%s', (text, redacted) => expect(sentAway(text)).toBe(redacted));

test.each([
  'Where is order 12345?',
  'orders 5001, 5002, 5003 and 5004',
  'UPS shows nothing for 1Z5R89390357567127',
  'tracking number 7942657890',
  'FedEx 986578788855 is late, 2 days already',
  'tracking: 9261292700768711948021',
  'marketplace order 402-1234567-7654321',
  'it came on 2025-03-01 and cost $1,234.50',
  'on 2025-03-01 2025-03-02 2025-03-03 at 10:30:15',
  'bought 2 for 45.99 and 3 for 30.50 on 12.12.2025 at 15:45',
  'I bought 3 shirts in size 42',
  'sizes 36-38-40-42-44-46-48',
  'EAN 4006381333931, article no. 123456789',
  '12 days on the way, 2 weeks down the road',
  'look at the example dot',
  'sin 12345 nunca',
])('keeps: %s', (text) => expect(sentAway(text)).toBe(text));

test('equal values have one placeholder over several texts, and what may be repeated comes back', () => {
  const { redact: take, restore } = openRedaction([]);
  expect(take('Anna.B@example.com')).toBe('[e-mail 1]');
  expect(take('c@d.com, anna.b@example.com, +44 20 7946 0958')).toBe('[e-mail 2], [e-mail 1], [phone 1]');
  expect(restore('We write to [e-mail 2] or call [phone 1].')).toBe('We write to c@d.com or call +44 20 7946 0958.');
});

test('cards, security codes, bank accounts and national ids never come back, nor what was not given out', () => {
  const { redact: take, restore } = openRedaction([]);
  const redacted = take('4242 4242 4242 4242 cvv 123, DE89370400440532013000, SSN 078-05-1120');
  expect(redacted).toBe('[card 1] cvv [security code 1], [bank account 1], SSN [national id 1]');
  expect(restore(`${redacted} [phone 7]`)).toBe(`${redacted} [phone 7]`);
});

test('words in the form of a placeholder do not reveal anything', () => {
  const { redact: take, restore } = openRedaction([]);
  expect(take('[e-mail 1] is a@b.com')).toBe('[text 1] is [e-mail 1]');
  expect(restore('[text 1] is [e-mail 1]')).toBe('[e-mail 1] is a@b.com');
});

test('an order number does not open the card it is a part of', () => {
  const text = 'order 4242 was paid with 4242 4242 4242 4242';
  expect(redact(text, ['order 4242'])).toBe('order 4242 was paid with [card 1]');
  expect(redact(text, ['4242'])).toBe('order 4242 was paid with [card 1]');
});

const senderOf = (from: string) => (text: string) => openRedaction(keptOf(text), namesOfSender(from)).redact(text);

test.each([
  ['my name is Maria Lopez-Garcia and I wait', 'my name is [name 1] and I wait'],
  ['my name is john smith and i wait', 'my name is [name 1] and i wait'],
  ['I am Peter Schmidt.', 'I am [name 1].'],
  ['Hi, this is Ana.', 'Hi, this is [name 1].'],
  ['Soy Ana García y me llamo así', 'Soy [name 1] y me llamo [name 2]'],
  ["Je m'appelle Luc Dupont.", "Je m'appelle [name 1]."],
  ['Je suis Marie.', 'Je suis [name 1].'],
  ['ich heiße Anna Schmidt, mein Name ist Uwe Kaiser.', 'ich heiße [name 1], mein Name ist [name 2].'],
  ['for my daughter Julia Lopez and Mr Evans', 'for my daughter [name 1] and Mr [name 2]'],
  ['Where is it?\n\nSandra Wilkes', 'Where is it?\n\n[name 1]'],
  ['Where is it?\n\nPeter Schmidt | Head of Sales', 'Where is it?\n\n[name 1] | Head of Sales'],
  ['password: hunter2, and pin 1234', 'password: [password 1], and pin [security code 1]'],
  ['My password is Swordfish.', 'My password is [password 1].'],
  ['account 12345678', 'account [bank account 1]'],
  ['my login is maria.l', 'my login is [user name 1]'],
  ['paypal.me/maria.lopez or @maria_lopez', '[user name 1] or [user name 2]'],
  ['from 192.168.3.4', 'from [ip address 1]'],
  ['at Flat 3, Rose House, Oxford', 'at [address 1]'],
  ['Rua das Flores 12 or 5 The Green or house 12', '[address 1] or [address 2] or [address 3]'],
  ['order 123-45-6789', 'order [national id 1]'],
])('takes out: %s', (text, redacted) => expect(sentAway(text)).toBe(redacted));

test.each([
  'I forgot my password and the password reset is not working. My password is wrong.',
  'I am Very Angry. This is Urgent. This is Order 12345. I am German.',
  'my name is not on the label. My name is spelled wrong',
  'Where is it?\nThank You',
  'Version 1.2.3.4, the flat 3 pack, from House of Fraser',
])('leaves what is no name, password or address: %s', (text) => expect(sentAway(text)).toBe(text));

test('the sender’s name goes out in whatever case and accents, ordinary words that are names stay', () => {
  const maria = senderOf('"López, María" <m.l@example.com>');
  expect(maria('hi maria lopez here, MARÍA LÓPEZ; Lopez')).toBe('hi [name 1] here, [name 1]; [name 2]');
  expect(senderOf('maria.lopez@example.com')('maria lopez waits')).toBe('[name 1] waits');
  const will = senderOf('Will Price <w@example.com>');
  const asks = 'When will it come and what price did I pay? Will it come? Price is fine.';
  expect(will(asks)).toBe(asks);
  expect(will('Will Price waits')).toBe('[name 1] waits');
  expect(senderOf('info@example.com')('send info to Info')).toBe('send info to Info');
});

const bits = fc.constantFrom(
  ...['order ', '#', '12345', '1Z', '5R89390357567127', ' ', '\n', '-', '.', ',', '@', 'a', '$', '20', '/', '+1', '('],
  ...['4242 4242 4242 4242', 'DE89370400440532013000', 'b@c.de', 'tracking ', '986578788855', '[e-mail 1]', 'cvv '],
  ...['12 Main Street', '10115 Berlin', 'SSN ', 'call ', '0171 1234567', '\uD835', 'é'],
);
/** Numbers that stand on their own: of digits that run into each other nobody can say whose they are. */
const apartText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.tuple(bits, fc.constantFrom(' and ', ' so\n', '; ')), { maxLength: 30 })
    .map((all) => all.flat().join('')),
);

test('order and parcel numbers stay readable; what comes back is what was there', () => {
  fc.assert(
    fc.property(apartText, (text) => {
      const kept = keptOf(text);
      const redaction = openRedaction(kept);
      const redacted = redaction.redact(text);
      for (const words of kept) {
        if (/[a-z]/i.test(words) || words.replace(/\D/g, '').length < 12) {
          expect([text, redacted.includes(words)]).toEqual([text, true]);
        }
      }
      // Redacting twice finds nothing more, apart from the placeholders themselves.
      expect(redact(redacted, kept).replace(/\[text \d+\]/g, '')).not.toMatch(/\[(?:card|bank account) \d+\]/);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['digits', '4'],
  ['spaced digits', '4 '],
  ['groups', '4242 '],
  ['groups with words', '4242 then '],
  ['account starts', 'DE89 '],
  ['orders', 'order 12345 '],
  ['lists of orders', 'order 12345 and '],
  ['at', 'a at '],
  ['dots', 'a@b.'],
  ['brackets', '(030) '],
  ['plus', '+1 '],
  ['streets', '12 Main '],
  ['calles', 'calle de '],
  ['rues', '12 rue de la '],
  ['names', 'cvv is '],
  ['calls', 'call me on '],
  ['births', 'born on the '],
  ['blanks', ' '],
  ['lines', '12345\n'],
  ['name lines', 'Anna\n'],
  ['introductions', 'my name is '],
  ['titles', 'I am Anna Maria '],
  ['passwords', 'password '],
  ['handles', '@a'],
  ['dotted', '1.'],
  ['hex', 'a1:'],
  ['flats', 'Flat 3, Rose '],
  ['accounts', 'account number '],
])('200,000 characters of hostile text are read: %s', (_, bit) => {
  // A pattern that is not linear runs into the time limit of the test.
  expect(typeof senderOf('Anna Maria <a@b.de>')(bit.repeat(Math.ceil(200_000 / bit.length)))).toBe('string');
});
