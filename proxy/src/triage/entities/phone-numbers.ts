import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import { type Finder } from './found';

/** Cheap look before the thorough one. */
const MAYBE = /(?:\+|\(|\d)[\d\s()./-]{6,30}\d/;
const CONTEXT =
  /(?:phone|call|tel|mobile|cell|whats\s?app|text|sms|reach|ring|contact|number|fax|llam\w*|tel[ée]fono|m[óo]vil|t[ée]l[ée]phone|handy|ruf\w*)\W{0,3}(?:\w+\W{1,3}){0,4}$/i;
const LONGEST = 5000;

/** National numbers are read as North American, as the sample shop is; others need their country code. */
const HOME_COUNTRY = 'US';

/**
 * Phone numbers in E.164 form. A number without country code or separators needs a word such as "call" before it.
 * Recognition: package libphonenumber-js.
 */
export const findPhoneNumbers: Finder = (text) => {
  if (!MAYBE.test(text)) return [];
  return findPhoneNumbersInText(text.slice(0, LONGEST), HOME_COUNTRY).flatMap(({ number, startsAt, endsAt }) => {
    const written = text.slice(startsAt, endsAt);
    const plain = /^\d+$/.test(written);
    if (plain && !CONTEXT.test(text.slice(Math.max(0, startsAt - 40), startsAt))) return [];
    return [{ value: number.number as string, text: written, start: startsAt, end: endsAt }];
  });
};
