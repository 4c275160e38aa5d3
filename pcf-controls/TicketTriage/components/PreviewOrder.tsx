import * as React from 'react';
import { type OrderGlance, type ParcelSummary, readOrderGlance } from '../model/order-summary';
import type { Ticket } from '../model/ticket';
import { codeText } from './Cells';
import { useDesk } from './desk';

const Parcel: React.FC<{ readonly parcel: ParcelSummary }> = ({ parcel }) => {
  const desk = useDesk();
  const { words, formats } = desk;
  const { carrier, number, status, expected, deliveredAt, lastScan, exception } = parcel;
  const when = deliveredAt
    ? words('Order_DeliveredAt', formats.dateTime(deliveredAt))
    : expected && words('Order_Expected', formats.day(expected));
  return (
    <li>
      <p>
        <span className="tt-strong">
          {status ? codeText(desk, 'trackingState', status) : words('trackingState_unknown')}
        </span>
        {[when, carrier, number].filter(Boolean).map((text) => (
          <span key={text}> · {text}</span>
        ))}
      </p>
      {exception && <p className="tp-warning">{exception}</p>}
      {lastScan && (
        <p className="tt-quiet">
          {[lastScan.text, lastScan.place, lastScan.at && formats.dateTime(lastScan.at)].filter(Boolean).join(' · ')}
        </p>
      )}
    </li>
  );
};

const Glance: React.FC<{ readonly order: OrderGlance }> = ({ order }) => {
  const desk = useDesk();
  const { words, formats } = desk;
  const { missing, shipping, payment, total, refunded, parcels, findings, degraded, fetchedAt } = order;
  const money = ({ amount, currency }: { amount: number; currency: string }) => formats.money(amount, currency);
  const states = [
    shipping && codeText(desk, 'shipping', shipping),
    payment && codeText(desk, 'payment', payment),
    total && money(total),
    refunded && words('Order_Refunded', money(refunded)),
  ].filter(Boolean);
  return (
    <>
      {missing && <p>{words(`Order_missing_${missing}`)}</p>}
      {states.length > 0 && <p>{states.join(' · ')}</p>}
      {findings.map((code) => (
        <p key={code} className="tp-warning">
          {codeText(desk, 'finding', code)}
        </p>
      ))}
      {parcels.length > 0 && (
        <ul className="tp-parcels">
          {parcels.map((parcel, place) => (
            <Parcel key={parcel.number ?? place} parcel={parcel} />
          ))}
        </ul>
      )}
      {degraded.map(({ part, reason }) => (
        <p key={`${part} ${reason}`} className="tp-warning">
          {words('Order_Degraded', codeText(desk, 'Order_part', part), reason)}
        </p>
      ))}
      {fetchedAt && <p className="tt-quiet">{words('Order_FetchedAt', formats.dateTime(fetchedAt))}</p>}
    </>
  );
};

/** The order of a ticket at a glance; the whole of it is on the form. */
export const PreviewOrder: React.FC<{
  readonly ticket: Ticket;
  /** True where the long texts of the ticket cannot be read. */
  readonly areDetailsMissing: boolean;
}> = ({ ticket, areDetailsMissing }) => {
  const { words, columns } = useDesk();
  const { orderContext, orderNumber } = ticket;
  const order = React.useMemo(
    () => (orderContext === undefined ? undefined : readOrderGlance(orderContext)),
    [orderContext],
  );
  const number = order?.number ?? orderNumber;
  const { inView, names } = columns;
  const isMapped = inView.orderContext !== undefined || (names.orderContext !== undefined && !areDetailsMissing);
  if (orderContext === undefined && number === undefined && isMapped) return null;
  const heading = number === undefined ? words('Order_Title') : words('Order_Number', number);
  return (
    <section className="tp-part" aria-label={heading}>
      <h3 className="tp-heading">{heading}</h3>
      {order && <Glance order={order} />}
      {!isMapped && <p className="tt-quiet">{words('Queue_Unmapped', words('TicketTriage_Column_orderContext'))}</p>}
      {isMapped && orderContext === undefined && <p className="tt-quiet">{words('Order_NotLookedUp')}</p>}
      {orderContext !== undefined && order === undefined && <p>{words('Order_Unreadable')}</p>}
    </section>
  );
};
