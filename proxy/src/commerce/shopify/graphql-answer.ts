import type { HttpAnswer } from '../http-attempt';
import { jsonObject } from '../json-answer';
import { retryAfterSeconds } from '../../resilience/retry-after';
import { VendorError, type UpstreamCode } from '../vendor-error';

interface WireAnswer<T> {
  data?: T | null;
  /** A list of GraphQL errors; on refused requests a text or an object. */
  errors?: unknown;
  extensions?: {
    cost?: {
      requestedQueryCost?: number;
      throttleStatus?: { currentlyAvailable?: number; restoreRate?: number };
    };
  };
}

/** What a shop says about itself, for whoever has to put it right. Source: Shopify API response status codes. */
const SHOP_REFUSES: Record<number, [UpstreamCode, string]> = {
  402: ['RCC_UPSTREAM_UNAVAILABLE', 'shopify has frozen the shop until its bill is paid.'],
  404: ['RCC_UPSTREAM_BAD_RESPONSE', 'shopify has no such shop or API version; check the settings of the shop.'],
  423: ['RCC_UPSTREAM_UNAVAILABLE', 'shopify has locked the shop.'],
};

/** The statuses beside 2xx that `readGraphql` reads. */
export const GRAPHQL_STATUSES: readonly number[] = [...Object.keys(SHOP_REFUSES).map(Number), 429];

/**
 * Reads a GraphQL answer. Data that came with errors is used: a shop that withholds customer data answers the rest.
 * @throws {VendorError} rate limited with the wait the cost figures tell, unauthorized, or bad response
 */
export function readGraphql<T extends object>(answer: HttpAnswer, now: Date): T {
  const refusal = SHOP_REFUSES[answer.status];
  if (refusal) throw new VendorError('shopify', ...refusal, { status: answer.status });
  // A limit in front of the shop may answer in words only.
  const body: WireAnswer<T> = answer.status === 429 ? readable(answer) : jsonObject<WireAnswer<T>>('shopify', answer);
  const codes = errorCodes(body.errors);
  if (answer.status === 429 || codes.includes('THROTTLED')) throw throttled(body, answer, now);
  // A field that may not be null and was denied takes everything around it along.
  if (body.data && (codes.length === 0 || Object.values(body.data).some((part) => part !== null))) return body.data;
  if (codes.includes('ACCESS_DENIED'))
    throw new VendorError('shopify', 'RCC_UPSTREAM_UNAUTHORIZED', 'shopify did not grant a permission we need.');
  if (codes.includes('INTERNAL_SERVER_ERROR'))
    throw new VendorError('shopify', 'RCC_UPSTREAM_UNAVAILABLE', 'shopify failed inside.', { retryable: true });
  throw new VendorError('shopify', 'RCC_UPSTREAM_BAD_RESPONSE', 'shopify answered without data.');
}

function readable<T>(answer: HttpAnswer): WireAnswer<T> {
  try {
    return jsonObject<WireAnswer<T>>('shopify', answer);
  } catch {
    return {};
  }
}

function errorCodes(errors: unknown): unknown[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error: { extensions?: { code?: unknown } } | null) => error?.extensions?.code);
}

function throttled({ extensions }: WireAnswer<object>, { status, headers }: HttpAnswer, now: Date): VendorError {
  const { requestedQueryCost: cost, throttleStatus } = extensions?.cost ?? {};
  const { currentlyAvailable: available, restoreRate: rate } = throttleStatus ?? {};
  const known = cost !== undefined && available !== undefined && rate !== undefined && rate > 0;
  return new VendorError('shopify', 'RCC_UPSTREAM_RATE_LIMITED', 'shopify limits our calls.', {
    retryable: true,
    retryAfterSeconds: known ? Math.max(1, Math.ceil((cost - available) / rate)) : retryAfterSeconds(headers, now),
    status,
  });
}
