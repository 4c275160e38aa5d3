import type { Vendor } from '../contract/vocabulary';
import type { HttpAnswer } from './http-attempt';
import { VendorError } from './vendor-error';

/**
 * Parses a vendor's JSON object. The type is what the vendor documents; every property must still be read as if it
 * could be missing.
 * @throws {VendorError} RCC_UPSTREAM_BAD_RESPONSE for an empty body, HTML, truncated JSON or anything but an object
 */
export function jsonObject<T extends object>(vendor: Vendor, answer: HttpAnswer): T {
  let value: unknown;
  try {
    value = JSON.parse(answer.text);
  } catch {
    value = undefined;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as T;
  throw new VendorError(vendor, 'RCC_UPSTREAM_BAD_RESPONSE', `${vendor} answered something that is not JSON.`, {
    status: answer.status,
  });
}
