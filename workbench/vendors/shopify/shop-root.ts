import { GraphQLError, valueFromASTUntyped, type GraphQLResolveInfo } from 'graphql';
import type { ScenarioOrder } from '../scenarios/scenario-order';
import { preventsEffect } from '../server/fault-moment';
import { shopRefundsOf } from '../state/shop-account';
import type { VendorState } from '../state/vendor-state';
import { cancelOrder, type CancelInput } from './cancel-order';
import { createRefund, type RefundInput } from './create-refund';
import { isVisible, searchOrders, type OrderQuestion } from './order-search';
import { lineView, orderView, refundView } from './order-view';
import { serialOfId } from './shop-ids';

/**
 * The fields of the query and the mutation root.
 * @param asked told which orders a question was about
 */
export function shopRoot(state: VendorState, allOrders: boolean, asked: (orders: readonly ScenarioOrder[]) => void) {
  const view = (order: ScenarioOrder) => orderView(order, state.historyOf(order), state.now());

  function visible(id: string): ScenarioOrder | undefined {
    if (!id.startsWith('gid://shopify/')) throw new GraphQLError(`Invalid global id '${id}'`);
    const order = state.orders.bySerial(serialOfId(id) ?? NaN);
    if (!order || !isVisible(order, allOrders)) return undefined;
    asked([order]);
    return order;
  }

  /** A write about an order with which the shop is in trouble is not done. */
  const isStopped = (order: ScenarioOrder | undefined) =>
    order?.trouble?.vendor === 'shopify' && preventsEffect(order.trouble.fault);

  return {
    order({ id }: { id: string }) {
      const order = visible(id);
      return order ? view(order) : null;
    },
    orders(question: OrderQuestion) {
      const { orders, more } = searchOrders(question, state.orders, state.now(), allOrders);
      asked(orders);
      return { nodes: orders.map(view), pageInfo: { hasNextPage: more, endCursor: null } };
    },
    refundCreate({ input }: { input: RefundInput }, _context: unknown, info: GraphQLResolveInfo) {
      const key = idempotencyKey(info);
      const order = visible(input.orderId);
      if (isStopped(order)) return null;
      const result = order
        ? createRefund(state, order, input, key)
        : { errors: [{ field: ['orderId'], message: 'Order does not exist' }] };
      if ('errors' in result) return { refund: null, order: null, userErrors: result.errors };
      const refunds = shopRefundsOf(order!, state.historyOf(order!), state.now());
      const lines = order!.lines.map((line, position) => lineView(order!, line, position, refunds));
      return { refund: refundView(order!, result.refund, lines), order: view(order!), userErrors: [] };
    },
    orderCancel(input: CancelInput) {
      const order = visible(input.orderId);
      return isStopped(order) ? null : cancelOrder(state, order, input);
    },
  };
}

/**
 * The key of the directive on a field.
 * @throws {GraphQLError} when it is missing; mandatory for refunds since 2026-04. Source: Shopify developer changelog,
 * "Making idempotency mandatory for inventory adjustments and refund mutations"
 */
function idempotencyKey({ fieldNodes, fieldName, variableValues }: GraphQLResolveInfo): string {
  const directive = fieldNodes[0]?.directives?.find(({ name }) => name.value === 'idempotent');
  const value = directive?.arguments?.find(({ name }) => name.value === 'key')?.value;
  const key = value ? valueFromASTUntyped(value, variableValues) : undefined;
  if (typeof key !== 'string' || key === '')
    throw new GraphQLError(
      `The @idempotent directive is required for the ${fieldName} mutation but was not provided.`,
      {
        extensions: { code: 'BAD_REQUEST' },
      },
    );
  return key;
}
