import type { HttpAnswer } from '../http-attempt';
import { jsonObject } from '../json-answer';
import { VendorError } from '../vendor-error';

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

/**
 * Reads a GraphQL answer. Data that came with errors is used: a shop that withholds customer data answers the rest.
 * @throws {VendorError} rate limited with the wait the cost figures tell, unauthorized, or bad response
 */
export function readGraphql<T extends object>(answer: HttpAnswer): T {
  const body = jsonObject<WireAnswer<T>>('shopify', answer);
  const codes = errorCodes(body.errors);
  if (codes.includes('THROTTLED')) throw throttled(body, answer.status);
  if (body.data) return body.data;
  if (codes.includes('ACCESS_DENIED'))
    throw new VendorError('shopify', 'RCC_UPSTREAM_UNAUTHORIZED', 'shopify did not grant a permission we need.');
  if (codes.includes('INTERNAL_SERVER_ERROR'))
    throw new VendorError('shopify', 'RCC_UPSTREAM_UNAVAILABLE', 'shopify failed inside.', { retryable: true });
  throw new VendorError('shopify', 'RCC_UPSTREAM_BAD_RESPONSE', 'shopify answered without data.');
}

function errorCodes(errors: unknown): unknown[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error: { extensions?: { code?: unknown } } | null) => error?.extensions?.code);
}

function throttled({ extensions }: WireAnswer<object>, status: number): VendorError {
  const { requestedQueryCost: cost, throttleStatus } = extensions?.cost ?? {};
  const { currentlyAvailable: available, restoreRate: rate } = throttleStatus ?? {};
  const known = cost !== undefined && available !== undefined && rate !== undefined && rate > 0;
  return new VendorError('shopify', 'RCC_UPSTREAM_RATE_LIMITED', 'shopify limits our calls.', {
    retryable: true,
    retryAfterSeconds: known ? Math.max(1, Math.ceil((cost - available) / rate)) : null,
    status,
  });
}
