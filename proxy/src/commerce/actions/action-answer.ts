import type { MoneyActionAnswer, MoneyActionKind } from '../../contract/money-action';
import { moneyText } from '../money';
import type { ActionStep, StoredAction } from './action';

export type ActionAnswer = Omit<MoneyActionAnswer, 'duration_ms'>;

const NOUN: Record<MoneyActionKind, string> = { refund: 'refund', cancellation: 'cancellation' };

/** Steps as callers see them; their keys stay inside. */
export const stepsToTell = ({ steps }: StoredAction): MoneyActionAnswer['steps'] =>
  steps.map(({ step, vendor, state, amount, reference, message }) => ({
    step,
    vendor,
    state,
    ...(amount && { amount }),
    reference,
    message,
  }));

/** Whether somebody must look at the vendor: a part is missing, or it cannot be found out. */
export const needsPerson = ({ state, steps }: StoredAction): boolean =>
  state === 'incomplete' || state === 'unknown' || (state === 'refused' && steps.some(({ attempts }) => attempts > 1));

const DID: Record<ActionStep['step'], string> = {
  cancel_order: 'the order is cancelled',
  refund_payment: 'Stripe gave money back',
  record_refund: 'the shop took the refund down',
};
const DID_NOT: Record<ActionStep['step'], string> = {
  cancel_order: 'the order is not cancelled',
  refund_payment: 'Stripe did not give the money back',
  record_refund: 'the shop did not take the refund down',
};

function messageOf({ kind, state, amount, steps }: StoredAction): string {
  const noun = NOUN[kind];
  const money = amount ? ` of ${moneyText(amount)}` : '';
  const against = steps.flatMap(({ message }) => message ?? []).join(' ');
  const because = against === '' ? '' : ` ${against}`;
  const done = steps.filter((step) => step.state === 'done').map(({ step }) => DID[step]);
  const missing = steps.filter((step) => step.state !== 'done').map(({ step }) => DID_NOT[step]);
  switch (state) {
    case 'done':
      return `The ${noun}${money} is done.`;
    case 'running':
      return `The ${noun}${money} is under way and goes on by itself.`;
    case 'refused':
      return `The ${noun}${money} was not made.${because}`;
    case 'incomplete':
      return `The ${noun}${money} is incomplete: ${[...done, ...missing].join(', ')}.${because} Finish it at the vendor.`;
    case 'unknown':
      return `It cannot be found out whether the ${noun}${money} was made. Look at the vendor before anything is repeated.${because}`;
  }
}

/** Where a stored action stands, in the words of the contract. */
export function answerOf(action: StoredAction, replayed: boolean, now: Date): ActionAnswer {
  const { dueAt } = action;
  const references = action.steps.flatMap(({ vendor, reference }) =>
    reference === null ? [] : [`${vendor === 'stripe' ? 'Stripe' : 'Shopify'} ${reference}`],
  );
  return {
    state: action.state,
    kind: action.kind,
    order_id: action.orderId,
    ...(action.amount && { amount: action.amount }),
    ...(action.refusal && { refusal: action.refusal }),
    steps: stepsToTell(action),
    reference: references.length > 0 ? references.join(', ') : null,
    message: messageOf(action),
    needs_person: needsPerson(action),
    retry_after_seconds: dueAt === null ? null : Math.max(1, Math.ceil((Date.parse(dueAt) - now.getTime()) / 1000)),
    replayed,
  };
}
