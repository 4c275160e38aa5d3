import type { Flow } from '../flow-engine/flow';
import type { Clock } from '../flow-engine/types';
import { isFlowObject } from '../../flows/expressions/value-types';
import type { Journal } from '../state/journal';
import { NO_WORK, type PendingWork } from '../state/outbox';
import type { TriggerOutputs } from './trigger-source';
import type { TriggerTimes } from './trigger-times';

/** A flow whose trigger asks for news at set times instead of being told. */
export interface PollingFlow {
  flow: Flow;
  times: TriggerTimes;
}

/** Events kept until the flows that poll for them come to fetch them; none is lost while the platform does not run. */
export interface Polls {
  /** Events kept. */
  readonly size: number;
  /** Nothing is kept that will still be fetched. */
  readonly isIdle: boolean;
  has(flow: Flow): boolean;
  /** Prepares an event to be stored for a flow's next poll. */
  prepare(flow: Flow, outputs: TriggerOutputs): PendingWork;
  start(): void;
  /** Fetches nothing more. */
  stop(): void;
  /** Settles when nothing is kept any more. @throws what a poll threw */
  idle(): Promise<void>;
}

interface Kept {
  flowId: string;
  outputs: TriggerOutputs;
}

const COLLECTION = 'platform/polls';

/**
 * Opens the events kept in a journal. Polls that would find nothing are left out; so they need no time of their own.
 * @param fetched prepares the runs that the outputs of one poll start
 */
export function openPolls(
  journal: Journal,
  clock: Clock,
  flows: readonly PollingFlow[],
  fetched: (flow: Flow, outputs: TriggerOutputs) => PendingWork,
): Polls {
  const kept = journal.collection<Kept>(COLLECTION);
  const byId = new Map(flows.map((one) => [one.flow.id, one]));
  const sleeping = new Set<string>();
  const over = new AbortController();
  let lastNumber = Math.max(0, ...[...kept.entries()].map(([key]) => Number(key)));
  let active = false;
  let failure: { error: unknown } | undefined;
  let listeners: (() => void)[] = [];

  const isIdle = (): boolean =>
    over.signal.aborted || failure !== undefined || ![...kept.values()].some(({ flowId }) => byId.has(flowId));

  async function wait(one: PollingFlow): Promise<void> {
    const now = clock.now();
    // What was kept before a recurrence ended is still fetched.
    const due = one.times.upcoming() ?? now;
    await clock.sleep(due.getTime() - now.getTime(), over.signal);
    sleeping.delete(one.flow.id);
    poll(one.flow);
  }

  function poll(flow: Flow): void {
    const found = [...kept.entries()].filter(([, { flowId }]) => flowId === flow.id);
    const works = inOneAnswer(found.map(([, { outputs }]) => outputs)).map((outputs) => fetched(flow, outputs));
    journal.write([
      ...found.map(([key]) => ({ collection: COLLECTION, key, value: undefined })),
      ...works.flatMap(({ changes }) => changes),
    ]);
    for (const work of works) work.begin();
    tell();
  }

  function tell(): void {
    if (!isIdle()) return;
    const told = listeners;
    listeners = [];
    for (const listener of told) listener();
  }

  function arm(flowId: string): void {
    const one = byId.get(flowId);
    if (!active || !one || sleeping.has(flowId)) return;
    sleeping.add(flowId);
    wait(one).catch((error: unknown) => {
      if (over.signal.aborted) return;
      failure ??= { error };
      tell();
    });
  }

  return {
    get size() {
      return kept.size;
    },
    get isIdle() {
      return isIdle();
    },
    has: (flow) => byId.has(flow.id),
    prepare(flow, outputs) {
      if (!byId.get(flow.id)?.times.upcoming()) return NO_WORK;
      lastNumber += 1;
      const key = String(lastNumber).padStart(12, '0');
      const value: Kept = { flowId: flow.id, outputs };
      return { changes: [{ collection: COLLECTION, key, value }], begin: () => arm(flow.id) };
    },
    start() {
      active = true;
      for (const { flowId } of kept.values()) arm(flowId);
    },
    stop() {
      active = false;
      over.abort(new Error('The platform is closing.'));
      tell();
    },
    async idle() {
      if (!isIdle()) await new Promise<void>((resolve) => listeners.push(resolve));
      if (failure !== undefined) throw failure.error;
    },
  };
}

/** One poll answers with everything new since the last; a trigger that gives one thing at a time answers one by one. */
function inOneAnswer(found: readonly TriggerOutputs[]): TriggerOutputs[] {
  const lists = found.map(({ body }) => (isFlowObject(body) && Array.isArray(body.value) ? body.value : undefined));
  const [first] = found;
  if (first === undefined || lists.includes(undefined)) return [...found];
  return [{ ...first, body: { ...(first.body as object), value: lists.flat() } }];
}
