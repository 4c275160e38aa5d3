import { LRUCache } from 'lru-cache';
import type { ReportFlowErrorRequest } from '../contract/interaction';

const QUIET_MS = 60 * 60_000;

/**
 * Decides whether the administrator gets a mail: for every critical failure, and once an hour for each kind of error
 * (same flow, action and code), so that one broken connection does not fill the mailbox. Warnings never.
 */
export function administratorNotices(): (error: ReportFlowErrorRequest, now: Date) => boolean {
  const lastNotice = new LRUCache<string, number>({ max: 1000 });
  return ({ flow, action, code, severity }, now) => {
    if (severity === 'warning') return false;
    const kind = JSON.stringify([flow, action, code]);
    const due = severity === 'critical' || now.getTime() - (lastNotice.get(kind) ?? -Infinity) >= QUIET_MS;
    if (due) lastNotice.set(kind, now.getTime());
    return due;
  };
}
