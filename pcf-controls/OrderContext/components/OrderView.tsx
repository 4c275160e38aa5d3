import * as React from 'react';
import type { OrderContext } from '../model/order-context';
import { Findings } from './Findings';
import { Gaps } from './Gaps';
import { Money } from './Money';
import { OrderLines } from './OrderLines';
import { ParcelTimeline } from './ParcelTimeline';
import { Payments } from './Payments';
import { Section } from './Section';
import { useSurroundings } from './surroundings';

interface Props {
  readonly context: OrderContext;
  readonly chargeAddress: string | null;
}

/** With more parcels than this each one shows only its last scan at first. */
const FEW = 3;

/** Everything known about the order, worst news first. */
export const OrderView: React.FC<Props> = React.memo(function OrderView({ context, chargeAddress }) {
  const { say } = useSurroundings().speech;
  const { order, parcels, payments, findings, gaps, fetchedAt, isCut } = context;
  const isParcelMissing = isCut || gaps.some(({ part }) => part === 'parcel');
  const nothingLeft = order !== undefined && parcels.length === 0 && !isParcelMissing;
  return (
    <>
      <Findings findings={findings} />
      <Gaps context={context} />
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
              <ParcelTimeline parcel={parcel} asOf={fetchedAt} scansAtFirst={parcels.length > FEW ? 1 : 3} />
            </Section>
          ))}
          {nothingLeft && (
            <Section title={say('NoParcelsTitle')}>
              <p className="OrderContext-quiet">{say('NoParcels')}</p>
            </Section>
          )}
        </div>
      </div>
    </>
  );
});
