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

  it('carries the row with its annotations, of a deleted one only the key', () => {
    const [added, , , deleted] = changes.map((change) => fixture.dataverse.present(change));
    expect(added).toMatchObject({ rcc_title: 'a', 'statuscode@OData.Community.Display.V1.FormattedValue': 'New' });
    expect(deleted).toEqual({ rcc_ticketid: '11111111-2222-4333-8444-555555555555' });
  });

  it('refuses tables and filters that do not exist', () => {
    expect(() => fixture.dataverse.subscribe({ message: 1, entityname: 'rcc_tickets' })).toThrow(/'rcc_tickets'/);
    expect(() => fired({ message: 1, filterexpression: 'nothing eq 1' })).toThrow(/'nothing'/);
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
