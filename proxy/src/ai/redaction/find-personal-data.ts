import { findAmounts } from '../../triage/entities/amounts';
import { findBankAccounts } from '../../triage/entities/bank-accounts';
import { findDates } from '../../triage/entities/dates';
import { type Finder, blankOut, findAll } from '../../triage/entities/found';
import { findPaymentCards } from '../../triage/entities/payment-cards';
import { plainCharacters } from '../../triage/entities/plain-characters';
import { findPasswords, findUserNames } from './access-words';
import { findKept, keptWords } from './kept-words';
import { knownNames } from './known-names';
import { findBirthDates, findNamedBankAccounts, findNationalIds, findSecurityCodes } from './named-numbers';
import { countDigits, findPersonal, PERSONAL_KINDS, TAKEN, TAKEN_CARD } from './personal-data';
import type { PersonalData, PersonalKind } from './personal-data';
import { findNamesBelow, findNamesSaid } from './names';
import {
  findDialledNumbers,
  findInternationalNumbers,
  findIpAddresses,
  findWrittenEmailAddresses,
} from './reachable-at';
import { findPlaces, findStreetAddresses } from './street-addresses';

/** Order numbers of marketplaces look like card numbers and are none. */
const findMarketplaceOrders: Finder = (text) => findPersonal(text, /(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])/g);

/** Written by the customer in the form of a placeholder: it must not be taken for one. */
const PLACEHOLDER_LIKE = new RegExp(`\\[(?:${PERSONAL_KINDS.join('|')}) \\d+\\]`, 'g');
const findPlaceholderLikes: Finder = (text) => findAll(text, PLACEHOLDER_LIKE, (match) => match[0]);

/** Numbers of articles behind a word that says so. */
const ARTICLE =
  /(?<!\p{L})(?:art(?:icle|ikel|[íi]culo)?|sku|item|ean|gtin|isbn|upc|asin|model(?:l|o)?|mod[èe]le|product|produ(?:cto|it|kt)|part|serial|serien)[\s.:#°º-]{0,3}(?:(?:no|nr|num(?:ber|mer|ero)?|number|id|code|n[°º]|nummer)[\s.:#°º-]{1,3})?(?:(?:is|es|est|ist)\s)?(?<secret>[a-z]{0,6}\d[a-z\d./-]{1,20})(?![\p{L}\d])/giu;
const findArticleNumbers: Finder = (text) => findPersonal(text, ARTICLE);

/** Groups of three or more digits, or single digits, that make one long number. */
const LONG_NUMBERS = [
  /(?<![\d.,]|\d[ /-])\d{3,40}(?:[ .\-/]{1,2}\d{3,19}){0,7}(?!\d)/g,
  /(?<!\d|\d )\d(?: \d){8,39}(?! ?\d)/g,
  /(?<!\d)\d{9,}(?!\d)/g,
];
const longNumbers =
  (least: number, most: number): Finder =>
  (text) =>
    LONG_NUMBERS.flatMap((pattern) =>
      findPersonal(text, pattern, (written) => countDigits(written) >= least && countDigits(written) <= most),
    );

/**
 * What is looked for, in the order that keeps one from being read as another: what proves itself by a check digit first,
 * then what a name gives away, then loose forms. Steps without a kind find what must stay.
 */
const stepsOf = (
  keep: readonly string[],
  names: readonly string[],
): readonly (readonly [PersonalKind | null, Finder])[] => {
  const kept = keptWords(keep);
  return [
    ['text', findPlaceholderLikes],
    [null, (text) => findKept(text, kept, true)],
    [null, findMarketplaceOrders],
    ['bank account', findBankAccounts],
    ['card', findPaymentCards],
    [null, (text) => findKept(text, kept, false)],
    ['security code', findSecurityCodes],
    ['bank account', findNamedBankAccounts],
    ['national id', findNationalIds],
    ['birth date', findBirthDates],
    ['password', findPasswords],
    ['e-mail', findWrittenEmailAddresses],
    ['user name', findUserNames],
    ['ip address', findIpAddresses],
    ['name', findNamesSaid],
    ['name', findNamesBelow],
    ['name', knownNames(names)],
    [null, findDates],
    [null, findAmounts],
    [null, findArticleNumbers],
    ['phone', findInternationalNumbers],
    // A mistyped card is a card still, whatever its check digit says.
    ['card', longNumbers(13, 19)],
    ['phone', findDialledNumbers],
    ['address', findStreetAddresses],
    ['address', findPlaces],
    ['number', longNumbers(9, Infinity)],
  ];
};

/**
 * Everything personal in a text, in its order and without overlaps.
 * @param keep words that are none: order and parcel numbers
 * @param names of people that are known beside the text
 */
export function findPersonalData(text: string, keep: readonly string[], names: readonly string[]): PersonalData[] {
  let rest = plainCharacters(text);
  const data: PersonalData[] = [];
  for (const [kind, find] of stepsOf(keep, names)) {
    const found = withoutOverlaps(find(rest));
    if (kind) data.push(...found.map((one) => ({ ...one, kind })));
    rest = blankOut(rest, found, kind === 'card' ? TAKEN_CARD : TAKEN);
  }
  return data.sort((a, b) => a.start - b.start);
}

/** Of two finds at one place the one that starts first, then the longer. */
function withoutOverlaps<T extends { start: number; end: number }>(found: readonly T[]): T[] {
  let from = 0;
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => start >= from && ((from = end), true));
}
