import type { Finder } from '../../triage/entities/found';
import { findPhoneNumbers } from '../../triage/entities/phone-numbers';
import { countDigits, findPersonal } from './personal-data';

const ADDRESS = /(?<![\p{L}\d.%+_-])[\p{L}\d.%+_-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,5}/giu;
const TOP_LEVEL = '(?:com|net|org|info|biz|io|co|me|edu|gov|eu|uk|us|de|es|fr|it|nl|at|ch|be|pt|ie|in|mx|ar|ca|au)';
const AT_IN_BRACKETS = '(?: ?[\\[({<] ?(?:at|@|a|arroba|arobase|ät) ?[\\])}>] ?| ?@ ?)';
const AT = `(?:${AT_IN_BRACKETS}| (?:at|@|arroba|arobase|klammeraffe) )`;
const DOT_IN_BRACKETS = ' ?[\\[({<] ?(?:dot|\\.|punto|point|punkt) ?[\\])}>] ?';
const DOT = `(?:${DOT_IN_BRACKETS}| (?:dot|punto|point|punkt) )`;
/** "anna.b at example dot com", "anna [at] example.com". */
const SPELLED = new RegExp(
  `(?<![\\p{L}\\d.%+_-])[\\p{L}\\d.%+_-]{1,64}(?:${AT}[\\p{L}\\d.-]{1,63}${DOT}(?:[\\p{L}\\d-]{1,63}${DOT})?|${AT_IN_BRACKETS}[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){0,2}\\.)${TOP_LEVEL}(?![\\p{L}\\d])`,
  'giu',
);

/** E-mail addresses, also those written out so that no machine reads them. */
export const findWrittenEmailAddresses: Finder = (text) => [
  ...findPersonal(text, ADDRESS),
  ...findPersonal(text, SPELLED),
];

const IP_ADDRESSES = [
  /(?<![\d.]|[vV]ersion |[vV])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/g,
  /(?<![\p{L}\d:])(?:[\da-f]{1,4}:){5,7}[\da-f]{1,4}(?![\p{L}\d:])/giu,
];
/** Addresses of machines, which tell a household. */
export const findIpAddresses: Finder = (text) => IP_ADDRESSES.flatMap((pattern) => findPersonal(text, pattern));

const CONTEXT =
  '(?:tel(?:e(?:phone|fono|fon))?|tel[ée]fono|t[ée]l[ée]phone|phone|mobile?|cell(?:phone)?|m[óo]vil|celular|portable|handy(?:nummer)?|rufnummer|fax|whats\\s?app|sms|call(?:ed|ing)?|ring|text|reach|dial|contact|ll[áa]m\\w*|marcar|appel\\w*|joindre|joignable|ruf\\w*|erreich\\w*|anrufen)';
const CONTEXT_LINK =
  '(?:[\\s:=#.,()-]|number|num|no|nr|n[°º]|nummer|n[úu]mero|num[ée]ro|me|us|moi|him|her|back|at|on|is|my|it|es|est|ist|al|el|en|au|le|sur|sous|unter|auf|der|die|bin|ich|sie|mich|mi){0,9}?';
const WITH_CONTEXT = new RegExp(
  `(?<![\\p{L}])${CONTEXT}(?!\\p{L})${CONTEXT_LINK}(?<secret>\\+?\\(?\\d[\\d ()./-]{4,22}\\d)(?![\\p{L}\\d])`,
  'giu',
);
const INTERNATIONAL = /(?<![\w+]|\d[ .\-/])(?:\+|00)[1-9]\d{0,2}(?:[ ().\-/]{0,3}\d){6,13}(?!\d)/g;
const AREA_IN_BRACKETS = /(?<![\d\w])\(\d{2,5}\)[ .-]{0,2}\d{2,8}(?:[ .-]{0,2}\d{2,5}){0,3}(?!\d)/g;
/** National forms: European ones behind a zero, North American 3-3-4, Spanish 3-3-3 and 3-2-2-2. */
const BEHIND_ZERO = /(?<![\w.,:+/-])0[1-9]\d{0,4}(?:(?:[ .\-/]{1,3}\d{2,8}){1,5}|\d{5,8})(?!\d)/g;
const IN_GROUPS =
  /(?<![\w.,:/-])(?:1[-. ])?(?:\d{3}([-. ])\d{3}\1\d{4}|[6-9]\d\d([-. ])\d{3}\2\d{3}|[6-9]\d\d([-. ])\d\d\3\d\d\3\d\d)(?![\d-])/g;

const isAsLongAsAPhoneNumber = (written: string): boolean => {
  const digits = countDigits(written);
  return digits >= 6 && digits <= 15;
};

/** Phone numbers with the code of their country: `+44 …`, `0034 …`. */
export const findInternationalNumbers: Finder = (text) => findPersonal(text, INTERNATIONAL);

/** Phone numbers: what libphonenumber-js knows, the national forms, and any digits behind a word such as "call". */
export const findDialledNumbers: Finder = (text) => [
  ...findPhoneNumbers(text),
  ...findPersonal(text, WITH_CONTEXT, isAsLongAsAPhoneNumber),
  ...findPersonal(text, AREA_IN_BRACKETS, isAsLongAsAPhoneNumber),
  ...findPersonal(text, BEHIND_ZERO, (written) => countDigits(written) >= 8 && countDigits(written) <= 13),
  ...findPersonal(text, IN_GROUPS),
];
