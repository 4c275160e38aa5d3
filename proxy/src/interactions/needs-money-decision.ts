import type { OrderContext } from '../contract/order-context';

/**
 * Whether somebody must decide about money of this order, whatever the customer asked about: a payment is disputed at the
 * bank, or surely taken twice. Two equal payments for two orders may both be wanted and are only told.
 */
export const needsMoneyDecision = ({ findings }: Pick<OrderContext, 'findings'>): boolean =>
  findings.some(
    ({ code, confidence }) => code === 'dispute_open' || (code === 'duplicate_charge' && confidence === 'high'),
  );
