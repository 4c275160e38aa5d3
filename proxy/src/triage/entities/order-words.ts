/** "Order" in the languages of the product and some others, with the slips seen most, also joined with "number". */
export const ORDER =
  '(?:orders?|ord|ordr|ordar|oredr|odrer|(?<=(?:my|the|an|your|this) )oder|ordre|orden|[oó]rdenes|pedidos?|compra|commandes?|achat|bestell(?:ung(?:en)?|-?nummer|-?nr)|auftr[aä]ge?(?:s?-?nummer|s?-?nr)?|order-?(?:nummer|nr)|purchase|confirmation|ordine|encomenda|bestelling|best[aä]llning|zam[oó]wieni[ea]|objedn[aá]vk[auy]|заказа?|замовлення|sipari[sş])';

/** Between the word and the number: signs, and the words people put there. */
export const LINK =
  '(?:[\\s:=#.,"\'()\\[\\]№–—_-]|no|nr|num|n[uú]m|number|nbr|id|ids|ref|reference|r[eé]f[eé]rence|referencia|referenz|code|numero|n[úu]mero|num[eé]ro|nummer|номер|n\\.?[°ºo]|is|was|are|es|est|ist|lautet|the|my|for|with|de|con|el|mit|der|unter|avec|le|под|ord){0,9}?';

/** Numbers are counted in these; round ones in anything. */
const UNITS =
  'usd|eur|euros?|chf|pesos?|yen|kr|z[łl](?:ot\\p{L}*)?|lei|руб\\p{L}*|gbp|rs|inr|rupees?|dollars?|pounds?|quid|bucks|k?gs?|mg|ml|cm|mm|items?|pieces?|pcs|units?|unidades|st[üu]ck|pi[èe]ces|times|days?|weeks?|months?|hours?|people|personas|personnes|personen|customers?|users?|points|steps|miles|km|mah|watts?|rpm|lumens?|lm|ghz|mhz|dpi|sq|ft|lbs?|oz';

/** Behind a number: what makes it an amount, a quantity, or a part of something longer. */
export const NOT_A_QUANTITY = `(?!\\d|[.,/:-]\\d|\\s?(?:%|[$€£₹]|(?:${UNITS})(?![\\p{L}\\d])))`;

/** Round numbers are counts of what follows: "10000 shirts", but "10000 is late". */
const ROUND = /^\d+00$|^\d+500$/;
const NOT_COUNTED =
  /^(?:is|was|has|had|have|hasn'?t|isn'?t|wasn'?t|did|didn'?t|does|doesn'?t|will|and|or|but|to|from|for|on|in|at|by|with|where|when|why|what|how|not|still|yet|never|please|pls|thanks|thank|as|which|that|it|i|my|we|you|arrived|came|y|no|ha|est[aá]|fue|lleg[oó]|ist|war|hat|und|wurde|nicht|kam|est|et|a|pas|arriv[eé]e?)(?!\p{L})|^n['’]/iu;

/** Whether a number counts the things named behind it. */
export const isCount = (digits: string, behind: string): boolean =>
  ROUND.test(digits) && /^ \p{L}/u.test(behind) && !NOT_COUNTED.test(behind.slice(1));

const PLACE = /^ \p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)*(?: (?:am|an der|im) \p{Lu}\p{Ll}+)?\s{0,2}(?:[\n.,;]|$)/u;

/** Whether a number may be the postcode of what is named behind it: "10115 Berlin". */
export const isPlace = (behind: string): boolean => PLACE.test(behind);

const STREET = /^\s(?:\p{L}+\.?\s){1,3}(?:street|st|road|rd|avenue|ave|drive|lane|blvd|boulevard|way)(?!\p{L})/iu;

/** Whether it is a house number: "12345 Main Street". */
export const isStreet = (behind: string): boolean => STREET.test(behind);

export const isYear = (digits: string): boolean => /^(?:19[5-9]\d|20[0-4]\d)$/.test(digits);

/** Nouns that say what a number is when they stand before it. */
const OTHER_NOUNS =
  'zip|post\\s?code|postal|postleitzahl|plz|pin\\s?code|pin|address|phone|tel|mobile|cell|fax|ext|extension|call|handy|tel[eé]fono|t[eé]l[eé]phone|telefon(?:nummer)?|card|tarjeta|carte|karte|cuenta|konto(?:nummer)?|account|iban|transaction|transacci[oó]n|payment (?:ref|reference|id|number)|customer|client|cliente|kunden?-?(?:nummer|nr)|kunde|member(?:ship)?|user|sku|item|model|modelo|mod[eè]le|modell|article|art[ií]culo|artikel-?(?:nummer|nr)?|art|product|producto|produit|produkt-?(?:nummer|nr)?|ean|gtin|isbn|upc|asin|part|serial|serien-?(?:nummer|nr)|version|ticket|case|caso|vorgangs?-?(?:nummer|nr)?|room|apt|apartment|suite|unit|flat|house|building|box|locker|gate|floor|street|st|calle|avenida|rue|size|code|c[óo]digo|coupon|promo|voucher|gutschein|otp|tan|password|passcode|passport|dni|nif|ssn|amount|total|price|sum|balance|colou?r|charity|company|registration|registered|vat|hrb|batch|lot|claim|job|vacancy|position|posting|listing|incident|issue|bug|chat|queue|draw|prize|row|seat|photo|chapter|bill|certificate|permit|patent|policy|complaint|report|flight|badge|employee|set|kit|lego|siren|siret|license|licence|page|gift ?card';
const NUMBER_WORD = '(?:number|num|no|nr|n\\.?[°º]|id|code|ref|reference|#)';
const LINK_TO_NUMBER =
  "(?:[\\s.:#°º='(-]{1,3}(?:is|was|are|no|nr|num|number|numero|n[uú]mero|nummer|id|ref|code|me|us|back|at|on|to|you|we|i|they|sent|gave|got|received|entered|used|es|est|ist|lautet|del?|der|des)){0,5}[\\s.:#°º='(-]{0,4}$";

/** Before a number: a noun that says it is neither an order nor a parcel. */
export const NAMED_OTHERWISE = new RegExp(`(?<!\\p{L})(?:${OTHER_NOUNS})${LINK_TO_NUMBER}`, 'iu');

/** "batch no. 20391", "police report number 4711", "Rechnungsnummer 815", "número de socio 33". */
const NAMED_NUMBERS = [
  new RegExp(`(?<!\\p{L})(?<noun>\\p{L}{2,20})[\\s.-]{1,2}${NUMBER_WORD}${LINK_TO_NUMBER}`, 'iu'),
  new RegExp(`(?<!\\p{L})(?<noun>\\p{L}{3,30}?)-?(?:nummer|nr)${LINK_TO_NUMBER}`, 'iu'),
  new RegExp(
    `(?<!\\p{L})(?:n[uú]mero|num[eé]ro|n\\.?[°º]|code|c[oó]digo|ref(?:erencia)?|r[eé]f(?:[eé]rence)?)\\.? (?:de |du |del |d[’' ])?(?:la |l[’' ]|el )?(?<noun>\\p{L}{3,20})${LINK_TO_NUMBER}`,
    'iu',
  ),
];
/** Nouns and other words that leave it open what the number is, or say an order. */
const OPEN_NOUN =
  /^(?:ord\p{L}*|ordr|oder|purchase|confirmation|pedidos?|orden|compra|commandes?|achat|bestell\p{L}*|auftrag\p{L}*|заказ\p{L}*|zam\p{L}*|my|the|your|this|that|our|its|an?|with|under|by|is|for|of|and|or|to|in|on|about|following|correct|wrong|same|right|full|whole|here|mi|su|el|la|con|es|ma|mon|votre|avec|est|meine?r?|ihre?r?|die|der|mit|ist|und|please|hi|hello|yes)$/iu;

/** Whether the words before a number name it as the number of something that is no order. */
export const isNumberOfSomethingElse = (before: string): boolean =>
  NAMED_OTHERWISE.test(before) ||
  NAMED_NUMBERS.some((pattern) => {
    const noun = pattern.exec(before)?.groups?.noun;
    return noun !== undefined && !OPEN_NOUN.test(noun);
  });
