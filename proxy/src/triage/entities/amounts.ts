import { type Finder, findAll } from './found';

const NUMBER = '\\d{1,3}(?:[.,\\s]\\d{3}){0,3}(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?';
const AMOUNT = new RegExp(
  `(?:(?:[$€£¥₹]|\\b(?:usd|eur|gbp|inr|cad|aud|chf|rs\\.?|us\\$))\\s?(?:${NUMBER})(?!\\d))` +
    `|(?<![\\d.,])(?:${NUMBER})\\s?(?:[$€£¥₹]|(?:usd|eur|euros?|gbp|pounds?|quid|dollars?|bucks|inr|rupees?|rs|cad|aud|chf)\\b)`,
  'gi',
);

/** Amounts of money with the symbol or currency word next to them, as written with single blanks. */
export const findAmounts: Finder = (text) => findAll(text, AMOUNT, (match) => match[0].replace(/\s+/g, ' ').trim());
