import type { ApproverLevel, CancelOrderRequest, MoneyApproval, RefundOrderRequest } from '../../contract/money-action';
import { ActionRefused } from './action-refused';
import type { MoneyPolicy } from './money-policy';

type Request = RefundOrderRequest | CancelOrderRequest;

const DAY_MS = 86_400_000;
/** How far the clock of whoever noted the decision may be ahead of ours. */
const SKEW_MS = 5 * 60_000;

const plain = (address: string) => address.trim().toLowerCase();
const reaches = (level: ApproverLevel, needed: ApproverLevel) => level === 'senior' || needed === 'standard';

/** The addresses of those who may approve at this level; who asked is none of them. @throws {ActionRefused} when there is nobody */
export function approversFor({ approvers, requested_by }: Request, needed: ApproverLevel): string[] {
  const able = approvers.filter(
    ({ address, level }) => reaches(level, needed) && plain(address) !== plain(requested_by),
  );
  if (able.length === 0)
    throw new ActionRefused(
      'no_approver',
      `Nobody of level ${needed} is named who could approve it; who asked for it may not.`,
    );
  return [...new Set(able.map(({ address }) => plain(address)))];
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
  const decider = plain(approval.decided_by);
  if (plain(approval.outcome) !== 'approve') throw new ActionRefused('not_approved', 'It was not approved.');
  if (decider === plain(requested_by))
    throw new ActionRefused('approver_is_requester', 'Who asked for it may not approve it.');
  if (!approvers.some(({ address }) => plain(address) === decider))
    throw new ActionRefused('approver_not_allowed', 'Who decided is not named among those who may approve.');
  const age = now.getTime() - Date.parse(approval.decided_at);
  if (age < -SKEW_MS) throw new ActionRefused('approval_expired', 'The approval is dated in the future.');
  if (age > policy.approval_expires_after_days * DAY_MS)
    throw new ActionRefused(
      'approval_expired',
      `The approval is more than ${policy.approval_expires_after_days} days old. Ask again.`,
    );
}

/** @throws {ActionRefused} when who decided is not of the level the amount needs */
export function checkLevel({ approvers }: Request, approval: MoneyApproval, needed: ApproverLevel): void {
  const decider = plain(approval.decided_by);
  if (!approvers.some(({ address, level }) => plain(address) === decider && reaches(level, needed)))
    throw new ActionRefused('approver_not_allowed', `The amount needs somebody of level ${needed}.`);
}
