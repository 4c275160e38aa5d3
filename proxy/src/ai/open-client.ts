import { createRequire } from 'node:module';
import type OpenAI from 'openai';
import type * as OpenAiPackage from 'openai';
import type { AzureOpenAiSettings } from './azure-openai-settings';

/** Loaded on first use only: without a key the package would cost start-up time and memory for nothing. */
const load = createRequire(__filename);

/**
 * Opens the client. An endpoint that ends in `/v1` is taken as it is, with a bearer token (OpenAI and compatible
 * services); any other is an Azure resource, spoken to in the v1 style with the `api-key` header.
 * The client never retries by itself: its waits would outlast the deadline.
 */
export function openClient({ endpoint, apiKey, timeoutMs }: AzureOpenAiSettings): OpenAI {
  const { OpenAI: Client } = load('openai') as typeof OpenAiPackage;
  const address = endpoint.replace(/\/+$/, '');
  const shared = { apiKey, maxRetries: 0, timeout: timeoutMs, organization: null, project: null };
  if (/\/v1$/.test(address)) return new Client({ ...shared, baseURL: address });
  return new Client({
    ...shared,
    baseURL: `${address}/openai/v1`,
    defaultHeaders: { 'api-key': apiKey, Authorization: null },
  });
}
