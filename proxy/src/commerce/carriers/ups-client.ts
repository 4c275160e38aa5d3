import { randomUUID } from 'node:crypto';
import type { Deadline } from '../../resilience/deadline';
import { jsonObject } from '../json-answer';
import { createTokenCache, type Token } from '../token-cache';
import { createVendorCaller, type ClientOptions } from '../vendor-caller';
import { VendorError } from '../vendor-error';
import type { CarrierSettings } from '../vendor-settings';
import type { CarrierClient } from './carrier-facts';
import { readUpsParcel, type UpsTrackAnswer } from './ups-parcel';

/** Inquiry numbers have 7 to 34 characters; anything else would only earn an error. Source: UPS TrackService API. */
const INQUIRY_NUMBER = /^[0-9A-Z]{7,34}$/;

/** Client of the UPS Track API. */
export function createUpsClient(settings: CarrierSettings, options: ClientOptions): CarrierClient {
  const caller = createVendorCaller({ vendor: 'ups', baseUrl: settings.baseUrl, ...options });
  const basic = Buffer.from(`${settings.clientId}:${settings.clientSecret}`).toString('base64');

  const requestToken = (deadline: Deadline): Promise<Token> =>
    caller.call(
      'Token',
      {
        method: 'POST',
        path: '/security/v1/oauth/token',
        headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'grant_type=client_credentials',
      },
      deadline,
      (answer) => {
        // All values are texts, `expires_in` too.
        const token = jsonObject<{ access_token?: string; expires_in?: string }>('ups', answer);
        if (!token.access_token) throw new TypeError('no token');
        return { value: token.access_token, lifeSeconds: Number(token.expires_in) || 0 };
      },
    );
  const tokens = createTokenCache(
    requestToken,
    // Time for one repetition.
    2 * options.attemptTimeoutMs,
    options.now,
    () => new VendorError('ups', 'RCC_UPSTREAM_TIMEOUT', 'ups gave no token in time.'),
  );

  return {
    async track(trackingNumber, deadline) {
      if (!INQUIRY_NUMBER.test(trackingNumber)) return null;
      return tokens.withToken(deadline, (token) =>
        caller.call(
          'Track',
          {
            method: 'GET',
            // The signature is asked for because its existence is proof; the image itself is dropped.
            path: `/api/track/v1/details/${trackingNumber}?locale=en_US&returnSignature=true`,
            headers: {
              authorization: `Bearer ${token}`,
              accept: 'application/json',
              transId: randomUUID(),
              transactionSrc: 'retail-call-center',
            },
          },
          deadline,
          (answer) =>
            answer.status === 404 ? null : readUpsParcel(jsonObject<UpsTrackAnswer>('ups', answer), trackingNumber),
          { accept: [404] },
        ),
      );
    },
    close: () => caller.close(),
  };
}
