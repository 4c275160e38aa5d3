import { SANDBOX_CREDENTIAL } from './sandbox-credential';
import type { Fault } from './scenarios/scenario-order';
import type { Exchange, Reply, VendorStandIn } from './server/exchange';

/** A reply whose body is read freely. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyReply = Omit<Reply, 'body'> & { body: any };

const exchange = (method: string, path: string, more: Partial<Exchange>): Exchange => ({
  method,
  path,
  query: new URLSearchParams(),
  headers: {},
  body: '',
  ...more,
});

/** Asks a stand-in of Stripe without a server. */
export function askStripe(standIn: VendorStandIn) {
  const authorization = `Bearer ${SANDBOX_CREDENTIAL}`;
  return {
    get(path: string, query: Record<string, string> = {}): AnyReply {
      return standIn.answer(exchange('GET', path, { query: new URLSearchParams(query), headers: { authorization } }));
    },
    post(path: string, form: Record<string, string>, key?: string, fault?: Fault): AnyReply {
      const headers = { authorization, ...(key === undefined ? {} : { 'idempotency-key': key }) };
      return standIn.answer(exchange('POST', path, { headers, body: String(new URLSearchParams(form)) }), fault);
    },
  };
}

/** Asks a stand-in of Shopify without a server. */
export function askShop(standIn: VendorStandIn, version = '2026-07') {
  const headers = { 'x-shopify-access-token': SANDBOX_CREDENTIAL };
  return (query: string, variables: object = {}, fault?: Fault): AnyReply =>
    standIn.answer(
      exchange('POST', `/admin/api/${version}/graphql.json`, { headers, body: JSON.stringify({ query, variables }) }),
      fault,
    );
}
