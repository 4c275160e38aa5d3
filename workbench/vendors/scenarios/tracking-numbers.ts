/** Value of a letter or digit in a UPS check digit: letters count on from 2 for A, modulo 10. */
const upsValue = (sign: string) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10);

/**
 * A UPS number with a valid check digit.
 * @param order up to five digits
 * @param parcel 0 to 9, the position in the order
 */
export function upsNumber(order: number, parcel: number): string {
  const body = `RC499903${parcel}${String(order).padStart(6, '0')}`;
  const sum = [...body].reduce((total, sign, index) => total + upsValue(sign) * (index % 2 === 0 ? 1 : 2), 0);
  return `1Z${body}${(10 - (sum % 10)) % 10}`;
}

/** A FedEx Express number (12 digits) with a valid check digit: weights 3, 1, 7, modulo 11, then modulo 10. */
export function fedexNumber(order: number, parcel: number): string {
  const body = `7942${parcel}${String(order).padStart(6, '0')}`;
  const sum = [...body].reduce((total, sign, index) => total + Number(sign) * [3, 1, 7][index % 3]!, 0);
  return `${body}${(sum % 11) % 10}`;
}

/** Order and position a generated number was made from, or null for a number of somebody else. */
export function readScenarioNumber(trackingNumber: string): { order: number; parcel: number } | null {
  const match = /^(?:1ZRC499903|7942)(\d)(\d{6})\d$/.exec(trackingNumber);
  return match ? { order: Number(match[2]), parcel: Number(match[1]) } : null;
}
