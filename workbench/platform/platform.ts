import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApprovals, type Approvals } from '../approvals/approvals';
import { createDataverse, type Dataverse } from '../dataverse/dataverse';
import { readTables } from '../../solution/tables/read-tables';
import type { Table } from '../../solution/tables/table';
import type { Flow } from '../flow-engine/flow';
import { createOperationTable } from '../../flows/operations/operation-table';
import type { OperationCatalogue } from '../../flows/operations/operation-catalogue';
import { createProxyConnector } from '../flow-engine/proxy-connector';
import { runFlow } from '../flow-engine/run-flow';
import type { RunHost } from '../flow-engine/run-host';
import { createSeededRandom } from '../flow-engine/seeded-random';
import type { Connector, RunRecord } from '../flow-engine/types';
import type { IncomingMail, ReceivedMail } from '../outlook/mail';
import { createOutlook, type Outlook } from '../outlook/outlook';
import { createSharePoint, type SharePoint } from '../sharepoint/sharepoint';
import { seededGuids } from '../state/guid';
import { openJournal, type Journal } from '../state/journal';
import { NO_WORK, type PendingWork } from '../state/outbox';
import { openDeliveryQueue, type Delivery, type DeliveryQueue, type Place } from './delivery-queue';
import { flowCoverage } from './flow-coverage';
import { createGate } from './gate';
import { loadFlows } from './load-flows';
import { mailTriggers, OUTLOOK } from './mail-triggers';
import { observeRuns } from './observe-runs';
import type { PlatformOptions } from './platform-options';
import { openPolls } from './polls';
import { DATAVERSE, rowTriggers } from './row-triggers';
import { openRunStore } from './run-store';
import { observeRests } from './resting-runs';
import { createSchedules, type ScheduledFlow } from './schedules';
import { createTriggerRouter, deliveriesOf } from './trigger-router';
import type { TriggerOutputs } from './trigger-source';
import { SHAREPOINT, sharePointTriggers } from './sharepoint-triggers';
import { openTriggerTimes } from './trigger-times';

/** Our connector's logical name. */
const PROXY = 'rcc_retailcallcenter';
const APPROVALS = 'shared_approvals';
const DEFAULT_CONCURRENCY = 8;
/** How long `close` lets runs under way come to their end. */
const CLOSING_GRACE_MS = 5_000;

export type { PlatformOptions };

/** What a flow with a Request trigger answers. */
export interface FlowAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: unknown;
}

/** The answer to a call beyond a trigger's limit of runs; the words are not confirmed. */
const TOO_MANY_RUNS: FlowAnswer = {
  statusCode: 429,
  headers: {},
  body: {
    error: { code: 'WorkflowRunQueueFull', message: 'Too many runs of this flow wait already. Call again later.' },
  },
};

/** The local Power Platform: flows, tables, mailbox, SharePoint, approvals and our connector; its schedules keep to its clock. */
export interface Platform {
  readonly flows: readonly Flow[];
  readonly dataverse: Dataverse;
  readonly outlook: Outlook;
  readonly sharePoint: SharePoint;
  readonly approvals: Approvals;
  /** Runs owed, waiting and under way, and events that wait for a poll. */
  readonly pending: number;
  /** Ended runs by status, since the start. */
  readonly runCounts: Readonly<Partial<Record<RunRecord['status'], number>>>;
  /** Puts a message into the mailbox; once this returns, neither it nor the runs it starts can get lost. */
  deliverMail(mail: IncomingMail): ReceivedMail;
  /**
   * Calls a flow with a Request trigger.
   * @returns its Response; 202 at once when it has none, 502 when it ended without reaching one, 429 when its trigger's limit
   * of runs is reached
   * @throws when there is no such flow
   */
  request(flowName: string, body: unknown): Promise<FlowAnswer>;
  /**
   * Starts a flow as its trigger would, splitting and conditions included.
   * @throws when there is no such flow; {ExpressionError} when its splitting or a condition cannot be evaluated
   */
  raise(flowName: string, outputs: TriggerOutputs): void;
  /** Full records of ended runs, newest first. */
  runs(limit: number): RunRecord[];
  /**
   * Settles when every run has ended and nothing waits for a poll; schedules to come do not count.
   * @throws when a run could not be carried out or a schedule not be started at all
   */
  idle(): Promise<void>;
  /** Stops; runs that do not end in time (those that wait, on a virtual clock) are delivered again at the next start. */
  close(graceMs?: number): Promise<void>;
}

function idsOf(seed: number | undefined, start: number): { random: () => number; newId: () => string } {
  if (seed === undefined) return { random: Math.random, newId: randomUUID };
  return { random: createSeededRandom(seed + start * 0x9e3779b9), newId: seededGuids(`${seed}/${start}`) };
}

/**
 * Starts the platform over its state on disk. Runs that an earlier process did not end are delivered again.
 * @throws {StateFolderError} when the data folder cannot be used; {FlowFormatError} for a flow that cannot run here
 */
export function startPlatform(options: PlatformOptions): Promise<Platform> {
  // Everything here is synchronous; a failure still has to arrive as a rejection.
  return Promise.resolve().then(() => start(options));
}

function start(options: PlatformOptions): Platform {
  const flows = loadFlows(options.flowFolder);
  const tables = readTables(options.solutionFolder);
  const catalogue = JSON.parse(readFileSync(join(options.flowFolder, 'operations.json'), 'utf8')) as OperationCatalogue;
  const journal = openJournal(options.dataFolder);
  try {
    return assemble(options, { flows, tables, catalogue, journal });
  } catch (error) {
    journal.close();
    throw error;
  }
}

/** Asks for news at set times instead of being told, as triggers of old exports and of some connectors do. */
function isPolling({ trigger }: Flow): boolean {
  return trigger.type !== 'Recurrence' && trigger.recurrence !== undefined;
}

/**
 * Whether the platform turns a start away because enough of the flow's runs wait already. That goes for schedules and
 * callers; connectors bring their events again later, so these wait here instead.
 */
function turnsAway({ id, trigger }: Flow, queue: DeliveryQueue): boolean {
  const { concurrentRuns, maximumWaitingRuns = Infinity } = trigger;
  return concurrentRuns !== undefined && queue.owedBy(id) >= concurrentRuns + maximumWaitingRuns;
}

/** A flow that nothing here can start is an error, or a warning where that is wanted. */
function refuseUnraised(flows: readonly Flow[], warn?: (message: string) => void): void {
  for (const { name, trigger } of flows) {
    const operation = `${trigger.operationId ?? trigger.type} of ${trigger.connector ?? 'no connector'}`;
    const message = `The trigger of '${name}' (${operation}) cannot be raised here.`;
    if (!warn) throw new Error(message);
    warn(`${message} The flow is there, but nothing starts it.`);
  }
}

interface Parts {
  flows: readonly Flow[];
  tables: readonly Table[];
  catalogue: OperationCatalogue;
  journal: Journal;
}

function assemble(options: PlatformOptions, { flows, tables, catalogue, journal }: Parts): Platform {
  const { environment, sharedMailboxes = [] } = options;
  const gate = createGate();
  const clock = gate.guardClock(options.clock);
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const byName = new Map(flows.map((flow) => [flow.name, flow]));
  const off = new Set(options.off);
  for (const name of off) if (!byName.has(name)) throw new Error(`There is no flow '${name}' to turn off.`);
  const on = flows.filter(({ name }) => !off.has(name));
  const starts = journal.collection<number>('platform/@numbers');
  starts.put('starts', (starts.get('starts') ?? 0) + 1);
  const { random, newId } = idsOf(options.seed, starts.get('starts') ?? 0);
  const runStore = openRunStore(join(options.dataFolder, 'runs'));

  const triggerHost = { clock, random, parameters: environment };
  const callers = new Map<string, (answer: FlowAnswer) => void>();
  const concurrency = options.concurrency ?? DEFAULT_CONCURRENCY;
  const limitOf = (flowId: string) => byId.get(flowId)?.trigger.concurrentRuns;
  const events = openDeliveryQueue(journal, 'events', concurrency, runDelivery, limitOf);
  // Somebody waits for these, so they do not queue up behind a day's mail.
  const calls = openDeliveryQueue(journal, 'calls', concurrency, runDelivery, limitOf);
  const polls = openPolls(
    journal,
    clock,
    on.filter(isPolling).map((flow) => ({ flow, times: openTriggerTimes(journal, flow, triggerHost) })),
    prepareRuns,
  );
  const router = createTriggerRouter(on, triggerHost, (flow, outputs) =>
    (polls.has(flow) ? polls.prepare : prepareRuns)(flow, outputs),
  );
  const schedules = createSchedules(on.filter(({ trigger }) => trigger.type === 'Recurrence').map(scheduled), clock);
  const dataverse = createDataverse({
    journal,
    tables,
    clock,
    newId,
    outbox: (change) => router.accept(DATAVERSE, change),
  });
  const outlook = createOutlook({
    journal,
    clock,
    newId,
    address: environment.rcc_SupportMailbox,
    sharedMailboxes,
    sendAs: sharedMailboxes,
    outbox: (mail) => router.accept(OUTLOOK, mail),
  });
  const sharePoint = createSharePoint({ journal, clock, newId, sites: options.sites });
  sharePoint.onChange((change) => router.accept(SHAREPOINT, change));
  const approvals = createApprovals({ journal, clock, newId });
  router.connect(rowTriggers(dataverse));
  router.connect(sharePointTriggers(sharePoint));
  router.connect(mailTriggers(environment.rcc_SupportMailbox, sharedMailboxes));
  refuseUnraised(router.unraised(), options.warn);
  const proxy = createProxyConnector({
    document: options.document,
    baseUrl: options.proxyUrl,
    ...(options.apiKey === undefined ? {} : { apiKey: options.apiKey }),
  });
  const wrap = options.wrapConnector ?? ((_name, connector) => connector);
  const connectors = new Map<string, Connector>([
    [DATAVERSE, gate.guard(wrap(DATAVERSE, dataverse))],
    [OUTLOOK, gate.guard(wrap(OUTLOOK, outlook))],
    [SHAREPOINT, gate.guard(wrap(SHAREPOINT, sharePoint))],
    [APPROVALS, gate.guard(wrap(APPROVALS, approvals))],
    [PROXY, gate.guardRemote(wrap(PROXY, proxy))],
  ]);
  const host: RunHost = {
    ...triggerHost,
    connectors,
    operations: createOperationTable({ catalogue, documents: { [PROXY]: options.document } }),
    childFlows: (id) => byId.get(id),
  };
  const observer = observeRuns(runStore, flowCoverage(options.flowFolder), options.observer ?? {});

  /** Prepares the runs that a trigger's answer starts. */
  function prepareRuns(flow: Flow, outputs: TriggerOutputs): PendingWork {
    const deliveries = deliveriesOf(flow, outputs, triggerHost);
    return events.prepare(deliveries.flatMap((one) => (options.deliverTwice?.(one) ? [one, one] : [one])));
  }

  function scheduled(flow: Flow): ScheduledFlow {
    const times = openTriggerTimes(journal, flow, triggerHost);
    return {
      times,
      start(due) {
        const work = turnsAway(flow, events) ? NO_WORK : prepareRuns(flow, {});
        journal.write([times.ran(due), ...work.changes]);
        work.begin();
      },
    };
  }

  async function runDelivery({ flowId, outputs }: Delivery, key: string, place: Place): Promise<void> {
    const flow = byId.get(flowId);
    if (flow === undefined) {
      throw new Error(
        `A run of flow ${flowId} is still owed, but there is no such flow; put its file back and start again.`,
      );
    }
    const answer = callers.get(key);
    callers.delete(key);
    const trigger = { outputs, ...(answer === undefined ? {} : { onResponse: answer }) };
    const run = await runFlow(flow, trigger, { ...host, observer: observeRests(place, observer) });
    const body = { error: { code: 'NoResponse', message: `The flow '${flow.name}' ended without a response.` } };
    if (run.response === undefined) answer?.({ statusCode: 502, headers: {}, body });
  }

  /** One may start work for another. */
  async function allEnded(): Promise<void> {
    do {
      await polls.idle();
      await events.idle();
      await calls.idle();
    } while (!events.isIdle || !polls.isIdle);
    if (schedules.failure !== undefined) throw schedules.failure.error;
  }

  events.start();
  calls.start();
  polls.start();
  schedules.start();
  return {
    flows,
    dataverse,
    outlook,
    sharePoint,
    approvals,
    get pending() {
      return polls.size + events.size + calls.size;
    },
    runCounts: runStore.counts,
    deliverMail: (mail) => outlook.deliver(mail),
    request(flowName, body) {
      const flow = byName.get(flowName);
      if (flow?.trigger.type !== 'Request') {
        return Promise.reject(new Error(`There is no flow '${flowName}' that can be called.`));
      }
      if (turnsAway(flow, calls)) return Promise.resolve(TOO_MANY_RUNS);
      const responds = [...flow.actionsByName.values()].some(({ type }) => type === 'Response');
      return new Promise((resolve) => {
        const delivery = { flowId: flow.id, outputs: { headers: {}, body }, acceptedOn: clock.now().toISOString() };
        const work = calls.prepare([delivery], (key) => {
          if (responds) callers.set(key, resolve);
        });
        journal.write(work.changes);
        work.begin();
        if (!responds) resolve({ statusCode: 202, headers: {}, body: null });
      });
    },
    raise(flowName, outputs) {
      const flow = byName.get(flowName);
      if (flow === undefined) throw new Error(`There is no flow '${flowName}'.`);
      const work = prepareRuns(flow, outputs);
      journal.write(work.changes);
      work.begin();
    },
    runs: (limit) => runStore.latest(limit),
    idle: allEnded,
    async close(graceMs = CLOSING_GRACE_MS) {
      // Closing takes no time: else a virtual clock would jump to the end of every wait.
      const release = clock.hold();
      schedules.stop();
      polls.stop();
      events.stop();
      calls.stop();
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => (timer = setTimeout(resolve, graceMs)));
      await Promise.race([allEnded().catch(() => undefined), grace]);
      clearTimeout(timer);
      gate.shut();
      release();
      await proxy.close();
      runStore.close();
      journal.close();
    },
  };
}
