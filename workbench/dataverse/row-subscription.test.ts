import { openDataverseFixture, type DataverseFixture } from './stand-in.fixture';
import type { RowChange } from './row-change';
import type { SubscriptionRequest } from './row-subscription';

let fixture: DataverseFixture;
let changes: RowChange[];
let begun: number;
beforeEach(async () => {
  changes = [];
  begun = 0;
  fixture = openDataverseFixture({
    outbox: (change) => {
      changes.push(change);
      return {
        changes: [{ collection: 'work', key: String(changes.length), value: change.kind }],
        begin: () => (begun += 1),
      };
    },
  });
  const row = { entityName: 'rcc_tickets', recordId: '11111111-2222-4333-8444-555555555555' };
  await fixture.call('UpdateRecord', { ...row, item: { rcc_title: 'a', rcc_channel: 727000002 } });
  await fixture.call('UpdateRecord', { ...row, item: { statuscode: 727000002 } });
  await fixture.call('UpdateRecord', { ...row, item: { statuscode: 727000002 } });
  await fixture.call('DeleteRecord', row);
});
afterEach(() => fixture.remove());

function fired(request: Omit<SubscriptionRequest, 'entityname'>): string[] {
  const matches = fixture.dataverse.subscribe({ entityname: 'rcc_ticket', ...request });
  return changes.filter(matches).map(({ kind }) => kind);
}

describe('a row trigger', () => {
  it('fires for the kinds of change its message names', () => {
    expect(fired({ message: 1 })).toEqual(['added']);
    expect(fired({ message: 2 })).toEqual(['deleted']);
    expect(fired({ message: 3 })).toEqual(['modified', 'modified']);
    expect(fired({ message: 7 })).toEqual(['added', 'modified', 'modified', 'deleted']);
    expect(() => fired({ message: 8 })).toThrow(/1 to 7, not 8/);
  });

  it('fires when a filtering column is in the request, changed or not', () => {
    expect(fired({ message: 3, filteringattributes: 'rcc_team, statuscode' })).toEqual(['modified', 'modified']);
    expect(fired({ message: 3, filteringattributes: 'rcc_team' })).toEqual([]);
  });

  it('tests the row after the change with its filter', () => {
    expect(fired({ message: 4, filterexpression: 'statuscode eq 727000002' })).toEqual(['modified', 'modified']);
    expect(fired({ message: 4, filterexpression: 'rcc_channel eq 727000000' })).toEqual([]);
  });

  it('reads query functions in its filter at the time of the change, not of the subscription', () => {
    const filterexpression = "Microsoft.Dynamics.CRM.Today(PropertyName='createdon')";
    const matches = fixture.dataverse.subscribe({ entityname: 'rcc_ticket', message: 1, filterexpression });
    expect(changes.filter(matches)).toHaveLength(1);
    fixture.setTime('2026-03-03T00:00:00Z');
    expect(changes.filter(matches)).toEqual([]);
  });

  it('sees the rows in its scope: the own ones, those of the business unit, all', async () => {
    const team = await fixture.call('CreateRecord', { entityName: 'teams', item: { name: 'Returns' } });
    const unit = await fixture.call('CreateRecord', { entityName: 'businessunits', item: { name: 'Spain' } });
    const away = { name: 'Spain', 'businessunitid@odata.bind': `businessunits(${String(unit.body.businessunitid)})` };
    const elsewhere = await fixture.call('CreateRecord', { entityName: 'teams', item: away });
    changes = [];
    for (const owner of [undefined, team, elsewhere]) {
      const bind = owner && { 'ownerid@odata.bind': `teams(${String(owner.body.teamid)})` };
      const item = { rcc_title: 'x', rcc_channel: 727000002, ...bind };
      expect((await fixture.call('CreateRecord', { entityName: 'rcc_tickets', item })).statusCode).toBe(201);
    }
    expect([1, 2, 3, 4].map((scope) => fired({ message: 1, scope }).length)).toEqual([1, 2, 3, 3]);
    expect(() => fired({ message: 1, scope: 5 })).toThrow(/1 to 4, not 5/);
  });

  it('fires for each row that goes along with a deleted one', async () => {
    const recordId = '11111111-2222-4333-8444-777777777777';
    const item = { rcc_title: 'a', rcc_channel: 727000002 };
    await fixture.call('UpdateRecord', { entityName: 'rcc_tickets', recordId, item });
    for (const rcc_subject of ['one', 'two']) {
      const message = { rcc_subject, rcc_direction: 727000000, 'rcc_Ticket@odata.bind': `/rcc_tickets(${recordId})` };
      await fixture.call('CreateRecord', { entityName: 'rcc_messages', item: message });
    }
    changes = [];
    await fixture.call('DeleteRecord', { entityName: 'rcc_tickets', recordId });
    expect(changes.map(({ kind, table }) => `${kind} ${table.logicalName}`).sort()).toEqual([
      'deleted rcc_message',
      'deleted rcc_message',
      'deleted rcc_ticket',
    ]);
    expect(fired({ message: 2 })).toEqual(['deleted']);
  });

  it('carries the row with its annotations, of a deleted one only the key', () => {
    const [added, , , deleted] = changes.map((change) => fixture.dataverse.present(change));
    expect(added).toMatchObject({ rcc_title: 'a', 'statuscode@OData.Community.Display.V1.FormattedValue': 'New' });
    expect(deleted).toEqual({ rcc_ticketid: '11111111-2222-4333-8444-555555555555' });
  });

  it('refuses tables and filters that do not exist', () => {
    expect(() => fixture.dataverse.subscribe({ message: 1, entityname: 'rcc_tickets' })).toThrow(/'rcc_tickets'/);
    expect(() => fired({ message: 1, filterexpression: 'nothing eq 1' })).toThrow(/'nothing'/);
    expect(() => fired({ message: 3, filteringattributes: 'statuscode,rcc_nothing' })).toThrow(/'rcc_nothing'/);
  });
});

it('stores the work a change starts together with the row, and begins it afterwards', async () => {
  expect(begun).toBe(4);
  const failing = await fixture.call('CreateRecord', { entityName: 'rcc_tickets', item: {} });
  expect(failing.statusCode).toBe(400);
  expect(begun).toBe(4);
  fixture.restart();
  expect([...fixture.journal.collection('work').values()]).toEqual(['added', 'modified', 'modified', 'deleted']);
});
