import type { Refusal } from '../../contract/money-action';

const SETTINGS = { shopify: 'SHOPIFY_ACCESS_TOKEN', stripe: 'STRIPE_API_KEY' } as const;

/** A refund or cancellation that is not made; nothing was sent. The message is for the agent. */
export class ActionRefused extends Error {
  override name = 'ActionRefused';

  constructor(
    readonly refusal: Refusal,
    message: string,
  ) {
    super(message);
  }
}

/** A vendor that is needed has no key: asking again changes nothing until somebody sets it. */
export const notSetUp = (vendor: keyof typeof SETTINGS): ActionRefused =>
  new ActionRefused(
    'not_set_up',
    `The service is not set up for ${vendor === 'stripe' ? 'Stripe' : 'Shopify'}: the setting ${SETTINGS[vendor]} is missing. Nothing was sent. Ask again once an administrator has set it.`,
  );
