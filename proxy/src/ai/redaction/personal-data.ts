import type { Found } from '../../triage/entities/found';

/** What is taken out of a text, by the word its placeholder uses: `[e-mail 1]`. */
export const PERSONAL_KINDS = [
  'card',
  'security code',
  'bank account',
  'national id',
  'birth date',
  'password',
  'user name',
  'name',
  'ip address',
  'e-mail',
  'phone',
  'address',
  'number',
  'text',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** What must not be written to anybody again, not even to the customer who sent it. */
export const NEVER_REPEATED: ReadonlySet<PersonalKind> = new Set<PersonalKind>([
  'card',
  'security code',
  'bank account',
  'national id',
  'password',
  'number',
]);

/** Something personal in a text. `value` is the same for what is the same in other letters or groups. */
export interface PersonalData extends Found {
  kind: PersonalKind;
}

/** Stands in the place of what was found already: neither letter nor digit nor blank, so that nothing joins across it. */
export const TAKEN = '\uE000';
/** The same for a payment card: a short number directly behind it is its security code. */
export const TAKEN_CARD = '\uE001';

const keyOf = (written: string): string => written.toLowerCase().replace(/[^\p{L}\p{N}@.]+/gu, ' ');

/** All matches of a pattern: of its group `secret`, which ends it, or of the whole where it has none. */
export function findPersonal(
  text: string,
  pattern: RegExp,
  accept: (written: string) => boolean = () => true,
): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const written = match.groups?.secret ?? match[0];
    const end = match.index + match[0].length;
    if (accept(written)) found.push({ value: keyOf(written), text: written, start: end - written.length, end });
  }
  return found;
}

export const countDigits = (text: string): number => text.replace(/\D/g, '').length;
