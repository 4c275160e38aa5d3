import { readSettings } from '../../proxy/src/settings';
import { sandboxWebhooks } from './sandbox-webhooks';

const sandboxes = { SHOPIFY_SANDBOX_URL: 'http://127.0.0.1:4001', STRIPE_SANDBOX_URL: 'http://127.0.0.1:4004' };
const STRIPE_WEBHOOK_SECRET = 'whsec_0123456789abcdef';

it('a sandbox gets a secret of its own at every start, beside the configured ones', () => {
  const settings = readSettings({ ...sandboxes, STRIPE_WEBHOOK_SECRET });
  const [first, second] = [sandboxWebhooks(settings), sandboxWebhooks(settings)];
  expect(first.settings.webhooks).toEqual({
    shopify: { secrets: [first.secrets.shopify] },
    stripe: { secrets: [STRIPE_WEBHOOK_SECRET, first.secrets.stripe] },
  });
  expect(first.secrets.shopify).toMatch(/^[0-9a-f]{48}$/);
  expect(second.secrets.shopify).not.toBe(first.secrets.shopify);
});

it('nobody but the vendor itself can send once one live key is set', () => {
  const keys = { STRIPE_API_KEY: 'sk_live_1', RCC_API_KEYS: 'a-key-of-twenty-four-chars', STRIPE_WEBHOOK_SECRET };
  const { settings, secrets } = sandboxWebhooks(readSettings({ ...sandboxes, ...keys }));
  expect(secrets).toEqual({});
  expect(settings.webhooks).toEqual({ stripe: { secrets: [STRIPE_WEBHOOK_SECRET] } });
});
