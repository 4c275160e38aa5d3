import { normaliseCharacters } from './normalise-characters';

/** Prefixes of replies and forwards in English, German, French, Spanish, Scandinavian and Dutch, and gateway marks. */
const PREFIX =
  /^(?:(?:re|fwd?|aw|antw|wg|tr|rv|rif|sv|vs|ref|res|enc|vl)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?:|\[(?:ext|external|extern|spam)\]:?|external:)\s*/i;

/** Our own reference token, `[TKT-000123]`; it is no word of the customer. */
const REFERENCE_TOKEN = /\[TKT-\d{1,12}\]/gi;

/** @returns the subject without prefixes, gateway marks and our reference token, on one line */
export function cleanSubject(subject: string): string {
  let text = normaliseCharacters(subject.slice(0, 2000)).replace(REFERENCE_TOKEN, ' ').replace(/\s+/g, ' ').trim();
  while (PREFIX.test(text)) text = text.replace(PREFIX, '').trim();
  return text;
}

/** Whether a subject was taken over from an earlier mail, so that it tells of that one rather than of this. */
export function isReplySubject(subject: string): boolean {
  return /^\s*(?:re|aw|antw|rv|rif|sv|vs|ref|res)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?:/i.test(subject.slice(0, 200));
}
