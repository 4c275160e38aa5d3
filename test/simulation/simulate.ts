import type { RunRecord } from '../../workbench/flow-engine/types';
import { createVirtualClock } from '../../workbench/flow-engine/virtual-clock';
import { openProduct } from '../product/open-product';
import { agentsWork } from './agents';
import { answersTo, customerDeeds, type Deed, nothingWritten } from './customers';
import { brokenDeskPromises } from './desk-promises';
import { createFate } from './fate';
import { createSimulatedFaults, type Outage } from './faults';
import { type Protection, withoutProtection } from './protections';
import { watchDrift } from './status-drift';
import { watchTickets } from './ticket-watch';

const HALF_HOUR = 1_800_000;
const DAY = 86_400_000;
const TURNS_OF_A_DAY = 48;
const DATAVERSE = 'shared_commondataserviceforapps';
const SERVICE = 'rcc_retailcallcenter';
/** A Monday; the clocks in Europe change on the second Sunday after it. */
const START = new Date('2026-03-16T00:00:00Z');
/** People do not act at the very second of a schedule. */
const OFF_THE_HOUR = 7 * 60_000 + 23_000;

export interface Simulation {
  seed: number;
  days: number;
  /** Further days without new messages, in which everything comes to its end. */
  quietDays: number;
  /** A day's messages. */
  emails: number;
  chats: number;
  /** The share of connector calls that fail. */
  faults: number;
  /** A protection that is taken away. */
  without?: Protection;
  /** Told at the end of each day, the first being 1. */
  onDay?: (day: number) => void;
}

/** A day in which more goes wrong than in any real one: enough to be noticed. */
export const ROUGH_DAY = { days: 1, quietDays: 0.5, emails: 30, chats: 5, faults: 0.15 } as const;

export interface Simulated {
  broken: string[];
  figures: {
    mails: number;
    turns: number;
    tickets: number;
    sent: number;
    runs: number;
    failedRuns: number;
    /** What the error log says went wrong: flow, action and code, each once. */
    failures: readonly string[];
    actions: number;
    /** Runs and actions the platform bills, by flow. */
    byFlow: ReadonlyMap<string, { runs: number; actions: number }>;
  };
}

/** Two outages a week: Dataverse, the service and the mailbox in turn, for a few minutes up to two hours. */
function outagesOf(fate: ReturnType<typeof createFate>, days: number): Outage[] {
  const connectors = [DATAVERSE, 'rcc_retailcallcenter', 'shared_office365'];
  return Array.from({ length: Math.ceil(days / 3.5) }, (_, index) => {
    const from = START.getTime() + fate.of('outage', index) * days * DAY;
    const minutes = 5 + fate.of('outage length', index) * 115;
    return { connector: connectors[index % 3]!, from: new Date(from), to: new Date(from + minutes * 60_000) };
  });
}

/** Weeks at the desk: customers, agents, schedules and faults, all decided by the seed. */
export async function simulate({
  seed,
  days,
  quietDays,
  emails,
  chats,
  faults: share,
  without,
  onDay,
}: Simulation): Promise<Simulated> {
  const fate = createFate(seed);
  const faults = createSimulatedFaults(fate, { share, outages: share > 0 ? outagesOf(fate, days) : [] });
  const written = nothingWritten();
  const failed: RunRecord[] = [];
  const flows = new Map<string, string>();
  const figures = { runs: 0, actions: 0, byFlow: new Map<string, { runs: number; actions: number }>() };
  // Delays of calls run on the product's own clock, which is there only once it is open.
  let clock = createVirtualClock(START);
  const watch = watchTickets({ now: () => clock.now() });
  const drift = watchDrift();
  const product = await openProduct({
    desk: true,
    seed,
    start: START,
    ...(without === 'housekeeping' ? { off: ['Ticket Housekeeping'] } : {}),
    wrapPeople: (dataverse) => watch.wrap(dataverse),
    deliverTwice: ({ flowId, acceptedOn }) => fate.of('twice', flowId, acceptedOn) < share,
    wrapConnector: (name, connector) => {
      const plain = name === DATAVERSE ? watch.wrap(connector) : connector;
      const unprotected = withoutProtection(without, name, plain);
      if (name === SERVICE) drift.listen(connector);
      return { call: (request) => faults.wrap(name, unprotected, clock).call(request) };
    },
    observer: {
      runEnded(run) {
        flows.set(run.runId, run.flowName);
        figures.runs += 1;
        figures.actions += run.billableActions;
        const { runs, actions } = figures.byFlow.get(run.flowName) ?? { runs: 0, actions: 0 };
        figures.byFlow.set(run.flowName, { runs: runs + 1, actions: actions + run.billableActions });
        if (run.status === 'Failed' && run.parentRunId === undefined) failed.push(run);
      },
    },
  });
  clock = product.clock;
  try {
    const deeds = new Map<number, Deed[]>();
    const turnOf = (at: Date) => Math.max(0, Math.floor((at.getTime() - START.getTime() - OFF_THE_HOUR) / HALF_HOUR));
    const plan = (deed: Deed, now = 0) => {
      const turn = Math.max(turnOf(deed.at), now);
      deeds.set(turn, [...(deeds.get(turn) ?? []), deed]);
    };
    for (const deed of customerDeeds(fate, { seed, start: START, days, emails, chats }, written)) plan(deed);
    let seen = 0;
    const end = START.getTime() + (days + quietDays) * DAY;
    for (let turn = 0, at = START.getTime() + OFF_THE_HOUR; at < end; turn += 1, at += HALF_HOUR) {
      const until = at + HALF_HOUR;
      const due = (deeds.get(turn) ?? []).sort((a, b) => a.at.getTime() - b.at.getTime());
      deeds.delete(turn);
      for (const deed of due) {
        await product.clock.runUntil(new Date(Math.max(deed.at.getTime(), product.clock.now().getTime())));
        await deed.act(product);
      }
      await product.clock.runUntil(new Date(Math.max(until, product.clock.now().getTime())));
      if ((turn + 1) % TURNS_OF_A_DAY === 0) {
        await product.idle();
        await drift.look(product, failed.length);
        onDay?.((turn + 1) / TURNS_OF_A_DAY);
      }
      if (turn === days * TURNS_OF_A_DAY) faults.end();
      await agentsWork(product, watch.tickets(), fate, turn);
      const sent = [...product.product.platform.outlook.sent()];
      for (const mail of sent.slice(seen)) for (const deed of answersTo(mail, fate, written)) plan(deed, turn + 1);
      seen = sent.length;
    }
    await product.idle();
    const events = await product.events();
    return {
      broken: [
        ...watch.broken(),
        ...drift.broken(),
        ...brokenDeskPromises(
          product,
          written,
          failed,
          events,
          (at) => faults.isOut(DATAVERSE, at),
          (runId) => flows.get(runId),
          watch.transitions,
        ),
      ],
      figures: {
        mails: written.mails.size,
        turns: written.turns.size,
        tickets: product.rows('rcc_ticket').length,
        sent: seen,
        failedRuns: failed.length,
        failures: [
          ...new Set(
            product
              .rows('rcc_errorlog')
              .map(({ rcc_flow, rcc_action, rcc_code }) => [rcc_flow, rcc_action, rcc_code].map(String).join(' ')),
          ),
        ],
        ...figures,
      },
    };
  } finally {
    await product.close();
  }
}
