import { type Delivery, headerOf, WebhookRefused } from './delivery';
import { anyMatches } from './secret-match';

/**
 * Proves that a delivery comes from UPS. Track Alert signs nothing: it repeats the credential that was left with UPS, as a
 * bearer token where the webhook's credential is of type OAuth, else in the header `credential`. The `x-api-key` UPS sends
 * along names its own client and proves nothing. Source: UPS Track Alert API v2, webhook TrackingEvent.
 * @throws {RccError} `RCC_WEBHOOK_REFUSED`
 */
export function proveUps(delivery: Delivery, { secrets }: { secrets: readonly string[] }): void {
  const bearer = /^Bearer (\S+)$/i.exec(headerOf(delivery, 'Authorization') ?? '')?.[1];
  const given = [bearer, headerOf(delivery, 'Credential')].filter((one) => one !== undefined);
  if (!anyMatches(given, secrets))
    throw new WebhookRefused('credential', 'The credential is not known here.', 'header/Authorization');
}
