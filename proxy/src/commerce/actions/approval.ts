import type { ApproverLevel, CancelOrderRequest, MoneyApproval, RefundOrderRequest } from '../../contract/money-action';
import { moneyOfMinor, moneyText } from '../money';
import { comparableAddress } from '../shopify/comparable-address';
import { ActionRefused } from './action-refused';
import { minorOf } from './minor-units';
import type { MoneyPolicy } from './money-policy';
import type { Plan } from './plan';

type Request = RefundOrderRequest | CancelOrderRequest;

const DAY_MS = 86_400_000;
/** How far the clock of whoever noted the decision may be ahead of ours. */
const SKEW_MS = 5 * 60_000;

/** Who may approve is read to the letter; who may not, because they asked, under whatever spelling reaches them. */
const sameMailbox = (a: string, b: string) => comparableAddress(a) === comparableAddress(b);
const perhapsSamePerson = (a: string, b: string) => mailboxOf(a) === mailboxOf(b);

/** An address without case, forms of letters that look the same, characters that are not seen, and a tag after `+`. */
const mailboxOf = (address: string) =>
  address
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]/gu, '')
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '');
const reaches = (level: ApproverLevel, needed: ApproverLevel) => level === 'senior' || needed === 'standard';

/** The addresses of those who may approve at this level; who asked is none of them. @throws {ActionRefused} when there is nobody */
export function approversFor({ approvers, requested_by }: Request, needed: ApproverLevel): string[] {
  const able = approvers.filter(
    ({ address, level }) => reaches(level, needed) && !perhapsSamePerson(address, requested_by),
  );
  if (able.length === 0)
    throw new ActionRefused(
      'no_approver',
      `Nobody of level ${needed} is named who could approve it; who asked for it may not.`,
    );
  return [...new Set(able.map(({ address }) => comparableAddress(address)))];
}

/**
 * Whether a decision lets the request be sent, before anything is known about the order.
 * @throws {ActionRefused} with what is wrong with it
 */
export function checkApproval(
  { approvers, requested_by }: Request,
  approval: MoneyApproval,
  policy: MoneyPolicy,
  now: Date,
): void {
  const { decided_by, decided_at, outcome } = approval;
  if (outcome.trim().toLowerCase() !== 'approve')
    throw new ActionRefused('not_approved', 'It was not approved: of all outcomes only the word Approve counts.');
  if (perhapsSamePerson(decided_by, requested_by))
    throw new ActionRefused('approver_is_requester', 'Who asked for it may not approve it.');
  if (!approvers.some(({ address }) => sameMailbox(address, decided_by)))
    throw new ActionRefused('approver_not_allowed', 'Who decided is not named among those who may approve.');
  const age = now.getTime() - Date.parse(decided_at);
  if (!(age >= -SKEW_MS)) throw new ActionRefused('approval_expired', 'The approval is dated in the future.');
  if (age > policy.approval_expires_after_days * DAY_MS)
    throw new ActionRefused(
      'approval_expired',
      `The approval is more than ${policy.approval_expires_after_days} days old. Ask again.`,
    );
}

/** @throws {ActionRefused} when who decided is not of the level the amount needs */
export function checkLevel({ approvers }: Request, approval: MoneyApproval, needed: ApproverLevel): void {
  if (!approvers.some(({ address, level }) => sameMailbox(address, approval.decided_by) && reaches(level, needed)))
    throw new ActionRefused('approver_not_allowed', `The amount needs somebody of level ${needed}.`);
}

/**
 * What a person approved without seeing it is not given back: a payment may have come since, or the row been changed.
 * @throws {ActionRefused}
 */
export function checkAmountSeen({ minor, currency }: Plan, seen: MoneyApproval): void {
  if (seen.amount === undefined) return;
  const most =
    (seen.currency || currency).toUpperCase() === currency ? minorOf({ amount: seen.amount, currency }) : null;
  if (most === null || minor > most)
    throw new ActionRefused(
      'amount_changed',
      `${moneyText(moneyOfMinor(minor, currency))} would be given back now, which is not what was approved. Ask again.`,
    );
}
