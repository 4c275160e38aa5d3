import * as React from 'react';
import type { Money as Amount, OrderContext } from '../model/order-context';
import { paymentBalance } from '../model/payment-balance';
import { useSurroundings } from './surroundings';

/** Total, what was paid and given back, and what is open. */
export const Money: React.FC<{ readonly context: OrderContext }> = ({ context }) => {
  const { say, money } = useSurroundings().speech;
  const { order } = context;
  const balance = paymentBalance(context);
  const refunded = order?.refunded && order.refunded.amount !== 0 ? order.refunded : undefined;
  const open = balance?.outstanding.amount ?? 0;
  const rows: readonly (readonly [string, Amount | undefined, boolean?])[] = [
    [say('Total'), order?.total],
    [say('PaidAmount'), balance?.paid],
    [say('RefundedByShop'), refunded],
    [say('RefundedToCard'), balance && balance.refunded.amount !== 0 ? balance.refunded : undefined],
    [
      open > 0 ? say('Outstanding') : say('TakenTooMuch'),
      open === 0 ? undefined : positive(balance?.outstanding),
      true,
    ],
  ];
  return (
    <dl className="OrderContext-money">
      {rows.map(
        ([label, amount, isRemarkable]) =>
          amount && (
            <div key={label} className={isRemarkable ? 'is-remarkable' : undefined}>
              <dt>{label}</dt>
              <dd>{money(amount)}</dd>
            </div>
          ),
      )}
    </dl>
  );
};

const positive = (money: Amount | undefined): Amount | undefined =>
  money && { ...money, amount: Math.abs(money.amount) };
