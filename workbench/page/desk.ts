import type { Accepted, Fault, FlowOutline, NewMessage, VendorView } from './client/page-data';

/** A row of a table with its logical column names, choice values as numbers, as the Web API answers. */
export type TableRow = Record<string, unknown>;

export interface RowQuery {
  /** OData filter, for example `rcc_direction eq 727000000`. */
  filter?: string;
  /** OData order, for example `createdon desc`. */
  orderBy?: string;
  top: number;
}

/** One event as the store keeps it. */
export interface StoredEvent {
  id: string;
  sequence: number;
  type: string;
  recordedAt: string;
  payload: Record<string, unknown>;
}

/** Which events; the ids are alternatives, not conditions together. */
export interface EventQuery {
  messageId?: string;
  ticketId?: string;
  limit: number;
}

/** All the page needs of the running product; a test puts its own in place. */
export interface Desk {
  mailbox: string;
  proxyUrl: string;
  dataFolder: string;
  flows: FlowOutline[];
  /** Hands a message to the mailbox or the chat; comes back when it is accepted, not when its run has ended. */
  send(message: NewMessage): Promise<Accepted>;
  /** Rows of an entity set, for example `rcc_tickets`. */
  rows(set: string, query: RowQuery): Promise<TableRow[]>;
  /** Newest first. */
  events(query: EventQuery): Promise<StoredEvent[]>;
  vendors(): VendorView[];
  /** @throws when the vendor has no sandbox here */
  setFault(vendor: string, fault: Fault): void;
}
