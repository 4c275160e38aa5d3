import type {
  CancelOrderRequest,
  GetMoneyActionRequest,
  MoneyActionAnswer,
  RefundOrderRequest,
} from '../../contract/money-action';

type Answer = Omit<MoneyActionAnswer, 'duration_ms'>;

/** Refunds and cancellations: asked for by a flow, approved by a person, done once or reported. */
export interface MoneyActions {
  /**
   * Without an approval: what it would do and who must approve it; nothing is stored or sent. With one: the approval is
   * stored before anything is sent, then the steps are done as far as the time allows. The same key again: where it stands.
   * @throws {RccError} `RCC_KEY_REUSED` when the key came with another body
   */
  refund(request: RefundOrderRequest, key: string, signal?: AbortSignal): Promise<Answer>;
  cancel(request: CancelOrderRequest, key: string, signal?: AbortSignal): Promise<Answer>;
  /** Where an action stands. @throws {RccError} `RCC_ACTION_UNKNOWN` when no action was started under the key */
  look(request: GetMoneyActionRequest): Promise<Answer>;
  /** Goes on with every unfinished action that is due. @returns how many it took up */
  reconcile(): Promise<number>;
}
