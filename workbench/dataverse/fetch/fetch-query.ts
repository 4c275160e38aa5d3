export interface FetchAttribute {
  name: string;
  alias?: string;
}

export interface FetchOrder {
  attribute: string;
  /** Alias of the link whose column it is. */
  entityName?: string;
  descending: boolean;
}

export interface FetchCondition {
  kind: 'condition';
  attribute: string;
  /** Alias of the link whose column it is. */
  entityName?: string;
  operator: string;
  values: readonly string[];
  /** Another column to compare with, `alias.column` for one of a link. */
  valueOf?: string;
}

export interface FetchFilter {
  kind: 'filter';
  type: 'and' | 'or';
  parts: readonly (FetchCondition | FetchFilter | FetchLink)[];
}

export type LinkType =
  'inner' | 'outer' | 'exists' | 'in' | 'matchfirstrowusingcrossapply' | 'any' | 'not any' | 'all' | 'not all';

/** What an entity and a link have in common. */
export interface FetchSource {
  table: string;
  attributes: readonly FetchAttribute[];
  allAttributes: boolean;
  orders: readonly FetchOrder[];
  filters: readonly FetchFilter[];
  links: readonly FetchLink[];
}

export interface FetchLink extends FetchSource {
  kind: 'link';
  /** Column of the linked table. */
  from: string;
  /** Column of the table it is linked to. */
  to: string;
  alias?: string;
  type: LinkType;
}

/** A FetchXML query as it is written; names are not yet looked up. */
export interface FetchQuery extends FetchSource {
  top?: number;
  /** Rows per page. */
  count?: number;
  /** From 1. */
  page: number;
  distinct: boolean;
  /** Whether the answer tells how many rows there are on all pages. */
  counts: boolean;
  /** Choices and lookups are ordered by their values, not by what people see. */
  rawOrder: boolean;
}
