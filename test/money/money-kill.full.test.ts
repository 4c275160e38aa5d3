import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredAction } from '../../proxy/src/commerce/actions/action';
import type { MoneyActionAnswer } from '../../proxy/src/contract/money-action';
import { createActionStore } from '../../proxy/src/events/action-store';
import type { StoredEvent } from '../../proxy/src/events/event';
import { openStore } from '../../proxy/src/events/open-store';
import { createFaultPlan } from '../../workbench/vendors/server/fault-plan';
import { startVendorServer } from '../../workbench/vendors/server/start-vendor-server';
import { createShopifyStandIn } from '../../workbench/vendors/shopify/shopify-stand-in';
import { createVendorState } from '../../workbench/vendors/state/vendor-state';
import { createStripeStandIn } from '../../workbench/vendors/stripe/stripe-stand-in';
import { brokenRecords } from '../kill/kept-promises';
import { bronzeIn } from '../kill/left-state';
import type { Told } from './bring';
import { createChance, type Chance } from './chance';
import { moneyCase, type Ask, type CaseKind, type MoneyCase } from './money-cases';
import { startService } from './money-process';
import { brokenMoneyPromises } from './money-promises';

/** Kinds whose end does not wait for a bank. */
const KINDS: readonly CaseKind[] = [
  'full',
  'partial',
  'by line',
  'cancellation',
  'cancellation after a partial refund',
  'run by the shop',
  'cancellation run by the shop',
  'yen',
  'two charges',
];
const SEED = 20_261;
const FIRST_NUMBER = 100_000;
const ROUNDS = 100;
const NEW_CASES = 5;
/** How long a start takes about; some kills fall into it. */
const START_MS = 1_500;
const LONGEST_ROUND_MS = 20_000;
/** So many wishes of earlier rounds are brought again in a round. */
const BROUGHT_AGAIN = 10;
/** Whoever is asked to come later than this does so in a later round. */
const PATIENCE_S = 3;
const PATHS = { refund: '/v1/orders/refund', cancellation: '/v1/orders/cancel' } as const;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A wish on its way, with the request that is sent again and again. */
interface Wish {
  told: Told;
  body: string;
}

const isOver = ({ answer }: Told) =>
  answer !== null && (['done', 'incomplete', 'unknown'].includes(answer.state) || answer.state === 'refused');

function wishOf(ask: Ask): Wish {
  const approval = { decided_by: 'head@example.com', decided_at: new Date().toISOString(), outcome: 'Approve' };
  return { told: { ask, approved: true, answer: null, wrong: [] }, body: JSON.stringify({ ...ask.request, approval }) };
}

/** Repeats a request as a flow does, until it has ended or the service is gone. */
async function repeat({ told, body }: Wish, url: string, isOut: () => boolean): Promise<void> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': told.ask.key };
  while (!isOver(told) && !isOut()) {
    const answered = await fetch(`${url}${PATHS[told.ask.operation]}`, { method: 'POST', headers, body }).catch(
      () => null,
    );
    const text = await answered?.text().catch(() => null);
    if (!answered || text == null) return;
    if (answered.status === 200 || answered.status === 202) told.answer = JSON.parse(text) as MoneyActionAnswer;
    else told.wrong.push(`${told.ask.key}: status ${answered.status} ${text}`);
    if (isOver(told) || (told.answer?.retry_after_seconds ?? 0) > PATIENCE_S) return;
    await pause(150);
  }
}

interface Lane {
  cases: MoneyCase[];
  wishes: Map<string, Wish>;
  kills: number;
  /** Kills in a round in which vendors were called, and of which some wish has no end yet. */
  killsAtWork: number;
}

/** Kills the service over and over while wishes are under way, then lets it finish; all on one data folder. */
async function killOverAndOver(seed: number, folder: string) {
  const chance = createChance(seed);
  const lane: Lane = { cases: [], wishes: new Map(), kills: 0, killsAtWork: 0 };
  const refunds = KINDS.filter((kind) => !kind.startsWith('cancellation'));
  const all = Array.from({ length: ROUNDS * NEW_CASES }, (_, index) => {
    // Whether a cancellation has arrived shows only minutes later: the last rounds begin none, or the end would take long.
    const kinds = index < ROUNDS * NEW_CASES * 0.6 ? KINDS : refunds;
    return moneyCase(kinds[index % kinds.length]!, String(FIRST_NUMBER + index), chance);
  });
  const state = createVendorState(
    () => new Date(),
    all.map(({ order }) => order),
  );
  const faults = createFaultPlan();
  let calls = 0;
  const [shopify, stripe] = await Promise.all(
    [createShopifyStandIn(state), createStripeStandIn(state)].map((standIn) =>
      startVendorServer(standIn, faults, 0, () => (calls += 1)),
    ),
  );
  const vendors = { shopify: shopify!.url, stripe: stripe!.url };

  /** The next wish of every order; the one after it comes when it has ended. */
  const open = () =>
    lane.cases.flatMap(({ asks }) => {
      const next = asks.find(({ key }) => !lane.wishes.has(key) || !isOver(lane.wishes.get(key)!.told));
      if (!next) return [];
      if (!lane.wishes.has(next.key)) lane.wishes.set(next.key, wishOf(next));
      return [lane.wishes.get(next.key)!];
    });

  async function round(index: number): Promise<void> {
    lane.cases.push(...all.slice(index * NEW_CASES, (index + 1) * NEW_CASES));
    const wishes = [...open().slice(-NEW_CASES), ...Array.from({ length: BROUGHT_AGAIN }, () => chance.pick(open()))];
    const service = startService(folder, vendors);
    const moment = momentOf(index, chance);
    const begun = calls;
    let isOut = false;
    const work = service.url.then(
      async (url) => {
        await Promise.all(wishes.map((wish) => repeat(wish, url, () => isOut)));
      },
      () => undefined,
    );
    const reached = async () => {
      if ('afterStartMs' in moment) return pause(moment.afterStartMs);
      while (calls - begun < moment.afterCalls && !isOut) await pause(2);
      return pause(moment.thenMs);
    };
    await Promise.race([reached(), work.then(() => pause(50)), pause(LONGEST_ROUND_MS)]);
    isOut = true;
    if (calls > begun && wishes.some(({ told }) => !isOver(told))) lane.killsAtWork += 1;
    await service.end('SIGKILL');
    lane.kills += 1;
    await work;
    expect(service.errors()).toBe('');
  }

  try {
    for (let index = 0; index < ROUNDS; index += 1) await round(index);
    const service = startService(folder, vendors);
    const url = await service.url;
    for (let left = open(); left.length > 0; left = open()) {
      await Promise.all(left.map((wish) => repeat(wish, url, () => false)));
      await pause(1000);
    }
    const looked = await Promise.all([...lane.wishes.keys()].map((key) => lookAt(url, key)));
    await service.end('SIGTERM');
    return { lane, looked: new Map(looked), state };
  } finally {
    await Promise.all([shopify, stripe].map((server) => server!.close()));
  }
}

type Moment = { afterStartMs: number } | { afterCalls: number; thenMs: number };

/** Every eighth kill falls into the start, with what the last process left behind; the others into the work. */
const momentOf = (index: number, chance: Chance): Moment =>
  index % 8 === 7
    ? { afterStartMs: chance.below(START_MS) }
    : { afterCalls: 1 + chance.below(60), thenMs: chance.below(25) };

async function lookAt(url: string, key: string): Promise<[string, string]> {
  const answered = await fetch(`${url}/v1/money-actions/look-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action_key: key }),
  });
  const answer = (await answered.json()) as MoneyActionAnswer;
  return [key, answered.status === 200 ? answer.state : `status ${answered.status}`];
}

/** What the last process has left on the disk. */
async function leftIn(
  folder: string,
  keys: readonly string[],
): Promise<{ actions: StoredAction[]; events: StoredEvent[] }> {
  const store = await openStore({ dataDir: folder });
  try {
    const actions = createActionStore(store.database);
    const found = await Promise.all(keys.map((key) => actions.find(key)));
    return {
      actions: found.filter((action) => action !== undefined),
      events: await store.eventsAfter(0, undefined, 1_000_000),
    };
  } finally {
    await store.close();
  }
}

let folders: string[] = [];
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders = [];
});

it('refunds and cancellations survive a service that is killed over and over: nothing twice, nothing lost', async () => {
  folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'rcc-money-kill-')));
  const lanes = await Promise.all(folders.map((folder, index) => killOverAndOver(SEED + index, folder)));
  for (const [index, { lane, looked, state }] of lanes.entries()) {
    const { actions, events } = await leftIn(folders[index]!, [...lane.wishes.keys()]);
    const told = [...lane.wishes.values()].map((wish) => wish.told);
    const broken = lane.cases.flatMap((one) => {
      const keys = one.asks.map(({ key }) => key);
      return brokenMoneyPromises({
        moneyCase: one,
        told: told.filter(({ ask }) => keys.includes(ask.key)),
        actions: actions.filter(({ key }) => keys.includes(key)),
        events,
        history: state.historyOf(one.order),
        now: new Date(),
      });
    });
    expect(broken).toEqual([]);
    expect(brokenRecords({ events, bronze: bronzeIn(join(folders[index]!, 'Files', 'bronze')) })).toEqual([]);
    const known = new Map(actions.map((action) => [action.key, action.state]));
    for (const [key, seen] of looked) expect([key, seen]).toEqual([key, known.get(key) ?? 'status 404']);
  }
  const kills = lanes.reduce((sum, { lane }) => sum + lane.kills, 0);
  const atWork = lanes.reduce((sum, { lane }) => sum + lane.killsAtWork, 0);
  expect(kills).toBeGreaterThanOrEqual(200);
  expect(atWork).toBeGreaterThan(kills / 2);
  const states = lanes.flatMap(({ looked }) => [...looked.values()]);
  const counts = states.reduce<Record<string, number>>((sum, one) => ({ ...sum, [one]: (sum[one] ?? 0) + 1 }), {});
  process.stdout.write(`money: ${kills} kills, ${atWork} of them at work; ${JSON.stringify(counts)}\n`);
}, 1_200_000);
