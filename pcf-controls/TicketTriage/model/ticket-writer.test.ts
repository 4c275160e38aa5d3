import { createWebApi } from '../../mocks/web-api';
import { CHOICE_DEFAULTS, readChoices } from './choices';
import { COLUMN_DEFAULTS, readMessageColumns, readTicketColumns, type TicketColumn } from './columns';
import { reasonOf, TicketWriter, type WriterDesk } from './ticket-writer';
import type { Actor, TicketAction } from './ticket-actions';
import type { Ticket } from './ticket';

const ME = '5e1f0000-0000-4000-b000-000000000001';
const OTHER = '5e1f0000-0000-4000-b000-000000000002';
const ID = '5e1f0000-0000-4000-8000-000000000001';
const KEY = '5e1f0000-0000-4000-9000-000000000001';
const NOW = new Date('2026-03-02T15:00:00Z');
const WROTE = '2026-03-02T14:00:00Z';

/** An Assigned ticket of mine, as the Web API has it and as the agent sees it. */
const ROW = {
  rcc_ticketid: ID,
  statuscode: 727000003,
  rcc_statusversion: 4,
  _rcc_assignedagent_value: ME,
  rcc_intent: 727000000,
  rcc_sentiment: 727000001,
  rcc_priority: 727000001,
  rcc_snoozeduntil: null,
  rcc_lastcustomeractivityon: WROTE,
};
const SEEN: Ticket = {
  id: ID,
  status: 'assigned',
  statusVersion: 4,
  agentId: ME,
  intent: 'order_tracking',
  sentiment: 'neutral',
  priority: 'normal',
  lastCustomerActivityOn: new Date(WROTE),
  reviewReasons: [],
  labels: {},
};
const names = readTicketColumns(COLUMN_DEFAULTS.ticketColumns);
const messageNames = readMessageColumns(COLUMN_DEFAULTS.messageColumns);
const inView = Object.fromEntries(Object.keys(names).map((column) => [column, names[column as TicketColumn]]));

function open(row: Record<string, unknown> = {}, desk: Partial<WriterDesk> = {}) {
  const webApi = createWebApi({ tables: { rcc_ticket: [{ ...ROW, ...row }] } });
  const actor: Actor = { userId: ME, isOnline: true, mayWrite: true, mayReply: true, names, messageNames };
  const writer = new TicketWriter(() => ({
    webApi,
    table: 'rcc_ticket',
    messageTable: 'rcc_message',
    messageColumns: messageNames,
    columns: { inView, names },
    choices: readChoices((property) => CHOICE_DEFAULTS[property]),
    actor,
    entitySet: async (table) => `${table}s`,
    ...desk,
  }));
  const written = () => webApi.calls.find(({ name }) => name === 'updateRecord')?.arguments[2];
  const ticket = () => webApi.rows('rcc_ticket')[0];
  return {
    webApi,
    writer,
    written,
    ticket,
    write: (action: TicketAction, seen = SEEN) => writer.write(action, seen, KEY),
  };
}

beforeEach(() => jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());
const AT = NOW.toISOString();

describe('what is written', () => {
  it('to take a ticket nobody has: agent, owner, since when, Assigned, a raised version', async () => {
    const { write, written } = open({ statuscode: 727000002, _rcc_assignedagent_value: null });
    const seen: Ticket = { ...SEEN, status: 'unassigned', agentId: undefined };
    expect(await write({ kind: 'assign_to_me' }, seen)).toEqual({ kind: 'written' });
    expect(written()).toEqual({
      statuscode: 727000003,
      rcc_statusversion: 5,
      rcc_lastagentactivityon: AT,
      'rcc_AssignedAgent@odata.bind': `/systemusers(${ME})`,
      'ownerid@odata.bind': `/systemusers(${ME})`,
      rcc_assignedon: AT,
    });
  });

  it('to hand a ticket to another agent: the status stays', async () => {
    const { write, written } = open();
    expect(await write({ kind: 'assign', agentId: OTHER, agentName: 'Ben' })).toEqual({ kind: 'written' });
    expect(written()).toEqual({
      'rcc_AssignedAgent@odata.bind': `/systemusers(${OTHER})`,
      'ownerid@odata.bind': `/systemusers(${OTHER})`,
      rcc_assignedon: AT,
    });
  });

  it('to escalate: the status only, because the flow that follows notes the rest', async () => {
    const { write, written } = open();
    await write({ kind: 'escalate' });
    expect(written()).toEqual({ statuscode: 727000006, rcc_statusversion: 5, rcc_lastagentactivityon: AT });
  });

  it('to snooze: until when, and In progress by the first action of its agent', async () => {
    const { write, written } = open();
    const until = new Date('2026-03-03T08:00:00Z');
    await write({ kind: 'snooze', until });
    expect(written()).toEqual({
      statuscode: 727000004,
      rcc_statusversion: 5,
      rcc_lastagentactivityon: AT,
      rcc_snoozeduntil: until.toISOString(),
    });
  });

  it('to resolve: confirmed, when, and awake again', async () => {
    const { write, written } = open({ rcc_snoozeduntil: '2026-03-04T08:00:00Z' });
    await write({ kind: 'resolve' });
    expect(written()).toEqual({
      statuscode: 727000007,
      rcc_statusversion: 5,
      rcc_lastagentactivityon: AT,
      rcc_resolutionkind: 727000000,
      rcc_resolvedon: AT,
      rcc_snoozeduntil: null,
    });
  });

  it('to correct: what was said, by whom and when', async () => {
    const { write, written } = open({ statuscode: 727000004 });
    await write({ kind: 'correct', intent: 'returns', priority: 'high' }, { ...SEEN, status: 'in_progress' });
    expect(written()).toEqual({
      rcc_intent: 727000001,
      rcc_priority: 727000002,
      'rcc_CorrectedBy@odata.bind': `/systemusers(${ME})`,
      rcc_correctedon: AT,
    });
  });

  it('to reply: the ticket first, then a message of the agent, queued', async () => {
    const { write, webApi } = open();
    expect(await write({ kind: 'reply', text: 'Hello', subject: 'Parcel' })).toEqual({ kind: 'written' });
    expect(webApi.calls.map(({ name }) => name)).toEqual(['retrieveRecord', 'updateRecord', 'createRecord']);
    expect(webApi.calls[2]?.arguments).toEqual([
      'rcc_message',
      {
        rcc_messageid: KEY,
        rcc_direction: 727000001,
        rcc_channel: 727000000,
        rcc_author: 727000001,
        rcc_status: 727000001,
        rcc_subject: 'Parcel',
        rcc_body: 'Hello',
        'rcc_Ticket@odata.bind': `/rcc_tickets(${ID})`,
      },
    ]);
  });

  it('leaves out what a table has no column for', async () => {
    const { agent, status, statusVersion } = names;
    const few = { inView: {}, names: { agent, status, statusVersion } };
    const { write, written } = open({ statuscode: 727000002, _rcc_assignedagent_value: null }, { columns: few });
    await write({ kind: 'assign_to_me' });
    expect(written()).toEqual({
      statuscode: 727000003,
      rcc_statusversion: 5,
      'rcc_AssignedAgent@odata.bind': `/systemusers(${ME})`,
    });
  });
});

describe('a ticket somebody else has changed', () => {
  const ALL: readonly TicketAction[] = [
    { kind: 'assign', agentId: OTHER, agentName: 'Ben' },
    { kind: 'escalate' },
    { kind: 'snooze', until: new Date('2026-03-03T08:00:00Z') },
    { kind: 'resolve' },
    { kind: 'correct', intent: 'returns' },
    { kind: 'reply', text: 'Hello' },
  ];

  it.each(ALL)('is not overwritten: $kind', async (action) => {
    for (const change of [{ statuscode: 727000005 }, { rcc_statusversion: 5 }, { _rcc_assignedagent_value: OTHER }]) {
      const { write, webApi } = open(change);
      expect(await write(action)).toEqual({ kind: 'changed' });
      expect(webApi.calls.map(({ name }) => name)).toEqual(['retrieveRecord']);
    }
  });

  it('is neither answered nor resolved when its customer has written again', async () => {
    const again = { rcc_lastcustomeractivityon: '2026-03-02T14:59:00Z' };
    expect(await open(again).write({ kind: 'reply', text: 'Hello' })).toEqual({ kind: 'changed' });
    expect(await open(again).write({ kind: 'resolve' })).toEqual({ kind: 'changed' });
    expect(await open(again).write({ kind: 'escalate' })).toEqual({ kind: 'written' });
  });

  it('is not corrected where somebody else has corrected the same, and is where they corrected something else', async () => {
    const other = { rcc_intent: 727000004 };
    expect(await open(other).write({ kind: 'correct', intent: 'returns' })).toEqual({ kind: 'changed' });
    expect(await open(other).write({ kind: 'correct', priority: 'high' })).toEqual({ kind: 'written' });
  });

  it('is not one we have changed ourselves a moment ago', async () => {
    const { write, webApi, ticket } = open();
    expect(await write({ kind: 'correct', intent: 'returns' })).toEqual({ kind: 'written' });
    expect(await write({ kind: 'correct', intent: 'other' })).toEqual({ kind: 'written' });
    expect(await write({ kind: 'reply', text: 'Hello' })).toEqual({ kind: 'written' });
    expect(ticket()).toMatchObject({ statuscode: 727000004, rcc_statusversion: 5, rcc_intent: 727000006 });
    await webApi.updateRecord('rcc_ticket', ID, { rcc_statusversion: 6 });
    expect(await write({ kind: 'escalate' })).toEqual({ kind: 'changed' });
  });
});

describe('a failure', () => {
  it.each(['retrieveRecord', 'updateRecord', 'createRecord'])(
    'of %s is told in the words of the host',
    async (call) => {
      const { write, webApi } = open();
      webApi.failure = ({ name, arguments: values }) =>
        name === call || values[0] === 'rcc_message' ? 'The table is away.' : undefined;
      expect(await write({ kind: 'reply', text: 'Hello' })).toEqual({ kind: 'failed', reason: 'The table is away.' });
      expect(webApi.rows('rcc_message')).toEqual([]);
    },
  );

  it('after which the reply is there all the same is none: it is not sent twice', async () => {
    const { write, webApi } = open();
    const { createRecord } = webApi;
    webApi.createRecord = (table, data) =>
      createRecord(table, data).then(() => Promise.reject(new Error('The answer was lost.'))) as never;
    expect(await write({ kind: 'reply', text: 'Hello' })).toEqual({ kind: 'written' });
    expect(webApi.rows('rcc_message')).toHaveLength(1);
  });

  it('has a reason even where the host gives none', () => {
    expect([reasonOf(new Error('Away')), reasonOf('Away'), reasonOf(undefined), reasonOf({})]).toEqual([
      'Away',
      'Away',
      'Unknown error',
      'Unknown error',
    ]);
  });
});

it('An action that is no longer possible is refused when it is written', async () => {
  const { write } = open({ statuscode: 727000007 });
  expect(await write({ kind: 'escalate' }, { ...SEEN, status: 'resolved' })).toEqual({
    kind: 'refused',
    refusal: 'resolved',
  });
});
