import type { Fact } from '../contract/order-context';

/** Facts in a carrier's own words, in which people may be named: who took a parcel in, what was written at a scan. */
const OF_A_CARRIER = /^parcels\.\d+\.(?:delivered_to|exception|last_event)$/;

/** Places where a parcel is left that name nobody. */
const PLAIN_PLACE =
  /^(?:(?:at|in|the|left|met|your|his|her|en|la|el) )*(?:front|back|side|rear|main)? ?(?:door|porch|garage|shed|garden|patio|deck|balcony|carport|mail ?(?:box|room)|letter ?box|parcel locker|locker|reception|receptionist|receiver|customer|resident|recipient|front desk|office|dock|pick-?up point|access point|parcel shop|shop|store|post office|puerta|porche|garaje|jardín|buzón|recepción|oficina|punto de recogida)$/i;
/** Somebody took, signed or holds it: whoever it was is nobody's business but theirs. */
const BY_SOMEBODY =
  /(?<!\p{L})(?:neighbou?rs?|signed|signature|signee|accepted by|received by|taken in|(?:left|delivered|released|handed|given) (?:with|to|by)|vecin[oa]s?|firmad[oa]|recibid[oa] por|entregad[oa] a|dejad[oa] con|aceptad[oa] por)(?!\p{L})/iu;
const ADDRESS_OR_NUMBER =
  /@|(?<!\d)\d[\d ()./-]{5,20}\d(?!\d)|(?<!\p{L})(?:street|avenue|road|lane|drive|boulevard|apt|apartment|flat|suite|calle|avenida|plaza|piso|straße|strasse|rue)(?!\p{L})|(?<!\d)\d{1,5}[a-z]? (?:\p{Lu}[\p{L}.]{1,30} ){1,3}(?:st|ave|rd|ln|dr|blvd)(?!\p{L})/iu;
const TITLE_OR_INITIAL = /(?<!\p{L})(?:mr|mrs|ms|miss|dr|sr|sra|señora?)(?!\p{L})|(?<!\p{L})\p{Lu}\. ?\p{Lu}/iu;

const MAX_READ = 500;

/**
 * Whether words of a carrier may be repeated to the customer: not when they tell of anybody by name, address, number or
 * as the one who took the parcel in.
 */
export function namesSomebody(words: string): boolean {
  const read = words.slice(0, MAX_READ);
  return BY_SOMEBODY.test(read) || ADDRESS_OR_NUMBER.test(read) || TITLE_OR_INITIAL.test(read);
}

/**
 * The facts a reply may state: those that say nothing of other people. Of where a parcel was left only plain places stay
 * ("front door"); anything else may be a name.
 */
export function tellableFacts(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ id, value }) => {
    if (!OF_A_CARRIER.test(id)) return true;
    return id.endsWith('.delivered_to') ? PLAIN_PLACE.test(value.trim()) : !namesSomebody(value);
  });
}
