/** What the desk's page and its server say to each other. Rows themselves come as the Web API writes them. */

/** A text by language: 1033 English, 3082 Spanish. */
export type LabelView = Readonly<Record<number, string>>;

export interface ColumnView {
  name: string;
  /** In the words of the table's source: `nvarchar`, `picklist`, `lookup` … */
  type: string;
  label: LabelView;
  /** Date and time of which only the date is kept. */
  dateOnly?: true;
  /** Choices, yes/no and status, by value. */
  options?: readonly { value: number; label: LabelView }[];
}

export interface ViewView {
  id: string;
  label: LabelView;
  columns: readonly string[];
  fetchXml: string;
}

/** A table as the page needs to know it. */
export interface TableView {
  name: string;
  /** Its name in addresses: `rcc_tickets`. */
  set: string;
  primaryId: string;
  primaryName: string;
  columns: readonly ColumnView[];
  /** The default one first. */
  views: readonly ViewView[];
}

/** Somebody who works at the desk. */
export interface PersonView {
  id: string;
  name: string;
  /** E-mail address, by which people are asked. */
  address: string;
  /** IANA name; null where none is set. */
  time_zone: string | null;
}

/** A question that waits for the answer of a person. */
export interface PendingApprovalView {
  name: string;
  title: string;
  /** Markdown. */
  details: string;
  /** Addresses of those who may answer. */
  assignedTo: readonly string[];
  /** Address of who asked; empty where the flow does not say. */
  requestor: string;
  /** Address of what it is about, and words for it; empty where the flow does not say. */
  itemLink: string;
  itemLinkDescription: string;
  /** The answers there are. */
  options: readonly string[];
  /** ISO 8601. */
  requestDate: string;
}

export type ControlsState = 'ready' | 'building' | 'missing';

export interface DeskView {
  people: PersonView[];
  controls: ControlsState;
  /** What the builder said last, or what is missing and what to do. */
  said: string;
}
