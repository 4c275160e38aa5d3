import { getTracking } from 'ts-tracking-number';
import { type Finder, type Found } from './found';
import { CARD_CONTEXT, TRACKING_CONTEXT } from './number-context';
import { CARD_LENGTHS, isPaymentCard } from './payment-card';

interface Group {
  digits: string;
  start: number;
  end: number;
}

/** Between the groups of one number: signs, also a broken line with a quotation mark. */
const SIGNS = /^[\s.:/\\_|*·•'"()[\]>-]{1,4}$/;
/** Words people put between the groups when they dictate a number. */
const DICTATED =
  /^[\s.,:;/-]{0,3}(?:(?:and )?then|next|space|blank|dash|hyphen|minus|followed by|y luego|luego|despu[ée]s|gui[óo]n|espacio|(?:et )?puis|ensuite|tiret|espace|(?:und )?dann|danach|strich|leerzeichen)[\s.,:;/-]{1,3}$/i;
/** Commas, "and" and any other few words stand between several numbers as well: there the groups must look like a card's. */
const ANY_WORDS = /^[^\d]{1,24}$/;
const PRINTED = /^(?:4 4 4(?: [1-4](?: [1-3])?)?|4 6 [45]|[1-3](?: [1-3]){3,})$/;

/** Numbers of equal length one below the other are several numbers; the last line of a broken one is shorter. */
const isColumn = (sizes: string, lines: number): boolean => lines > 1 && new Set(sizes.split(' ')).size === 1;

const groupsOf = (text: string): Group[] =>
  [...text.matchAll(/\d+/g)].map(({ 0: written, index }) => ({
    digits: written,
    start: index,
    end: index + written.length,
  }));

/** The longest run of whole groups from `first` on that is a card, or null. */
function longestFrom(text: string, groups: readonly Group[], first: number): Group | null {
  let digits = '';
  let sizes = '';
  let likeAList = false;
  let lines = 0;
  let best: Group | null = null;
  const { start } = groups[first] as Group;
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last] as Group;
    if (digits.length + group.digits.length > CARD_LENGTHS.most) break;
    if (last > first) {
      const { end } = groups[last - 1] as Group;
      if (group.start - end > 24) break;
      const between = text.slice(end, group.start);
      lines += between.includes('\n') ? 1 : 0;
      if (!SIGNS.test(between) && !DICTATED.test(between)) {
        if (!ANY_WORDS.test(between)) break;
        likeAList = true;
      }
    }
    digits += group.digits;
    sizes += `${sizes && ' '}${group.digits.length}`;
    if (((!likeAList && !isColumn(sizes, lines)) || PRINTED.test(sizes)) && isPaymentCard(digits)) {
      best = { digits, start, end: group.end };
    }
  }
  return best;
}

/** A number with a parcel number's check digit behind a word such as "tracking" is one, though it may pass for a card. */
const isParcel = (text: string, card: Group): boolean => {
  const before = text.slice(Math.max(0, card.start - 60), card.start);
  return TRACKING_CONTEXT.test(before) && !CARD_CONTEXT.test(before) && getTracking(card.digits) !== null;
};

/**
 * Payment cards: digits with an issuer's prefix, its length and a right check digit, in any groups, over broken lines,
 * also dictated ("4242 then 4242 …"). The value is the bare digits.
 * @param text with plain characters
 */
export const findPaymentCards: Finder = (text) => {
  const groups = groupsOf(text);
  const found: Found[] = [];
  let from = 0;
  groups.forEach(({ start }, first) => {
    if (start < from) return;
    const card = longestFrom(text, groups, first);
    if (!card || isParcel(text, card)) return;
    from = card.end;
    found.push({ value: card.digits, text: text.slice(card.start, card.end), start: card.start, end: card.end });
  });
  return found;
};
