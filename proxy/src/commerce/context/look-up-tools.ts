import type { VendorClients } from '../vendor-clients';
import type { VendorMemories } from '../vendor-memories';
import type { CommerceSettings } from '../vendor-settings';

/** What every look-up works with. */
export interface LookUpTools {
  clients: VendorClients;
  memories: VendorMemories;
  settings: CommerceSettings;
  now(): Date;
}
