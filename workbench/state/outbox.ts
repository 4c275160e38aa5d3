import type { Change } from './journal';

/** Work that an event starts: stored in the same write as the event, begun after it. */
export interface PendingWork {
  changes: readonly Change[];
  begin(): void;
}

/** Asked before an event is stored; so a kill between the event and the work it starts loses neither. */
export type Outbox<Event> = (event: Event) => PendingWork;

/** For stand-ins that nobody listens to. */
export const NO_WORK: PendingWork = { changes: [], begin: () => undefined };
