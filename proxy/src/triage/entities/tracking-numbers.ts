import { getTracking } from 'ts-tracking-number';
import { CARD_CONTEXT, DIRECT_CONTEXT, TRACKING_CONTEXT } from './number-context';
import { type Finder, type Found } from './found';
import { NAMED_OTHERWISE } from './order-words';

type Group = Omit<Found, 'value'>;

const TOKEN = /(?<![\p{L}\d])[A-Za-z0-9]+(?![\p{L}\d])/gu;

/** A word near by that makes a bare number a parcel number. */
const CONTEXT =
  /track|trace|fed\s?ex|\bups\b|\busps\b|\bdhl\b|parcel|package|shipment|consignment|waybill|\bawb\b|courier|carrier|colis|suivi|seguimiento|rastreo|paquete|env[ií]o|sendung|paket/i;
const ORDER_CONTEXT = /(?:order|ord|invoice|pedido|commande|bestell\w*)[\s\w.:#°º-]{0,12}$/i;

const PHONE_CONTEXT = /(?:phone|call|tel|mobile|cell|ring|whats\s?app|text me)[\s\w.:#-]{0,25}$/i;

/** Forms without a check digit or with a loose one: prefix letter and digits, DHL 10 and 11, FedEx 12, 15 and 18 digits. */
const NEEDS_CONTEXT = /^(?:\d{10,12}|\d{15}|\d{18}|[A-Z]\d{10}|(?!GM|LX)[A-Z]{2}\d{10,39})$/;

/** Every form the package knows begins like this; it tries all of them, which takes long. */
const COULD_BE = /^(?:1Z[A-Z\d]{16}|[A-Z]{0,4}\d{8,39}(?:[A-Z]{2})?)$/;
/** Dates in a row are as long as a parcel number. */
const HAS_DATE = /(?<!\d)20\d\d[ -](?:0[1-9]|1[0-2])[ -][0-3]\d(?!\d)/;

function isTrackingNumber(compact: string, before: string, after: string): boolean {
  const near = `${before} ${after}`;
  // The ten-digit numbers of older FedEx papers have no check digit: only a word directly before can prove them.
  if (/^\d{10}$/.test(compact)) {
    return DIRECT_CONTEXT.test(before) && !ORDER_CONTEXT.test(before) && !PHONE_CONTEXT.test(before);
  }
  if (!COULD_BE.test(compact) || !getTracking(compact)) return false;
  if (ORDER_CONTEXT.test(before) && /^\d+$/.test(compact)) return false;
  if (/^\d{13,19}$/.test(compact) && CARD_CONTEXT.test(near) && !TRACKING_CONTEXT.test(before)) return false;
  return NEEDS_CONTEXT.test(compact)
    ? CONTEXT.test(near) && (TRACKING_CONTEXT.test(before) || !NAMED_OTHERWISE.test(before))
    : true;
}

/** Parcel numbers are at most this long, and written in at most this many groups. */
const LONGEST = 40;
const MOST_GROUPS = 12;

/** True when digits in groups go on behind a group. */
const goesOn = (text: string, group: Group, next: Group | undefined): boolean =>
  next !== undefined && /^\d{3,}$/.test(next.text) && /^[ -]$/.test(text.slice(group.end, next.start));

/** Longest stretch of whole groups from `first` on that is a parcel number. */
function longestFrom(text: string, groups: readonly Group[], first: number): Found | null {
  const start = groups[first]?.start ?? 0;
  if (text[start - 1] === '+') return null;
  let compact = '';
  let best: Found | null = null;
  for (let last = first; last < Math.min(groups.length, first + MOST_GROUPS); last += 1) {
    const group = groups[last] as Group;
    if (last > first && !/^[ -]$/.test(text.slice(groups[last - 1]?.end, group.start))) break;
    compact += group.text.toUpperCase();
    if (compact.length > LONGEST) break;
    if (compact.length < 10 || compact.replace(/\D/g, '').length < 8) continue;
    // Words joined to a number by a blank are no part of it; only 1Z and the letters of the post may stand apart.
    if (last > first && !/^(?:1Z|[A-Z]{2}\d|\d|[CD]\d)/.test(compact)) continue;
    if (HAS_DATE.test(text.slice(start, group.end))) continue;
    // Of a longer run of digits a part may pass by chance.
    if (/^\d+$/.test(compact) && goesOn(text, group, groups[last + 1])) continue;
    if (isTrackingNumber(compact, text.slice(Math.max(0, start - 60), start), text.slice(group.end, group.end + 40))) {
      best = { value: compact, text: text.slice(start, group.end), start, end: group.end };
    }
  }
  return best;
}

/**
 * Parcel numbers of UPS, FedEx, USPS, DHL, OnTrac, Amazon and the postal services (S10) whose check digit is right.
 * Numbers that could be anything (10 to 12 digits and the like) count only next to a word such as "tracking".
 * Check digit rules: package ts-tracking-number.
 */
export const findTrackingNumbers: Finder = (text) => {
  const groups = [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: Found[] = [];
  let from = 0;
  groups.forEach((group, first) => {
    if (group.start < from || !/\d/.test(group.text + (group.text.length <= 3 ? (groups[first + 1]?.text ?? '') : '')))
      return;
    // A number in groups starts with its first group.
    const before = groups[first - 1];
    if (before && /^\d+$/.test(before.text + group.text) && /^[ -]$/.test(text.slice(before.end, group.start))) return;
    const number = longestFrom(text, groups, first);
    if (!number) return;
    found.push(number);
    from = number.end;
  });
  return found;
};
