import * as React from 'react';
import { lookupState } from '../model/lookup';
import type { Reading } from '../model/order-context';
import type { Settings } from '../model/settings';
import { shopNumber, vendorLink } from '../model/vendor-link';
import { Freshness } from './Freshness';
import { OrderHeader } from './OrderHeader';
import { OrderView } from './OrderView';
import { useNow } from './use-now';
import { useSurroundings } from './surroundings';

export interface PanelProps {
  readonly reading: Reading | 'forbidden';
  readonly settings: Settings;
  /** When somebody asked for newer facts last, in milliseconds as of a Date. */
  readonly requestedAt: number | undefined;
  readonly offline: boolean;
  readonly barred: 'read_only' | 'not_mapped' | undefined;
  /** False while the host shows another tab. */
  readonly visible: boolean;
  onLookup(): void;
}

/** The order of a ticket, or why there is none to show. */
export const OrderPanel: React.FC<PanelProps> = ({ reading, settings, requestedAt, visible, ...rest }) => {
  const { say } = useSurroundings().speech;
  const now = useNow(visible);
  if (reading === 'forbidden') return <Notice text={say('Forbidden')} />;
  const context = reading.kind === 'context' ? reading.context : undefined;
  const { fetchedAt, answeredFor } = context ?? {};
  const requestedOn = requestedAt === undefined ? undefined : new Date(requestedAt);
  // A click a moment before the clock's next tick counts as now.
  const moment = requestedOn && requestedOn > now ? requestedOn : now;
  return (
    <>
      {settings.faults.map(({ property, remedy }) => (
        <Notice key={property} text={say(remedy, property)} />
      ))}
      {context && (
        <OrderHeader context={context} link={vendorLink(settings.orderAddress, shopNumber(context.order?.shopId))} />
      )}
      {reading.kind === 'empty' && <Notice text={say('Empty')} />}
      {reading.kind === 'unreadable' && <Notice text={say(`Unreadable_${reading.because}`)} isSerious />}
      {context?.isCut && <Notice text={say('CutOff')} isSerious />}
      {context?.withheld && <Notice text={say(`Withheld_${context.withheld}`)} />}
      <Freshness
        fetchedAt={fetchedAt}
        now={now}
        staleHours={settings.staleHours}
        lookup={lookupState({ requestedOn, fetchedAt, answeredFor }, moment, settings.waitMinutes)}
        {...rest}
      />
      {context && <OrderView context={context} chargeAddress={settings.chargeAddress} />}
    </>
  );
};

const Notice: React.FC<{ readonly text: string; readonly isSerious?: boolean }> = ({ text, isSerious = false }) => (
  <p
    className={isSerious ? 'OrderContext-notice is-serious' : 'OrderContext-notice'}
    role={isSerious ? 'alert' : 'status'}
  >
    {text}
  </p>
);
