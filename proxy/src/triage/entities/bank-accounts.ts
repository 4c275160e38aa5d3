import isIBAN from 'validator/lib/isIBAN';
import { type Finder, type Found } from './found';

const CANDIDATE = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{1,4}){3,9}(?![\p{L}\d])/giu;

/** International bank account numbers (ISO 13616) with a right check number, with blanks or without. */
export const findBankAccounts: Finder = (text) => {
  const found: Found[] = [];
  for (const candidate of text.matchAll(CANDIDATE)) {
    const ends = [...candidate[0].matchAll(/(?=[ -])|$/g)].map((border) => border.index).reverse();
    const end = ends.find((at) => isIBAN(candidate[0].slice(0, at).replace(/[ -]/g, '')));
    if (end === undefined) continue;
    const account = candidate[0].slice(0, end);
    found.push({ value: '', text: account, start: candidate.index, end: candidate.index + end });
  }
  return found;
};
