import type { Finder } from '../../triage/entities/found';
import { findPersonal, TAKEN_CARD } from './personal-data';

/** Between a name and its number: signs, and the words people put there. */
const LINK =
  '(?:[\\s:=#.,"\'()\\[\\]-]|number|num|nr|no|n[°º]|n[úu]mero|nummer|code|digits?|value|is|was|are|es|est|ist|lautet|war|on the (?:back|front)|of (?:my|the) card|del? (?:la |mi )?tarjeta|de (?:la|ma) carte|my|the|mi|mein|mon){0,9}?';

const CODE_NAMES =
  '(?:cvv2?|cvc2?|cvn2?|csc|card verification(?: code| number| value)?|verification (?:code|number|value)|security (?:code|number|digits)|card code|(?:3|4|three|four)[ -]digit (?:code|number)|otp|pin(?:[ -]?(?:code|number|nummer))?|geheimzahl|one[ -]time (?:code|password|pin)|passcode|c[óo]digo de (?:seguridad|verificaci[óo]n)|code de (?:s[ée]curit[ée]|v[ée]rification)|cryptogramme(?: visuel)?|(?:karten)?pr[üu]f(?:nummer|ziffer)|sicherheits(?:code|nummer))';
const CODE_BEHIND_NAME = new RegExp(
  `(?<![\\p{L}\\d])${CODE_NAMES}(?!\\p{L})${LINK}(?<secret>\\d{3,8}(?!\\d)|\\d(?:[ -]\\d){2,3}(?![ -]?\\d))`,
  'giu',
);
const CODE_BEFORE_NAME =
  /(?<![\d.,])\d{3,4}(?=[\s(=,-]{1,3}(?:(?:is|as|es|est|ist) )?(?:(?:my|the|mi|mein|mon|le) )?(?:cvv2?|cvc2?|csc|security code)(?!\p{L}))/giu;
const EXPIRY =
  '(?:(?:exp\\w*|valid\\w*|thru|g[üu]ltig bis|cad\\w*|venc\\w*)[\\s.:]{0,3})?(?:0?[1-9]|1[0-2]) ?[/-] ?(?:20)?\\d\\d';
/** Behind a card, perhaps with its expiry date between. */
const CODE_BEHIND_CARD = new RegExp(
  `(?<=${TAKEN_CARD}(?:[ ,;|/-]{1,4}|[\\s,;|/-]{1,4}${EXPIRY}[\\s,;|/-]{1,4}))\\d{3,4}(?![\\d.,:/-]*\\d)(?!\\s?(?:[$€£]|eur|usd|gbp|\\p{L}{3}))`,
  'giu',
);

/** Security codes of cards and one-time codes, next to their name or behind the card. */
export const findSecurityCodes: Finder = (text) => [
  ...findPersonal(text, CODE_BEHIND_NAME),
  ...findPersonal(text, CODE_BEFORE_NAME),
  ...findPersonal(text, CODE_BEHIND_CARD),
];

/** A mistyped account number is one still: country, check digits, then almost only digits, perhaps in groups. */
const MISTYPED_IBAN = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z]{4})?(?:[ -]?\d){10,26}(?![\p{L}\d])/giu;
const NAMED_IBAN =
  /(?<!\p{L})iban(?!\p{L})[\s:#.-]{0,3}(?:(?:is|number|nr|no|es|est|ist)[\s:#.]{1,3}){0,2}(?<secret>[A-Z]{2}[ -]?\d[A-Z\d](?:[ -]?[A-Z\d]{3,5}){2,8}(?:[ -]?\d{1,4})?)(?![\p{L}\d])/giu;
const NAMED_ACCOUNT = new RegExp(
  `(?<![\\p{L}\\d])(?:bank account|account (?:number|no|nr)(?=\\P{Nd}{1,12}\\d{8})|sort code|routing|aba|bsb|clabe|rib|kontonummer|konto-?nr|blz|bankleitzahl|cuenta bancaria|compte bancaire)(?!\\p{L})${LINK}(?<secret>\\d[\\d /-]{4,24}\\d)(?![\\p{L}\\d])`,
  'giu',
);

/** Beside the bare word only digits in one piece: other numbers stand near it too. */
const ACCOUNT_IN_ONE_PIECE =
  /(?<![\p{L}\d])(?:account|acct|a\/c|konto|cuenta|compte)(?: (?:number|num|no|nr|nummer|n[úu]mero|num[ée]ro|is|es|est|ist|with you|at the bank|bancaria|bancaire)){0,3}[\s.:#°º]{1,3}(?<secret>\d{6,17})(?![\p{L}\d])/giu;

/** Bank accounts that fail the check of an international number, or that only their name gives away. */
export const findNamedBankAccounts: Finder = (text) => [
  ...findPersonal(text, NAMED_IBAN, (written) => /\d{4}|\d{2}.\d{2}/.test(written)),
  ...findPersonal(text, MISTYPED_IBAN),
  ...findPersonal(text, NAMED_ACCOUNT),
  ...findPersonal(text, ACCOUNT_IN_ONE_PIECE),
];

const ID_FORM = '(?<secret>[A-Z]{0,3}-?\\d(?:[ ./-]?\\d){4,15}(?:[ -]?[A-Z]\\d{0,3}(?![\\p{L}\\d]))?)(?!\\d)';
const NAMED_ID = new RegExp(
  `(?<![\\p{L}\\d])(?:ssn|social security|national insurance|social insurance|seguridad social|s[ée]curit[ée] sociale|num[ée]ro de s[ée]cu|sozialversicherung(?:snummer)?|steuer-?id(?:entifikation(?:s-?nummer)?|nr)?|steuer-?nummer|idnr|tax (?:id|payer)|dni|nif|passport|pasaporte|passeport|(?:reise)?pass-?(?:nummer|nr)|personalausweis|ausweis-?nummer|national id|identity (?:card|number)|driver'?s? licen[cs]e|driving licen[cs]e|permis de conduire|f[üu]hrerschein|aadhaar|codice fiscale|bsn)(?!\\p{L})${LINK}${ID_FORM}`,
  'giu',
);
/** In small letters these are words of a language. */
const NAMED_ID_IN_CAPITALS = new RegExp(
  `(?<![\\p{L}\\d])(?:SIN|NIE|NINO|NI|NIR|ITIN|TIN|PAN|INSEE)(?!\\p{L})${LINK}(?<secret>[A-Z]{0,2}-?\\d(?:[ ./-]?\\d){4,15}(?:[ -]?[A-Z](?![\\p{L}\\d]))?)(?!\\d)`,
  'gu',
);
const US_SOCIAL_SECURITY = /(?<![\d-])\d{3}(?:-\d{2}-| \d{2} |\.\d{2}\.)\d{4}(?![\d-])/g;
const UK_NATIONAL_INSURANCE = /(?<![\p{L}\d])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])/giu;
const SPANISH_ID = /(?<![\p{L}\d])(?:[XYZ]-?\d{7}|\d{8})-?[A-HJ-NP-TV-Z](?![\p{L}\d])/giu;
const SPANISH_CHECK = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** DNI and NIE: the letter is the number's remainder by 23; X, Y and Z in front count as 0, 1 and 2. */
function isSpanishId(written: string): boolean {
  const sign = written.toUpperCase().replace(/-/g, '');
  const number = Number(sign.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))));
  return SPANISH_CHECK[number % 23] === sign.slice(-1);
}

/** National and tax ids: by their name, or by a form of their own. */
export const findNationalIds: Finder = (text) => [
  ...findPersonal(text, NAMED_ID),
  ...findPersonal(text, NAMED_ID_IN_CAPITALS),
  ...findPersonal(text, US_SOCIAL_SECURITY),
  ...findPersonal(text, UK_NATIONAL_INSURANCE),
  ...findPersonal(text, SPANISH_ID, isSpanishId),
];

const BIRTH_NAMES =
  '(?:date of birth|birth ?date|birthday|d\\.?o\\.?b\\.?|born|fecha de nacimiento|nacid[oa]|cumplea[ñn]os|date de naissance|n[ée]e?|anniversaire|geburts(?:datum|tag)|geb(?:oren)?\\.?)';
const BIRTH_LINK = '(?:[\\s:=,()-]|is|was|on|the|in|es|est|ist|el|le|am|d[ií]a|le){0,6}?';
const DATE_FORM =
  '(?<secret>\\d{1,4}[/.\\- ]\\d{1,2}[/.\\- ]\\d{2,4}(?!\\d)|\\d{1,2}(?:st|nd|rd|th|er|\\.)?(?: of| de)? \\p{L}{3,10}\\.?,?(?: de| del)? \\d{4}(?!\\d)|\\p{L}{3,10}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}(?!\\d))';

/** Dates of birth, named as such. */
export const findBirthDates: Finder = (text) =>
  findPersonal(text, new RegExp(`(?<![\\p{L}\\d])${BIRTH_NAMES}(?!\\p{L})${BIRTH_LINK}${DATE_FORM}`, 'giu'));
