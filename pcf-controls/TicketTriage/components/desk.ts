import * as React from 'react';
import type { Formats } from '../../shared/formats';
import type { Words } from '../../shared/words';
import type { IInputs } from '../generated/ManifestTypes';
import type { ViewColumns } from '../model/columns';
import type { Settings } from '../model/settings';
import type { Ticket } from '../model/ticket';
import type { TickingClock } from '../model/ticking-clock';
import type { TicketRecord } from '../model/view';

/** What happened, for makers: outputs and events of the manifest. */
export type Happening =
  | { readonly kind: 'opened'; readonly id: string | undefined }
  | { readonly kind: 'selected'; readonly count: number }
  | { readonly kind: 'acted'; readonly action: string };

/** The platform around the control, always as it is now; stable itself. */
export interface Host {
  readonly context: ComponentFramework.Context<IInputs>;
  readonly dataset: ComponentFramework.PropertyTypes.DataSet;
  tell(happening: Happening): void;
}

/** What every part of the control needs to speak, to read tickets and to reach the platform. */
export interface Desk {
  readonly words: Words;
  readonly formats: Formats;
  readonly settings: Settings;
  readonly columns: ViewColumns;
  readonly read: (record: TicketRecord) => Ticket;
  readonly clock: TickingClock;
  readonly user: { readonly id: string; readonly name: string };
  readonly host: Host;
}

const DeskContext = React.createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

/** @throws Error outside a `DeskProvider` */
export function useDesk(): Desk {
  const desk = React.useContext(DeskContext);
  if (!desk) throw new Error('This part stands outside a DeskProvider.');
  return desk;
}

/** The instant of the clock's last tick; only what calls this is rendered again with each tick. */
export function useNow({ clock }: Pick<Desk, 'clock'>): Date {
  const [now, setNow] = React.useState(clock.now);
  React.useEffect(() => {
    setNow(clock.now);
    return clock.subscribe(() => setNow(clock.now));
  }, [clock]);
  return now;
}
