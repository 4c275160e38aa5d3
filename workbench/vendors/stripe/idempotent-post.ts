import type { Fault } from '../scenarios/scenario-order';
import type { Exchange, Reply } from '../server/exchange';
import { preventsEffect } from '../server/fault-moment';
import type { VendorState } from '../state/vendor-state';
import type { StripeReplies } from './stripe-replies';

/** What a write came to; only what began to run is remembered under its key. */
export interface Outcome {
  reply: Reply;
  /** False for requests refused before anything ran. */
  ran: boolean;
}

/**
 * Runs a write at most once per Idempotency-Key, as Stripe does: the saved status and body come again, 500s included;
 * other parameters and a first request still at work are refused. Source: docs.stripe.com/api/idempotent_requests.
 * @param fault a planned one; saved errors and slowness concern the key
 */
export function idempotentPost(
  state: VendorState,
  replies: StripeReplies,
  exchange: Exchange,
  fault: Fault | null | undefined,
  run: () => Outcome,
): Reply {
  if (preventsEffect(fault) && fault.kind !== 'saved_error') return replies.serverError();
  const key = exchange.headers['idempotency-key'];
  const broken = fault?.kind === 'saved_error' || fault?.kind === 'saved_error_after_effect';
  const execute = (): Outcome => {
    if (fault?.kind === 'saved_error') return { reply: replies.serverError(), ran: true };
    const outcome = run();
    return broken && outcome.ran ? { reply: replies.serverError(), ran: true } : outcome;
  };
  if (typeof key !== 'string' || key === '') return execute().reply;
  const refuse = (status: number, message: string, code?: string) =>
    replies.error(status, { type: 'idempotency_error', message, ...(code ? { code } : {}) });
  if (key.length > 255) return refuse(400, 'Idempotency keys may be at most 255 characters.');
  const request = `${exchange.path}?${new URLSearchParams([...new URLSearchParams(exchange.body)].sort())}`;
  const saved = state.stripeKeys.get(key);
  if (saved && saved.request !== request)
    return refuse(
      400,
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    );
  const at = state.now().getTime();
  if (saved && saved.busyUntil > at)
    return refuse(
      409,
      `There is currently another in-progress request using this Idempotency-Key: ${key}.`,
      'idempotency_key_in_use',
    );
  if (saved) {
    const original = saved.reply.headers?.['request-id'] ?? '';
    const headers = { ...saved.reply.headers, 'idempotent-replayed': 'true', 'original-request': original };
    return { ...saved.reply, headers };
  }
  const { reply, ran } = execute();
  const busyUntil = fault?.kind === 'slow' ? at + (fault.delayMs ?? 0) : at;
  const keyed = { ...reply, headers: { ...reply.headers, 'idempotency-key': key } };
  if (ran) state.stripeKeys.set(key, { request, reply: keyed, busyUntil });
  return keyed;
}
