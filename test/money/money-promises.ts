import type { StoredAction } from '../../proxy/src/commerce/actions/action';
import { ACTION_KEY } from '../../proxy/src/commerce/stripe/refund';
import type { NewEvent } from '../../proxy/src/events/event';
import { statusOfRefund } from '../../workbench/vendors/state/charge-refunds';
import type { OrderHistory } from '../../workbench/vendors/state/order-history';
import type { Told } from './bring';
import { amountText, type Ask, type MoneyCase } from './money-cases';

/** What is looked at when everything about an order is over. */
export interface Outcome {
  moneyCase: MoneyCase;
  told: readonly Told[];
  actions: readonly StoredAction[];
  events: readonly NewEvent[];
  /** What really happened at the vendors. */
  history: OrderHistory;
  now: Date;
}

const EXTERNAL = ['stripe', 'manual'];
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

interface Effects {
  /** Given back to the customer, in minor units. */
  moved: number;
  /** Taken down at the shop as given back. */
  recorded: number;
}

/** What happened under a key; of the whole order without one. Refunds that the bank returned have moved nothing. */
export function effectsOf({ history, now }: Pick<Outcome, 'history' | 'now'>, key?: string): Effects {
  const atProvider = history.chargeRefunds
    .filter((refund) => key === undefined || refund.metadata[ACTION_KEY] === key)
    .filter((refund) => !['failed', 'canceled'].includes(statusOfRefund(refund, now)));
  const atShop = history.shopRefunds
    .filter(({ note }) => key === undefined || note?.includes(key))
    .flatMap(({ payments }) => payments);
  const byShop = atShop.filter(({ gateway, parent }) => parent !== null && !EXTERNAL.includes(gateway));
  return {
    moved: sum([...atProvider, ...byShop].map(({ minor }) => minor)),
    recorded: sum(atShop.map(({ minor }) => minor)),
  };
}

/** The amount a person approved, in minor units, by what was stored before anything was sent. */
const approvedBy = ({ amount }: StoredAction, decimals: number): number =>
  amount === null ? 0 : Math.round(Number(amount.amount) * 10 ** decimals);

/** Promises that do not hold. Amounts are counted at the vendors; the product's own word is only held against them. */
export function brokenMoneyPromises(outcome: Outcome): string[] {
  const { moneyCase, told, actions, events } = outcome;
  const { paid, decimals, order } = moneyCase;
  const broken: string[] = told.flatMap(({ wrong }) => wrong);
  const whole = effectsOf(outcome);
  if (whole.moved > paid) broken.push(`${whole.moved} moved of ${paid} paid`);
  if (whole.recorded > paid) broken.push(`${whole.recorded} recorded of ${paid} paid`);

  const stored = new Map(actions.map((action) => [action.key, action]));
  const byKey = new Map(moneyCase.asks.map((ask) => [ask.key, ask]));
  const knownEffects = [...byKey.keys()].map((key) => effectsOf(outcome, key));
  if (sum(knownEffects.map(({ moved }) => moved)) !== whole.moved) broken.push('money moved that belongs to no action');
  if (sum(knownEffects.map(({ recorded }) => recorded)) !== whole.recorded)
    broken.push('a refund at the shop belongs to no action');
  if (order.cancelled === undefined && outcome.history.cancellation) {
    const note = outcome.history.cancellation.staffNote ?? '';
    if (![...byKey.values()].some(({ key, operation }) => operation === 'cancellation' && note.includes(key)))
      broken.push('cancelled, and nobody asked for it');
  }

  for (const one of told) {
    const action = stored.get(one.ask.key);
    if (action) broken.push(...brokenAction(one.ask, action, outcome), ...brokenEvents(action, events));
    else broken.push(...brokenRefusal(one, outcome));
    if (action && !one.approved) broken.push(`${one.ask.key}: begun without an approval`);
    // The flow may stop asking; but once everything is over, what it was told as an end is the end.
    if (action && one.answer && ['done', 'incomplete', 'unknown'].includes(one.answer.state))
      if (one.answer.state !== action.state) broken.push(`${action.key}: told ${one.answer.state}, is ${action.state}`);
  }
  const full = actions.find(({ key, state }) => state === 'done' && byKey.get(key)?.minor === null);
  if (full && whole.moved !== paid) broken.push(`${full.key}: all was to be given back, ${whole.moved} of ${paid} was`);
  return broken.map((text) => `${moneyCase.kind} #${order.number}: ${text}`);

  function brokenAction(ask: Ask, action: StoredAction, { history, now }: Outcome): string[] {
    const problems: string[] = [];
    const approved = approvedBy(action, decimals);
    const { moved, recorded } = effectsOf(outcome, action.key);
    const say = (text: string) =>
      problems.push(
        `${action.key} ${action.state}: ${text} (approved ${approved}, moved ${moved}, recorded ${recorded})`,
      );
    if (ask.minor !== null && approved !== ask.minor) say(`${amountText(ask.minor, decimals)} was asked for`);
    if (moved > approved) say('more moved than approved');
    if (recorded > approved) say('more recorded than approved');
    if (action.state === 'running' || action.dueAt !== null) say('never ended');
    const note = history.cancellation?.staffNote ?? '';
    const cancelled = note.includes(action.key);
    if (action.state === 'done') {
      if (moved !== approved) say('done, but not all moved');
      if (recorded !== approved) say('done, but not all recorded');
      const isCancelled = history.cancellation !== null && history.cancellation.doneAt <= now;
      if (ask.operation === 'cancellation' && !isCancelled) say('done, but not cancelled');
    }
    if (action.state === 'refused' && (moved > 0 || recorded > 0 || cancelled)) say('refused, but something happened');
    if (ask.operation === 'refund' && cancelled) say('a refund cancelled the order');
    return problems;
  }
}

/** What was approved and what ended is told once, and whatever is not simply done needs a person. */
function brokenEvents(action: StoredAction, events: readonly NewEvent[]): string[] {
  const of = (type: string) =>
    events
      .filter((event) => event.type === type && event.payload.action_key === action.key)
      .map(({ payload }) => payload);
  const ended = of('money.ended');
  const problems: string[] = [];
  if (of('money.approved').length !== 1) problems.push(`${of('money.approved').length} events of the approval`);
  if (ended.length !== 1) problems.push(`${ended.length} events of the end`);
  if (ended.some(({ state }) => state !== action.state)) problems.push('the event tells of another end');
  const isReported = ended.some(({ needs_person }) => needs_person === true);
  if (['incomplete', 'unknown'].includes(action.state) && !isReported) problems.push('nobody is told');
  return problems.map((text) => `${action.key} ${action.state}: ${text}`);
}

/** What never began has no effect, and the flow knows that. */
function brokenRefusal({ ask, approved, answer }: Told, outcome: Outcome): string[] {
  const { moved, recorded } = effectsOf(outcome, ask.key);
  const problems: string[] = [];
  if (moved > 0 || recorded > 0) problems.push('something happened that was never stored');
  if (approved && (answer === null || !['refused', 'unavailable'].includes(answer.state)))
    problems.push(`lost: told ${answer?.state ?? 'nothing'}, and nothing is stored`);
  return problems.map((text) => `${ask.key}: ${text}`);
}
