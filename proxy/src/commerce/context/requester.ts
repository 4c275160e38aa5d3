import { comparableAddress } from '../shopify/comparable-address';
import type { ShopOrder } from '../shopify/shop-order';

/**
 * Whether an order may be shown to the one who asks: the address must be the order's or its customer's. A postcode
 * that is given must be right too; it never suffices alone, because anyone can read it off a parcel.
 */
export function belongsTo(order: ShopOrder, requesterEmail: string, postcode?: string | null): boolean {
  const address = comparableAddress(requesterEmail);
  if (address === '' || !order.emails.includes(address)) return false;
  return !postcode?.trim() || plain(postcode) === plain(order.zip ?? '');
}

const plain = (postcode: string) => postcode.replace(/[\s-]/g, '').toUpperCase();
