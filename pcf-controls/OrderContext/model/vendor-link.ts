/** The host is the maker's word; the id has its place behind it. */
const PATTERN = /^https:\/\/[^/?#{}\s]+[/?#].*\{id\}/i;

/**
 * The address of a page at a vendor, or nothing when it is not one to open: only https, and the id never leaves its place.
 * @param address with `{id}` where the id belongs
 */
export function vendorLink(address: string | null | undefined, id: string | undefined): string | undefined {
  // As a part of a path, points alone would lead elsewhere.
  if (!address || !PATTERN.test(address) || !id || /^\.+$/.test(id)) return undefined;
  return safeLink(address.replace(/\{id\}/g, encodeURIComponent(id)));
}

/** An address that came with the facts, when it is an https one. */
export function safeLink(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  try {
    return new URL(address).protocol === 'https:' ? address : undefined;
  } catch {
    return undefined;
  }
}

/** The number at the end of a shop's global id: `450789469` of `gid://shopify/Order/450789469`. */
export const shopNumber = (id: string | undefined): string | undefined => id?.split('/').pop();
