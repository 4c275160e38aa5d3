/** "Order" in the languages of the product and some others, with the slips seen most, also joined with "number". */
export const ORDER =
  '(?:orders?|ord|ordr|ordar|oredr|odrer|(?<=(?:my|the|an|your|this) )oder|ordre|orden|[oó]rdenes|pedidos?|compra|commandes?|achat|bestell(?:ung(?:en)?|-?nummer|-?nr)|auftr[aä]ge?(?:s?-?nummer|s?-?nr)?|order-?(?:nummer|nr)|purchase|confirmation|invoice|receipt|factura|facture|rechnung|ordine|encomenda|bestelling|best[aä]llning|zam[oó]wieni[ea]|objedn[aá]vk[auy]|заказа?|замовлення|sipari[sş])';

/** Between the word and the number: signs, and the words people put there. */
export const LINK =
  '(?:[\\s:=#.,"\'()\\[\\]№–—_-]|no|nr|num|n[uú]m|number|nbr|id|ids|ref|reference|r[eé]f[eé]rence|referencia|referenz|code|numero|n[úu]mero|num[eé]ro|nummer|номер|n\\.?[°ºo]|is|was|are|es|est|ist|lautet|the|my|for|with|de|con|el|mit|der|unter|avec|le|под|ord){0,9}?';

/** Numbers are counted in these; round ones in anything. */
const UNITS =
  'usd|eur|euros?|gbp|rs|inr|rupees?|dollars?|pounds?|quid|bucks|k?gs?|mg|ml|cm|mm|items?|pieces?|pcs|units?|unidades|st[üu]ck|pi[èe]ces|times|days?|weeks?|months?|hours?|people|personas|personnes|personen|customers?|users?|points|steps|miles|km|mah|watts?|rpm|lumens?|lm|ghz|mhz|dpi|sq|ft|lbs?|oz';

/** Behind a number: what makes it an amount, a quantity, or a part of something longer. */
export const NOT_A_QUANTITY = `(?!\\d|[.,/:-]\\d|\\s?(?:%|[$€£₹]|(?:${UNITS})(?![\\p{L}\\d])))`;

/** Round numbers are counts of what follows: "10000 shirts", but "10000 is late". */
const ROUND = /^\d+(?:00|50)0$/;
const NOT_COUNTED =
  /^(?:is|was|has|had|have|hasn'?t|isn'?t|wasn'?t|did|didn'?t|does|doesn'?t|will|and|or|but|to|from|for|on|in|at|by|with|where|when|why|what|how|not|still|yet|never|please|pls|thanks|thank|as|which|that|it|i|my|we|you|arrived|came|y|no|ha|est[aá]|fue|lleg[oó]|ist|war|hat|und|wurde|nicht|kam|est|et|a|pas|arriv[eé]e?)(?!\p{L})|^n['’]/iu;

/** Whether a number counts the things named behind it. */
export const isCount = (digits: string, behind: string): boolean =>
  ROUND.test(digits) && /^ \p{L}/u.test(behind) && !NOT_COUNTED.test(behind.slice(1));

export const isYear = (digits: string): boolean => /^(?:19[5-9]\d|20[0-4]\d)$/.test(digits);

/** Nouns that say what a number is when they stand before it. */
const OTHER_NOUNS =
  'zip|post\\s?code|postal|postleitzahl|plz|pin\\s?code|pin|address|phone|tel|mobile|cell|fax|ext|extension|call|handy|tel[eé]fono|t[eé]l[eé]phone|telefon(?:nummer)?|card|tarjeta|carte|karte|cuenta|konto(?:nummer)?|account|iban|transaction|transacci[oó]n|payment (?:ref|reference|id|number)|customer|client|cliente|kunden?-?(?:nummer|nr)|kunde|member(?:ship)?|user|sku|item|model|modelo|mod[eè]le|modell|article|art[ií]culo|artikel-?(?:nummer|nr)?|art|product|producto|produit|produkt-?(?:nummer|nr)?|ean|gtin|isbn|upc|asin|part|serial|serien-?(?:nummer|nr)|version|ticket|case|caso|vorgangs?-?(?:nummer|nr)?|room|apt|apartment|suite|unit|flat|house|building|box|locker|gate|floor|street|st|calle|avenida|rue|size|code|c[óo]digo|coupon|promo|voucher|gutschein|otp|tan|password|passcode|passport|dni|nif|ssn|amount|total|price|sum|balance|charity|company|registration|registered|vat|hrb|siren|siret|license|licence|page|gift ?card';
/** Words that name a number only together with "number": "parcel 12345" may be an order, "parcel number" is none. */
const OTHER_NUMBERS =
  '(?:tracking|parcel|package|shipment|consignment|waybill|awb|invoice|receipt|bill|reference|phone|seguimiento|env[ií]o|factura|suivi|facture|colis|r[eé]ference)';
const NUMBER_WORD = '(?:number|num|no|nr|n\\.?[°º]|id|code|ref|#)';

const LINK_TO_NUMBER =
  "(?:[\\s.:#°º='(-]{1,3}(?:is|was|are|no|nr|num|number|numero|n[uú]mero|nummer|id|ref|code|me|us|back|at|on|to|you|we|i|they|sent|gave|got|received|entered|used|es|est|ist|lautet|del?|der|des)){0,5}[\\s.:#°º='(-]{0,4}$";

/** Before a number: a noun that says it is something else. */
export const NAMED_OTHERWISE = new RegExp(
  `(?<!\\p{L})(?:(?:${OTHER_NOUNS})|${OTHER_NUMBERS}s?[\\s.-]{0,2}${NUMBER_WORD}|(?:n[uú]mero|num[eé]ro|n\\.?[°º]|code|c[oó]digo) (?:de |du |d'|del )(?:cliente?|tel[eé]fono|t[eé]l[eé]phone|suivi|seguimiento|env[ií]o|colis|facture|factura|compte|cuenta|art[ií]cle|art[ií]culo|postal|carte|tarjeta)|(?:ref(?:erencia|\\.)?|r[eé]f(?:[eé]rence|\\.)?) (?:de |du |del |de l')?(?:l'|la |el )?(?:art[ií]cul[oe]|article|produ(?:it|cto))|(?:rechnungs|sendungs|paket|kunden|artikel|telefon|konto|vorgangs|seriens?|kunden)-?(?:nummer|nr))${LINK_TO_NUMBER}`,
  'iu',
);
