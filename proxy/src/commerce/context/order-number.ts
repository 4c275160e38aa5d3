export interface OrderNumber {
  /** The name at the shop, `#12345`. */
  shopName: string;
  /** The form used in answers, `ORD-12345`. */
  orderId: string;
  /** The number alone, `12345`, as payments carry it in their metadata. */
  number: string;
}

const SPELLING = /^#?(?:order|ord)?[\s.:#-]*(?:no\.?|number|nr\.?)?[\s.:#-]*(\d{1,12}(?:-[a-z]{1,8})?)\s*\.?$/i;

/** Reads `12345`, `#12345`, `ord 12345`, `#ORD-12345`, or `ORD-12345` at the end of a sentence, with a shop's suffix as in `1001-UK`; null for anything else. */
export function readOrderNumber(text: string): OrderNumber | null {
  const number = SPELLING.exec(text.trim())?.[1]?.toUpperCase();
  return number === undefined ? null : { shopName: `#${number}`, orderId: `ORD-${number}`, number };
}

/** The order number of an order the shop has named, `#12345`; prefixes of another style are kept. */
export function orderNumberOf(shopName: string): OrderNumber {
  const number = shopName.replace(/^#/, '');
  return { shopName, orderId: `ORD-${number}`, number };
}

/** A parcel number as carriers write it: capitals and digits without spaces or dashes; null when it cannot be one. */
export function readTrackingNumber(text: string): string | null {
  const number = text.replace(/[\s-]/g, '').toUpperCase();
  return /^[0-9A-Z]{6,40}$/.test(number) ? number : null;
}
