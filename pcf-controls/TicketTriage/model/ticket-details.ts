import { logicalName, type TicketColumn, type ViewColumns } from './columns';
import type { Ticket } from './ticket';

/** Long texts a view of many rows had better not hold; they are read for the ticket that is open. */
const LONG = ['draftReply', 'draftFacts', 'orderContext'] as const satisfies readonly TicketColumn[];

/** The long texts of a ticket the view does not hold. */
export type TicketDetails = Partial<Pick<Ticket, (typeof LONG)[number]>>;

/** The long columns that are known by name and not in the view. */
const missingFrom = ({ inView, names }: ViewColumns) =>
  LONG.flatMap((column) => {
    const name = names[column];
    return inView[column] === undefined && name !== undefined ? [[column, logicalName(name)] as const] : [];
  });

/** @throws what the host refuses with, where the table has no such columns or the host no Web API */
export async function readDetails(
  ticketId: string,
  table: string,
  columns: ViewColumns,
  webApi: Pick<ComponentFramework.WebApi, 'retrieveRecord'>,
): Promise<TicketDetails> {
  const missing = missingFrom(columns);
  if (missing.length === 0) return {};
  const select = missing.map(([, name]) => name).join(',');
  const row = (await webApi.retrieveRecord(table, ticketId, `?$select=${select}`)) as Record<string, unknown>;
  return Object.fromEntries(
    missing.flatMap(([column, name]) => {
      const text = row[name];
      return typeof text === 'string' && text !== '' ? [[column, text]] : [];
    }),
  );
}
