import { SANDBOX_CREDENTIAL } from '../sandbox-credential';
import type { Fault } from '../scenarios/scenario-order';
import { parcelByNumber } from '../scenarios/scenario-store';
import type { Exchange, Reply, VendorStandIn } from '../server/exchange';
import { createIssuedTokens } from '../server/issued-tokens';
import { fedexParcelView } from './fedex-parcel-view';

const TOKEN_LIFE_SECONDS = 3600;
const MOST_NUMBERS = 30;

interface TrackRequest {
  includeDetailedScans?: boolean;
  trackingInfo?: { trackingNumberInfo?: { trackingNumber?: string } }[];
}

/** FedEx: tokens by client credentials in the form, tracking of up to 30 numbers in one request. */
export function createFedexStandIn(now: () => Date): VendorStandIn {
  const tokens = createIssuedTokens('fedex', now);
  let transactions = 0;
  const transactionId = () => `00000000-0000-4000-8000-${String((transactions += 1)).padStart(12, '0')}`;
  const error = (status: number, code: string, message: string, headers?: Record<string, string>): Reply => ({
    status,
    headers,
    body: { transactionId: transactionId(), errors: [{ code, message }] },
  });
  const unauthorized = () =>
    error(401, 'NOT.AUTHORIZED.ERROR', 'Access token expired. Please modify your request and try again.');

  function token({ body }: Exchange): Reply {
    const form = new URLSearchParams(body);
    const known = form.get('client_id') === SANDBOX_CREDENTIAL && form.get('client_secret') === SANDBOX_CREDENTIAL;
    if (!known || form.get('grant_type') !== 'client_credentials')
      return error(
        401,
        'NOT.AUTHORIZED.ERROR',
        'The given client credentials were not valid. Please modify your request and try again.',
      );
    return {
      status: 200,
      body: {
        access_token: tokens.issue(TOKEN_LIFE_SECONDS),
        token_type: 'bearer',
        expires_in: TOKEN_LIFE_SECONDS,
        scope: 'CXS',
      },
    };
  }

  function track({ headers, body }: Exchange): Reply {
    if (!tokens.accepts(headers.authorization)) return unauthorized();
    const request = parse(body);
    const numbers = request?.trackingInfo?.map((row) => row.trackingNumberInfo?.trackingNumber ?? '');
    if (!numbers || request?.includeDetailedScans === undefined || numbers.length > MOST_NUMBERS)
      return error(400, 'TRACKING.REQUEST.INVALID', 'Invalid field value in the input.');
    if (numbers.length === 0 || numbers.some((number) => number === ''))
      return error(400, 'TRACKING.TRACKINGNUMBER.EMPTY', 'Please provide tracking number.');
    const customerTransactionId = headers['x-customer-transaction-id'];
    const locale = [headers['x-locale']].flat()[0];
    return {
      status: 200,
      body: {
        transactionId: transactionId(),
        ...(customerTransactionId === undefined ? {} : { customerTransactionId }),
        output: { completeTrackResults: numbers.map((number) => completeResult(number, now(), locale)) },
      },
      fault: numbers.map(troubleWith).find(Boolean),
    };
  }

  return {
    vendor: 'fedex',
    answer(exchange) {
      if (exchange.method === 'POST' && exchange.path === '/oauth/token') return token(exchange);
      if (exchange.method === 'POST' && exchange.path === '/track/v1/trackingnumbers') return track(exchange);
      return error(404, 'NOT.FOUND.ERROR', 'The resource you requested is no longer available.');
    },
    serverError: () => error(500, 'INTERNAL.SERVER.ERROR', 'We encountered an unexpected error.'),
    // The daily quota: no Retry-After, the moment is in the words.
    rateLimited: ({ retryAfterSeconds }) =>
      retryAfterSeconds === undefined
        ? error(
            429,
            'TOO.MANY.REQUESTS',
            'Too many requests - Daily transaction quota exceeded. Retry after 12:00AM GMT.',
          )
        : error(429, 'TOO.MANY.REQUESTS', 'Too many requests.', { 'retry-after': String(retryAfterSeconds) }),
    unauthorized,
  };
}

const NUMBER_ERRORS = {
  NOTFOUND: 'Tracking number cannot be found. Please correct the tracking number and try again.',
  INVALID: 'Invalid tracking numbers. Please check the following format and correct the tracking number and try again.',
};

function completeResult(trackingNumber: string, now: Date, locale: string | undefined): object {
  const shipment = parcelByNumber(trackingNumber)?.shipment;
  if (!shipment || shipment.carrier !== 'fedex' || shipment.unknown) {
    const kind = shipment?.unknown === 'error' ? 'INVALID' : 'NOTFOUND';
    const error = { code: `TRACKING.TRACKINGNUMBER.${kind}`, message: NUMBER_ERRORS[kind] };
    // Outside the enumeration of the specification, as the live service does it.
    return { trackingNumber, trackResults: [{ trackingNumberInfo: { trackingNumber, carrierCode: '' }, error }] };
  }
  const plans = [...(shipment.recycled ? [shipment.recycled] : []), shipment.scans];
  const trackResults = plans.map((plan) => fedexParcelView(trackingNumber, shipment, plan, now, locale));
  return { trackingNumber, trackResults };
}

function troubleWith(trackingNumber: string): Fault | undefined {
  const trouble = parcelByNumber(trackingNumber)?.order.trouble;
  return trouble?.vendor === 'fedex' ? trouble.fault : undefined;
}

function parse(body: string): TrackRequest | null {
  try {
    return JSON.parse(body) as TrackRequest;
  } catch {
    return null;
  }
}
