import { randomUUID } from 'node:crypto';
import type { Deadline } from '../../resilience/deadline';
import { jsonObject } from '../json-answer';
import { createTokenCache, type Token } from '../token-cache';
import { createVendorCaller, type ClientOptions } from '../vendor-caller';
import { VendorError } from '../vendor-error';
import type { CarrierSettings } from '../vendor-settings';
import type { CarrierClient } from './carrier-facts';
import { readFedexParcel, type FedexTrackAnswer } from './fedex-parcel';
import { fedexRateLimit } from './fedex-quota';

/** Client of the FedEx Track API. */
export function createFedexClient(settings: CarrierSettings, options: ClientOptions): CarrierClient {
  const caller = createVendorCaller({ vendor: 'fedex', baseUrl: settings.baseUrl, ...options });
  const credentials = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: settings.clientId,
    client_secret: settings.clientSecret,
  }).toString();

  const requestToken = (deadline: Deadline): Promise<Token> =>
    caller.call(
      'Token',
      {
        method: 'POST',
        path: '/oauth/token',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: credentials,
      },
      deadline,
      (answer) => {
        const token = jsonObject<{ access_token?: string; expires_in?: number }>('fedex', answer);
        if (!token.access_token) throw new TypeError('no token');
        return { value: token.access_token, lifeSeconds: token.expires_in ?? 0 };
      },
    );
  const tokens = createTokenCache(
    requestToken,
    // Time for one repetition.
    2 * options.attemptTimeoutMs,
    options.now,
    () => new VendorError('fedex', 'RCC_UPSTREAM_TIMEOUT', 'fedex gave no token in time.'),
  );

  return {
    track: (trackingNumber, deadline) =>
      tokens.withToken(deadline, (token) =>
        caller.call(
          'Track',
          {
            method: 'POST',
            path: '/track/v1/trackingnumbers',
            headers: {
              authorization: `Bearer ${token}`,
              'content-type': 'application/json',
              accept: 'application/json',
              // Without it the descriptions come in the language of the account.
              'x-locale': 'en_US',
              'x-customer-transaction-id': randomUUID(),
            },
            body: JSON.stringify({
              includeDetailedScans: true,
              trackingInfo: [{ trackingNumberInfo: { trackingNumber } }],
            }),
          },
          deadline,
          (answer) => {
            if (answer.status === 429) throw fedexRateLimit(answer, options.now());
            return readFedexParcel(jsonObject<FedexTrackAnswer>('fedex', answer));
          },
          { accept: [429] },
        ),
      ),
    close: () => caller.close(),
  };
}
