import * as React from 'react';
import { lookupState } from '../model/lookup';
import type { Reading } from '../model/order-context';
import { shopNumber, vendorLink } from '../model/vendor-link';
import { Freshness } from './Freshness';
import { OrderView } from './OrderView';
import { useSurroundings } from './surroundings';

export interface PanelProps {
  readonly reading: Reading | 'forbidden';
  readonly requestedOn: Date | undefined;
  readonly orderAddress: string | null;
  readonly chargeAddress: string | null;
  readonly staleHours: number;
  readonly waitMinutes: number;
  readonly offline: boolean;
  readonly barred: 'read_only' | 'not_mapped' | undefined;
  /** False while the host shows another tab. */
  readonly visible: boolean;
  onLookup(): void;
}

/** Ages are told in minutes. */
const TICK = 30_000;

/** The time, moving on while somebody can see it. */
function useNow(visible: boolean): Date {
  const [now, setNow] = React.useState(() => new Date());
  React.useEffect(() => {
    if (!visible) return;
    const tick = () => {
      if (!document.hidden) setNow(new Date());
    };
    tick();
    const timer = window.setInterval(tick, TICK);
    return () => window.clearInterval(timer);
  }, [visible]);
  return now;
}

/** The order of a ticket, or why there is none to show. */
export const OrderPanel: React.FC<PanelProps> = (props) => {
  const { reading, requestedOn, orderAddress, chargeAddress } = props;
  const { say } = useSurroundings().speech;
  const now = useNow(props.visible);
  if (reading === 'forbidden') {
    return (
      <p className="OrderContext-notice" role="status">
        {say('Forbidden')}
      </p>
    );
  }
  const context = reading.kind === 'context' ? reading.context : undefined;
  const { fetchedAt } = context ?? {};
  // A click a moment before the clock's next tick counts as now.
  const moment = requestedOn && requestedOn > now ? requestedOn : now;
  return (
    <>
      {context && (
        <OrderView
          context={context}
          orderLink={vendorLink(orderAddress, shopNumber(context.order?.shopId))}
          chargeAddress={chargeAddress}
        />
      )}
      {reading.kind === 'empty' && (
        <p className="OrderContext-notice" role="status">
          {say('Empty')}
        </p>
      )}
      {reading.kind === 'unreadable' && (
        <p className="OrderContext-notice is-serious" role="alert">
          {say(`Unreadable_${reading.because}`)}
        </p>
      )}
      <Freshness
        fetchedAt={fetchedAt}
        now={now}
        staleHours={props.staleHours}
        offline={props.offline}
        lookup={lookupState({ requestedOn, fetchedAt }, moment, props.waitMinutes)}
        barred={props.barred}
        onLookup={props.onLookup}
      />
    </>
  );
};
