import * as React from 'react';
import type { OrderContext } from '../model/order-context';
import { Findings } from './Findings';
import { Gaps } from './Gaps';
import { Money } from './Money';
import { OrderHeader } from './OrderHeader';
import { OrderLines } from './OrderLines';
import { ParcelTimeline } from './ParcelTimeline';
import { Payments } from './Payments';
import { Section } from './Section';
import { useSurroundings } from './surroundings';

interface Props {
  readonly context: OrderContext;
  /** Page of the order in the shop's administration. */
  readonly orderLink: string | undefined;
  readonly chargeAddress: string | null;
}

/** Everything known about the order, worst news first. */
export const OrderView: React.FC<Props> = React.memo(function OrderView({ context, orderLink, chargeAddress }) {
  const { say } = useSurroundings().speech;
  const { order, parcels, payments, findings, gaps } = context;
  return (
    <>
      <OrderHeader context={context} link={orderLink} />
      {context.withheld && (
        <p className="OrderContext-notice" role="status">
          {say(`Withheld_${context.withheld}`)}
        </p>
      )}
      <Findings findings={findings} />
      <Gaps gaps={gaps} />
      <div className="OrderContext-columns">
        <div>
          {order && order.lines.length > 0 && (
            <Section title={say('Lines', order.lines.length)}>
              <OrderLines lines={order.lines} />
            </Section>
          )}
          {order?.total && (
            <Section title={say('Money')}>
              <Money context={context} />
            </Section>
          )}
          {payments.length > 0 && (
            <Section title={say('Payments')}>
              <Payments payments={payments} address={chargeAddress} />
            </Section>
          )}
        </div>
        <div>
          {parcels.map((parcel, index) => (
            <Section key={parcel.number ?? index} title={say('ParcelOf', index + 1, parcels.length)}>
              <ParcelTimeline parcel={parcel} />
            </Section>
          ))}
          {order && parcels.length === 0 && !gaps.some(({ part }) => part === 'parcel') && (
            <Section title={say('NoParcelsTitle')}>
              <p className="OrderContext-quiet">{say('NoParcels')}</p>
            </Section>
          )}
        </div>
      </div>
    </>
  );
});
