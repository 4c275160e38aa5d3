import * as React from 'react';
import { readDetails, type TicketDetails } from '../model/ticket-details';
import type { Ticket } from '../model/ticket';
import { useDesk } from './desk';

/**
 * A ticket with the long texts its view leaves out.
 * @param isSettled false while somebody only passes by: nothing is read yet
 * @returns `areMissing` where they cannot be read, because the table has no such columns or the host no Web API
 */
export function useDetails(ticket: Ticket, isSettled: boolean): { ticket: Ticket; areMissing: boolean } {
  const { host, columns } = useDesk();
  const [found, setFound] = React.useState<{ id: string; details: TicketDetails | undefined }>();
  const { id } = ticket;
  React.useEffect(() => {
    if (!isSettled) return undefined;
    let isWanted = true;
    const show = (details: TicketDetails | undefined) => {
      if (isWanted) setFound({ id, details });
    };
    readDetails(id, host.dataset.getTargetEntityType(), columns, host.context.webAPI).then(show, () => show(undefined));
    return () => {
      isWanted = false;
    };
  }, [host, columns, id, isSettled]);
  const own = found?.id === id ? found : undefined;
  return React.useMemo(
    () => ({
      ticket: own?.details === undefined ? ticket : { ...ticket, ...own.details },
      areMissing: own !== undefined && own.details === undefined,
    }),
    [ticket, own],
  );
}
