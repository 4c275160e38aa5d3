import type { CommerceDependencies } from './vendor-clients';
import { createVendorMemory, type VendorMemory } from './vendor-memory';
import { COMMERCE_VENDORS, type CommerceSettings, type CommerceVendor } from './vendor-settings';

export type VendorMemories = Record<CommerceVendor, VendorMemory>;

/** A memory for each vendor, so that one vendor's answers never push out another's. */
export function createVendorMemories({ memory }: CommerceSettings, { now }: CommerceDependencies): VendorMemories {
  const options = memory ?? { freshMs: 0, staleMs: 0 };
  return Object.fromEntries(
    COMMERCE_VENDORS.map((vendor) => [vendor, createVendorMemory(vendor, options, () => now())]),
  ) as VendorMemories;
}
