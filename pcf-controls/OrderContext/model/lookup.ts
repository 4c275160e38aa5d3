/** Where a look-up stands that an agent asked for. */
export type Lookup = 'none' | 'waiting' | 'overdue';

interface Asked {
  /** When somebody asked last. */
  readonly requestedOn: Date | undefined;
  /** Of the facts that are shown. */
  readonly fetchedAt: Date | undefined;
  /** The time of the request the facts answer. */
  readonly answeredFor: Date | undefined;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A request this much older is history: a form opened a day later shows no complaint about it. */
const FORGOTTEN = 60;

/**
 * Whether an answer is being waited for. An answer names its request, also when it has no newer facts; facts collected
 * after the request answer it as well.
 * @param patience minutes after which an answer should have come
 */
export function lookupState({ requestedOn, fetchedAt, answeredFor }: Asked, now: Date, patience: number): Lookup {
  if (requestedOn === undefined) return 'none';
  // A column keeps whole seconds.
  const asked = Math.floor(requestedOn.getTime() / SECOND) * SECOND;
  if ([fetchedAt, answeredFor].some((at) => at !== undefined && at.getTime() >= asked)) return 'none';
  const minutes = (now.getTime() - requestedOn.getTime()) / MINUTE;
  if (minutes > Math.max(FORGOTTEN, patience)) return 'none';
  return minutes >= patience ? 'overdue' : 'waiting';
}
