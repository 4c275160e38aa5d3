import type { AzureOpenAiSettings } from '../../proxy/src/ai/azure-openai-settings';
import type { CommerceSettings } from '../../proxy/src/commerce/vendor-settings';
import { SANDBOX_CREDENTIAL } from './sandbox-credential';
import type { VendorSandboxes } from './start-vendor-sandboxes';

const LIMITS = { deadlineMs: 8000, attemptTimeoutMs: 3000 };

/** Settings with which the commerce service talks to the stand-ins. */
export function sandboxSettings(
  { shopify, ups, fedex, stripe }: Pick<VendorSandboxes, 'shopify' | 'ups' | 'fedex' | 'stripe'>,
  { deadlineMs, attemptTimeoutMs }: Pick<CommerceSettings, 'deadlineMs' | 'attemptTimeoutMs'> = LIMITS,
): CommerceSettings {
  const origin = 'sandbox' as const;
  const carrier = { clientId: SANDBOX_CREDENTIAL, clientSecret: SANDBOX_CREDENTIAL };
  return {
    shopify: { origin, baseUrl: shopify, accessToken: SANDBOX_CREDENTIAL, apiVersion: '2026-07' },
    ups: { origin, baseUrl: ups, ...carrier },
    fedex: { origin, baseUrl: fedex, ...carrier },
    stripe: { origin, baseUrl: stripe, apiKey: SANDBOX_CREDENTIAL },
    deadlineMs,
    attemptTimeoutMs,
  };
}

/** The three ways to address the model. */
export const MODEL_STYLES = ['azure', 'azure dated', 'openai'] as const;
export type ModelStyle = (typeof MODEL_STYLES)[number];

/** Settings with which the service asks the stand-in of the language model, as Azure OpenAI or as OpenAI. */
export const modelSettings = (
  { openai }: Pick<VendorSandboxes, 'openai'>,
  style: ModelStyle = 'azure',
): AzureOpenAiSettings => ({
  origin: 'sandbox',
  endpoint: style === 'openai' ? `${openai}/v1` : openai,
  ...(style === 'azure dated' ? { apiVersion: '2024-10-21' } : {}),
  apiKey: SANDBOX_CREDENTIAL,
  deployment: 'gpt-4o-mini',
  timeoutMs: 2000,
});
