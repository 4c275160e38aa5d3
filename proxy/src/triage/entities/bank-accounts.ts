import isIBAN from 'validator/lib/isIBAN';
import { type Finder, type Found } from './found';

/** Countries and the lengths of their account numbers (ISO 13616 registry). */
const LENGTHS = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 DZ26 EE20 EG29 ES24 ' +
    'FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IR26 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 MA28 MC27 MD24 ME22 MK19 MR27 MT31 MU30 MZ25 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 ' +
    'SA24 SC31 SE24 SI19 SK24 SM27 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const START = /(?:(?<![\p{L}\d])|(?<=iban))[a-z] ?[a-z][ .:-]{0,2}\d ?\d/giu;
const SIGN = /[a-z\d]/i;
/** At most this many other signs between two signs of one number. */
const WIDEST_GAP = 4;
const BETWEEN = /[\s.,:/_|*>-]/;

/** Where the registry allows letters in accounts and the package does not: Azerbaijan, Belarus, Dominican Republic … */
const WITH_LETTERS =
  /^(?:BY\d\d[A-Z\d]{4}\d{4}[A-Z\d]{16}|DO\d\d[A-Z\d]{4}\d{20}|AZ\d\d[A-Z]{4}[A-Z\d]{20}|JO\d\d[A-Z]{4}\d{4}[A-Z\d]{18}|PK\d\d[A-Z]{4}[A-Z\d]{16})$/;

/** ISO/IEC 7064: the first four signs moved to the end, letters as 10 to 35, leaves 1 by 97. */
function hasRightCheck(account: string): boolean {
  let rest = 0;
  for (const sign of account.slice(4) + account.slice(0, 4)) {
    const value = parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const isAccount = (account: string): boolean =>
  isIBAN(account) || (WITH_LETTERS.test(account) && hasRightCheck(account));

/** `length` letters and digits from `start` on, with signs between them, and where they end. */
function readFrom(text: string, start: number, length: number): { account: string; end: number } | null {
  let account = '';
  let gap = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (SIGN.test(sign)) {
      account += sign.toUpperCase();
      gap = 0;
      if (account.length === length) return { account, end: at + 1 };
    } else if (!BETWEEN.test(sign) || (gap += 1) > WIDEST_GAP) return null;
  }
  return null;
}

/**
 * International bank account numbers (ISO 13616) with a right check number, in any groups and letters. The value is the
 * bare number.
 * @param text with plain characters
 */
export const findBankAccounts: Finder = (text) => {
  const found: Found[] = [];
  let from = 0;
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const start = match.index;
    START.lastIndex = start + 1;
    const length = LENGTHS.get(match[0].replace(' ', '').slice(0, 2).toUpperCase());
    const read = length !== undefined && start >= from ? readFrom(text, start, length) : null;
    if (!read || !isAccount(read.account)) continue;
    from = read.end;
    found.push({ value: read.account, text: text.slice(start, read.end), start, end: read.end });
  }
  return found;
};
