import { spellOut } from '../intent/chat-words';
import { DATA_THEFT } from './data-theft';
import { DECIDED_BEFOREHAND } from './decided-beforehand';
import { decoded, isScrambledOrder, leetReading, plainReading } from './disguises';
import { IMITATIONS } from './imitations';
import { ORDERS_ABOUT_THE_REPLY } from './orders-about-the-reply';
import { ORDERS_BY_NAME } from './orders-by-name';
import { ORDERS_OF_STAFF } from './orders-of-staff';
import { ORDERS_IN_OTHER_LANGUAGES, ORDERS_TO_THE_READER } from './orders-to-the-reader';

const FAMILIES = [
  ORDERS_TO_THE_READER,
  ORDERS_IN_OTHER_LANGUAGES,
  ORDERS_OF_STAFF,
  DATA_THEFT,
  ORDERS_ABOUT_THE_REPLY,
  DECIDED_BEFOREHAND,
  ORDERS_BY_NAME,
];

function speaksToMachine(reading: string): boolean {
  const oneLine = spellOut(reading.replace(/\n/g, ' '));
  return FAMILIES.some((family) => family.test(oneLine)) || IMITATIONS.some((form) => form.test(reading));
}

/**
 * Whether a text speaks to a machine instead of a shop: it gives the reader orders, takes decisions only staff may take,
 * asks for what is nobody's business, or dresses up as something else than a message; also in a disguise (look-alike
 * letters, digits for letters, spaced or reversed letters, Base64, hexadecimal, percent signs, invisible characters).
 * A sign for a person to look, and no more: nothing in the product obeys a customer's text. Time is linear in the text.
 * @param text the text as it came, so that invisible characters are still there
 */
export function hasInjection(text: string): boolean {
  const visible = text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const reading = plainReading(visible);
  const leet = leetReading(reading);
  return (
    speaksToMachine(reading) ||
    isScrambledOrder(reading) ||
    (leet !== null && speaksToMachine(leet)) ||
    decoded(text).some((found) => speaksToMachine(plainReading(found)))
  );
}
