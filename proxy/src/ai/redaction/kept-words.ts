import type { Found, FoundEntity } from '../../triage/entities/found';
import { isPaymentCard } from '../../triage/entities/payment-card';
import { plainCharacters } from '../../triage/entities/plain-characters';

/** The words of order and parcel numbers: they carry the meaning of a message and are no personal data. */
export const orderAndParcelNumbers = (entities: readonly FoundEntity[]): string[] =>
  entities.filter(({ type }) => type === 'order_id' || type === 'tracking_number').map(({ text }) => text);

/** A digit so near that both may belong to one number. */
const DIGIT_BEFORE = /\d[ .\-/\n]{1,2}$/;
const DIGIT_BEHIND = /^[ .\-/\n]{1,2}\d/;
/** So many letters and digits are a number of their own, whatever stands around. */
const LONG = 9;

const longestDigits = (words: string): RegExpMatchArray | undefined =>
  [...words.matchAll(/\d+/g)].sort((a, b) => b[0].length - a[0].length)[0];

/** Words that stay readable, by their longest run of digits. */
export type KeptWords = ReadonlyMap<string, readonly { words: string; offset: number }[]>;

/** The form of an American social security number. */
const SOCIAL_SECURITY = /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/;

/**
 * Prepares what stays. A number that could be a payment card or a social security number as well is not worth the risk:
 * the reader of the text needs no number, only the words around it.
 */
export function keptWords(keep: readonly string[]): KeptWords {
  const byDigits = new Map<string, { words: string; offset: number }[]>();
  for (const words of new Set(keep.map(plainCharacters))) {
    const digits = longestDigits(words);
    if (!digits || SOCIAL_SECURITY.test(words)) continue;
    if (/^[^\p{L}]*$/u.test(words) && isPaymentCard(words.replace(/\D/g, ''))) continue;
    const others = byDigits.get(digits[0]) ?? [];
    byDigits.set(digits[0], [...others, { words, offset: digits.index ?? 0 }]);
  }
  return byDigits;
}

/**
 * Where the kept words stand, whole.
 * @param alone leave out short ones next to other digits, which may be a group of a longer number
 */
export function findKept(text: string, kept: KeptWords, alone: boolean): Found[] {
  const found: Found[] = [];
  let from = 0;
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    for (const { words, offset } of kept.get(digits) ?? []) {
      const start = index - offset;
      const end = start + words.length;
      if (start < from || !text.startsWith(words, start)) continue;
      if (/[\p{L}\d]/u.test(text.charAt(start - 1)) && /^[\p{L}\d]/u.test(words)) continue;
      if ((/\d$/.test(words) ? /\d/ : /[\p{L}\d]/u).test(text.charAt(end))) continue;
      const isShort = (words.match(/[\p{L}\d]*\d[\p{L}\d -]*$/u)?.[0].replace(/[ -]/g, '').length ?? 0) < LONG;
      const near =
        DIGIT_BEFORE.test(text.slice(Math.max(0, start - 3), start)) || DIGIT_BEHIND.test(text.slice(end, end + 3));
      if (alone && isShort && near) continue;
      found.push({ value: words, text: words, start, end });
      from = end;
      break;
    }
  }
  return found;
}
