import type { Deadline } from '../../resilience/deadline';
import type { HttpAnswer } from '../http-attempt';
import { createVendorCaller, type CallTerms, type ClientOptions } from '../vendor-caller';
import type { ShopifySettings } from '../vendor-settings';
import { GRAPHQL_STATUSES, readGraphql } from './graphql-answer';

/** A GraphQL document with one named operation. */
export interface ShopifyOperation {
  name: string;
  query: string;
}

/** Sends operations to one shop; reads and writes share it, and with it the policy and the circuit breaker. */
export interface ShopifyCall {
  /**
   * @param read turns `data` into the result
   * @throws {VendorError} when the shop gives no usable answer
   */
  send<Data extends object, T>(
    operation: ShopifyOperation,
    variables: Record<string, unknown>,
    deadline: Deadline,
    read: (data: Data) => T,
    terms?: CallTerms,
  ): Promise<T>;
  close(): Promise<void>;
}

/**
 * Signs in at the shop with the access token of the settings. When the shop serves another version of its API than was
 * asked for, because it has retired that one, the log says so once.
 */
export function createShopifyCall(settings: ShopifySettings, options: ClientOptions): ShopifyCall {
  const caller = createVendorCaller({ vendor: 'shopify', baseUrl: settings.baseUrl, ...options });
  const path = `/admin/api/${settings.apiVersion}/graphql.json`;
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'x-shopify-access-token': settings.accessToken,
  };
  let isWarned = false;
  const compareVersion = (served: HttpAnswer['headers'][string]) => {
    if (isWarned || typeof served !== 'string' || served === settings.apiVersion) return;
    isWarned = true;
    const warning = 'shopify serves another API version than SHOPIFY_API_VERSION asks for';
    options.log?.({ vendor: 'shopify', warning, asked: settings.apiVersion, served: served.slice(0, 20) });
  };
  return {
    send({ name, query }, variables, deadline, read, terms) {
      const body = JSON.stringify({ query, operationName: name, variables });
      const request = { method: 'POST' as const, path, headers, body };
      const readAnswer = (answer: HttpAnswer) => {
        compareVersion(answer.headers['x-shopify-api-version']);
        return read(readGraphql(answer, options.now()));
      };
      const accept = [...GRAPHQL_STATUSES, ...(terms?.accept ?? [])];
      return caller.call(name, request, deadline, readAnswer, { ...terms, accept });
    },
    close: () => caller.close(),
  };
}
