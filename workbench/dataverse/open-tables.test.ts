import { readTables } from '../../solution/tables/read-tables';
import { logicalNameOf, setNameOf } from './tables/open-table';
import { CORE_SOLUTION, openDataverseFixture, type DataverseFixture } from './stand-in.fixture';

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const ID = '11111111-2222-4333-8444-555555555555';
const OTHER = '11111111-2222-4333-8444-666666666666';

let fixture: DataverseFixture;
beforeEach(() => {
  fixture = openDataverseFixture({ unknownTables: 'open' });
});
afterEach(() => fixture.remove());

const titles = async (options: Record<string, unknown>, entityName = 'abc_visits') => {
  const { statusCode, body } = await fixture.call('ListRecords', { entityName, ...options });
  return statusCode === 200 ? body.value.map((row) => row.abc_name) : body.error.message;
};

describe('a table nobody defined', () => {
  it('is empty, and has no row by any id', async () => {
    expect(await titles({ $filter: "abc_place eq 'x' and _abc_host_value ne null", $expand: 'abc_Host' })).toEqual([]);
    const missing = await fixture.call('GetItem', { entityName: 'abc_visits', recordId: ID });
    expect(missing.body.error.message).toBe(`abc_visit With Id = ${ID} Does Not Exist`);
    for (const operation of ['UpdateOnlyRecord', 'DeleteRecord']) {
      expect((await fixture.call(operation, { entityName: 'abc_visits', recordId: ID })).statusCode).toBe(404);
    }
  });

  it('keeps whatever columns a row brings, across a restart', async () => {
    const item = { abc_name: 'First', abc_count: 3, abc_paid: true, abc_when: '2026-03-01T10:00:00Z', abc_tags: ['a'] };
    const created = await fixture.call('CreateRecord', { entityName: 'abc_visits', item });
    expect(created).toMatchObject({ statusCode: 201, body: { ...item, statecode: 0, statuscode: 1 } });
    expect(created.body.abc_visitid).toMatch(/^[0-9a-f-]{36}$/);
    fixture.restart();
    const args = { entityName: 'abc_visits', recordId: String(created.body.abc_visitid) };
    expect((await fixture.call('GetItem', args)).body).toEqual(created.body);
    expect((await fixture.call('GetItem', { ...args, $select: 'abc_name,abc_other' })).body).toMatchObject({
      abc_name: 'First',
      abc_other: null,
    });
    const updated = await fixture.call('UpdateRecord', { ...args, item: { abc_count: null, abc_new: 'x' } });
    expect(updated.body).toMatchObject({ abc_name: 'First', abc_new: 'x' });
    expect((await fixture.call('DeleteRecord', args)).statusCode).toBe(204);
    expect(await titles({})).toEqual([]);
  });

  it('is filtered and ordered by the columns that are there; one that is not counts as empty', async () => {
    fixture.dataverse.seed('abc_visit', [
      { abc_visitid: ID, abc_name: 'A', abc_count: 1, abc_when: '2026-03-01T10:00:00Z', _abc_host_value: OTHER },
      { abc_name: 'B', abc_count: 2, abc_when: '2026-02-01', abc_paid: true },
      { abc_name: 'C' },
    ]);
    expect(await titles({ $filter: 'abc_count gt 1' })).toEqual(['B']);
    expect(await titles({ $filter: "abc_count eq '1'" })).toEqual(['A']);
    expect(await titles({ $filter: 'abc_count ne 1' })).toEqual(['B', 'C']);
    expect(await titles({ $filter: 'abc_nothing eq null', $orderby: 'abc_name desc' })).toEqual(['C', 'B', 'A']);
    expect(await titles({ $filter: 'abc_paid eq true' })).toEqual(['B']);
    expect(await titles({ $filter: "abc_when lt '2026-03-01T11:00:00%2B01:00'" })).toEqual(['B']);
    expect(await titles({ $filter: 'abc_when le 2026-03-01T10:00:00.0000000Z' })).toEqual(['A', 'B']);
    expect(await titles({ $filter: `_abc_host_value eq ${OTHER}` })).toEqual(['A']);
    expect(await titles({ $filter: "contains(abc_name,'b') or startswith(abc_other,'x')" })).toEqual(['B']);
    expect(
      await titles({ $filter: "Microsoft.Dynamics.CRM.In(PropertyName='abc_name',PropertyValues=['a','c'])" }),
    ).toEqual(['A', 'C']);
    expect(
      await titles({ $filter: "Microsoft.Dynamics.CRM.LastXDays(PropertyName='abc_when',PropertyValue=3)" }),
    ).toEqual(['A']);
    expect(await titles({ $filter: 'abc_Host/fullname eq null' })).toEqual(['A', 'B', 'C']);
    expect(await titles({ $filter: 'abc_count eq' })).toMatch(/found the end/);
  });

  it('links to rows by any navigation property, which shows them when they are there', async () => {
    fixture.dataverse.seed('abc_host', [{ abc_hostid: OTHER, abc_name: 'Ann' }]);
    const bound = {
      abc_name: 'V',
      'abc_Host@odata.bind': `/abc_hosts(${OTHER})`,
      'abc_Room@odata.bind': `abc_rooms(${ID})`,
    };
    const { body } = await fixture.call('CreateRecord', { entityName: 'abc_visits', item: bound });
    expect(body).toMatchObject({
      _abc_host_value: OTHER,
      [`_abc_host_value${FORMATTED}`]: 'Ann',
      '_abc_host_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'abc_host',
      _abc_room_value: ID,
    });
    const read = await fixture.call('GetItem', {
      entityName: 'abc_visits',
      recordId: String(body.abc_visitid),
      $select: 'abc_name,abc_Host,abc_Room',
      $expand: 'abc_Host($select=abc_name),abc_Room,abc_visit_guests($top=3)',
    });
    expect(read.body).toMatchObject({ abc_Host: { abc_name: 'Ann' }, abc_Room: null, abc_visit_guests: [] });
    expect(await titles({ $filter: "abc_Host/abc_name eq 'ann'" })).toEqual(['V']);
    const cleared = {
      entityName: 'abc_visits',
      recordId: String(body.abc_visitid),
      item: { 'abc_Host@odata.bind': null },
    };
    expect((await fixture.call('UpdateRecord', cleared)).body).not.toHaveProperty('_abc_host_value');
  });

  it('connects rows by any relationship, which filters and $expand then follow', async () => {
    fixture.dataverse.seed('abc_visit', [{ abc_visitid: ID, abc_name: 'A' }, { abc_name: 'B' }]);
    fixture.dataverse.seed('abc_guest', [{ abc_guestid: OTHER, abc_name: 'Tom' }]);
    const args = { entityName: 'abc_visits', recordId: ID, associationEntityRelationship: 'abc_visit_guests' };
    await fixture.call('AssociateEntities', { ...args, item: { '@odata.id': `abc_guests(${OTHER})` } });
    expect(await titles({ $filter: "abc_visit_guests/any(g:g/abc_name eq 'tom')" })).toEqual(['A']);
    const { body } = await fixture.call('GetItem', { ...args, $expand: 'abc_visit_guests' });
    expect(body.abc_visit_guests).toMatchObject([{ abc_name: 'Tom' }]);
    await fixture.call('DisassociateEntities', { ...args, $id: `abc_guests(${OTHER})` });
    expect(await titles({ $filter: 'abc_visit_guests/any()' })).toEqual([]);
  });

  it('is queried by FetchXML with any column and link', async () => {
    fixture.dataverse.seed('abc_visit', [{ abc_name: 'A', abc_count: 2, _abc_host_value: OTHER }, { abc_name: 'B' }]);
    fixture.dataverse.seed('abc_host', [{ abc_hostid: OTHER, abc_city: 'Rome' }]);
    const { body } = await fixture.call('ListRecords', {
      entityName: 'abc_visits',
      fetchXml:
        '<fetch><entity name="abc_visit"><attribute name="abc_name"/><filter><condition attribute="abc_count" operator="ge" value="2"/></filter>' +
        '<link-entity name="abc_host" from="abc_hostid" to="abc_host" alias="h"><attribute name="abc_city"/></link-entity></entity></fetch>',
    });
    expect(body.value).toMatchObject([{ abc_name: 'A', 'h.abc_city': 'Rome' }]);
  });

  it('takes rows as another environment shows them, annotations and all', async () => {
    const row = {
      '@odata.etag': 'W/"77"',
      abc_visitid: ID,
      abc_kind: 2,
      [`abc_kind${FORMATTED}`]: 'Short',
      _abc_host_value: OTHER,
      [`_abc_host_value${FORMATTED}`]: 'Ann',
      '_abc_host_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'abc_host',
    };
    fixture.dataverse.seed('abc_host', [{ abc_hostid: OTHER, abc_name: 'Ann' }]);
    fixture.dataverse.seed('abc_visit', [row]);
    const { body } = await fixture.call('GetItem', { entityName: 'abc_visits', recordId: ID, $expand: 'abc_Host' });
    expect(body).toMatchObject({ abc_kind: 2, [`_abc_host_value${FORMATTED}`]: 'Ann', abc_Host: { abc_name: 'Ann' } });
    expect(body).not.toHaveProperty(`abc_kind${FORMATTED}`);
  });

  it('takes its name from the FetchXML when the set does not tell', async () => {
    const fetchXml = '<fetch><entity name="abc_glasses"/></fetch>';
    expect(await titles({}, 'abc_glasseses')).toEqual([]);
    expect((await fixture.call('ListRecords', { entityName: 'abc_glasseses', fetchXml })).body.value).toEqual([]);
    await fixture.call('CreateRecord', { entityName: 'abc_glasseses', item: { abc_name: 'x' } });
    expect([...fixture.dataverse.rows('abc_glasses')]).toHaveLength(1);
  });

  it('raises row triggers', async () => {
    fixture.remove();
    const kinds: string[] = [];
    fixture = openDataverseFixture({
      unknownTables: 'open',
      outbox: (change) => {
        const request = {
          message: 4,
          entityname: 'abc_visit',
          filterexpression: 'abc_count gt 1',
          filteringattributes: 'abc_count',
        };
        if (fixture.dataverse.subscribe(request)(change)) kinds.push(change.kind);
        return { changes: [], begin: () => undefined };
      },
    });
    const put = (item: Record<string, unknown>) =>
      fixture.call('UpdateRecord', { entityName: 'abc_visits', recordId: ID, item });
    await put({ abc_count: 1 });
    await put({ abc_count: 2 });
    await put({ abc_name: 'x' });
    expect(kinds).toEqual(['modified']);
  });

  it('takes files in any column', async () => {
    fixture.dataverse.seed('abc_visit', [{ abc_visitid: ID }]);
    const args = { entityName: 'abc_visits', recordId: ID, fileImageFieldName: 'abc_photo' };
    await fixture.call('UpdateEntityFileImageFieldContent', { ...args, item: { a: 1 }, 'x-ms-file-name': 'a.json' });
    const { body } = await fixture.call('GetEntityFileImageFieldContent', args);
    expect(Buffer.from(String(body.$content), 'base64').toString()).toBe('{"a":1}');
  });
});

describe('beside open tables', () => {
  it("the platform's own take further columns and choices", async () => {
    const item = { fullname: 'Ana', abc_level: 3, statuscode: 865420001 };
    const { statusCode, body } = await fixture.call('CreateRecord', { entityName: 'contacts', item });
    expect([statusCode, body.abc_level, body.statuscode]).toEqual([201, 3, 865420001]);
  });

  it('the given tables stay strict', async () => {
    const item = { rcc_title: 'a', rcc_channel: 727000000, rcc_tittle: 'x' };
    const answer = await fixture.call('CreateRecord', { entityName: 'rcc_tickets', item });
    expect(answer.body.error.message).toMatch(/Invalid property 'rcc_tittle'/);
    expect((await fixture.call('ListRecords', { entityName: 'rcc_tickets', $select: 'rcc_x' })).statusCode).toBe(400);
  });

  it('nothing is open unless asked for', async () => {
    fixture.remove();
    fixture = openDataverseFixture();
    expect((await fixture.call('ListRecords', { entityName: 'abc_visits' })).statusCode).toBe(404);
    expect(() => fixture.dataverse.subscribe({ message: 1, entityname: 'abc_visit' })).toThrow(/'abc_visit'/);
  });
});

describe('the name behind a set', () => {
  it.each([
    ['abc_visits', 'abc_visit'],
    ['abc_cities', 'abc_city'],
    ['abc_days', 'abc_day'],
    ['abc_boxes', 'abc_box'],
    ['abc_addresses', 'abc_address'],
    ['abc_statuses', 'abc_status'],
    ['abc_cases', 'abc_case'],
    ['abc_expenses', 'abc_expense'],
    ['abc_courses', 'abc_course'],
    ['abc_inspectorses', 'abc_inspectors'],
    ['webresourceset', 'webresource'],
  ])('%s is %s', (set, name) => {
    expect(logicalNameOf(set)).toBe(name);
    if (set !== 'webresourceset') expect(setNameOf(name)).toBe(set);
  });

  it('is right for the tables of the solution', () => {
    for (const { entitySetName, logicalName } of readTables(CORE_SOLUTION)) {
      expect(logicalNameOf(entitySetName)).toBe(logicalName);
    }
  });
});
