import { createRequire } from 'node:module';
import type OpenAI from 'openai';
import type * as OpenAiPackage from 'openai';
import { identityTokens } from './azure-identity';
import type { AzureOpenAiSettings } from './azure-openai-settings';

/** Loaded on first use only: without a key the package would cost start-up time and memory for nothing. */
const load = createRequire(__filename);

/** Where chat completions are asked for, in the three styles of address. */
function addressOf({ endpoint, apiVersion, deployment }: AzureOpenAiSettings) {
  const address = endpoint.replace(/\/+$/, '');
  if (/\/v1$/.test(address)) return { baseURL: address };
  if (apiVersion === undefined) return { baseURL: `${address}/openai/v1` };
  return {
    baseURL: `${address}/openai/deployments/${encodeURIComponent(deployment)}`,
    defaultQuery: { 'api-version': apiVersion },
  };
}

/**
 * Opens the client: an address that ends in `/v1` with a bearer token (OpenAI and compatible services), any other as an
 * Azure resource with the `api-key` header, or with a token of the machine's identity, asked for at each call.
 * The client never retries by itself, because its waits would outlast the deadline, and logs nothing, because it would
 * log what customers wrote.
 */
export function openClient(settings: AzureOpenAiSettings): OpenAI {
  const { OpenAI: Client } = load('openai') as typeof OpenAiPackage;
  const { apiKey, identity, timeoutMs } = settings;
  const address = addressOf(settings);
  const shared = {
    ...address,
    maxRetries: 0,
    timeout: timeoutMs,
    organization: null,
    project: null,
    logLevel: 'off' as const,
  };
  if (apiKey === undefined) return new Client({ ...shared, apiKey: identityTokens(identity ?? 'default') });
  if (/\/openai\//.test(address.baseURL)) {
    return new Client({ ...shared, apiKey, defaultHeaders: { 'api-key': apiKey, Authorization: null } });
  }
  return new Client({ ...shared, apiKey });
}
