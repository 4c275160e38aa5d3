import type { CancelOrderRequest, MoneyActionKind, RefundOrderRequest } from '../../contract/money-action';
import { RccError } from '../../errors/rcc-error';
import { hashOf } from '../../idempotency';
import type { CommerceService } from '../../services';
import { readOrderNumber } from '../context/order-number';
import { startDeadline, type Deadline } from '../../resilience/deadline';
import { moneyOfMinor } from '../money';
import { VendorError } from '../vendor-error';
import type { StoredAction } from './action';
import { type ActionAnswer, answerOf } from './action-answer';
import { approvedEvent } from './action-events';
import { ActionRefused, notSetUp } from './action-refused';
import { approvalAsked, type KnownFacts } from './approval-details';
import { checkAmountSeen, checkApproval, checkLevel } from './approval';
import type { MoneyActions } from './money-actions';
import type { Plan, PlanTools } from './plan';
import { planCancellation } from './plan-cancellation';
import { planRefund } from './plan-refund';
import { stepsOf } from './plan-steps';
import { LEASE_MS, runAction, type RunTools } from './run-action';

/** What refunds and cancellations need from outside. */
export interface MoneyDependencies extends RunTools {
  /** How long a request works before it is answered as running, in milliseconds. */
  answerWithinMs: number;
  /** What is known of parcels and payments, for the approver; nothing stands out when left out. */
  orderContext?: CommerceService['orderContext'];
  /** Receives one entry per approval, send and end: key, order, step, amount; no names and no addresses. */
  log?: (entry: object) => void;
}

type Request = RefundOrderRequest | CancelOrderRequest;
type Planner = (tools: PlanTools) => Promise<Plan>;

const MOST_AT_ONCE = 50;

/** Refunds and cancellations over the given vendors and store. Nothing is sent without a stored approval. */
export function createMoneyActions(deps: MoneyDependencies): MoneyActions {
  const { store, now } = deps;

  /** Nothing was sent: a refusal, or a vendor that is needed to decide and does not answer. */
  const notMade = (kind: MoneyActionKind, orderNumber: string, more: Partial<ActionAnswer>): ActionAnswer => ({
    state: 'refused',
    kind,
    order_id: readOrderNumber(orderNumber)?.orderId ?? null,
    steps: [],
    reference: null,
    message: '',
    needs_person: false,
    retry_after_seconds: null,
    replayed: false,
    ...more,
  });

  async function knownFacts({ requester_email, order_id }: Request, signal?: AbortSignal): Promise<KnownFacts | null> {
    if (!deps.orderContext) return { findings: [], parcels: [] };
    const context = await deps.orderContext({ requester_email, order_id }, signal);
    return context.found ? context : null;
  }

  /** What was started with the key before, gone on with when that is due. */
  async function knownAction(
    action: StoredAction,
    kind: MoneyActionKind,
    bodyHash: string,
    deadline: Deadline,
  ): Promise<ActionAnswer> {
    // Without an amount or lines, a refund and a cancellation have the same body.
    if (action.kind !== kind || action.bodyHash !== bodyHash)
      throw new RccError(
        'RCC_KEY_REUSED',
        'This key started another refund or cancellation. Give each request row a key of its own.',
        'header/Idempotency-Key',
      );
    const isDue = action.dueAt !== null && action.dueAt <= now().toISOString();
    return answerOf(isDue ? await runAction(action, deps, deadline) : action, true, now());
  }

  async function begin(
    plan: Plan,
    request: Request,
    key: string,
    bodyHash: string,
  ): Promise<StoredAction | ActionAnswer> {
    const approval = request.approval!;
    const at = now();
    checkAmountSeen(plan, approval);
    checkLevel(request, approval, plan.level);
    const action: StoredAction = {
      key,
      bodyHash,
      version: 1,
      kind: plan.kind,
      request,
      orderId: plan.orderId,
      shopId: plan.order.order.id,
      state: 'running',
      refusal: null,
      amount: plan.minor > 0 ? moneyOfMinor(plan.minor, plan.currency) : null,
      steps: stepsOf(plan, key),
      dueAt: new Date(at.getTime() + LEASE_MS).toISOString(),
      startedAt: at.toISOString(),
      endedAt: null,
    };
    const begun = await store.begin(action, [approvedEvent(action, approval, plan.level, at)], at);
    if (begun.stored) {
      deps.log?.({ action: key, kind: plan.kind, order_id: plan.orderId, approved: plan.level, money: action.amount });
      return action;
    }
    if ('known' in begun) return knownAction(begun.known, plan.kind, bodyHash, startDeadline(deps.answerWithinMs));
    throw new ActionRefused(
      'other_action_running',
      'Another refund or cancellation of this order is under way. Ask again when it has ended.',
    );
  }

  /** What cannot be gone on with gives way to what waits behind it; if it has moved on meanwhile, it stays as it is. */
  const putOff = (action: StoredAction): Promise<unknown> =>
    store
      .save({ ...action, dueAt: new Date(now().getTime() + LEASE_MS).toISOString() }, [], now())
      .catch(() => undefined);

  async function act(
    kind: MoneyActionKind,
    request: Request,
    key: string,
    planner: Planner,
    signal?: AbortSignal,
  ): Promise<ActionAnswer> {
    const deadline = startDeadline(deps.answerWithinMs, signal);
    const bodyHash = hashOf(request);
    const known = await store.find(key);
    if (known) return knownAction(known, kind, bodyHash, deadline);
    const { shopify, stripe } = deps;
    try {
      if (request.approval) checkApproval(request, request.approval, deps.policy(), now());
      if (!shopify) throw notSetUp('shopify');
      const plan = await planner({ shopify, stripe, policy: deps.policy(), now: now(), deadline });
      if (request.approval === undefined) {
        const approval = approvalAsked(plan, request, await knownFacts(request, signal));
        return notMade(kind, plan.orderId, {
          state: 'approval_needed',
          ...(plan.minor > 0 && { amount: moneyOfMinor(plan.minor, plan.currency) }),
          approval,
          message: `Somebody of level ${approval.level} must approve it. Nothing was sent.`,
        });
      }
      const begun = await begin(plan, request, key, bodyHash);
      if ('message' in begun) return begun;
      // What has begun goes on whether or not somebody still waits for the answer.
      return answerOf(await runAction(begun, deps, startDeadline(deadline.remainingMs())), false, now());
    } catch (error) {
      if (error instanceof ActionRefused)
        return notMade(kind, request.order_id, {
          refusal: error.refusal,
          message: error.message,
          needs_person: error.refusal === 'not_set_up',
        });
      if (!(error instanceof VendorError)) throw error;
      return notMade(kind, request.order_id, {
        state: 'unavailable',
        message: `${error.message} Nothing was sent. Ask again later.`,
        retry_after_seconds: Math.ceil(error.retryAfterSeconds ?? 60),
      });
    }
  }

  return {
    refund: (request, key, signal) => act('refund', request, key, (tools) => planRefund(request, tools), signal),
    cancel: (request, key, signal) =>
      act('cancellation', request, key, (tools) => planCancellation(request, tools), signal),
    async look({ action_key }) {
      const action = await store.find(action_key);
      if (action) return answerOf(action, true, now());
      const text = 'No refund or cancellation was started with this key. Check it.';
      throw new RccError('RCC_ACTION_UNKNOWN', text, 'body/action_key');
    },
    async reconcile() {
      const due = await store.due(now(), MOST_AT_ONCE);
      const failures: unknown[] = [];
      for (const action of due)
        await runAction(action, deps, startDeadline(deps.answerWithinMs)).catch(async (error: unknown) => {
          failures.push(error);
          await putOff(action);
        });
      if (failures.length > 0) throw failures[0];
      return due.length;
    },
  };
}
