/** Where a look-up stands that an agent asked for. */
export type Lookup = 'none' | 'waiting' | 'overdue';

interface Asked {
  /** When somebody asked last. */
  readonly requestedOn: Date | undefined;
  /** Of the facts that are shown. */
  readonly fetchedAt: Date | undefined;
}

const MINUTE = 60_000;
/** A request this much older is history: a form opened a day later shows no complaint about it. */
const FORGOTTEN = 60;

/**
 * Whether newer facts are being waited for. The facts of an answer were collected after it was asked for.
 * @param patience minutes after which an answer should have come
 */
export function lookupState({ requestedOn, fetchedAt }: Asked, now: Date, patience: number): Lookup {
  if (requestedOn === undefined || (fetchedAt !== undefined && fetchedAt >= requestedOn)) return 'none';
  const minutes = (now.getTime() - requestedOn.getTime()) / MINUTE;
  if (minutes > Math.max(FORGOTTEN, patience)) return 'none';
  return minutes >= patience ? 'overdue' : 'waiting';
}
