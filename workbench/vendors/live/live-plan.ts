import type { AzureOpenAiSettings } from '../../../proxy/src/ai/azure-openai-settings';
import type { CommerceSettings } from '../../../proxy/src/commerce/vendor-settings';
import type { SettingName } from '../../../proxy/src/settings/catalogue';
import { azureOpenAiSettings } from '../../../proxy/src/settings/azure-openai-settings';
import { commerceSettings } from '../../../proxy/src/settings/commerce-settings';
import { readValues } from '../../../proxy/src/settings/read-values';
import { SettingsError } from '../../../proxy/src/settings/setting';

export const LIVE_VENDORS = ['shopify', 'ups', 'fedex', 'stripe', 'openai'] as const;
export type LiveVendor = (typeof LIVE_VENDORS)[number];

/** What each vendor is asked about: the setting that names it, and what it must be. */
const SUBJECTS = {
  shopify: {
    name: 'LIVE_SHOPIFY_ORDER',
    is: 'the name of an order of the last 60 days, like #1001',
    pattern: /^#\S+$/,
  },
  ups: { name: 'LIVE_UPS_NUMBER', is: 'a parcel number with scans of the last 120 days', pattern: /^[0-9A-Z]{7,34}$/ },
  fedex: { name: 'LIVE_FEDEX_NUMBER', is: 'a parcel number with scans of the last 90 days', pattern: /^\d{10,34}$/ },
  stripe: { name: 'LIVE_STRIPE_CHARGE', is: 'the id of a charge', pattern: /^(ch|py)_\w+$/ },
} as const satisfies Record<Exclude<LiveVendor, 'openai'>, { name: SettingName; is: string; pattern: RegExp }>;
const KEYS: Record<LiveVendor, string> = {
  shopify: 'SHOPIFY_STORE_URL and SHOPIFY_ACCESS_TOKEN',
  ups: 'UPS_API_KEY and UPS_CLIENT_SECRET',
  fedex: 'FEDEX_API_KEY and FEDEX_SECRET_KEY',
  stripe: 'STRIPE_API_KEY',
  openai: 'AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY or AZURE_OPENAI_IDENTITY',
};

export interface LivePlan {
  settings: CommerceSettings;
  model: AzureOpenAiSettings | undefined;
  /** What to ask a vendor about; the model needs nothing. */
  subjects: Partial<Record<LiveVendor, string>>;
  /** Vendors that are left out, each with the reason. */
  skipped: Partial<Record<LiveVendor, string>>;
  /** One refund may be made: wanted by RCC_LIVE_WRITES, with a key of test mode. */
  refundAllowed: boolean;
}

/**
 * Reads which live vendors can be asked, and about what.
 * @throws {SettingsError} when a setting of the service is wrong
 */
export function readLivePlan(environment: Record<string, string | undefined>): LivePlan {
  const { values, problems } = readValues(environment);
  const settings = commerceSettings(values, false, problems);
  const model = azureOpenAiSettings(values, false, problems);
  if (problems.length > 0) throw new SettingsError(problems);
  const subjects: LivePlan['subjects'] = {};
  const skipped: LivePlan['skipped'] = {};
  for (const vendor of LIVE_VENDORS) {
    const hasKeys = vendor === 'openai' ? model : settings[vendor];
    const subject = vendor === 'openai' ? '' : values[SUBJECTS[vendor].name];
    if (!hasKeys) skipped[vendor] = `${KEYS[vendor]} must be set`;
    else if (vendor === 'openai') subjects.openai = '';
    else if (subject && SUBJECTS[vendor].pattern.test(subject)) subjects[vendor] = subject;
    else skipped[vendor] = `${SUBJECTS[vendor].name} must be ${SUBJECTS[vendor].is}`;
  }
  const isTestKey = /^[rs]k_test_/.test(settings.stripe?.apiKey ?? '');
  return { settings, model, subjects, skipped, refundAllowed: values.RCC_LIVE_WRITES === '1' && isTestKey };
}

/** The plan for a person: what is asked, what is not and why. */
export function planText({ subjects, skipped, refundAllowed }: LivePlan): string {
  const line = (vendor: LiveVendor) => {
    const reason = skipped[vendor];
    if (reason !== undefined) return `  ${vendor.padEnd(8)} skipped: ${reason}`;
    return `  ${vendor.padEnd(8)} asked${subjects[vendor] ? ` about ${subjects[vendor]}` : ''}`;
  };
  const writes = refundAllowed
    ? 'Stripe is asked to give one unit of the charge back, in test mode.'
    : 'Nothing is written. RCC_LIVE_WRITES=1 with a Stripe key of test mode allows one refund of one unit.';
  return ['The client tests against live vendors:', ...LIVE_VENDORS.map(line), writes, ''].join('\n');
}
