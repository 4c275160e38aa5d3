import fc from 'fast-check';
import { findEntities } from './find-entities';

const trackingNumbers = (text: string) =>
  findEntities(text)
    .filter(({ type }) => type === 'tracking_number')
    .map(({ value }) => value);

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** UPS: letters count (code - 63) mod 10, every second place doubled, the sum filled up to a multiple of ten. */
function upsNumber(body: string): string {
  const sum = [...body].reduce((total, sign, i) => {
    const value = /\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10;
    return total + value * (i % 2 === 1 ? 2 : 1);
  }, 0);
  return `1Z${body}${(10 - (sum % 10)) % 10}`;
}
/** FedEx Express: weights 3, 1, 7 from the left, modulo 11, then modulo 10. */
function fedexNumber(body: string): string {
  const sum = [...body].reduce((total, sign, i) => total + Number(sign) * ([3, 1, 7][i % 3] ?? 0), 0);
  return `${body}${(sum % 11) % 10}`;
}
/** Post (UPU S10): weights 8 6 4 2 3 5 9 7, 11 minus the remainder, 10 and 11 become 0 and 5. */
function postalNumber(body: string): string {
  const sum = [...body].reduce((total, sign, i) => total + Number(sign) * ([8, 6, 4, 2, 3, 5, 9, 7][i] ?? 0), 0);
  const check = 11 - (sum % 11);
  return `RB${body}${check === 10 ? 0 : check === 11 ? 5 : check}GB`;
}
const withOtherCheckDigit = (number: string, at: number, by: number): string =>
  number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);

const ups = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'), minLength: 6, maxLength: 6 }),
    digits(9),
  )
  .map(([shipper, rest]) => upsNumber(shipper + rest));
const by = fc.integer({ min: 1, max: 9 });
const frame = fc.constantFrom(
  '_',
  'UPS shows nothing for _ since Monday',
  'where is _?',
  'tracking number: _.',
  'It is _\nthanks',
);

test('UPS numbers with a right check digit are found, also in groups and small letters; others are refused', () => {
  fc.assert(
    fc.property(ups, frame, by, (number, around, step) => {
      expect(trackingNumbers(around.replace('_', number))).toEqual([number]);
      expect(trackingNumbers(around.replace('_', number.toLowerCase()))).toEqual([number]);
      expect(trackingNumbers(around.replace('_', number.replace(/(.{2})(.{3})(.{3})(.*)/, '$1 $2 $3 $4')))).toEqual([
        number,
      ]);
      expect(trackingNumbers(around.replace('_', withOtherCheckDigit(number, 17, step)))).toEqual([]);
    }),
  );
});

test('a UPS number whose digits look like a payment card is one all the same', () => {
  expect(trackingNumbers('1ZWNA6670863345900')).toEqual(['1ZWNA6670863345900']);
  expect(trackingNumbers('where is 1Z WNA 667 0863345900?')).toEqual(['1ZWNA6670863345900']);
});

test('FedEx numbers need a right check digit and a word near by', () => {
  fc.assert(
    fc.property(digits(11), by, (body, step) => {
      const number = fedexNumber(body);
      expect(trackingNumbers(`FedEx tracking ${number} is stuck`)).toEqual([number]);
      expect(trackingNumbers(`my parcel is stuck: ${number}`)).toEqual([number]);
      expect(trackingNumbers(number)).toEqual([]);
      const mutated = withOtherCheckDigit(number, 11, step);
      expect(trackingNumbers(`FedEx tracking ${mutated} is stuck`)).toEqual([]);
    }),
  );
});

test('postal numbers are found alone and refused with another check digit', () => {
  fc.assert(
    fc.property(digits(8), by, (body, step) => {
      const number = postalNumber(body);
      expect(trackingNumbers(`It is ${number}`)).toEqual([number]);
      expect(trackingNumbers(`It is ${withOtherCheckDigit(number, 10, step)}`)).toEqual([]);
    }),
  );
});

test('ten digits need a tracking word directly before them', () => {
  expect(trackingNumbers('my tracking number is 7942657890')).toEqual(['7942657890']);
  expect(trackingNumbers('FedEx 7942657890')).toEqual(['7942657890']);
  expect(trackingNumbers('call me on 7942657890')).toEqual([]);
  expect(trackingNumbers('order 7942657890')).toEqual([]);
  expect(trackingNumbers('7942657890')).toEqual([]);
});

test('a payment card is never a parcel', () => {
  expect(trackingNumbers('my card 378282246310005 paid for the package')).toEqual([]);
  expect(trackingNumbers('I paid for the parcel with 4111 1111 1111 1111 12 26')).toEqual([]);
});

test.each([
  'it came on 2025-03-01 2025-03-02 2025-03-03',
  'my parcel: call +49 171 1234532',
  'the EAN on the parcel is 4006381333931',
])('no parcel number in: %s', (text) => expect(trackingNumbers(text)).toEqual([]));

test('a word such as "tracking" directly before outweighs a word about paying near by', () => {
  expect(trackingNumbers("Le numéro de suivi est 599886149221372. J'ai payé 20 €.")).toEqual(['599886149221372']);
});

test('a tracking number is no order number', () => {
  const found = findEntities('order 1Z5R89390357567127 please');
  expect(found.map(({ type }) => type)).toEqual(['tracking_number']);
});
