import { executeSync, getOperationAST, parse, validate, type DocumentNode } from 'graphql';
import { SANDBOX_CREDENTIAL } from '../sandbox-credential';
import type { Fault, ScenarioOrder } from '../scenarios/scenario-order';
import type { Exchange, Reply, VendorStandIn } from '../server/exchange';
import { preventsEffect } from '../server/fault-moment';
import type { VendorState } from '../state/vendor-state';
import { queryCost } from './query-cost';
import { shopRoot } from './shop-root';
import { shopSchema } from './shop-schema';

const PATH = /^\/admin\/api\/(\d{4}-\d{2})\/graphql\.json$/;
/** Of the versions still served; an older one is answered by the oldest, which the header tells. */
const OLDEST_VERSION = '2025-10';
const NEWEST_VERSION = '2026-10';
const MOST_COST = 1000;
const BUCKET = { maximumAvailable: 2000, restoreRate: 100 };

export interface ShopifyOptions {
  /** Whether the permission to see orders older than 60 days was granted. */
  allOrders?: boolean;
}

interface GraphqlRequest {
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
}

/** Shopify's Admin GraphQL endpoint, executed by graphql-js over the scenario orders and what has happened to them. */
export function createShopifyStandIn(state: VendorState, { allOrders = false }: ShopifyOptions = {}): VendorStandIn {
  type Known = { document: DocumentNode; errors: readonly object[]; costOf: ReturnType<typeof queryCost> };
  const documents = new Map<string, Known>();

  /** Clients send the same few texts, so reading and validating them once is enough. */
  function documentOf(query: string) {
    let entry = documents.get(query);
    if (!entry) {
      const document = parse(query);
      const errors = validate(shopSchema, document).map((error) => error.toJSON());
      entry = { document, errors, costOf: queryCost(document) };
      if (documents.size < 100) documents.set(query, entry);
    }
    return entry;
  }

  function execute(
    { query, operationName, variables = {} }: GraphqlRequest,
    planned?: Fault | null,
  ): Omit<Reply, 'headers'> {
    const { document, errors, costOf } = documentOf(query);
    if (errors.length > 0) return { status: 200, body: { errors } };
    if (getOperationAST(document, operationName)?.operation === 'mutation' && preventsEffect(planned))
      return serverError();
    const cost = costOf(variables);
    if (cost > MOST_COST) return { status: 200, body: { errors: [tooExpensive(cost)] } };
    let asked: readonly ScenarioOrder[] = [];
    const rootValue = shopRoot(state, allOrders, (orders) => (asked = orders));
    const result = executeSync({ schema: shopSchema, document, rootValue, variableValues: variables, operationName });
    const extensions = costFigures(cost, BUCKET.maximumAvailable - cost);
    return { status: 200, body: { ...result, extensions }, fault: troubleAmong(asked) };
  }

  return {
    vendor: 'shopify',
    answer(exchange, planned) {
      const version = PATH.exec(exchange.path)?.[1];
      if (!version || version > NEWEST_VERSION || exchange.method !== 'POST')
        return { status: 404, body: { errors: 'Not Found' } };
      if (exchange.headers['x-shopify-access-token'] !== SANDBOX_CREDENTIAL) return unauthorized();
      const request = readRequest(exchange);
      if (!request) return { status: 400, body: { errors: { query: 'Required parameter missing or invalid' } } };
      const headers = { 'x-shopify-api-version': version < OLDEST_VERSION ? OLDEST_VERSION : version };
      try {
        return { ...execute(request, planned), headers };
      } catch (error) {
        return { status: 200, headers, body: { errors: [{ message: (error as Error).message }] } };
      }
    },
    serverError,
    rateLimited,
    unauthorized,
  };
}

const serverError = (): Reply => ({ status: 500, body: { errors: 'Internal Server Error' } });

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

const tooExpensive = (cost: number) => ({
  message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MOST_COST}).`,
  extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost: MOST_COST },
});

const costFigures = (requested: number, available: number, actual: number | null = requested) => ({
  cost: {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: { ...BUCKET, currentlyAvailable: available },
  },
});

/** Trouble belongs to a question about one order; a list of somebody's orders is not spoilt by one of them. */
const troubleAmong = ([order, second]: readonly ScenarioOrder[]): Fault | undefined =>
  order && !second && order.trouble?.vendor === 'shopify' ? order.trouble.fault : undefined;

function readRequest({ body }: Exchange): GraphqlRequest | null {
  try {
    const value = JSON.parse(body) as GraphqlRequest | null;
    return typeof value?.query === 'string' ? value : null;
  } catch {
    return null;
  }
}
