import {
  AUTOSAVE,
  BULK_EDIT,
  SAVE,
  SAVE_AND_CLOSE,
  SAVE_AND_NEW,
  TicketFormPage,
  type PageUser,
} from './form-page.fixture';

const TICKET = '11111111-2222-4333-8444-555555555555';
const ANNA: PageUser = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Anna Schmidt' };
const BEN: PageUser = { id: 'bbbbbbbb-0000-4000-8000-000000000002', name: 'Ben Ito' };
const [NEW, UNASSIGNED, ASSIGNED, IN_PROGRESS, WAITING, ESCALATED, RESOLVED] = [
  1, 727000002, 727000003, 727000004, 727000005, 727000006, 727000007,
];
const MINE = { statuscode: ASSIGNED, rcc_statusversion: 4, _rcc_assignedagent_value: ANNA.id };
const CONFIRMED = 727000000;
const instant = expect.stringMatching(/Z$/) as unknown;

let row: Record<string, unknown>;
let failure: string | undefined;
const writes: Readonly<Record<string, unknown>>[] = [];
const tables = {
  async read() {
    if (failure !== undefined) throw { message: failure };
    return row;
  },
  async write(_id: string, item: Readonly<Record<string, unknown>>) {
    writes.push(item);
  },
};

beforeEach(() => {
  failure = undefined;
  writes.length = 0;
});

/** Opens the form of a ticket as Anna, and edits it. */
async function edited(ticket: Readonly<Record<string, unknown>>, edits: Readonly<Record<string, unknown>>) {
  row = { ...ticket };
  const page = await TicketFormPage.open(TICKET, tables, ANNA);
  for (const [name, value] of Object.entries(edits)) page.edit(name, value);
  return page;
}

/** Opens the form of a ticket as Anna, edits it, saves it, and tells what was sent. */
async function saved(
  ticket: Readonly<Record<string, unknown>>,
  edits: Readonly<Record<string, unknown>>,
  meanwhile: Readonly<Record<string, unknown>> = {},
) {
  const page = await edited(ticket, edits);
  row = { ...row, ...meanwhile };
  await page.save();
  return page;
}
const bind = (name: string, { id }: PageUser) => ({ [`${name}@odata.bind`]: `/systemusers(${id})` });

describe('saving the form of a ticket', () => {
  it('raises the version by one when the status was changed, and writes that an agent acted', async () => {
    const { sent } = await saved(MINE, { statuscode: ESCALATED });
    expect(sent).toEqual([{ statuscode: ESCALATED, rcc_statusversion: 5, rcc_lastagentactivityon: instant }]);
  });

  it('leaves the version alone when the status was not changed', async () => {
    const { sent } = await saved({ ...MINE, statuscode: IN_PROGRESS }, { rcc_ordernumber: '12345' });
    expect(sent).toEqual([{ rcc_ordernumber: '12345', rcc_lastagentactivityon: instant }]);
  });

  it('begins to count at one', async () => {
    const { sent } = await saved({ statuscode: NEW, rcc_statusversion: null }, { statuscode: RESOLVED });
    expect(sent).toMatchObject([{ rcc_statusversion: 1 }]);
  });

  it('puts a ticket nobody has to Assigned when it gets an agent, who is its owner', async () => {
    const { sent } = await saved({ statuscode: UNASSIGNED, rcc_statusversion: 1 }, { rcc_assignedagent: BEN.id });
    expect(sent).toEqual([
      {
        ...bind('rcc_AssignedAgent', BEN),
        ...bind('ownerid', BEN),
        statuscode: ASSIGNED,
        rcc_statusversion: 2,
        rcc_assignedon: instant,
        rcc_lastagentactivityon: instant,
      },
    ]);
  });

  it('gives a ticket from one agent to the next without moving its status', async () => {
    const { sent } = await saved({ ...MINE, statuscode: IN_PROGRESS }, { rcc_assignedagent: BEN.id });
    expect(sent).toEqual([{ ...bind('rcc_AssignedAgent', BEN), ...bind('ownerid', BEN), rcc_assignedon: instant }]);
  });

  it.each([ASSIGNED, IN_PROGRESS])('gives a ticket of nobody that is put to %d to who did it', async (statuscode) => {
    const { sent } = await saved({ statuscode: UNASSIGNED, rcc_statusversion: 1 }, { statuscode });
    expect(sent).toMatchObject([{ ...bind('rcc_AssignedAgent', ANNA), ...bind('ownerid', ANNA), statuscode }]);
  });

  it('leaves the status to the flow when the agent is cleared, which has to see who had it', async () => {
    const { sent } = await saved(MINE, { rcc_assignedagent: null });
    expect(sent).toEqual([{ 'rcc_AssignedAgent@odata.bind': null }]);
  });

  it('is the assigned agent’s first action: In progress', async () => {
    const { sent } = await saved(MINE, { rcc_snoozeduntil: new Date('2026-07-01T08:00:00Z') });
    expect(sent).toEqual([
      {
        rcc_snoozeduntil: '2026-07-01T08:00:00.000Z',
        statuscode: IN_PROGRESS,
        rcc_statusversion: 5,
        rcc_lastagentactivityon: instant,
      },
    ]);
  });

  it('is no action of the agent when somebody else edits', async () => {
    const { sent } = await saved({ ...MINE, _rcc_assignedagent_value: BEN.id }, { rcc_ordernumber: '12345' });
    expect(sent).toEqual([{ rcc_ordernumber: '12345' }]);
  });

  it.each(['rcc_intent', 'rcc_sentiment', 'rcc_priority'])('is a correction when %s was changed', async (column) => {
    const { sent } = await saved({ statuscode: UNASSIGNED }, { [column]: 727000001 });
    expect(sent).toEqual([{ [column]: 727000001, ...bind('rcc_CorrectedBy', ANNA), rcc_correctedon: instant }]);
  });

  it('sends a correction once: the next save has none', async () => {
    const page = await saved({ statuscode: UNASSIGNED }, { rcc_intent: 727000001 });
    page.edit('rcc_ordernumber', '12345');
    await page.save();
    expect(page.sent[1]).toEqual({ rcc_ordernumber: '12345' });
  });

  it('confirms a resolution and wakes the ticket; reopening takes that back', async () => {
    const resolved = await saved({ ...MINE, rcc_snoozeduntil: '2026-07-01T08:00:00Z' }, { statuscode: RESOLVED });
    expect(resolved.sent).toMatchObject([
      { rcc_resolutionkind: CONFIRMED, rcc_resolvedon: instant, rcc_snoozeduntil: null },
    ]);
    const reopened = await saved({ ...MINE, statuscode: RESOLVED }, { statuscode: ASSIGNED });
    expect(reopened.sent).toMatchObject([{ rcc_resolutionkind: null, rcc_resolvedon: null, rcc_statusversion: 5 }]);
  });

  it('stops the clock while the customer is waited for, and lets it run again', async () => {
    expect((await saved(MINE, { statuscode: WAITING })).sent).toMatchObject([{ rcc_slapausedsince: instant }]);
    const back = await saved({ ...MINE, statuscode: WAITING }, { statuscode: IN_PROGRESS });
    expect(back.sent).toMatchObject([{ rcc_slapausedsince: null }]);
  });

  it.each([{ rcc_statusversion: 5, statuscode: WAITING }, { rcc_statusversion: 5 }])(
    'saves nothing and says so when somebody has moved the ticket meanwhile: %j',
    async (meanwhile) => {
      const page = await saved(MINE, { statuscode: ESCALATED }, meanwhile);
      expect(page.sent).toEqual([]);
      expect(page.notifications.get('rcc_moved')).toMatch(/^Somebody else has moved this ticket meanwhile/);
    },
  );

  it('takes no first action on a ticket that somebody else has got meanwhile', async () => {
    const page = await saved(MINE, { rcc_ordernumber: '12345' }, { _rcc_assignedagent_value: BEN.id });
    expect(page.sent).toEqual([]);
    await page.refresh();
    page.edit('rcc_ordernumber', '12345');
    await page.save();
    expect([page.sent, page.notifications.size]).toEqual([[{ rcc_ordernumber: '12345' }], 0]);
  });

  it('saves nothing and says why when the ticket cannot be read again', async () => {
    row = { ...MINE };
    const page = await TicketFormPage.open(TICKET, tables, { ...ANNA, languageId: 2058 });
    page.edit('statuscode', ESCALATED);
    failure = 'No hay conexión';
    await page.save();
    expect(page.sent).toEqual([]);
    expect(page.notifications.get('rcc_moved')).toMatch(/^No se ha guardado nada .*: No hay conexión$/);
  });

  it.each([
    ['closes the form', SAVE_AND_CLOSE, 'closed'],
    ['gives room for a new ticket', SAVE_AND_NEW, 'rcc_ticket'],
  ])('%s afterwards when that was asked for, with a move and without', async (_what, saveMode, left) => {
    for (const edits of [{ statuscode: ESCALATED }, { rcc_title: 'Late parcel' }]) {
      const page = await edited({ ...MINE, statuscode: IN_PROGRESS }, edits);
      await page.save(saveMode);
      expect([page.sent.length, page.left]).toEqual([1, [left]]);
    }
    const stays = await edited(MINE, { statuscode: ESCALATED });
    await stays.save(SAVE);
    expect([stays.sent.length, stays.left]).toEqual([1, []]);
  });

  it('stays on the form when the move could not be saved', async () => {
    const page = await edited(MINE, { statuscode: ESCALATED });
    row = { ...row, rcc_statusversion: 5 };
    await page.save(SAVE_AND_CLOSE);
    expect([page.sent, page.left]).toEqual([[], []]);
  });

  it('shows again what was there when the table refuses the row, and the next attempt goes through', async () => {
    const page = await edited(MINE, { rcc_title: 'Late parcel' });
    const write = jest.spyOn(tables, 'write').mockRejectedValueOnce({ message: 'A required column is empty' });
    await page.save(SAVE_AND_CLOSE);
    write.mockRestore();
    expect(page.left).toEqual([]);
    const shown = ['statuscode', 'rcc_statusversion', 'rcc_lastagentactivityon', 'rcc_title'];
    expect(shown.map((name) => page.valueOf(name))).toEqual([ASSIGNED, 4, null, 'Late parcel']);

    await page.save();
    expect(page.notifications.has('rcc_moved')).toBe(false);
    expect(page.sent[1]).toEqual({
      rcc_title: 'Late parcel',
      statuscode: IN_PROGRESS,
      rcc_statusversion: 5,
      rcc_lastagentactivityon: instant,
    });
  });

  it('sends nothing of a move that was refused and taken back', async () => {
    const page = await edited(MINE, { statuscode: RESOLVED });
    const write = jest.spyOn(tables, 'write').mockRejectedValueOnce({ message: 'No right to write' });
    await page.save();
    write.mockRestore();
    page.edit('statuscode', ASSIGNED);
    await page.save();
    expect(page.sent).toHaveLength(1);
  });

  it.each([SAVE, AUTOSAVE, SAVE_AND_CLOSE])(
    'is done once when a save of mode %d comes before it is',
    async (saveMode) => {
      const page = await edited(MINE, { statuscode: ESCALATED });
      await Promise.all([page.save(), page.save(saveMode)]);
      expect(page.sent).toMatchObject([{ statuscode: ESCALATED, rcc_statusversion: 5 }]);
      expect(page.notifications.size).toBe(0);

      row = { ...row, statuscode: ESCALATED, rcc_statusversion: 5 };
      page.edit('statuscode', WAITING);
      await page.save();
      expect(page.sent[1]).toMatchObject({ statuscode: WAITING, rcc_statusversion: 6 });
    },
  );

  it.each([{ statuscode: RESOLVED }, { rcc_assignedagent: BEN.id }, { rcc_ordernumber: '12345' }])(
    'that comes of itself moves no ticket: %j stays in the form until somebody saves',
    async (edits) => {
      const page = await edited(MINE, edits);
      await page.save(AUTOSAVE);
      expect([page.sent, page.left]).toEqual([[], []]);
      // Leaving the page is Save & Close.
      await page.save(SAVE_AND_CLOSE);
      expect([page.sent.length, page.left]).toEqual([1, ['closed']]);
    },
  );

  it('that comes of itself saves what moves nothing', async () => {
    const page = await edited({ ...MINE, statuscode: IN_PROGRESS }, { rcc_ordernumber: '12345' });
    await page.save(AUTOSAVE);
    expect(page.sent).toEqual([{ rcc_ordernumber: '12345', rcc_lastagentactivityon: instant }]);
  });

  it('leaves a new ticket as it was filled in', async () => {
    row = {};
    const page = await TicketFormPage.open(TICKET, tables, ANNA, 1);
    page.edit('statuscode', ASSIGNED);
    await page.save();
    expect([page.sent, writes.length]).toEqual([[{ statuscode: ASSIGNED }], 1]);
  });
});

describe('opening the form of a ticket', () => {
  const opened = (minutes: number, { id, name }: PageUser) => ({
    ...MINE,
    _rcc_openedby_value: id,
    '_rcc_openedby_value@OData.Community.Display.V1.FormattedValue': name,
    rcc_openedon: new Date(Date.now() - minutes * 60_000).toISOString(),
  });
  const open = async (ticket: Record<string, unknown>, user = ANNA) => {
    row = ticket;
    return [...(await TicketFormPage.open(TICKET, tables, user)).notifications.values()];
  };

  it('names whoever opened it within five minutes, in the language of the user', async () => {
    expect(await open(opened(4, BEN))).toEqual(['Ben Ito has this ticket open, too.']);
    expect(await open(opened(4, BEN), { ...ANNA, languageId: 3082 })).toEqual([
      'Ben Ito también tiene abierto este ticket.',
    ]);
    expect(await open(opened(6, BEN))).toEqual([]);
    expect(await open(opened(1, ANNA))).toEqual([]);
    expect(await open({ ...MINE, _rcc_openedby_value: null, rcc_openedon: null })).toEqual([]);
  });

  it('tells the others, but not of a ticket that is resolved', async () => {
    await open(MINE);
    expect(writes).toEqual([{ ...bind('rcc_OpenedBy', ANNA), rcc_openedon: instant }]);
    await open({ ...MINE, statuscode: RESOLVED });
    expect(writes).toHaveLength(1);
  });

  it('for many tickets at once lets nobody move them or change their reading, whose moves would not be counted', async () => {
    row = { ...MINE };
    const page = await TicketFormPage.open(TICKET, tables, ANNA, BULK_EDIT);
    const locked = ['statuscode', 'rcc_assignedagent', 'rcc_intent', 'rcc_sentiment', 'rcc_priority'];
    expect([...page.disabled].sort()).toEqual(locked.sort());
    expect(writes).toEqual([]);
    expect((await TicketFormPage.open(TICKET, tables, ANNA)).disabled).toEqual([]);
  });

  it('goes on when the hint cannot be written', async () => {
    row = { ...MINE };
    const write = jest.spyOn(tables, 'write').mockRejectedValueOnce({ message: 'No right to write' });
    await expect(TicketFormPage.open(TICKET, tables, ANNA)).resolves.toBeInstanceOf(TicketFormPage);
    expect(write).toHaveBeenCalledTimes(1);
    write.mockRestore();
  });
});
