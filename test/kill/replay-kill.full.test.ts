import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSeededRandom } from '../../workbench/flow-engine/seeded-random';
import { MESSAGE_STATUS, TICKET_STATUS } from '../desk/desk-words';
import { dayLoad } from '../load/day-load';
import { brokenMail, brokenRecords, brokenTickets, groupBy, isSetAside, rowsByKey } from './kept-promises';
import { readState, type LeftState } from './left-state';
import { type KillMoment, type ReplayFiles, runReplay, toldOutcomes, type ToldOutcome } from './replay-process';

const SEED = 20_260;
/** How long a start takes about; kills fall anywhere in it. */
const START_MS = 1_500;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rcc-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function filesFor(channel: 'email' | 'chat', messages: readonly object[]): ReplayFiles {
  const input = join(folder, 'in.jsonl');
  writeFileSync(input, messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
  return { input, output: join(folder, 'out.jsonl'), data: join(folder, 'state'), channel };
}

/**
 * Kills the replay again and again, then lets it finish.
 * @returns how often it was killed, and what it had told before the last start
 */
async function killRepeatedly(
  files: ReplayFiles,
  moments: readonly KillMoment[],
): Promise<{ kills: number; acknowledged: ToldOutcome[] }> {
  let kills = 0;
  let acknowledged: ToldOutcome[] = [];
  for (const moment of moments) {
    const { wasKilled, exitCode, errors } = await runReplay(files, moment);
    // It may also have come to its end before its time.
    expect({ ok: wasKilled || exitCode === 0, errors }).toEqual({ ok: true, errors: '' });
    if (wasKilled) kills += 1;
    const told = toldOutcomes(files.output);
    expect(told.slice(0, acknowledged.length)).toEqual(acknowledged);
    acknowledged = told;
  }
  const last = await runReplay(files);
  expect({ exitCode: last.exitCode, errors: last.errors }).toEqual({ exitCode: 0, errors: '' });
  expect(toldOutcomes(files.output).slice(0, acknowledged.length)).toEqual(acknowledged);
  return { kills, acknowledged };
}

/** Moments spread over start and work: every sixth falls into the start. */
function momentsOf(count: number, outcomesPerRound: number): KillMoment[] {
  const random = createSeededRandom(SEED);
  return Array.from({ length: count }, (_, index) =>
    index % 6 === 3
      ? { afterStartMs: Math.floor(random() * START_MS) }
      : { afterOutcomes: 1 + Math.floor(random() * 2 * outcomesPerRound), thenMs: Math.floor(random() * 120) },
  );
}

/** An acknowledged outcome that the state does not bear out. */
function brokenOutcome(state: LeftState, { id, kind, mail, reply }: ToldOutcome): string[] {
  const key = `<${encodeURIComponent(id)}@replay.example>`;
  const rows = rowsByKey(state);
  const [inbound] = rows.get(key) ?? [];
  const [outbound] = rows.get(`reply:${key}`) ?? [];
  const ticket = state.tickets.find(({ rcc_ticketid }) => rcc_ticketid === inbound?._rcc_ticket_value);
  const isOnlyOne = state.messages.filter((row) => row._rcc_ticket_value === ticket?.rcc_ticketid).length <= 2;
  const now = {
    inbound: inbound?.rcc_status,
    mail:
      outbound === undefined
        ? null
        : Object.entries(MESSAGE_STATUS).find(([, value]) => value === outbound.rcc_status)?.[0],
    reply: outbound?.rcc_body ?? null,
    // A later message may move a ticket on.
    isAnswered: isOnlyOne ? ticket?.statuscode === TICKET_STATUS.answered : kind === 'answered',
  };
  const then = {
    inbound: isSetAside(inbound, ticket) ? MESSAGE_STATUS.failed : MESSAGE_STATUS.received,
    mail,
    reply,
    isAnswered: kind === 'answered',
  };
  return JSON.stringify(now) === JSON.stringify(then)
    ? []
    : [`${id}: told ${JSON.stringify(then)}, is ${JSON.stringify(now)}`];
}

describe('A replay killed at any moment', () => {
  it('of mails loses nothing it told, mails nobody twice, and queues what is in doubt', async () => {
    const { emails } = dayLoad(SEED, 1_150, 0);
    const automatic = Array.from({ length: 50 }, (_, index) => ({
      id: `automatic-${index}`,
      from: `away${index}@example.com`,
      subject: 'Out of office',
      body: 'I am back on Monday.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    }));
    const mixed = emails.flatMap((mail, index) => (index % 23 === 0 ? [mail, automatic[index / 23]!] : [mail]));
    const files = filesFor('email', mixed);
    const { kills, acknowledged } = await killRepeatedly(files, momentsOf(56, 16));
    expect(kills).toBeGreaterThanOrEqual(50);

    const state = await readState(files.data);
    expect(state.pending).toBe(0);
    const keys = emails.map(({ id }) => `<${encodeURIComponent(id)}@replay.example>`);
    expect(keys.flatMap((key) => brokenMail(state, key))).toEqual([]);
    expect(brokenTickets(state)).toEqual([]);
    expect(brokenRecords(state)).toEqual([]);
    // A mail whose runs were killed three times is set aside; nothing else may go wrong.
    expect(state.errors.filter((row) => row.rcc_code !== 'MessageSetAside')).toEqual([]);
    const outcomes = toldOutcomes(files.output);
    expect(outcomes.map(({ id }) => id).sort()).toEqual(mixed.map(({ id }) => id).sort());
    const ofPeople = outcomes.filter(({ id }) => !id.startsWith('automatic'));
    expect(ofPeople.flatMap((outcome) => brokenOutcome(state, outcome))).toEqual([]);

    const rows = rowsByKey(state);
    const unanswered = outcomes.filter(({ id }) => id.startsWith('automatic'));
    expect(unanswered.map(({ kind }) => kind)).toEqual(automatic.map(() => 'ignored'));
    const rowsOfMachines = automatic.flatMap(({ id }) => rows.get(`<${id}@replay.example>`) ?? []);
    expect(rowsOfMachines.map((row) => [row.rcc_status, row._rcc_ticket_value])).toEqual(
      automatic.map(() => [MESSAGE_STATUS.received, null]),
    );

    const unknown = state.messages.filter((row) => row.rcc_status === MESSAGE_STATUS.unknown).length;
    process.stdout.write(
      `mails: ${kills} kills, ${acknowledged.length} of ${mixed.length} outcomes told before the last one, ` +
        `${state.sent.length} mails sent, ${unknown} unknown\n`,
    );
  });

  it('of chats keeps every turn once, in one ticket per conversation', async () => {
    const { chats } = dayLoad(SEED, 0, 400);
    const files = filesFor('chat', chats);
    const { kills, acknowledged } = await killRepeatedly(files, momentsOf(16, 14));
    expect(kills).toBeGreaterThanOrEqual(10);

    const state = await readState(files.data);
    expect(state.pending).toBe(0);
    const lines = rowsByKey(state);
    const tickets = groupBy(state.tickets, (row) => String(row.rcc_conversationid));
    const broken = toldOutcomes(files.output).flatMap(({ id, kind, ticket, reply }) => {
      const key = `chat:replay-${id}:${id}`;
      const [row, ...more] = tickets.get(`replay-${id}`) ?? [];
      const found = {
        tickets: 1 + more.length,
        ticket: row?.rcc_ticketnumber,
        isAnswered: row?.statuscode === TICKET_STATUS.answered,
        customer: lines.get(key)?.length,
        bot: lines.get(`reply:${key}`)?.map((line) => line.rcc_body),
      };
      const told = { tickets: 1, ticket, isAnswered: kind === 'answered', customer: 1, bot: [reply] };
      return JSON.stringify(found) === JSON.stringify(told) ? [] : [{ id, told, found }];
    });
    expect(broken).toEqual([]);
    expect(
      toldOutcomes(files.output)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(chats.map(({ id }) => id).sort());
    expect(brokenTickets(state)).toEqual([]);
    expect(brokenRecords(state)).toEqual([]);
    expect(state.sent).toEqual([]);
    process.stdout.write(
      `chats: ${kills} kills, ${acknowledged.length} of ${chats.length} outcomes told before the last one\n`,
    );
  });
});
