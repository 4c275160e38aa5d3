import type { ParcelStatus } from '../../contract/vocabulary';
import type { ReplyLanguage } from '../reply-language';
import type { ReplyTone } from '../reply-wording';
import { english } from './english';
import { spanish } from './spanish';

/** What is said of one parcel, or of an order that is one parcel. Days are written out already. */
export interface ParcelWords {
  /** "Your order ORD-12345" or "Parcel 1 of 2". */
  subject: string;
  carrier: string | undefined;
  deliveredOn: string | undefined;
}

/** Every sentence the templates are made of, once per language. */
export interface Phrases {
  /** `2026-03-02` as "2 March 2026". */
  day(iso: string): string;
  /** `2026-03-02T09:30:00Z` as "2 March 2026, 09:30 UTC". */
  instant(iso: string): string;
  thanks: string;
  personWillAnswer: string;
  sorry: string;
  thanksForPraise: string;
  askParcel: string;
  askItem: string;
  /** The products of an order, before the question which one is meant. */
  itemsOf(orderId: string, titles: string): string;
  /** The orders a message names besides the one the answer is about. */
  otherOrders(orderIds: readonly string[]): string;
  /** Same words whether there is no such order or it is somebody else's. */
  orderNotMatched(orderId: string | null): string;
  lookupFailed(orderId: string | null): string;
  order(orderId: string): string;
  parcelOf(index: number, count: number): string;
  parcel: Record<ParcelStatus, (words: ParcelWords) => string>;
  expected(day: string): string;
  wasExpected(day: string): string;
  reason(text: string): string;
  contents(titles: string): string;
  trackingNumber(number: string): string;
  follow(link: string): string;
  asOf(instant: string): string;
  sentInParcels(orderId: string, count: number): string;
  partNotShipped(titles: string): string;
  notShipped(orderId: string, orderedOn: string | undefined): string;
  cancelled(orderId: string, on: string | undefined): string;
  refunded(amount: string): string;
  notArrived: string;
  returnUntil(orderId: string, deliveredOn: string, until: string): string;
  returnEnded(orderId: string, deliveredOn: string, ended: string): string;
  charge(amount: string, day: string | undefined): string;
  chargesOf(orderId: string): string;
  refund(amount: string, day: string | undefined, isPending: boolean): string;
  refundsOf(orderId: string): string;
}

/** The sentences of a language, in the shop's tone. */
export const phrasesOf = (language: ReplyLanguage, tone: ReplyTone): Phrases =>
  language === 'es' ? spanish(tone) : english(tone);
