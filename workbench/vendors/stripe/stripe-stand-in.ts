import { SANDBOX_CREDENTIAL } from '../sandbox-credential';
import type { ScenarioOrder } from '../scenarios/scenario-order';
import type { Exchange, Reply, VendorStandIn } from '../server/exchange';
import { chargeIdOf, refundsOfCharge } from '../state/charge-refunds';
import type { PaidOrder } from '../state/order-book';
import type { VendorState } from '../state/vendor-state';
import { chargeView } from './charge-view';
import { createRefund } from './create-refund';
import { disputeView } from './dispute-view';
import { idempotentPost } from './idempotent-post';
import { intentView } from './intent-view';
import { listPage, PAGE_PARAMETERS } from './list-page';
import { refundView } from './refund-view';
import { createStripeReplies } from './stripe-replies';

const SEARCH_QUERY = /^metadata\[(['"])order_id\1\]:(['"])([^'"]+)\2$/;

type Route = { path: RegExp; parameters: readonly string[]; answer(exchange: Exchange, id: string): Reply };

/** Stripe: charges, refunds, disputes and payment intents of the scenario orders. */
export function createStripeStandIn(state: VendorState): VendorStandIn {
  const { orders } = state;
  const replies = createStripeReplies();
  const chargesOf = (order: ScenarioOrder): PaidOrder[] => order.charges.map((charge) => ({ order, charge }));
  const refundsOf = ({ order, charge }: PaidOrder) =>
    refundsOfCharge(charge, state.historyOf(order), state.now()).map((refund) =>
      refundView(order, charge, refund, state.now()),
    );
  const disputesOf = ({ order, charge }: PaidOrder) =>
    charge.dispute ? [disputeView(order, charge, charge.dispute, state.now())] : [];

  function view({ order, charge }: PaidOrder, query?: URLSearchParams) {
    const plain = chargeView(order, charge, state.now(), state.historyOf(order));
    if (!query || !isExpanded(query, 'refunds')) return plain;
    const data = refundsOf({ order, charge }).reverse();
    const url = `/v1/charges/${charge.id}/refunds`;
    return { ...plain, refunds: { object: 'list', data: data.slice(0, 10), has_more: data.length > 10, url } };
  }

  /** The charges a list of refunds or disputes is about; all named ones when it is about none. */
  function asked(query: URLSearchParams): readonly PaidOrder[] {
    const [charge, intent] = [query.get('charge'), query.get('payment_intent')];
    if (charge === null && intent === null) return orders.listed().flatMap(chargesOf);
    const found = charge === null ? undefined : orders.charge(charge);
    return charge === null ? orders.chargesOfIntent(intent!) : found ? [found] : [];
  }

  const reads: Route[] = [
    {
      path: /^\/v1\/charges\/search$/,
      parameters: ['query', 'limit', 'page'],
      answer({ query }) {
        const number = SEARCH_QUERY.exec(query.get('query') ?? '')?.[3];
        if (!number) return replies.invalid('We were unable to parse your search query.', { param: 'query' });
        const order = orders.byExactNumber(number);
        const data = (order ? chargesOf(order) : []).map((paid) => view(paid)).sort((a, b) => b.created - a.created);
        const url = '/v1/charges/search';
        return spoilt(order, replies.ok({ object: 'search_result', data, has_more: false, next_page: null, url }));
      },
    },
    {
      path: /^\/v1\/charges$/,
      parameters: ['customer', 'payment_intent', ...PAGE_PARAMETERS],
      answer({ path, query }) {
        const [customer, intent] = [query.get('customer'), query.get('payment_intent')];
        const theirs =
          customer === null ? orders.listed() : orders.byStripeCustomer(customer).filter(({ guest }) => !guest);
        const found = intent === null ? theirs.flatMap(chargesOf) : orders.chargesOfIntent(intent);
        return listPage(
          replies,
          path,
          query,
          found.map((paid) => view(paid)),
        );
      },
    },
    {
      path: /^\/v1\/charges\/([^/]+)$/,
      parameters: ['expand[]', 'expand[0]'],
      answer({ query }, id) {
        const found = orders.charge(id);
        return found ? spoilt(found.order, replies.ok(view(found, query))) : replies.missing('charge', id, 'id');
      },
    },
    {
      path: /^\/v1\/refunds$/,
      parameters: ['charge', 'payment_intent', ...PAGE_PARAMETERS],
      answer({ path, query }) {
        const charges = asked(query);
        const [only, second] = charges;
        return spoilt(
          second ? undefined : only?.order,
          listPage(replies, path, query, charges.flatMap(refundsOf).reverse()),
        );
      },
    },
    {
      path: /^\/v1\/refunds\/([^/]+)$/,
      parameters: ['expand[]', 'expand[0]'],
      answer(_exchange, id) {
        const found = orders.charge(chargeIdOf(id) ?? '');
        const refund = found && refundsOf(found).find((one) => one.id === id);
        return refund ? spoilt(found.order, replies.ok(refund)) : replies.missing('refund', id, 'id');
      },
    },
    {
      path: /^\/v1\/disputes$/,
      parameters: ['charge', 'payment_intent', ...PAGE_PARAMETERS],
      answer: ({ path, query }) => listPage(replies, path, query, asked(query).flatMap(disputesOf)),
    },
    {
      path: /^\/v1\/payment_intents\/([^/]+)$/,
      parameters: ['expand[]', 'expand[0]', 'client_secret'],
      answer({ query }, id) {
        const attempts = orders.chargesOfIntent(id).map((paid) => ({ ...paid, view: view(paid) }));
        const latest = attempts.at(-1);
        if (!latest) return replies.missing('payment_intent', id, 'intent');
        const intent = intentView(latest.order, attempts);
        const body = isExpanded(query, 'latest_charge') ? { ...intent, latest_charge: latest.view } : intent;
        return spoilt(latest.order, replies.ok(body));
      },
    },
  ];

  function read(exchange: Exchange): Reply | undefined {
    for (const { path, parameters, answer } of reads) {
      const match = path.exec(exchange.path);
      if (!match) continue;
      const stray = [...exchange.query.keys()].find((name) => !parameters.includes(name));
      if (stray)
        return replies.invalid(`Received unknown parameter: ${stray}`, { param: stray, code: 'parameter_unknown' });
      return answer(exchange, decodeURIComponent(match[1] ?? ''));
    }
    return undefined;
  }

  return {
    vendor: 'stripe',
    answer(exchange, fault) {
      const { method, path } = exchange;
      if (exchange.headers.authorization !== `Bearer ${SANDBOX_CREDENTIAL}`) return replies.unauthorized();
      if (method === 'POST' && path === '/v1/refunds')
        return idempotentPost(state, replies, exchange, fault, () => createRefund(state, replies, exchange.body));
      const reply = method === 'GET' ? read(exchange) : undefined;
      return reply ?? replies.invalid(`Unrecognized request URL (${method}: ${path}).`, { param: 'url', status: 404 });
    },
    serverError: replies.serverError,
    rateLimited: replies.rateLimited,
    unauthorized: replies.unauthorized,
  };
}

const isExpanded = (query: URLSearchParams, field: string): boolean =>
  [...query].some(([name, value]) => /^expand\[\d*\]$/.test(name) && value === field);

const spoilt = (order: ScenarioOrder | undefined, reply: Reply): Reply =>
  order?.trouble?.vendor === 'stripe' ? { ...reply, fault: order.trouble.fault } : reply;
