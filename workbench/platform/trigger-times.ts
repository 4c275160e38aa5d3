import type { Flow } from '../flow-engine/flow';
import type { RunHost } from '../flow-engine/run-host';
import { nextOccurrence } from '../flow-engine/schedule/next-occurrence';
import { readRecurrence, RecurrenceError, type Recurrence } from '../flow-engine/schedule/recurrence';
import type { Change, Journal } from '../state/journal';
import { resolveTriggerSetting } from './trigger-parameters';

/**
 * An occurrence that came due while the platform did not run is missed and not made up (documented). A restart is not
 * meant by that: what came due so short a time ago still runs, once and late. Milliseconds.
 */
const STILL_DUE_MS = 60_000;

/** When a flow's trigger is due, remembered over restarts. */
export interface TriggerTimes {
  /** The next time that has neither been run nor missed; it may just have passed. Nothing when there is none. */
  next(): Date | undefined;
  /** The next time to come. */
  upcoming(): Date | undefined;
  /** To be stored with the run that a time started, so that a restart neither repeats nor loses it. */
  ran(time: Date): Change;
}

/** What the journal keeps per flow. Times are ISO 8601 in UTC. */
interface Kept {
  /** The recurrence as text: another one counts from the moment it is first seen. */
  recurrence: string;
  turnedOn: string;
  ranLast?: string;
}

const COLLECTION = 'platform/trigger-times';

/**
 * Reads a flow's recurrence and remembers when it was first seen, which is its beginning if it names no start time.
 * @throws Error naming the flow and the field of a recurrence that cannot be meant, or that is never due
 */
export function openTriggerTimes(
  journal: Journal,
  flow: Flow,
  host: Pick<RunHost, 'clock' | 'random' | 'parameters'>,
): TriggerTimes {
  const { clock } = host;
  const written = resolveTriggerSetting(flow, host, flow.trigger.recurrence);
  const recurrence = recurrenceOf(flow, written);
  const collection = journal.collection<Kept>(COLLECTION);
  const text = JSON.stringify(written);
  let kept = collection.get(flow.id);
  if (kept?.recurrence !== text) {
    kept = { recurrence: text, turnedOn: clock.now().toISOString() };
    collection.put(flow.id, kept);
  }
  const turnedOn = new Date(kept.turnedOn);
  if (!recurrence.endTime && !nextOccurrence(recurrence, turnedOn, turnedOn)) {
    throw new Error(`The trigger of '${flow.name}' is never due: no day of the calendar fits its schedule.`);
  }
  return {
    next() {
      const { ranLast } = collection.get(flow.id) ?? {};
      const done = ranLast === undefined ? turnedOn.getTime() - 1 : Date.parse(ranLast);
      const missed = clock.now().getTime() - STILL_DUE_MS;
      return nextOccurrence(recurrence, new Date(Math.max(done, missed)), turnedOn);
    },
    upcoming: () => nextOccurrence(recurrence, clock.now(), turnedOn),
    ran: (time) => ({
      collection: COLLECTION,
      key: flow.id,
      value: { recurrence: text, turnedOn: kept.turnedOn, ranLast: time.toISOString() } satisfies Kept,
    }),
  };
}

function recurrenceOf(flow: Flow, written: unknown): Recurrence {
  try {
    return readRecurrence(written);
  } catch (error) {
    if (error instanceof RecurrenceError) throw new Error(`The trigger of '${flow.name}': ${error.message}`);
    throw error;
  }
}
