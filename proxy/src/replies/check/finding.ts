import type { Fact } from '../../contract/order-context';
import type { Evidence } from './evidence';
import type { Statement, StatementKind } from './statement';

/** One statement of a reply and what supports it. */
export interface Finding {
  kind: StatementKind | 'status' | 'promise' | 'wording';
  text: string;
  /** The facts behind it (none needed for a harmless repetition), or null when it is found nowhere. */
  support: Fact[] | null;
  /** Where the words begin in their sentence. */
  start: number;
}

/** Part of a sentence that is a fact's own words. */
export interface Quote {
  start: number;
  end: number;
  fact: Fact;
}

/** One sentence with everything needed to judge it. */
export interface Reading {
  text: string;
  statements: readonly Statement[];
  /** What may support it: other parcels are left out when the sentence is about one. */
  evidence: readonly Evidence[];
  /** The parcel the sentence is about, or null. */
  parcel: number | null;
  /** All parcels there are facts of. */
  parcels: ReadonlySet<number>;
  /** Whether it speaks of the customer's own order, not of a rule for everybody. */
  own: boolean;
  /** Today as a number of days since 1970-01-01, or null. */
  today: number | null;
  /** Identifiers that may be repeated to the customer. */
  repeatable: ReadonlySet<string>;
  /** Product names, places and reasons a fact states in the very same words. */
  quoted: readonly Quote[];
  /** The policy the sentence was taken from word for word, or null. */
  verbatim: Fact | null;
}
