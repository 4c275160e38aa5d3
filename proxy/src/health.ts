import { readFileSync } from 'node:fs';
import type { ModelState, ServiceModel } from './ai/create-language-model';
import type { Origin } from './contract/vocabulary';
import type { Store } from './events/store';
import { projectFile } from './project-file';
import type { CommerceService } from './services';
import type { Settings } from './settings';
import type { WebhookVendor } from './webhooks/delivery';

const { version } = JSON.parse(readFileSync(projectFile('proxy/package.json'), 'utf8')) as { version: string };

/** What `/health` answers; holds no secret. */
export interface Health {
  status: 'ok' | 'stopping' | 'store_unavailable';
  version: string;
  uptime_seconds: number;
  production: boolean;
  authentication: 'api_key' | 'open';
  store: 'embedded' | 'postgres';
  /** Where each vendor is, or that it is off. */
  vendors: Record<'shopify' | 'ups' | 'fedex' | 'stripe' | 'openai', Origin | 'off'>;
  /** Whether the language model answers, and what it has cost today; `off` without one. */
  language_model: ModelState | { state: 'off' };
  /** Whose webhooks are taken. */
  webhooks: Record<WebhookVendor, 'on' | 'off'>;
}

/** Makes the look at the service's own state. */
export function createHealth(
  settings: Settings,
  store: Store,
  commerce: CommerceService,
  stopping: () => boolean,
  languageModel?: Pick<ServiceModel, 'state'>,
): () => Promise<Health> {
  const start = performance.now();
  const { shopify = 'off', ups = 'off', fedex = 'off', stripe = 'off' } = commerce.vendors;
  const openai = settings.languageModel === undefined ? 'offline' : (settings.languageModel.origin ?? 'live');
  const on = (secrets: object | undefined) => (secrets === undefined ? 'off' : 'on');
  const { webhooks } = settings;
  return async () => {
    const storeAnswers = await store.check().then(
      () => true,
      () => false,
    );
    return {
      status: stopping() ? 'stopping' : storeAnswers ? 'ok' : 'store_unavailable',
      version,
      uptime_seconds: Math.round((performance.now() - start) / 1000),
      production: settings.production,
      authentication: settings.apiKeyHashes.length === 0 ? 'open' : 'api_key',
      store: settings.databaseUrl === undefined ? 'embedded' : 'postgres',
      vendors: { shopify, ups, fedex, stripe, openai },
      language_model: (await languageModel?.state()) ?? { state: 'off' },
      webhooks: { shopify: on(webhooks.shopify), stripe: on(webhooks.stripe), ups: on(webhooks.ups) },
    };
  };
}
