import { SANDBOX_CREDENTIAL } from '../sandbox-credential';
import { parcelByNumber } from '../scenarios/scenario-store';
import type { Exchange, Reply, VendorStandIn } from '../server/exchange';
import { createIssuedTokens } from '../server/issued-tokens';
import { upsParcelView } from './ups-parcel-view';

const TOKEN_PATH = '/security/v1/oauth/token';
const TRACK_PATH = /^\/api\/track\/v1\/details\/([^/]+)$/;
const TOKEN_LIFE_SECONDS = 14_399;
/** Source: UPS TrackService API. */
const INQUIRY_NUMBER = /^[0-9A-Z]{7,34}$/i;
const LOCALE = /^[a-z]{2}_[A-Z]{2}$/;
const BASIC = `Basic ${Buffer.from(`${SANDBOX_CREDENTIAL}:${SANDBOX_CREDENTIAL}`).toString('base64')}`;

const error = (status: number, code: string, message: string, headers?: Record<string, string>): Reply => ({
  status,
  headers,
  body: { response: { errors: [{ code, message }] } },
});

/** UPS: tokens by client credentials, tracking by number. */
export function createUpsStandIn(now: () => Date): VendorStandIn {
  const tokens = createIssuedTokens('ups', now);
  const unauthorized = () => error(401, '250002', 'Invalid Authentication Information.');

  function token({ headers, body }: Exchange): Reply {
    if (headers.authorization !== BASIC) return error(401, '10401', 'ClientId is Invalid');
    if (new URLSearchParams(body).get('grant_type') !== 'client_credentials')
      return error(400, '10400', 'Invalid/Missing Grant Type');
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        issued_at: String(now().getTime()),
        client_id: SANDBOX_CREDENTIAL,
        access_token: tokens.issue(TOKEN_LIFE_SECONDS),
        expires_in: String(TOKEN_LIFE_SECONDS),
        status: 'approved',
      },
    };
  }

  function track(trackingNumber: string, { headers, query }: Exchange): Reply {
    if (!tokens.accepts(headers.authorization)) return unauthorized();
    if (!headers.transid || !headers.transactionsrc) return error(400, 'TV0001', 'Missing transId or transactionSrc');
    if (!INQUIRY_NUMBER.test(trackingNumber)) return error(400, 'TV1002', 'Invalid inquiry number');
    if (!LOCALE.test(query.get('locale') ?? 'en_US')) return error(400, 'TV1005', 'Invalid locale');
    const found = parcelByNumber(trackingNumber);
    if (found?.shipment.unknown === 'not_found') return error(404, 'TV1003', 'Tracking Information Not Found');
    if (found?.shipment.unknown === 'error') return error(400, 'TV1002', 'Invalid inquiry number');
    if (!found || found.shipment.carrier !== 'ups' || found.shipment.unknown)
      return { status: 200, body: denied(trackingNumber) };
    const { trouble } = found.order;
    return {
      status: 200,
      body: upsParcelView(found.shipment, now(), query.get('returnSignature') === 'true'),
      fault: trouble?.vendor === 'ups' ? trouble.fault : undefined,
    };
  }

  return {
    vendor: 'ups',
    answer(exchange) {
      if (exchange.path === TOKEN_PATH && exchange.method === 'POST') return token(exchange);
      const number = TRACK_PATH.exec(exchange.path)?.[1];
      if (number && exchange.method === 'GET') return track(decodeURIComponent(number), exchange);
      return error(404, '10404', 'Resource not found');
    },
    serverError: () => error(500, '10500', 'Internal server error'),
    rateLimited: ({ retryAfterSeconds }) =>
      error(
        429,
        '10429',
        'Too Many Requests',
        retryAfterSeconds === undefined ? undefined : { 'retry-after': String(retryAfterSeconds) },
      ),
    unauthorized,
  };
}

/** The live service answers an unknown number like this, not with the 404 its specification promises. */
const denied = (trackingNumber: string) => ({
  trackResponse: {
    shipment: [
      { inquiryNumber: trackingNumber, warnings: [{ code: 'TW0001', message: 'Tracking Information Not Found' }] },
    ],
  },
});
