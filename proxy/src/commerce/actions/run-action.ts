import type { Deadline } from '../../resilience/deadline';
import type { ActionStep, StoredAction } from './action';
import { endedEvent, sentEvent } from './action-events';
import { ActionMoved, type ActionStore } from './action-store';
import { type ActionClients, isMovedByShop, lookForStep, sendStep, type StepOutcome } from './call-step';
import type { MoneyPolicy } from './money-policy';
import type { Change } from '../../webhooks/changed-fact';
import { nextKey } from './plan-steps';

export interface RunTools extends ActionClients {
  store: ActionStore;
  policy(): MoneyPolicy;
  now(): Date;
  log?: (entry: object) => void;
  /** Told after each answer of a vendor, because what was known of the order may be so no longer. */
  onChange?: (change: Change) => void;
}

const HOUR_MS = 3_600_000;
/** Whoever works on an action has it for so long; after that it counts as left lying by a process that died. */
export const LEASE_MS = 60_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = HOUR_MS;
/** What is still on its way to the vendor has arrived by then, so that looking is worth something. */
const SETTLING_MS = 120_000;

/**
 * Goes on with an action until it ends, must wait, or the time is up. Everything is stored before it is sent and after it
 * is answered; whoever comes after a crash finds out at the vendor what became of the last send.
 * @returns the action as it is stored now
 */
export async function runAction(action: StoredAction, tools: RunTools, deadline: Deadline): Promise<StoredAction> {
  let current = action;
  try {
    while (current.state === 'running' && deadline.remainingMs() > 0) {
      const step = openStep(current)!;
      current = await (step.state === 'planned' ? send : takeUp)(current, step, tools, deadline);
      if (openStep(current)?.state === 'sent') break;
    }
    return current;
  } catch (error) {
    if (!(error instanceof ActionMoved)) throw error;
    return (await tools.store.find(action.key)) ?? current;
  }
}

const openStep = ({ steps }: StoredAction): ActionStep | undefined => steps.find(({ state }) => state !== 'done');

/** Sends a step, after it is stored that it is sent. */
async function send(
  action: StoredAction,
  step: ActionStep,
  tools: RunTools,
  deadline: Deadline,
): Promise<StoredAction> {
  const now = tools.now();
  const sent: ActionStep = {
    ...step,
    state: 'sent',
    attempts: step.attempts + 1,
    firstSentAt: step.firstSentAt ?? now.toISOString(),
    lastSentAt: now.toISOString(),
    keySpent: false,
  };
  const next = { ...withStep(action, sent), dueAt: later(now, LEASE_MS) };
  const stored = await tools.store.save(next, [sentEvent(action, sent, now)], now);
  tools.log?.({ ...named(stored), step: sent.step, target: sent.target, attempt: sent.attempts, money: sent.amount });
  const outcome = await sendStep(stored, sent, tools, deadline);
  return settle(stored, sent, await lookBehind(outcome, stored, sent, tools, deadline), tools);
}

/**
 * What is behind an answer that is not the last word: an earlier try may have been the one that counted, a cancellation
 * shows only on the order, and so does whether the shop's payment provider has given the money back.
 */
async function lookBehind(
  outcome: StepOutcome,
  action: StoredAction,
  step: ActionStep,
  tools: RunTools,
  deadline: Deadline,
): Promise<StepOutcome> {
  if (outcome.is === 'done' && isMovedByShop(step)) {
    const found = await lookForStep(action, step, tools, deadline);
    return found.is === 'open' || found.is === 'absent'
      ? { is: 'pending', reference: outcome.reference ?? step.target }
      : found;
  }
  if (outcome.is !== 'refused' && outcome.is !== 'key_taken' && outcome.is !== 'pending') return outcome;
  if (outcome.is === 'pending' && step.step !== 'cancel_order') return outcome;
  const found = await lookForStep(action, step, tools, deadline);
  if (found.is === 'open') return outcome.is === 'pending' ? outcome : found;
  if (found.is !== 'absent') return found;
  // An order that is being cancelled refuses to be cancelled again.
  if (outcome.is === 'refused' && step.step === 'cancel_order' && step.attempts > 1) return nothingNew(outcome.message);
  return outcome;
}

/** Goes on with a step that was sent and has no end: by the same key again, or by looking for its effect first. */
async function takeUp(
  action: StoredAction,
  step: ActionStep,
  tools: RunTools,
  deadline: Deadline,
): Promise<StoredAction> {
  const policy = tools.policy();
  const now = tools.now().getTime();
  const since = (instant: string | null) => now - Date.parse(instant!);
  const isLate = since(action.startedAt) >= policy.hours_until_unfinished_is_reported * HOUR_MS;
  const isKeyGood = !step.keySpent && since(step.firstSentAt) < policy.hours_a_vendor_keeps_a_key * HOUR_MS;
  const isCancel = step.step === 'cancel_order';
  if (!isCancel && !isLate && isKeyGood && step.reference === null) return send(action, step, tools, deadline);

  const found = await lookForStep(action, step, tools, deadline);
  if (found.is === 'open' && isLate) return settle(action, step, lost(found.message), tools);
  if (found.is !== 'absent') return settle(action, step, found, tools);
  if (step.reference !== null) {
    const text = 'The vendor has taken it on and does not show it.';
    return settle(action, step, isLate ? lost(text) : { is: 'pending', reference: step.reference }, tools);
  }
  if (isLate) return settle(action, step, { is: 'refused', message: 'The vendor never carried it out.' }, tools);
  // Nothing is sent anew while the last send may still arrive.
  if (since(step.lastSentAt) < SETTLING_MS) return settle(action, step, nothingNew(step.message ?? ''), tools);
  return send(action, isCancel ? step : { ...step, key: nextKey(step.key), firstSentAt: null }, tools, deadline);
}

const nothingNew = (message: string): StepOutcome => ({
  is: 'open',
  message,
  retryAfterSeconds: null,
  keySpent: false,
});
const lost = (message: string): StepOutcome => ({ is: 'unknown', message });

/** Stores what is known of a step now, and with it the end of the action when there is nothing left to do. */
async function settle(
  action: StoredAction,
  step: ActionStep,
  outcome: StepOutcome,
  tools: RunTools,
): Promise<StoredAction> {
  const now = tools.now();
  tools.onChange?.(changeBy(action, step));
  const known = afterOutcome(step, outcome);
  const next = withStep(action, known);
  const end = endOf(next.steps);
  if (end !== null) {
    const refusal = end === 'refused' ? ('vendor_refused' as const) : null;
    const ended: StoredAction = { ...next, state: end, refusal, dueAt: null, endedAt: now.toISOString() };
    const stored = await tools.store.save(ended, [endedEvent(ended, now)], now);
    tools.log?.({ ...named(stored), state: end, money: stored.amount });
    return stored;
  }
  if (known.state === 'done')
    return tools.store.save({ ...next, startedAt: now.toISOString(), dueAt: later(now, LEASE_MS) }, [], now);
  const asked = outcome.is === 'open' ? (outcome.retryAfterSeconds ?? 0) * 1000 : 0;
  return tools.store.save({ ...next, dueAt: later(now, Math.max(pauseOf(known), asked)) }, [], now);
}

function afterOutcome(step: ActionStep, outcome: StepOutcome): ActionStep {
  switch (outcome.is) {
    case 'done':
      return { ...step, state: 'done', reference: outcome.reference, message: null, tries: 0 };
    case 'refused':
      return { ...step, state: 'refused', reference: outcome.reference ?? step.reference, message: outcome.message };
    case 'unknown':
      return { ...step, state: 'unknown', message: outcome.message };
    case 'key_taken':
      return { ...step, state: 'unknown', message: 'The vendor holds another request under the key of this one.' };
    case 'pending':
      return { ...step, reference: outcome.reference, message: null, tries: step.tries + 1 };
    case 'absent':
      return { ...step, tries: step.tries + 1 };
    case 'open': {
      const message = outcome.message || step.message;
      return { ...step, message, tries: step.tries + 1, keySpent: step.keySpent || outcome.keySpent };
    }
  }
}

/** How an action has ended; null while there is something to do. */
function endOf(steps: readonly ActionStep[]): 'done' | 'refused' | 'incomplete' | 'unknown' | null {
  if (steps.every(({ state }) => state === 'done')) return 'done';
  if (steps.some(({ state }) => state === 'unknown')) return 'unknown';
  if (!steps.some(({ state }) => state === 'refused')) return null;
  // A refund that was made and failed at the bank is no refusal: the customer may have been told of it.
  const isBegun = steps.some(({ state, reference }) => state === 'done' || reference !== null);
  return isBegun ? 'incomplete' : 'refused';
}

const withStep = (action: StoredAction, step: ActionStep): StoredAction => ({
  ...action,
  steps: action.steps.map((known) => (known.step === step.step && known.target === step.target ? step : known)),
});

const pauseOf = ({ tries }: ActionStep): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 20));

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

const changeBy = ({ orderId, shopId }: StoredAction, { vendor, target }: ActionStep): Change => ({
  kind: vendor === 'stripe' ? 'payment' : 'order',
  vendor,
  orderId,
  shopId,
  trackingNumber: null,
  chargeId: vendor === 'stripe' ? target : null,
});

/** What a log line names an action by: nobody's name or address. */
const named = ({ key, kind, orderId }: StoredAction) => ({ action: key, kind, order_id: orderId });
