import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataverse, type Dataverse } from '../dataverse/dataverse';
import { readTables } from '../dataverse/tables/read-tables';
import type { Table } from '../dataverse/tables/table';
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
import { seededGuids } from '../state/guid';
import { openJournal, type Journal } from '../state/journal';
import { openDeliveryQueue, type Delivery } from './delivery-queue';
import { createGate } from './gate';
import { loadFlows } from './load-flows';
import { observeRuns } from './observe-runs';
import type { PlatformOptions } from './platform-options';
import { openRunStore } from './run-store';
import { createTriggerRouter, DATAVERSE, OUTLOOK } from './trigger-router';

/** Our connector's logical name. */
const PROXY = 'rcc_retailcallcenter';
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

/** The local Power Platform: flows, tables, mailbox and our connector. */
export interface Platform {
  readonly flows: readonly Flow[];
  readonly dataverse: Dataverse;
  readonly outlook: Outlook;
  /** Runs owed: waiting and under way. */
  readonly pending: number;
  /** Ended runs by status, since the start. */
  readonly runCounts: Readonly<Partial<Record<RunRecord['status'], number>>>;
  /** Puts a message into the mailbox; once this returns, neither it nor the runs it starts can get lost. */
  deliverMail(mail: IncomingMail): ReceivedMail;
  /**
   * Calls a flow with a Request trigger.
   * @returns its Response; 202 at once when it has none, 502 when it ended without reaching one
   * @throws when there is no such flow
   */
  request(flowName: string, body: unknown): Promise<FlowAnswer>;
  /** Full records of ended runs, newest first. */
  runs(limit: number): RunRecord[];
  /** Settles when every run has ended. @throws when a run could not be carried out at all */
  idle(): Promise<void>;
  /** Stops; runs that do not end in time stand still and are delivered again at the next start. */
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

interface Parts {
  flows: readonly Flow[];
  tables: readonly Table[];
  catalogue: OperationCatalogue;
  journal: Journal;
}

function assemble(options: PlatformOptions, { flows, tables, catalogue, journal }: Parts): Platform {
  const { clock, environment } = options;
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const byName = new Map(flows.map((flow) => [flow.name, flow]));
  const starts = journal.collection<number>('platform/@numbers');
  starts.put('starts', (starts.get('starts') ?? 0) + 1);
  const { random, newId } = idsOf(options.seed, starts.get('starts') ?? 0);
  const runStore = openRunStore(join(options.dataFolder, 'runs'));
  const gate = createGate();

  const triggerHost = { clock, random, parameters: environment };
  const router = createTriggerRouter(flows, triggerHost, () => dataverse);
  const callers = new Map<string, (answer: FlowAnswer) => void>();
  const concurrency = options.concurrency ?? DEFAULT_CONCURRENCY;
  const events = openDeliveryQueue(journal, 'events', concurrency, runDelivery);
  // Somebody waits for these, so they do not queue up behind a day's mail.
  const calls = openDeliveryQueue(journal, 'calls', concurrency, runDelivery);
  const dataverse = createDataverse({
    journal,
    tables,
    clock,
    newId,
    outbox: (change) => events.prepare(router.ofRowChange(change)),
  });
  const outlook = createOutlook({
    journal,
    clock,
    newId,
    address: environment.rcc_SupportMailbox,
    outbox: (mail) => events.prepare(router.ofMail(mail)),
  });
  const proxy = createProxyConnector({
    document: options.document,
    baseUrl: options.proxyUrl,
    ...(options.apiKey === undefined ? {} : { apiKey: options.apiKey }),
  });
  const wrap = options.wrapConnector ?? ((_name, connector) => connector);
  const connectors = new Map<string, Connector>([
    [DATAVERSE, gate.guard(wrap(DATAVERSE, dataverse))],
    [OUTLOOK, gate.guard(wrap(OUTLOOK, outlook))],
    [PROXY, gate.guardRemote(wrap(PROXY, proxy))],
  ]);
  const host: RunHost = {
    ...triggerHost,
    connectors,
    operations: createOperationTable({ catalogue, documents: { [PROXY]: options.document } }),
    childFlows: (id) => byId.get(id),
    observer: observeRuns(runStore, options.observer),
  };

  async function runDelivery({ flowId, outputs }: Delivery, key: string): Promise<void> {
    const flow = byId.get(flowId);
    if (flow === undefined) {
      throw new Error(
        `A run of flow ${flowId} is still owed, but there is no such flow; put its file back and start again.`,
      );
    }
    const answer = callers.get(key);
    callers.delete(key);
    const run = await runFlow(flow, { outputs, ...(answer === undefined ? {} : { onResponse: answer }) }, host);
    const body = { error: { code: 'NoResponse', message: `The flow '${flow.name}' ended without a response.` } };
    if (run.response === undefined) answer?.({ statusCode: 502, headers: {}, body });
  }

  /** A call may start work for the other queue, and the other way round. */
  async function allEnded(): Promise<void> {
    do {
      await events.idle();
      await calls.idle();
    } while (!events.isIdle);
  }

  events.start();
  calls.start();
  return {
    flows,
    dataverse,
    outlook,
    get pending() {
      return events.size + calls.size;
    },
    runCounts: runStore.counts,
    deliverMail: (mail) => outlook.deliver(mail),
    request(flowName, body) {
      const flow = byName.get(flowName);
      if (flow?.trigger.type !== 'Request') {
        return Promise.reject(new Error(`There is no flow '${flowName}' that can be called.`));
      }
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
    runs: (limit) => runStore.latest(limit),
    idle: allEnded,
    async close(graceMs = CLOSING_GRACE_MS) {
      events.stop();
      calls.stop();
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => (timer = setTimeout(resolve, graceMs)));
      await Promise.race([allEnded().catch(() => undefined), grace]);
      clearTimeout(timer);
      gate.shut();
      await proxy.close();
      runStore.close();
      journal.close();
    },
  };
}
