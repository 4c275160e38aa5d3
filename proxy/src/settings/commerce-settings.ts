import type { CarrierSettings, CommerceSettings } from '../commerce/vendor-settings';
import type { SettingName, SettingValues } from './catalogue';
import { isLoopbackAddress } from './loopback';
import { problemWith } from './read-values';
import type { SettingProblem } from './setting';

/** Any value signs in at a stand-in; real ones never come near it. */
const SANDBOX_CREDENTIAL = 'sandbox';

const LIVE_KEYS = ['SHOPIFY_ACCESS_TOKEN', 'FEDEX_API_KEY', 'UPS_API_KEY', 'STRIPE_API_KEY'] as const;

/** True once one vendor is spoken to with a real key; vendors without one are then off. */
export const hasLiveCommerceKey = (values: SettingValues): boolean =>
  LIVE_KEYS.some((name) => values[name] !== undefined);

/**
 * Decides for each vendor: live with its keys, on its loopback stand-in, or off.
 * A stand-in is used only when `sandboxAllowed`, that is never in production.
 */
export function commerceSettings(
  values: SettingValues,
  sandboxAllowed: boolean,
  problems: SettingProblem[],
): CommerceSettings {
  const live = (name: SettingName, address: string): string => {
    if (isLoopbackAddress(address)) problems.push(problemWith(name, 'must not be a loopback address with a live key'));
    else if (!address.startsWith('https://'))
      problems.push(problemWith(name, 'must begin with https:// with a live key'));
    return address;
  };
  const sandbox = (name: `${'SHOPIFY' | 'FEDEX' | 'UPS' | 'STRIPE'}_SANDBOX_URL`): string | undefined => {
    const address = values[name];
    if (address === undefined || !sandboxAllowed) return undefined;
    if (!isLoopbackAddress(address)) problems.push(problemWith(name, 'must be a loopback address'));
    return address;
  };
  const pair = (first: SettingName, second: SettingName): boolean => {
    const missing = [first, second].filter((name) => values[name] === undefined);
    const [only] = missing;
    if (missing.length === 1 && only) {
      problems.push(problemWith(only, `is missing; it belongs to ${only === first ? second : first}`));
    }
    return missing.length === 0;
  };
  const carrier = (vendor: 'FEDEX' | 'UPS', id: SettingName, secret: SettingName): CarrierSettings | undefined => {
    if (pair(id, secret)) {
      return {
        origin: 'live',
        baseUrl: live(`${vendor}_BASE_URL`, values[`${vendor}_BASE_URL`]),
        clientId: String(values[id]),
        clientSecret: String(values[secret]),
      };
    }
    const baseUrl = sandbox(`${vendor}_SANDBOX_URL`);
    return baseUrl === undefined
      ? undefined
      : { origin: 'sandbox', baseUrl, clientId: SANDBOX_CREDENTIAL, clientSecret: SANDBOX_CREDENTIAL };
  };
  const shopify = (): CommerceSettings['shopify'] => {
    const apiVersion = values.SHOPIFY_API_VERSION;
    // The shop's address alone is no secret and may stay in a shared file; only the token makes it live.
    if (values.SHOPIFY_ACCESS_TOKEN !== undefined && pair('SHOPIFY_STORE_URL', 'SHOPIFY_ACCESS_TOKEN')) {
      const baseUrl = live('SHOPIFY_STORE_URL', `https://${values.SHOPIFY_STORE_URL}`);
      return { origin: 'live', baseUrl, accessToken: values.SHOPIFY_ACCESS_TOKEN, apiVersion };
    }
    const baseUrl = sandbox('SHOPIFY_SANDBOX_URL');
    return baseUrl === undefined
      ? undefined
      : { origin: 'sandbox', baseUrl, accessToken: SANDBOX_CREDENTIAL, apiVersion };
  };
  const stripe = (): CommerceSettings['stripe'] => {
    if (values.STRIPE_API_KEY !== undefined) {
      return { origin: 'live', baseUrl: 'https://api.stripe.com', apiKey: values.STRIPE_API_KEY };
    }
    const baseUrl = sandbox('STRIPE_SANDBOX_URL');
    return baseUrl === undefined ? undefined : { origin: 'sandbox', baseUrl, apiKey: SANDBOX_CREDENTIAL };
  };
  return {
    shopify: shopify(),
    ups: carrier('UPS', 'UPS_API_KEY', 'UPS_CLIENT_SECRET'),
    fedex: carrier('FEDEX', 'FEDEX_API_KEY', 'FEDEX_SECRET_KEY'),
    stripe: stripe(),
    deadlineMs: values.ORDER_CONTEXT_DEADLINE_MS,
    attemptTimeoutMs: values.VENDOR_ATTEMPT_TIMEOUT_MS,
    memory: {
      freshMs: values.VENDOR_ANSWER_FRESH_SECONDS * 1000,
      staleMs: values.VENDOR_ANSWER_KEPT_MINUTES * 60_000,
    },
    timeZone: values.BUSINESS_TIMEZONE,
  };
}
