import type { ModelFamily } from './model-parameters';
import type { ModelPrices } from './model-price';

/** Where the language model is and how to reach it. Left out, messages are read by the offline model only. */
export interface AzureOpenAiSettings {
  /** The real service, or its stand-in on loopback; the real one when left out. */
  origin?: 'live' | 'sandbox';
  /**
   * Scheme and host. `https://<name>.openai.azure.com` and other hosts are spoken to in the Azure v1 style
   * (`/openai/v1/`), or with `apiVersion` in the dated one; an address that already ends in `/v1` is taken as it is, for
   * example `https://api.openai.com/v1`.
   */
  endpoint: string;
  /** Version of the dated addresses, such as `2024-10-21`. */
  apiVersion?: string;
  /** Key of the resource; left out, `identity` signs in. */
  apiKey?: string;
  /** The client id of a user-assigned managed identity, or `default` for whatever identity the machine has. */
  identity?: string;
  /** Name of the deployment (Azure) or of the model (OpenAI). */
  deployment: string;
  /** Which parameters the model takes; found out when left out. */
  family?: ModelFamily;
  /** How much a reasoning model may think, in the service's words; its own default when left out. */
  reasoningEffort?: string;
  /** For one whole question, waits and the repetition included, in milliseconds; after that the offline model answers. */
  timeoutMs: number;
  /** Questions at once; a few more may wait. */
  concurrency?: number;
  /** What tokens cost; those of gpt-4o-mini when left out. */
  prices?: ModelPrices;
  /** US dollars a day; without limit when left out. */
  dailyBudget?: number;
}
