import * as React from 'react';
import type { OrderContext } from '../model/order-context';
import { CopyButton } from './CopyButton';
import { OpenLink } from './OpenLink';
import { useSurroundings } from './surroundings';

/** Number, states and date of the order. */
export const OrderHeader: React.FC<{ readonly context: OrderContext; readonly link: string | undefined }> = ({
  context: { number, order },
  link,
}) => {
  const { say, state, formats } = useSurroundings().speech;
  const states = [
    order?.cancelledAt ? state('Order', 'cancelled') : order?.shipping && state('Order', order.shipping),
    order?.payment && state('Paid', order.payment),
    order?.returned && order.returned !== 'no_return' && say('Returned', state('Order', order.returned)),
  ].filter((text): text is string => Boolean(text));
  const placed = order?.placedAt && say('Placed', formats.dateTime(order.placedAt));
  const reason = order?.cancelReason && state('Cancel', order.cancelReason);
  const cancelled =
    order?.cancelledAt && say('CancelledOn', formats.date(order.cancelledAt), reason ?? say('NoReason'));
  const about = [order?.customer, placed, cancelled].filter(Boolean);
  return (
    <header className="OrderContext-header">
      <h2>
        <bdi>{number ?? say('NoNumber')}</bdi>
      </h2>
      {number && <CopyButton text={number} label={say('CopyOrder')} />}
      {states.map((text, index) => (
        <span key={index} className="OrderContext-badge">
          {text}
        </span>
      ))}
      {link && <OpenLink address={link} text={say('OpenOrder')} />}
      {about.length > 0 && <p className="OrderContext-quiet">{about.join(' · ')}</p>}
    </header>
  );
};
