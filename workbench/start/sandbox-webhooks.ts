import { randomBytes } from 'node:crypto';
import type { Settings } from '../../proxy/src/settings';
import type { WebhookOptions } from '../vendors/webhooks/send-webhooks';

export interface SandboxWebhooks {
  settings: Settings;
  /** What the sandboxes sign with. */
  secrets: WebhookOptions['secrets'];
}

/** Lets the service take webhooks from the sandboxes it talks to, by secrets that are good for this start only. */
export function sandboxWebhooks(settings: Settings): SandboxWebhooks {
  const { commerce, webhooks } = settings;
  const secrets: SandboxWebhooks['secrets'] = {};
  const opened = { ...webhooks };
  for (const vendor of ['shopify', 'stripe'] as const) {
    if (commerce[vendor]?.origin !== 'sandbox') continue;
    const own = randomBytes(24).toString('hex');
    secrets[vendor] = own;
    opened[vendor] = { ...webhooks[vendor], secrets: [...(webhooks[vendor]?.secrets ?? []), own] };
  }
  return { settings: { ...settings, webhooks: opened }, secrets };
}
