import type { Fact, OrderContext } from '../../contract/order-context';
import type { Draft, DraftReplyRequest } from '../../contract/reply';
import type { PolicyBook } from '../policy/policy-folder';
import type { PolicySection } from '../policy/policy';
import type { FixedWords } from '../fixed-words';
import { tellableFacts } from '../private-facts';
import type { Phrases } from './phrases';

export type HoldReason = Draft['held_reasons'][number];

/** What a template is filled from. */
export interface TemplateInput {
  request: DraftReplyRequest;
  /** The order context when the order was found and may be shown to the requester, else undefined. */
  order: VerifiedOrder | undefined;
  book: PolicyBook;
  say: Phrases;
  /** The sentences that state nothing. */
  words: FixedWords;
  /** The customer is upset or the matter is critical. */
  isUpset: boolean;
  /** Policy sections that answer the message clearly. */
  answers: readonly PolicySection[];
}

/** An order that may be shown, read through its facts only; what they say of other people is left out. */
export interface VerifiedOrder {
  context: OrderContext;
  id: string;
  /** The value of a fact that may be told, for example of `parcels.0.carrier`. */
  fact(id: string): string | undefined;
}

/** The body of a reply without greeting and closing. */
export interface TemplateResult {
  template: string;
  paragraphs: string[];
  /** What the reply may state. */
  facts: readonly Fact[];
  /** Why a person must look at it before it is sent. */
  holds: HoldReason[];
}

/** Reads an order context; undefined unless the order was found and shown to be the requester's. */
export function verifiedOrder(context: OrderContext | undefined): VerifiedOrder | undefined {
  if (!context?.found || context.verification !== 'verified' || context.order_id === null) return undefined;
  const facts = tellableFacts(context.facts);
  const values = new Map(facts.map((fact) => [fact.id, fact.value]));
  return { context: { ...context, facts }, id: context.order_id, fact: (id) => values.get(id) };
}
