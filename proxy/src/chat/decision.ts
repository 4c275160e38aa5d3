import type { AnswerChatAnswer } from '../contract/chat';
import type { Fact, OrderContext } from '../contract/order-context';

/** What to say in a turn and what to do next. */
export interface Decision {
  action: AnswerChatAnswer['action'];
  reply: string;
  /** The facts the reply rests on. */
  facts: Fact[];
  /** The order context of this turn, when it was looked up. */
  context?: OrderContext;
  /** The customer confirmed that the matter is settled. */
  settled?: true;
  /** Why a person takes over. */
  reasons?: string[];
}
