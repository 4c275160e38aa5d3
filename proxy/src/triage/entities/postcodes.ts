import { type Finder, type Found } from './found';

/** A word that announces a postcode, then its form: British, Canadian, Dutch, or 4 to 6 digits with an optional US part. */
const POSTCODE =
  /(?<!\p{L})(?:zip(?:\s?code)?|post\s?code|postal\s?code|pin\s?code|plz|postleitzahl|code\s?postal|c[óo]digo\s?postal)[\s:=#.-]{0,4}(?:(?:is|was|number|no|es|est|ist|for|of|of my)[\s:]{1,3}){0,2}([a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}|[a-z]\d[a-z]\s?\d[a-z]\d|\d{4}\s?[a-z]{2}(?!\p{L})|\d{4,6}(?:-\d{4})?)(?![\p{L}\d])/giu;

/** Postcodes that a word announces; a bare number could be anything. Upper case, single blanks. */
export const findPostcodes: Finder = (text) => {
  const found: Found[] = [];
  for (const match of text.matchAll(POSTCODE)) {
    const written = match[1] ?? '';
    const end = match.index + match[0].length;
    found.push({ value: written.toUpperCase().replace(/\s+/g, ' '), text: written, start: end - written.length, end });
  }
  return found;
};
