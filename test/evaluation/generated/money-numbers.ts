import { drawDigits, pick, type Random } from './parcel-numbers';

/** Prefixes and lengths of cards as their issuers publish them. */
export const CARD_ISSUERS: readonly { issuer: string; prefixes: readonly string[]; lengths: readonly number[] }[] = [
  { issuer: 'Visa', prefixes: ['4'], lengths: [13, 16, 19] },
  { issuer: 'Mastercard', prefixes: ['51', '52', '53', '54', '55', '2221', '2345', '2720'], lengths: [16] },
  { issuer: 'American Express', prefixes: ['34', '37'], lengths: [15] },
  { issuer: 'Diners Club', prefixes: ['300', '305', '3095', '36', '38', '39'], lengths: [14, 16, 19] },
  { issuer: 'Discover', prefixes: ['6011', '644', '649', '65'], lengths: [16, 17, 18, 19] },
  { issuer: 'JCB', prefixes: ['3528', '3589'], lengths: [16, 17, 18, 19] },
  { issuer: 'UnionPay', prefixes: ['62', '81'], lengths: [16, 17, 18, 19] },
  {
    issuer: 'Maestro',
    prefixes: ['5018', '5020', '5038', '5893', '6304', '6759', '6761', '6763'],
    lengths: [12, 13, 14, 15, 16, 17, 18, 19],
  },
  { issuer: 'Mir', prefixes: ['2200', '2204'], lengths: [16, 17, 18, 19] },
  { issuer: 'RuPay', prefixes: ['60', '6521', '82'], lengths: [16] },
];

/** Appends the check digit of ISO/IEC 7812-1: from the right every second digit doubled, the sum a multiple of ten. */
function withCheckDigit(body: string): string {
  let sum = 0;
  for (let i = body.length - 1, doubles = true; i >= 0; i -= 1, doubles = !doubles) {
    const digit = Number(body[i]) * (doubles ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return `${body}${(10 - (sum % 10)) % 10}`;
}

export function drawCard(random: Random): { kind: string; number: string } {
  const { issuer, prefixes, lengths } = pick(random, CARD_ISSUERS);
  const prefix = pick(random, prefixes);
  return {
    kind: issuer,
    number: withCheckDigit(prefix + drawDigits(random, pick(random, lengths) - prefix.length - 1)),
  };
}

/**
 * Account numbers behind country and check digits: n for digits, a for capital letters, c for both, as the registry of
 * ISO 13616 writes them.
 */
export const ACCOUNT_FORMS: Readonly<Record<string, string>> = {
  ...{ AD: '8n12c', AE: '19n', AL: '8n16c', AT: '16n', AZ: '4a20c', BA: '16n', BE: '12n', BG: '4a6n8c', BH: '4a14c' },
  ...{
    BR: '23n1a1c',
    BY: '4c4n16c',
    CH: '5n12c',
    CR: '18n',
    CY: '8n16c',
    CZ: '20n',
    DE: '18n',
    DK: '14n',
    DO: '4c20n',
  },
  ...{ DZ: '22n', EE: '16n', EG: '25n', ES: '20n', FI: '14n', FO: '14n', FR: '10n11c2n', GB: '4a14n', GE: '2a16n' },
  ...{ GI: '4a15c', GL: '14n', GR: '7n16c', GT: '4c20c', HR: '17n', HU: '24n', IE: '4a14n', IL: '19n', IQ: '4a15n' },
  ...{ IR: '22n', IS: '22n', IT: '1a10n12c', JO: '4a4n18c', KW: '4a22c', KZ: '3n13c', LB: '4n20c', LC: '4a24c' },
  ...{
    LI: '5n12c',
    LT: '16n',
    LU: '3n13c',
    LV: '4a13c',
    MA: '24n',
    MC: '10n11c2n',
    MD: '2c18c',
    ME: '18n',
    MK: '3n10c2n',
  },
  ...{
    MR: '23n',
    MT: '4a5n18c',
    MU: '4a19n3a',
    MZ: '21n',
    NL: '4a10n',
    NO: '11n',
    PK: '4a16c',
    PL: '24n',
    PS: '4a21c',
  },
  ...{ PT: '21n', QA: '4a21c', RO: '4a16c', RS: '18n', SA: '2n18c', SC: '4a20n3a', SE: '20n', SI: '15n', SK: '20n' },
  ...{
    SM: '1a10n12c',
    SV: '4a20n',
    TL: '19n',
    TN: '20n',
    TR: '5n1n16c',
    UA: '6n19c',
    VA: '18n',
    VG: '4a16n',
    XK: '16n',
  },
};

const SIGNS: Readonly<Record<string, string>> = {
  n: '0123456789',
  a: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  // Letters are allowed there, but few banks use them.
  c: '0123456789012345678901234567890123456789ABCDEFGHJKLMNPQRSTUVWXYZ',
};

/** An account number with the check digits of ISO/IEC 7064 (98 minus the remainder by 97). */
export function drawIban(random: Random): { kind: string; number: string } {
  const country = pick(random, Object.keys(ACCOUNT_FORMS));
  const account = [...(ACCOUNT_FORMS[country] ?? '').matchAll(/(\d+)([nac])/g)]
    .flatMap(([, count, sign]) =>
      Array.from({ length: Number(count) }, () => pick(random, [...(SIGNS[sign ?? 'n'] ?? '')])),
    )
    .join('');
  // Form pairs of the registry that the account's own rules narrow down are left to the bank.
  const numeric = [...`${account}${country}00`].map((sign) => String(parseInt(sign, 36))).join('');
  const check = 98n - (BigInt(numeric) % 97n);
  return { kind: country, number: `${country}${String(check).padStart(2, '0')}${account}` };
}

const every = (number: string, size: number, between: string): string =>
  number.match(new RegExp(`.{1,${size}}`, 'g'))?.join(between) ?? number;

/** Ways to write a long number down. */
export const GROUPINGS: Readonly<Record<string, (number: string, random: Random) => string>> = {
  'in one': (number) => number,
  'in fours': (number) => every(number, 4, ' '),
  'in fours with dashes': (number) => every(number, 4, '-'),
  'in fours with dots': (number) => every(number, 4, '.'),
  'no-break blanks': (number) => every(number, 4, '\u00A0'),
  'thin blanks': (number) => every(number, 4, '\u2009'),
  'long dashes': (number) => every(number, 4, '\u2013'),
  'blank, dash, blank': (number) => every(number, 4, ' - '),
  'in pairs': (number) => every(number, 2, ' '),
  'sign by sign': (number) => every(number, 1, ' '),
  'unequal groups': (number, random) => {
    const cut = 3 + Math.floor(random() * (number.length - 6));
    return `${number.slice(0, cut)} ${number.slice(cut)}`;
  },
  'over a broken line': (number) => every(number, 8, '\n'),
  'over a broken quoted line': (number) => every(number, 8, '\n> '),
  'hidden signs': (number) => every(number, 4, '\u200B'),
  'full width': (number) => number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  'Arabic digits': (number) => number.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  'small letters': (number) => every(number.toLowerCase(), 4, ' '),
};

/** Ways only digits are dictated. */
export const DICTATIONS: Readonly<Record<string, (number: string) => string>> = {
  'in fours with "then"': (number) => every(number, 4, ' then '),
  'in fours with "luego"': (number) => every(number, 4, ' luego '),
  'four, six, rest': (number) => number.replace(/^(.{4})(.{6})(.+)$/, '$1 $2 $3'),
};
