import type { Settings } from '../../proxy/src/settings';
import type { Fault, VendorView } from '../page/client/page-data';

const VENDORS = [
  { id: 'shopify', name: 'Shopify', asked: 'orders and customers' },
  { id: 'ups', name: 'UPS', asked: 'where a parcel is' },
  { id: 'fedex', name: 'FedEx', asked: 'where a parcel is' },
  { id: 'stripe', name: 'Stripe', asked: 'charges and refunds' },
] as const;

/** Those there is a sandbox of. */
export type SandboxedVendor = (typeof VENDORS)[number]['id'] | 'openai';

export const isSandboxed = (id: string): id is SandboxedVendor =>
  id === 'openai' || VENDORS.some((vendor) => vendor.id === id);

/** Every vendor with where it is, from the settings, and how its sandbox misbehaves. */
export function vendorList(settings: Settings, faults: ReadonlyMap<string, Fault>): VendorView[] {
  const { commerce, languageModel } = settings;
  const shops = VENDORS.map(({ id, name, asked }): VendorView => ({
    id,
    name,
    asked,
    origin: commerce[id]?.origin ?? 'off',
    address: commerce[id]?.baseUrl ?? null,
    fault: faults.get(id) ?? 'none',
  }));
  return [
    ...shops,
    {
      id: 'openai',
      name: 'Azure OpenAI',
      asked: languageModel ? 'what a message is about' : 'nothing: the offline model reads the messages',
      origin: languageModel ? (languageModel.origin ?? 'live') : 'off',
      address: languageModel?.endpoint ?? null,
      fault: faults.get('openai') ?? 'none',
    },
  ];
}
