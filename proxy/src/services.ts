import type { AnswerChatAnswer, AnswerChatRequest } from './contract/chat';
import type {
  GetChargeAnswer,
  GetChargeRequest,
  GetOrderContextRequest,
  OrderContext,
  TrackShipmentAnswer,
  TrackShipmentRequest,
} from './contract/order-context';
import type { Draft, DraftReplyRequest } from './contract/reply';
import type { Triage, TriageMessageRequest } from './contract/triage';
import type { Origin, Vendor } from './contract/vocabulary';
import type { EarlierReply } from './interactions/earlier-replies';
import type { Change } from './webhooks/changed-fact';

/** The parts of the service behind the routes. None of them throws for a vendor that fails: see `degraded`. */

export interface TriageService {
  /** Reads one message. Falls back to the offline model when the AI service fails. */
  triage(message: TriageMessageRequest, signal?: AbortSignal): Promise<Triage>;
}

export interface CommerceService {
  /** Joins order, parcels and payments under one deadline; only the requester's own order is revealed. */
  orderContext(request: GetOrderContextRequest, signal?: AbortSignal): Promise<OrderContext>;
  trackShipment(request: TrackShipmentRequest, signal?: AbortSignal): Promise<TrackShipmentAnswer>;
  getCharge(request: GetChargeRequest, signal?: AbortSignal): Promise<GetChargeAnswer>;
  /** Forgets what a vendor said of an order, a parcel or a charge that has changed since; the next question asks anew. */
  forget(change: Change): void;
  /** Which vendors are on and where; those left out are off. */
  readonly vendors: Readonly<Partial<Record<Vendor, Origin>>>;
  close(): Promise<void>;
}

export interface ReplyService {
  /**
   * Drafts a reply from the context and the policy files only, and checks it against them. With a language model the
   * words may be the model's; the facts never are, and whatever fails leaves the words of the templates.
   * @param earlier the replies written for the ticket before; what would only repeat one is held for a person
   */
  draft(request: DraftReplyRequest, signal?: AbortSignal, earlier?: readonly EarlierReply[]): Promise<Draft>;
}

/** What is remembered of a conversation between two turns; plain JSON. */
export type ChatState = Record<string, unknown>;

export interface ChatService {
  /**
   * Answers one turn.
   * @param state what the last turn returned, or null for a new conversation
   */
  answer(
    request: AnswerChatRequest,
    state: ChatState | null,
    signal?: AbortSignal,
  ): Promise<{ answer: Omit<AnswerChatAnswer, 'replayed' | 'ticket'>; state: ChatState; context?: OrderContext }>;
}
