import * as React from 'react';
import type { Payment } from '../model/order-context';
import { vendorLink } from '../model/vendor-link';
import { Identifier } from './Identifier';
import { OpenLink } from './OpenLink';
import { useSurroundings } from './surroundings';

/** The charges for the order. */
export const Payments: React.FC<{ readonly payments: readonly Payment[]; readonly address: string | null }> = ({
  payments,
  address,
}) => {
  const { say, state, money, formats } = useSurroundings().speech;
  const stateOf = ({ status, captured }: Payment) => {
    if (status === 'succeeded' && !captured) return state('Charge', 'reserved');
    return status === undefined ? say('UnknownState') : state('Charge', status);
  };
  return (
    <ul className="OrderContext-payments">
      {payments.map((payment, index) => {
        const link = vendorLink(address, payment.id);
        return (
          <li key={payment.id ?? index}>
            <div className="OrderContext-payment">
              <strong>{payment.total ? money(payment.total) : say('UnknownAmount')}</strong>
              <span className={payment.status === 'failed' ? 'OrderContext-badge is-serious' : 'OrderContext-badge'}>
                {stateOf(payment)}
              </span>
              {payment.disputed && <span className="OrderContext-badge is-serious">{say('Disputed')}</span>}
            </div>
            <div className="OrderContext-quiet">
              {[
                payment.card,
                payment.at && formats.dateTime(payment.at),
                payment.refunded && payment.refunded.amount !== 0 && say('RefundedOf', money(payment.refunded)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            {payment.id && (
              <div className="OrderContext-id">
                <Identifier text={payment.id} copy={say('CopyCharge')} />
                {link && <OpenLink address={link} text={say('OpenCharge')} about={payment.id} />}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
};
