import { executeSync, parse, validate, type DocumentNode } from 'graphql';
import { SANDBOX_CREDENTIAL } from '../sandbox-credential';
import { minuteOf } from '../scenarios/scenario-clock';
import type { Fault, ScenarioOrder } from '../scenarios/scenario-order';
import { ordersByEmail, ordersByNumber } from '../scenarios/scenario-store';
import type { Exchange, Reply, VendorStandIn } from '../server/exchange';
import { orderView } from './order-view';
import { queryCost } from './query-cost';
import { shopSchema } from './shop-schema';

const PATH = /^\/admin\/api\/(\d{4}-\d{2})\/graphql\.json$/;
const MOST_COST = 1000;
const BUCKET = { maximumAvailable: 2000, restoreRate: 100 };

interface GraphqlRequest {
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
}
interface OrderQuestion {
  first?: number;
  query?: string;
  reverse?: boolean;
}

/** Shopify's Admin GraphQL endpoint, executed by graphql-js over the scenario orders. */
export function createShopifyStandIn(now: () => Date): VendorStandIn {
  const documents = new Map<string, { document: DocumentNode; errors: readonly object[] }>();

  /** Clients send the same few texts, so parsing and validating them once is enough. */
  function documentOf(query: string) {
    let entry = documents.get(query);
    if (!entry) {
      const document = parse(query);
      entry = { document, errors: validate(shopSchema, document).map((error) => error.toJSON()) };
      if (documents.size < 100) documents.set(query, entry);
    }
    return entry;
  }

  function execute(request: GraphqlRequest, version: string): Reply {
    const variables = request.variables ?? {};
    const { document, errors } = documentOf(request.query);
    const headers = { 'x-shopify-api-version': version };
    if (errors.length > 0) return { status: 200, headers, body: { errors } };
    const cost = queryCost(document, variables);
    if (cost > MOST_COST)
      return {
        status: 200,
        headers,
        body: {
          errors: [
            {
              message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MOST_COST}).`,
              extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost: MOST_COST },
            },
          ],
        },
      };
    let asked: ScenarioOrder[] = [];
    const orders = (question: OrderQuestion) => {
      asked = findOrders(question, now());
      return { nodes: asked.map((order) => orderView(order, now())) };
    };
    const result = executeSync({
      schema: shopSchema,
      document,
      rootValue: { orders },
      variableValues: variables,
      operationName: request.operationName,
    });
    return {
      status: 200,
      headers,
      body: { ...result, extensions: costFigures(cost, BUCKET.maximumAvailable - cost) },
      fault: troubleAmong(asked),
    };
  }

  return {
    vendor: 'shopify',
    answer(exchange) {
      const version = PATH.exec(exchange.path)?.[1];
      if (!version || exchange.method !== 'POST') return { status: 404, body: { errors: 'Not Found' } };
      if (exchange.headers['x-shopify-access-token'] !== SANDBOX_CREDENTIAL) return unauthorized();
      const request = readRequest(exchange);
      if (!request) return { status: 400, body: { errors: { query: 'Required parameter missing or invalid' } } };
      try {
        return execute(request, version);
      } catch (error) {
        return { status: 200, body: { errors: [{ message: (error as Error).message }] } };
      }
    },
    serverError: () => ({ status: 500, body: { errors: 'Internal Server Error' } }),
    rateLimited,
    unauthorized,
  };
}

/** Throttled with status 200 and the cost figures; with `retryAfterSeconds` the rarer form with 429 and a text. */
function rateLimited({ retryAfterSeconds }: Fault): Reply {
  if (retryAfterSeconds !== undefined)
    return {
      status: 429,
      headers: { 'retry-after': String(retryAfterSeconds) },
      body: { errors: 'Exceeded 40 calls per second for api client.' },
    };
  return {
    status: 200,
    body: {
      errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
      extensions: costFigures(1012, 12, null),
    },
  };
}

const unauthorized = (): Reply => ({
  status: 401,
  body: { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' },
});

const costFigures = (requested: number, available: number, actual: number | null = requested) => ({
  cost: {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: { ...BUCKET, currentlyAvailable: available },
  },
});

/** Orders of the search `name:"#12345"` or `email:"a@example.com"`; escapes inside the quotes are undone. */
function findOrders({ first = 10, query = '', reverse = false }: OrderQuestion, now: Date): ScenarioOrder[] {
  const [, field, quoted, bare] = /^(name|email):(?:"((?:[^"\\]|\\.)*)"|(\S+))$/.exec(query.trim()) ?? [];
  const value = (quoted ?? bare ?? '').replace(/\\(.)/g, '$1');
  if (!field || !value) return [];
  const found = field === 'name' ? ordersByNumber(value.replace(/^#/, '')) : ordersByEmail(value);
  const placed = (order: ScenarioOrder) => minuteOf(now, order.placedDaysAgo, order.placedMinute).getTime();
  const sorted = [...found].sort((a, b) => (reverse ? placed(b) - placed(a) : placed(a) - placed(b)));
  return sorted.slice(0, first);
}

/** Trouble belongs to a question about one order; a list of somebody's orders is not spoilt by one of them. */
const troubleAmong = ([order, second]: ScenarioOrder[]): Fault | undefined =>
  order && !second && order.trouble?.vendor === 'shopify' ? order.trouble.fault : undefined;

function readRequest({ body }: Exchange): GraphqlRequest | null {
  try {
    const value = JSON.parse(body) as GraphqlRequest | null;
    return typeof value?.query === 'string' ? value : null;
  } catch {
    return null;
  }
}
