import { SERVICE_USER_ID } from './dataverse';
import { sampleTables } from './sample-tables.fixture';
import { openDataverseFixture, type DataverseFixture } from './stand-in.fixture';

let fixture: DataverseFixture;
const ids = new Map<string, string>();
beforeAll(async () => {
  fixture = openDataverseFixture({ tables: sampleTables() });
  const create = async (entityName: string, item: Record<string, unknown>, key: string) => {
    const { body } = await fixture.call('CreateRecord', { entityName, item });
    return String(body[key]);
  };
  ids.set('anna', await create('contacts', { fullname: 'Anna', telephone1: '1+2' }, 'contactid'));
  for (const name of ['A', 'B', 'C']) {
    const item = {
      sam_name: name,
      ...(name === 'A' ? { 'sam_receiver_contact@odata.bind': `/contacts(${ids.get('anna')})` } : {}),
    };
    ids.set(name, await create('sam_parcels', item, 'sam_parcelid'));
  }
  for (const [parcel, order, place] of [
    ['A', 1, 'Rome'],
    ['A', 2, 'Oslo'],
    ['A', 3, null],
    ['B', 1, 'Oslo'],
  ] as const) {
    const bound = { 'sam_Parcel@odata.bind': `/sam_parcels(${ids.get(parcel)})` };
    await create('sam_stops', { sam_name: `${parcel}${order}`, sam_order: order, sam_place: place, ...bound }, 'x');
  }
});
afterAll(() => fixture.remove());

const list = (entityName: string, options: Record<string, unknown>) =>
  fixture.call('ListRecords', { entityName, ...options });
const names = async ($filter: string, entityName = 'sam_parcels') => {
  const { statusCode, body } = await list(entityName, { $filter });
  return statusCode === 200 ? body.value.map((row) => row.sam_name ?? row.fullname).join(' ') : statusCode;
};

describe('$expand', () => {
  it('shows the rows of a collection with their own options and next link', async () => {
    const { body } = await list('sam_parcels', {
      $select: 'sam_name',
      $expand:
        "sam_parcel_stops($select=sam_name;$filter=sam_place ne null and not contains(sam_place,';');$orderby=sam_order desc;$top=1)",
      $orderby: 'sam_name',
    });
    expect(
      body.value.map((row) => [row.sam_name, (row.sam_parcel_stops as { sam_name: string }[])[0]?.sam_name]),
    ).toEqual([
      ['A', 'A2'],
      ['B', 'B1'],
      ['C', undefined],
    ]);
    const stop = (body.value[0]!.sam_parcel_stops as Record<string, unknown>[])[0]!;
    expect(stop).not.toHaveProperty('sam_order');
    expect(body.value[0]!['sam_parcel_stops@odata.nextLink']).toMatch(
      new RegExp(`/sam_parcels\\(${ids.get('A')}\\)/sam_parcel_stops\\?\\$select=sam_name&\\$filter=.*&\\$top=1$`),
    );
  });

  it('goes through lookups to further lookups, and shows only the table that the row points at', async () => {
    const { body } = await list('sam_stops', {
      $filter: "sam_name eq 'A1'",
      $select: 'sam_name',
      $expand: 'sam_Parcel($select=sam_name;$expand=sam_receiver_contact($select=fullname),sam_receiver_account)',
    });
    expect(body.value[0]!.sam_Parcel).toMatchObject({
      sam_name: 'A',
      sam_receiver_contact: { contactid: ids.get('anna'), fullname: 'Anna' },
      sam_receiver_account: null,
    });
  });

  it('shows many-to-many rows, and lets navigation properties stand in $select', async () => {
    const team = await fixture.call('CreateRecord', { entityName: 'teams', item: { name: 'Drivers' } });
    await fixture.call('AssociateEntities', {
      entityName: 'systemusers',
      recordId: SERVICE_USER_ID,
      associationEntityRelationship: 'teammembership_association',
      item: { '@odata.id': team.body['@odata.id'] },
    });
    const { body } = await list('teams', {
      $select: 'name,administratorid',
      $expand: 'teammembership_association($select=fullname)',
    });
    expect(body.value[0]!.teammembership_association).toMatchObject([{ systemuserid: SERVICE_USER_ID }]);
  });

  it.each([
    ['sam_Stops', 400, /'sam_Stops'.*case-sensitive/],
    ['sam_parcel_stops($skip=1)', 501, /\$skip/],
    ['sam_parcel_stops($count=true)', 501, /\$count/],
    ['sam_parcel_stops($select=sam_weight)', 400, /'sam_weight'.*sam_stop'/],
    ['sam_parcel_stops($top=0)', 400, /\$top/],
    ['sam_parcel_stops(sam_name)', 400, /'sam_name' inside \$expand/],
    ['sam_receiver_contact($filter=fullname ne null)', 400, /\$filter.*'sam_receiver_contact' is one row/],
    ['sam_receiver_contact($select=fullname', 400, /no navigation property with options/],
    ['sam_receiver_contact($expand=nobody)', 400, /'nobody'/],
    ["sam_parcel_stops($filter=sam_place eq 'a+b')", 400, /'\+' in \$expand has to be written as %2B/],
  ])('refuses %s', async ($expand, statusCode, text) => {
    const answer = await list('sam_parcels', { $expand });
    expect(answer.statusCode).toBe(statusCode);
    expect(answer.body.error.message).toMatch(text);
  });
});

describe('a filter over related rows', () => {
  it.each([
    ["sam_parcel_stops/any(s:s/sam_place eq 'oslo')", 'A B'],
    ["sam_parcel_stops/any(s:(s/sam_place eq 'Oslo' and s/sam_order eq 1))", 'B'],
    ['sam_parcel_stops/any()', 'A B'],
    ['not sam_parcel_stops/any()', 'C'],
    ["sam_parcel_stops/all(s:s/sam_place eq 'Oslo')", 'B C'],
    ['sam_parcel_stops/any(s:s/sam_place eq null)', 'A'],
    ["sam_parcel_stops/any(s:s/Microsoft.Dynamics.CRM.In(PropertyName='sam_order',PropertyValues=['2','3']))", 'A'],
    ['sam_parcel_stops/any(s:s/sam_Parcel/sam_weight eq null)', 'A B'],
    ["sam_receiver_contact/fullname eq 'anna'", 'A'],
    [`sam_receiver_contact/contactid ne null`, 'A'],
    ['sam_receiver_account/accountid eq null', 'A B C'],
    ["sam_parcel_stops/any(s:sam_place eq 'Oslo')", 400],
    ['sam_parcel_stops/any(s:s/sam_weight eq 1)', 400],
    ['sam_nothing/any(s:s/sam_weight eq 1)', 400],
    ["sam_receiver_contact/any(s:s/fullname eq 'Anna')", 400],
    ['sam_parcel_stops/all()', 400],
    ["sam_parcel_stops/some(s:s/sam_place eq 'Oslo')", 501],
    ["ownerid/businessunitid/name eq 'x'", 501],
  ])('%s finds %s', async (filter, expected) => {
    expect(await names(filter)).toBe(expected);
  });

  it('reaches teams through their members', async () => {
    const member = `teammembership_association/any(u:u/systemuserid eq '${SERVICE_USER_ID}')`;
    expect((await list('teams', { $filter: member })).body.value).toHaveLength(1);
  });

  it.each([
    ["Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')", 'A B C'],
    ["Microsoft.Dynamics.CRM.NotEqualUserId(PropertyName='_ownerid_value')", ''],
    ["Microsoft.Dynamics.CRM.Today(PropertyName='createdon')", 'A B C'],
    ["Microsoft.Dynamics.CRM.LastXMonths(PropertyName='createdon',PropertyValue='1')", 'A B C'],
    ["Microsoft.Dynamics.CRM.OlderThanXYears(PropertyName='createdon',PropertyValue=1)", ''],
    ["Microsoft.Dynamics.CRM.Nonsense(PropertyName='createdon')", 501],
    ["Microsoft.Dynamics.CRM.Under(PropertyName='ownerid',PropertyValue='x')", 501],
    ["Microsoft.Dynamics.CRM.Today(PropertyName='sam_nothing')", 400],
    ["Microsoft.Dynamics.CRM.Today(PropertyName='sam_weight')", 400],
    ["Microsoft.Dynamics.CRM.Today(Name='createdon')", 400],
    ['Microsoft.Dynamics.CRM.Today()', 400],
    ["Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon')", 400],
    ["tolower(sam_name) eq 'a'", 501],
    ['year(createdon) eq 2026', 501],
    ['sam_name eq "A"', 400],
    ["sam_name in ('A','B')", 400],
    ['sam_weight add 1 eq 2', 400],
  ])('%s finds %s', async (filter, expected) => {
    expect(await names(filter)).toBe(expected);
  });

  it('takes ids and dates in quotes too', async () => {
    expect(await names(`sam_parcelid eq '${ids.get('B')!.toUpperCase()}'`)).toBe('B');
    expect(await names("createdon ge '2026-03-02T09:30:15.0000000Z'")).toBe('A B C');
    expect(await names("createdon ge 'soon'")).toBe(400);
  });
});

describe('AssociateEntities and DisassociateEntities', () => {
  const stop = async (name: string) =>
    (await list('sam_stops', { $filter: `sam_name eq '${name}'` })).body.value[0] as Record<string, unknown>;

  it('set and empty the lookup behind a one-to-many relationship, from either side', async () => {
    const b1 = await stop('B1');
    const relation = { entityName: 'sam_parcels', associationEntityRelationship: 'sam_parcel_stops' };
    const moved = await fixture.call('AssociateEntities', {
      ...relation,
      recordId: ids.get('C'),
      item: { '@odata.id': b1['@odata.id'] },
    });
    expect(moved).toMatchObject({ statusCode: 204, body: null });
    expect((await stop('B1'))._sam_parcel_value).toBe(ids.get('C'));
    const away = { ...relation, recordId: ids.get('C'), $id: `sam_stops(${String(b1.sam_stopid)})` };
    expect((await fixture.call('DisassociateEntities', away)).statusCode).toBe(204);
    expect((await stop('B1'))._sam_parcel_value).toBeNull();
    expect((await fixture.call('DisassociateEntities', away)).statusCode).toBe(404);
    const back = await fixture.call('AssociateEntities', {
      entityName: 'sam_stops',
      recordId: b1.sam_stopid,
      associationEntityRelationship: 'sam_Parcel',
      item: { '@odata.id': `/sam_parcels(${ids.get('B')})` },
    });
    expect(back.statusCode).toBe(204);
    expect((await stop('B1'))._sam_parcel_value).toBe(ids.get('B'));
  });

  it('connect many-to-many rows once, and cut them again', async () => {
    const team = await fixture.call('CreateRecord', { entityName: 'teams', item: { name: 'Night' } });
    const args = {
      entityName: 'teams',
      recordId: team.body.teamid,
      associationEntityRelationship: 'teammembership_association',
    };
    const connect = { ...args, item: { '@odata.id': `systemusers(${SERVICE_USER_ID})` } };
    const cut = { ...args, $id: SERVICE_USER_ID };
    const members = async () =>
      [...fixture.dataverse.rows('teammembership')].filter((row) => row._teamid_value === team.body.teamid).length;
    for (let again = 0; again < 2; again += 1) {
      expect((await fixture.call('AssociateEntities', connect)).statusCode).toBe(204);
    }
    expect(await members()).toBe(1);
    expect((await fixture.call('DisassociateEntities', cut)).statusCode).toBe(204);
    expect(await members()).toBe(0);
    expect((await fixture.call('DisassociateEntities', cut)).statusCode).toBe(404);
  });

  it.each([
    ['an unknown relationship', { associationEntityRelationship: 'sam_nothing' }, 400, /'sam_nothing'/],
    ['a row of another table', { item: { '@odata.id': `contacts(${SERVICE_USER_ID})` } }, 400, /'sam_stop'/],
    ['an address that is none', { item: { '@odata.id': 'stop 1' } }, 400, /'stop 1'/],
    ['no address', { item: {} }, 400, /'@odata\.id' is missing/],
    ['a missing row', { item: { '@odata.id': `sam_stops(${SERVICE_USER_ID})` } }, 404, /sam_stop With Id/],
    ['a missing start', { recordId: SERVICE_USER_ID }, 404, /sam_parcel With Id/],
  ])('refuse %s', async (_, more, statusCode, text) => {
    const answer = await fixture.call('AssociateEntities', {
      entityName: 'sam_parcels',
      recordId: ids.get('A'),
      associationEntityRelationship: 'sam_parcel_stops',
      item: { '@odata.id': `sam_stops(${SERVICE_USER_ID})` },
      ...more,
    });
    expect(answer.statusCode).toBe(statusCode);
    expect(answer.body.error.message).toMatch(text);
  });
});
