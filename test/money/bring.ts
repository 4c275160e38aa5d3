import type { CancelOrderRequest, MoneyActionAnswer, RefundOrderRequest } from '../../proxy/src/contract/money-action';
import { RccError } from '../../proxy/src/errors/rcc-error';
import { Crash } from './crashing-store';
import type { Ask } from './money-cases';
import type { Process } from './money-world';
import type { VirtualTime } from './virtual-time';

export type ActionAnswer = Omit<MoneyActionAnswer, 'duration_ms'>;

/** What a flow was last told about what it asked for. */
export interface Told {
  ask: Ask;
  /** Whether a person's approval was ever sent with it. */
  approved: boolean;
  /** Null when the service never answered. */
  answer: ActionAnswer | null;
  /** What should not have happened on the way. */
  wrong: string[];
}

const MINUTE = 60_000;
const MOST_TRIES = 40;

/** What a flow needs of the world around it. */
export interface Around {
  time: VirtualTime;
  /** A living process that takes the next request. */
  process(): Process;
  /** Lets time pass and everything that is due happen. */
  pass(ms: number): Promise<void>;
}

const isEnd = (answer: ActionAnswer) => ['done', 'incomplete', 'unknown'].includes(answer.state);
/** Refusals that are over some time later. */
const isForNow = ({ refusal }: ActionAnswer) =>
  refusal === 'other_action_running' || refusal === 'order_not_found' || refusal === 'payment_not_found';

/** Brings one wish to the service as a flow does: again and again with the same key and body until it is told an end. */
export async function bring(ask: Ask, { time, process, pass }: Around): Promise<Told> {
  const told: Told = { ask, approved: false, answer: null, wrong: [] };

  async function send(request: Ask['request'] & Pick<RefundOrderRequest, 'approval'>): Promise<ActionAnswer | null> {
    const { actions } = process();
    try {
      return ask.operation === 'refund'
        ? await actions.refund(request as RefundOrderRequest, ask.key)
        : await actions.cancel(request as CancelOrderRequest, ask.key);
    } catch (error) {
      if (error instanceof RccError && error.code === 'RCC_KEY_REUSED') throw error;
      // Anything else is an answer with status 500 to the flow, or none at all.
      if (!(error instanceof Crash) && !(error as Error).message.includes('connection to the database'))
        told.wrong.push(`${ask.key}: ${(error as Error).stack}`);
      return null;
    }
  }

  if (ask.manner === 'asked_first' || ask.manner === 'never_approved') {
    for (let tries = 1; tries <= 5; tries += 1) {
      const answer = await send(ask.request);
      told.answer = answer ?? told.answer;
      if (answer && !['approval_needed', 'refused', 'unavailable'].includes(answer.state))
        told.wrong.push(`${ask.key}: ${answer.state} without an approval`);
      if (answer?.state === 'approval_needed') break;
      await pass(10 * MINUTE);
    }
    if (ask.manner === 'never_approved') return told;
  }

  const rejected = ask.manner === 'rejected';
  const approval = {
    decided_by: 'head@example.com',
    decided_at: time.now().toISOString(),
    outcome: rejected ? 'Reject' : 'Approve',
  };
  const request = { ...ask.request, approval };
  told.approved = !rejected;
  told.answer = null;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const sent = ask.manner === 'twice_at_once' && tries === 1 ? [send(request), send(request)] : [send(request)];
    const answers = (await Promise.all(sent)).filter((answer) => answer !== null);
    told.answer = answers.at(-1) ?? told.answer;
    const last = told.answer;
    if (last && (isEnd(last) || (last.state === 'refused' && !isForNow(last)))) break;
    await pass(Math.min(tries * 2, 180) * MINUTE);
  }
  if (ask.manner === 'other_body_after' && told.answer !== null) await sendOtherBody();
  return told;

  /** The key with another wish: refused when it has begun, and never a second action. */
  async function sendOtherBody(): Promise<void> {
    try {
      const answer = await send({ ...request, reason: 'Something else.' });
      if (answer && !['refused', 'unavailable', 'running', 'done', 'incomplete', 'unknown'].includes(answer.state))
        told.wrong.push(`${ask.key}: ${answer.state} for another body`);
      // Nothing had begun under the key, so now this is its body.
      if (answer && answer.replayed) told.wrong.push(`${ask.key}: the first answer for another body`);
      told.answer = answer ?? told.answer;
    } catch {
      // RCC_KEY_REUSED, as it should be.
    }
  }
}
