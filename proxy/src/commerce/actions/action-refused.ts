import type { Refusal } from '../../contract/money-action';

/** A refund or cancellation that is not made; nothing was sent. The message is for the agent. */
export class ActionRefused extends Error {
  override name = 'ActionRefused';

  constructor(
    readonly refusal: Refusal,
    message: string,
  ) {
    super(message);
  }
}
