import { SANDBOX_CREDENTIAL } from '../sandbox-credential';
import type { ScenarioOrder } from '../scenarios/scenario-order';
import { chargeById, orderByExactNumber, ordersByStripeCustomer } from '../scenarios/scenario-store';
import type { Exchange, Reply, VendorStandIn } from '../server/exchange';
import { chargeView } from './charge-view';

const CHARGE_PATH = /^\/v1\/charges\/([^/]+)$/;
const SEARCH_QUERY = /^metadata\[(['"])order_id\1\]:(['"])([^'"]+)\2$/;
const LIST_PARAMETERS = ['customer', 'created[gte]', 'limit'];
const SEARCH_PARAMETERS = ['query', 'limit'];

/** Stripe: one charge, charges by order number, charges by customer. */
export function createStripeStandIn(now: () => Date): VendorStandIn {
  let requests = 0;
  const reply = (status: number, body: object): Reply => {
    requests += 1;
    return { status, headers: { 'request-id': `req_sandbox${requests}` }, body };
  };
  const error = (status: number, fields: { type: string; message: string; code?: string; param?: string }) =>
    reply(status, { error: fields });
  const invalid = (message: string, param: string, code?: string, status = 400) =>
    error(status, { type: 'invalid_request_error', message, param, ...(code ? { code } : {}) });
  const chargesOf = (order: ScenarioOrder) =>
    order.charges.map((charge) => chargeView(order, charge, now())).sort((a, b) => b.created - a.created);

  function one(id: string): Reply {
    const found = chargeById(id);
    if (!found) return invalid(`No such charge: '${id}'`, 'id', 'resource_missing', 404);
    return spoilt(found.order, reply(200, chargeView(found.order, found.charge, now())));
  }

  function search({ query }: Exchange): Reply {
    const number = SEARCH_QUERY.exec(query.get('query') ?? '')?.[3];
    if (!number) return invalid('We were unable to parse your search query.', 'query');
    const order = orderByExactNumber(number);
    const data = order ? chargesOf(order) : [];
    return spoilt(
      order,
      reply(200, { object: 'search_result', data, has_more: false, next_page: null, url: '/v1/charges/search' }),
    );
  }

  function list({ query }: Exchange): Reply {
    const limit = Number(query.get('limit') ?? 10);
    if (!(limit >= 1 && limit <= 100)) return invalid('Limit must be between 1 and 100.', 'limit');
    const since = Number(query.get('created[gte]') ?? 0);
    const all = ordersByStripeCustomer(query.get('customer') ?? '')
      .flatMap(chargesOf)
      .filter((charge) => charge.created >= since)
      .sort((a, b) => b.created - a.created);
    return reply(200, { object: 'list', data: all.slice(0, limit), has_more: all.length > limit, url: '/v1/charges' });
  }

  function unknownParameter({ query }: Exchange, known: string[]): Reply | undefined {
    const stray = [...query.keys()].find((name) => !known.includes(name));
    return stray ? invalid(`Received unknown parameter: ${stray}`, stray, 'parameter_unknown') : undefined;
  }

  return {
    vendor: 'stripe',
    answer(exchange) {
      if (exchange.headers.authorization !== `Bearer ${SANDBOX_CREDENTIAL}`)
        return error(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' });
      if (exchange.method === 'GET') {
        if (exchange.path === '/v1/charges/search')
          return unknownParameter(exchange, SEARCH_PARAMETERS) ?? search(exchange);
        if (exchange.path === '/v1/charges') return unknownParameter(exchange, LIST_PARAMETERS) ?? list(exchange);
        const id = CHARGE_PATH.exec(exchange.path)?.[1];
        if (id) return one(decodeURIComponent(id));
      }
      return invalid(`Unrecognized request URL (${exchange.method}: ${exchange.path}).`, 'url', undefined, 404);
    },
    serverError: () => error(500, { type: 'api_error', message: 'An unknown error occurred.' }),
    rateLimited: ({ retryAfterSeconds }) => {
      const limited = error(429, {
        type: 'invalid_request_error',
        code: 'rate_limit',
        message: 'Request rate limit exceeded.',
      });
      const wait: Record<string, string> =
        retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
      return { ...limited, headers: { ...limited.headers, ...wait } };
    },
    unauthorized: () => error(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' }),
  };
}

const spoilt = (order: ScenarioOrder | undefined, reply: Reply): Reply =>
  order?.trouble?.vendor === 'stripe' ? { ...reply, fault: order.trouble.fault } : reply;
