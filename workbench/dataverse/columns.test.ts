import { SERVICE_USER_ID } from './dataverse';
import { sampleTables } from './sample-tables.fixture';
import { openDataverseFixture, type DataverseFixture } from './stand-in.fixture';

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const NAVIGATION = '@Microsoft.Dynamics.CRM.associatednavigationproperty';
const LOGICAL_NAME = '@Microsoft.Dynamics.CRM.lookuplogicalname';
const ID = '11111111-2222-4333-8444-555555555555';

let fixture: DataverseFixture;
beforeEach(() => {
  fixture = openDataverseFixture({ tables: sampleTables() });
});
afterEach(() => fixture.remove());

const parcel = (item: Record<string, unknown> = {}) =>
  fixture.call('UpdateRecord', { entityName: 'sam_parcels', recordId: ID, item });

describe('a column', () => {
  it('of several choices takes its values in any order and shows their labels', async () => {
    const { body } = await parcel({ sam_marks: '11, 1' });
    expect(body).toMatchObject({ sam_marks: '1,11', [`sam_marks${FORMATTED}`]: 'Glass; Heavy' });
    expect((await parcel({ sam_marks: '' })).body.sam_marks).toBeNull();
    expect((await parcel({ sam_marks: '1,4' })).body.error.message).toMatch(/4 is outside.*'sam_marks'/);
    expect((await parcel({ sam_marks: 'Glass' })).statusCode).toBe(400);
  });

  it('of money comes with its currency, whether selected or not, and its twin in the base currency', async () => {
    const { body } = await parcel({ sam_price: -1234.567 });
    expect(body).toMatchObject({
      sam_price: -1234.57,
      [`sam_price${FORMATTED}`]: '($1,234.57)',
      sam_price_base: -1234.57,
      exchangerate: 1,
      [`_transactioncurrencyid_value${FORMATTED}`]: 'US Dollar',
    });
    const selected = await fixture.call('GetItem', { entityName: 'sam_parcels', recordId: ID, $select: 'sam_price' });
    expect(selected.body).toMatchObject({ sam_price: -1234.57, _transactioncurrencyid_value: expect.any(String) });
    expect(selected.body).not.toHaveProperty('sam_price_base');
  });

  it('of a date keeps whole seconds in UTC, or the day alone', async () => {
    const { body } = await parcel({ sam_due: '2026-03-01T23:30:00.9876543+01:00', sam_senton: '2026-03-01' });
    expect(body).toMatchObject({
      sam_due: '2026-03-01T22:30:00Z',
      [`sam_due${FORMATTED}`]: '3/1/2026 10:30 PM',
      sam_senton: '2026-03-01',
      [`sam_senton${FORMATTED}`]: '3/1/2026',
    });
  });

  it('with an automatic number counts, and adds the date and random characters where the pattern says so', async () => {
    const numbers = [];
    for (let count = 0; count < 3; count += 1) {
      const { body } = await fixture.call('CreateRecord', { entityName: 'sam_parcels', item: {} });
      numbers.push(String(body.sam_number));
    }
    expect(numbers[2]).toMatch(/^P-20260302-003-[A-Z0-9]{4}$/);
    expect(new Set(numbers.map((one) => one.slice(-4))).size).toBe(3);
  });

  it('of a lookup to several tables is set by the navigation property of each, and shows which', async () => {
    const account = await fixture.call('CreateRecord', { entityName: 'accounts', item: { name: 'Shop' } });
    const id = String(account.body.accountid);
    const bound = await parcel({ 'sam_receiver_account@odata.bind': `/accounts(${id})` });
    expect(bound.body).toMatchObject({
      _sam_receiver_value: id,
      [`_sam_receiver_value${FORMATTED}`]: 'Shop',
      [`_sam_receiver_value${NAVIGATION}`]: 'sam_receiver_account',
      [`_sam_receiver_value${LOGICAL_NAME}`]: 'account',
    });
    fixture.restart();
    const read = await fixture.call('GetItem', { entityName: 'sam_parcels', recordId: ID });
    expect(read.body[`_sam_receiver_value${LOGICAL_NAME}`]).toBe('account');
    const wrong = await parcel({ 'sam_receiver_contact@odata.bind': `/accounts(${id})` });
    expect(wrong.body.error.message).toMatch(/'sam_receiver_contact' takes a row of 'contact', not of 'account'/);
    expect((await parcel({ 'sam_receiver_contact@odata.bind': null })).body._sam_receiver_value).toBeNull();
  });

  it('of the owner is a user or a team, and the owning columns follow', async () => {
    const team = await fixture.call('CreateRecord', { entityName: 'teams', item: { name: 'Drivers' } });
    const created = await parcel();
    expect(created.body).toMatchObject({
      _ownerid_value: SERVICE_USER_ID,
      [`_ownerid_value${LOGICAL_NAME}`]: 'systemuser',
      _owninguser_value: SERVICE_USER_ID,
      _owningteam_value: null,
      [`_owningbusinessunit_value${FORMATTED}`]: expect.any(String),
    });
    const given = await parcel({ 'ownerid@odata.bind': `/teams(${String(team.body.teamid)})` });
    expect(given.body).toMatchObject({
      _ownerid_value: team.body.teamid,
      [`_ownerid_value${FORMATTED}`]: 'Drivers',
      [`_ownerid_value${LOGICAL_NAME}`]: 'team',
      _owninguser_value: null,
      _owningteam_value: team.body.teamid,
    });
    expect((await parcel({ 'ownerid@odata.bind': `/sam_parcels(${ID})` })).body.error.message).toMatch(
      /'systemuser' or 'team', not of 'sam_parcel'/,
    );
  });
});

describe("a row's address", () => {
  const stop = (recordId: string, item: Record<string, unknown> = {}) =>
    fixture.call('UpdateRecord', { entityName: 'sam_stops', recordId, item });

  it('may be a key of several columns, one of them a lookup', async () => {
    await parcel({ sam_name: "Ann's" });
    const created = await stop(`_sam_parcel_value=${ID},sam_order=2`, { sam_place: 'Rome' });
    expect(created.body).toMatchObject({ _sam_parcel_value: ID, sam_order: 2, sam_place: 'Rome' });
    const changed = await stop(`sam_order=2, _sam_parcel_value=${ID.toUpperCase()}`, { sam_place: 'Oslo' });
    expect(changed.body).toMatchObject({ sam_stopid: created.body.sam_stopid, sam_place: 'Oslo' });
    const bound = await fixture.call('CreateRecord', {
      entityName: 'sam_stops',
      item: { 'sam_Parcel@odata.bind': "/sam_parcels(sam_name='ANN''S')" },
    });
    expect(bound.body._sam_parcel_value).toBe(ID);
  });

  it.each([
    [`_sam_parcel_value=${ID}`, /key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.sam_stop'/],
    ["sam_order=2,sam_place='x'", /key in the request URI is not valid/],
    [`_sam_parcel_value=${ID},sam_order=two`, /'two' is no number/],
    [`_sam_parcel_value='x',sam_order=2`, /'x' is no guid/],
    ['sam_order', /neither a GUID nor an alternate key/],
  ])('%s is refused', async (recordId, text) => {
    const answer = await stop(recordId);
    expect(answer.statusCode).toBe(400);
    expect(answer.body.error.message).toMatch(text);
    expect((await fixture.call('GetItem', { entityName: 'sam_stops', recordId })).statusCode).toBe(400);
  });

  it('needs quotes around a text', async () => {
    const answer = await fixture.call('GetItem', { entityName: 'sam_parcels', recordId: 'sam_name=A1' });
    expect(answer.body.error.message).toMatch(/in quotes: sam_name='A1'/);
  });
});

describe('a file', () => {
  const file = { entityName: 'sam_parcels', recordId: ID, fileImageFieldName: 'sam_label' };
  const upload = (item: unknown, more: Record<string, unknown> = {}) =>
    fixture.call('UpdateEntityFileImageFieldContent', { ...file, 'x-ms-file-name': 'label.txt', item, ...more });
  const download = () => fixture.call('GetEntityFileImageFieldContent', file);

  it('is put in as text or binary content, read back, and goes with its row', async () => {
    await parcel();
    expect((await download()).statusCode).toBe(404);
    expect(await upload('grüße')).toMatchObject({ statusCode: 204, body: null });
    expect((await download()).body).toEqual({
      '$content-type': 'application/octet-stream',
      $content: Buffer.from('grüße').toString('base64'),
    });
    await upload({ '$content-type': 'image/png', $content: 'iVBORw==' }, { 'x-ms-file-name': 'a.png' });
    fixture.restart();
    expect((await download()).body).toEqual({ '$content-type': 'image/png', $content: 'iVBORw==' });
    const { body } = await fixture.call('GetItem', { entityName: 'sam_parcels', recordId: ID });
    expect(body).toMatchObject({ sam_label: expect.stringMatching(/^[0-9a-f-]{36}$/), sam_label_name: 'a.png' });
    await fixture.call('DeleteRecord', { entityName: 'sam_parcels', recordId: ID });
    await parcel();
    expect((await download()).statusCode).toBe(404);
  });

  it('is refused when too large, without a name, for another column and as a plain value', async () => {
    await parcel();
    expect((await upload('x'.repeat(33))).statusCode).toBe(413);
    expect((await upload('x'.repeat(32))).statusCode).toBe(204);
    expect((await upload('x', { 'x-ms-file-name': undefined })).body.error.message).toMatch(/x-ms-file-name/);
    expect((await upload('x', { fileImageFieldName: 'sam_name' })).body.error.message).toMatch(/'sam_name'/);
    expect((await upload('x', { fileImageFieldName: 'sam_nothing' })).statusCode).toBe(400);
    expect((await upload(null)).body.error.message).toMatch(/'item'/);
    expect((await parcel({ sam_label: 'x' })).body.error.message).toMatch(/UpdateEntityFileImageFieldContent/);
    expect((await upload('x', { recordId: SERVICE_USER_ID })).statusCode).toBe(404);
  });
});

describe('the standard tables', () => {
  it.each([
    ['accounts', { name: 'Shop', emailaddress1: 'shop@example.com' }],
    ['contacts', { firstname: 'Ana', lastname: 'Ruiz', 'parentcustomerid_contact@odata.bind': null }],
    ['systemusers', { internalemailaddress: 'a@example.com', isdisabled: false }],
    ['teams', { name: 'Returns' }],
    ['businessunits', { name: 'Spain' }],
    [
      'tasks',
      { subject: 'Call back', prioritycode: 2, 'regardingobjectid_sam_parcel_task@odata.bind': `/sam_parcels(${ID})` },
    ],
    ['emails', { subject: 'Hello', 'regardingobjectid_sam_parcel_email@odata.bind': `/sam_parcels(${ID})` }],
    ['annotations', { subject: 'Note', notetext: 'x', 'objectid_sam_parcel@odata.bind': `/sam_parcels(${ID})` }],
  ])('have %s', async (entityName, item) => {
    await parcel();
    const created = await fixture.call('CreateRecord', { entityName, item });
    expect([created.statusCode, created.body.error?.message]).toEqual([201, undefined]);
    const read = await fixture.call('GetItem', {
      entityName,
      recordId: /\(([^)]+)\)$/.exec(String(created.body['@odata.id']))![1],
    });
    expect(read.body).toEqual(created.body);
  });

  it('let activities be completed, and go with what they regard', async () => {
    await parcel();
    const bind = { 'regardingobjectid_sam_parcel_task@odata.bind': `/sam_parcels(${ID})` };
    const task = await fixture.call('CreateRecord', { entityName: 'tasks', item: { subject: 'Call', ...bind } });
    expect(task.body).toMatchObject({ statecode: 0, statuscode: 2 });
    const done = { entityName: 'tasks', recordId: task.body.activityid, item: { statecode: 1 } };
    expect((await fixture.call('UpdateRecord', done)).body).toMatchObject({ statecode: 1, statuscode: 5 });
    const { body } = await fixture.call('GetItem', {
      entityName: 'sam_parcels',
      recordId: ID,
      $expand: 'sam_parcel_Tasks($select=subject)',
    });
    expect(body.sam_parcel_Tasks).toMatchObject([{ subject: 'Call' }]);
    await fixture.call('DeleteRecord', { entityName: 'sam_parcels', recordId: ID });
    expect([...fixture.dataverse.rows('task')]).toEqual([]);
  });
});
