import { sampleTables } from '../sample-tables.fixture';
import { SERVICE_USER_ID } from '../dataverse';
import { openDataverseFixture, type DataverseFixture } from '../stand-in.fixture';

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const NOW = '2026-03-04T12:00:00Z'; // a Wednesday
const ids = new Map<string, string>();

let fixture: DataverseFixture;
beforeAll(async () => {
  fixture = openDataverseFixture({ tables: sampleTables() });
  fixture.setTime(NOW);
  const create = async (entityName: string, item: Record<string, unknown>) => {
    const { body, statusCode } = await fixture.call('CreateRecord', { entityName, item });
    expect(statusCode).toBe(201);
    return body;
  };
  const anna = await create('contacts', { fullname: 'Anna', emailaddress1: 'anna@example.com' });
  const shop = await create('accounts', { name: 'Shop' });
  ids.set('anna', String(anna.contactid)).set('shop', String(shop.accountid));
  const parcels: [string, Record<string, unknown>][] = [
    ['A', { sam_weight: 1, sam_limit: 1, sam_size: 3, sam_due: '2026-03-04T23:59:59Z', sam_marks: '1,2' }],
    ['B', { sam_weight: 5, sam_limit: 3, sam_size: 1, sam_due: '2026-03-03T00:00:00Z', sam_marks: '11' }],
    ['C', { sam_weight: 5, sam_size: 2, sam_due: '2026-03-05T00:00:00Z', sam_fragile: true }],
    ['D_d', { sam_limit: 9, sam_due: '2026-02-25T09:00:00Z' }],
    ['100%', { sam_weight: -2, sam_due: '2025-01-31T00:00:00Z' }],
  ];
  for (const [name, item] of parcels) {
    const receiver =
      name === 'A'
        ? { 'sam_receiver_contact@odata.bind': `/contacts(${ids.get('anna')})` }
        : name === 'B'
          ? { 'sam_receiver_account@odata.bind': `/accounts(${ids.get('shop')})` }
          : {};
    ids.set(name, String((await create('sam_parcels', { sam_name: name, ...item, ...receiver })).sam_parcelid));
  }
  for (const [parcel, order, place] of [
    ['A', 1, 'Rome'],
    ['A', 2, 'Oslo'],
    ['B', 1, 'Oslo'],
  ] as const) {
    await create('sam_stops', {
      sam_name: `${parcel}${order}`,
      sam_order: order,
      sam_place: place,
      'sam_Parcel@odata.bind': `/sam_parcels(${ids.get(parcel)})`,
    });
  }
});
afterAll(() => fixture.remove());

const fetch = (inside: string, attributes = '', more: Record<string, unknown> = {}) =>
  fixture.call('ListRecords', {
    entityName: 'sam_parcels',
    fetchXml: `<fetch ${attributes}><entity name="sam_parcel">${inside}</entity></fetch>`,
    ...more,
  });
/** Names of the rows one condition finds. */
async function found(condition: string): Promise<string> {
  const answer = await fetch(`<attribute name="sam_name"/><filter>${condition}</filter>`);
  if (answer.statusCode !== 200) return `${answer.statusCode} ${answer.body.error.message}`;
  return (answer.body.value as { sam_name: string }[]).map((row) => row.sam_name).join(' ');
}

describe('a FetchXML condition', () => {
  it.each([
    ['<condition attribute="sam_weight" operator="eq" value="5"/>', 'B C'],
    ['<condition attribute="sam_weight" operator="ne" value="5"/>', 'A D_d 100%'],
    ['<condition attribute="sam_weight" operator="neq" value="5"/>', 'A D_d 100%'],
    ['<condition attribute="sam_weight" operator="gt" value="1"/>', 'B C'],
    ['<condition attribute="sam_weight" operator="ge" value="1"/>', 'A B C'],
    ['<condition attribute="sam_weight" operator="lt" value="1"/>', '100%'],
    ['<condition attribute="sam_weight" operator="le" value="1"/>', 'A 100%'],
    ['<condition attribute="sam_weight" operator="null"/>', 'D_d'],
    ['<condition attribute="sam_weight" operator="between"><value>1</value><value>4</value></condition>', 'A'],
    [
      '<condition attribute="sam_weight" operator="not-between"><value>-2</value><value>4</value></condition>',
      'B C D_d',
    ],
    ['<condition attribute="sam_weight" operator="in"><value>1</value><value>-2</value></condition>', 'A 100%'],
    ['<condition attribute="sam_weight" operator="not-in"><value>1</value><value>5</value></condition>', 'D_d 100%'],
    ['<condition attribute="sam_limit" operator="not-null"/>', 'A B D_d'],
    ['<condition attribute="sam_name" operator="eq" value="a"/>', 'A'],
    ['<condition attribute="sam_name" operator="like" value="d%"/>', 'D_d'],
    ['<condition attribute="sam_name" operator="like" value="_"/>', 'A B C'],
    ['<condition attribute="sam_name" operator="like" value="%[%]"/>', '100%'],
    ['<condition attribute="sam_name" operator="like" value="[a-b]"/>', 'A B'],
    ['<condition attribute="sam_name" operator="not-like" value="_"/>', 'D_d 100%'],
    ['<condition attribute="sam_name" operator="begins-with" value="10"/>', '100%'],
    ['<condition attribute="sam_name" operator="not-begin-with" value="10"/>', 'A B C D_d'],
    ['<condition attribute="sam_name" operator="ends-with" value="_D"/>', 'D_d'],
    ['<condition attribute="sam_name" operator="not-end-with" value="_D"/>', 'A B C 100%'],
    ['<condition attribute="sam_fragile" operator="eq" value="1"/>', 'C'],
    ['<condition attribute="sam_fragile" operator="eq" value="false"/>', 'A B D_d 100%'],
    ['<condition attribute="sam_size" operator="in"><value>1</value><value>2</value></condition>', 'B C'],
    ['<condition attribute="sam_marks" operator="contain-values"><value>1</value><value>3</value></condition>', 'A'],
    ['<condition attribute="sam_marks" operator="not-contain-values"><value>1</value></condition>', 'B C D_d 100%'],
    ['<condition attribute="sam_marks" operator="eq" value="2,1"/>', 'A'],
    ['<condition attribute="sam_weight" operator="gt" valueof="sam_limit"/>', 'B'],
    ['<condition attribute="sam_weight" operator="eq" valueof="sam_limit"/>', 'A'],
    ['<condition attribute="ownerid" operator="eq-userid"/>', 'A B C D_d 100%'],
    ['<condition attribute="ownerid" operator="ne-userid"/>', ''],
    ['<condition attribute="owningbusinessunit" operator="eq-businessid"/>', 'A B C D_d 100%'],
    [`<condition attribute="ownerid" operator="eq" value="{${SERVICE_USER_ID.toUpperCase()}}"/>`, 'A B C D_d 100%'],
  ])('%s finds "%s"', async (condition, names) => {
    expect(await found(condition)).toBe(names);
  });

  it.each([
    ['today', 'A'],
    ['yesterday', 'B'],
    ['tomorrow', 'C'],
    ['last-seven-days', 'B D_d'],
    ['next-seven-days', 'A C'],
    ['this-week', 'A B C'],
    ['last-week', 'D_d'],
    ['next-week', ''],
    ['this-month', 'A B C'],
    ['last-month', 'D_d'],
    ['this-year', 'A B C D_d'],
    ['last-year', '100%'],
    ['last-x-days" value="1', 'B'],
    ['next-x-days" value="1', 'A C'],
    ['last-x-hours" value="36', 'B'],
    ['next-x-hours" value="12', 'A C'],
    ['last-x-weeks" value="1', 'B D_d'],
    ['last-x-months" value="1', 'B D_d'],
    ['olderthan-x-minutes" value="1', 'B D_d 100%'],
    ['olderthan-x-hours" value="37', 'D_d 100%'],
    ['olderthan-x-days" value="7', 'D_d 100%'],
    ['olderthan-x-months" value="1', '100%'],
    ['olderthan-x-years" value="2', ''],
    ['on" value="2026-03-04', 'A'],
    ['on-or-before" value="2026-03-03', 'B D_d 100%'],
    ['on-or-after" value="2026-03-04T18:00:00Z', 'A C'],
  ])('on a date "%s" finds "%s"', async (operator, names) => {
    expect(await found(`<condition attribute="sam_due" operator="${operator}"/>`)).toBe(names);
  });

  it.each([
    ['<condition attribute="sam_nothing" operator="null"/>', /'sam_nothing'/],
    ['<condition attribute="sam_weight" operator="is" value="1"/>', /'is' is no condition operator/],
    ['<condition attribute="sam_weight" operator="eq" value="heavy"/>', /'heavy' is no number.*'sam_weight'/],
    ['<condition attribute="sam_weight" operator="eq"/>', /1 value\(s\).*'eq' on 'sam_weight'/],
    ['<condition attribute="sam_weight" operator="like" value="1%"/>', /A number column.*'like'/],
    ['<condition attribute="sam_weight" operator="today"/>', /A number column.*'today'/],
    ['<condition attribute="sam_due" operator="last-x-days" value="0"/>', /above 0.*'0'/],
    ['<condition attribute="sam_due" operator="on" value="soon"/>', /'soon' is no date/],
    ['<condition entityname="other" attribute="sam_name" operator="null"/>', /nothing is called 'other'/],
    ['<condition attribute="sam_weight" operator="eq" valueof="sam_name"/>', /sam_weight.*number.*sam_name.*text/],
    ['<condition operator="null"/>', /needs the attribute 'attribute'/],
    ['<conditions/>', /<conditions> does not belong inside <filter>/],
    ['sam_weight eq 1', /text 'sam_weight eq 1'/],
  ])('%s is refused with 400', async (condition, text) => {
    const answer = await fetch(`<filter>${condition}</filter>`);
    expect(answer.statusCode).toBe(400);
    expect(answer.body.error.message).toMatch(text);
  });

  it('that the platform has and the stand-in does not carry out is refused with 501', async () => {
    for (const operator of ['under', 'eq-userteams', 'in-fiscal-year']) {
      expect((await fetch(`<filter><condition attribute="ownerid" operator="${operator}"/></filter>`)).statusCode).toBe(
        501,
      );
    }
  });
});

describe('a FetchXML filter', () => {
  it('nests and and or', async () => {
    const heavy = '<condition attribute="sam_weight" operator="ge" value="5"/>';
    const fragile = '<condition attribute="sam_fragile" operator="eq" value="1"/>';
    const named = '<condition attribute="sam_name" operator="eq" value="A"/>';
    expect(await found(`<filter type="or"><filter>${heavy}${fragile}</filter>${named}</filter>`)).toBe('A C');
    expect(await found(`<filter type="and"><filter type="or">${heavy}${named}</filter>${fragile}</filter>`)).toBe('C');
  });

  it('tests for linked rows: any, not any, all, not all', async () => {
    const link = (type: string) =>
      `<link-entity name="sam_stop" from="sam_parcel" to="sam_parcelid" link-type="${type}">` +
      '<filter><condition attribute="sam_place" operator="eq" value="Rome"/></filter></link-entity>';
    expect(await found(link('any'))).toBe('A');
    expect(await found(link('not any'))).toBe('B C D_d 100%');
    expect(await found(link('all'))).toBe('B');
    expect(await found(link('not all'))).toBe('A');
  });
});

describe('linked tables', () => {
  const stops = (type: string, inside: string, alias = 'alias="stop"') =>
    `<attribute name="sam_name"/><link-entity name="sam_stop" from="sam_parcel" to="sam_parcelid" link-type="${type}" ${alias}>${inside}</link-entity>`;
  const shown = (body: { value: Record<string, unknown>[] }, ...names: string[]) =>
    body.value.map((row) => names.map((name) => row[name] ?? '-').join(':'));

  it('give a row for each inner match, and keep rows without one when outer', async () => {
    const place = '<attribute name="sam_place"/>';
    const inner = await fetch(stops('inner', place), 'top="9"');
    expect(shown(inner.body, 'sam_name', 'stop.sam_place')).toEqual(['A:Rome', 'A:Oslo', 'B:Oslo']);
    const filter = '<filter><condition attribute="sam_place" operator="eq" value="Rome"/></filter>';
    const outer = await fetch(stops('outer', place + filter), 'top="3"');
    expect(shown(outer.body, 'sam_name', 'stop.sam_place')).toEqual(['A:Rome', 'B:-', 'C:-']);
    const first = await fetch(stops('matchfirstrowusingcrossapply', place));
    expect(shown(first.body, 'sam_name', 'stop.sam_place')).toEqual(['A:Rome', 'B:Oslo']);
    expect(shown((await fetch(stops('exists', ''))).body, 'sam_name')).toEqual(['A', 'B']);
  });

  it('finds rows without a match by a condition on the alias', async () => {
    const missing = '<filter><condition entityname="stop" attribute="sam_stopid" operator="null"/></filter>';
    expect(shown((await fetch(stops('outer', '') + missing)).body, 'sam_name')).toEqual(['C', 'D_d', '100%']);
  });

  it('show choices, lookups and dates under the alias with their annotations, a given alias as it is', async () => {
    const { body } = await fixture.call('ListRecords', {
      entityName: 'sam_stops',
      fetchXml:
        '<fetch top="1"><entity name="sam_stop"><attribute name="sam_name" alias="stopname"/><attribute name="sam_parcel"/>' +
        '<link-entity name="sam_parcel" from="sam_parcelid" to="sam_parcel" alias="p"><attribute name="sam_size"/>' +
        '<attribute name="sam_receiver"/><attribute name="sam_weight" alias="kilos"/>' +
        '<link-entity name="contact" from="contactid" to="sam_receiver" alias="c"><attribute name="fullname"/></link-entity>' +
        '</link-entity></entity></fetch>',
    });
    expect(body.value).toEqual([
      expect.objectContaining({
        stopname: 'A1',
        _sam_parcel_value: ids.get('A'),
        [`_sam_parcel_value${FORMATTED}`]: 'A',
        'p.sam_size': 3,
        [`p.sam_size${FORMATTED}`]: 'Big',
        'p.sam_receiver': ids.get('anna'),
        [`p.sam_receiver${FORMATTED}`]: 'Anna',
        'p.sam_receiver@Microsoft.Dynamics.CRM.lookuplogicalname': 'contact',
        kilos: 1,
        'c.fullname': 'Anna',
      }),
    ]);
    expect(body.value[0]).not.toHaveProperty('sam_place');
  });

  it('that are nested inside an outer link are lost together', async () => {
    const { body } = await fetch(
      stops(
        'outer',
        '<attribute name="sam_name"/><link-entity name="systemuser" from="fullname" to="sam_place" alias="u"/>',
      ),
      'top="3"',
    );
    expect(shown(body, 'sam_name', 'stop.sam_name')).toEqual(['A:-', 'B:-', 'C:-']);
  });

  it('reach users through their teams', async () => {
    const team = await fixture.call('CreateRecord', { entityName: 'teams', item: { name: 'Drivers' } });
    await fixture.call('AssociateEntities', {
      entityName: 'teams',
      recordId: team.body.teamid,
      associationEntityRelationship: 'teammembership_association',
      item: { '@odata.id': `systemusers(${SERVICE_USER_ID})` },
    });
    const { body } = await fixture.call('ListRecords', {
      entityName: 'systemusers',
      fetchXml:
        '<fetch><entity name="systemuser"><attribute name="fullname"/>' +
        '<link-entity name="teammembership" from="systemuserid" to="systemuserid" intersect="true" visible="false">' +
        '<link-entity name="team" from="teamid" to="teamid" alias="t"><attribute name="name"/>' +
        '<filter><condition attribute="name" operator="eq" value="drivers"/></filter>' +
        '</link-entity></link-entity></entity></fetch>',
    });
    expect(shown(body, 'systemuserid', 't.name')).toEqual([`${SERVICE_USER_ID}:Drivers`]);
  });

  it.each([
    ['<link-entity name="sam_stops" from="sam_parcel" to="sam_parcelid"/>', /no table 'sam_stops'/],
    ['<link-entity name="sam_stop" from="parcel" to="sam_parcelid"/>', /'sam_stop' has no column.*'parcel'/],
    ['<link-entity name="sam_stop" from="sam_parcel"/>', /needs the attribute 'to'/],
    ['<link-entity name="sam_stop" from="sam_parcel" to="sam_parcelid" link-type="left"/>', /'left' is no link-type/],
    [
      '<link-entity name="sam_stop" from="sam_parcel" to="sam_parcelid" alias="x"/>'.repeat(2),
      /alias 'x' is given twice/,
    ],
  ])('%s is refused', async (inside, text) => {
    const answer = await fetch(inside);
    expect(answer.statusCode).toBe(400);
    expect(answer.body.error.message).toMatch(text);
  });
});

describe('the rows of a FetchXML query', () => {
  const names = (body: { value: Record<string, unknown>[] }) => body.value.map((row) => row.sam_name);

  it('are ordered by several columns, choices by what people read, and by columns of links', async () => {
    const by = (order: string, attributes = 'top="3"') => fetch(`<attribute name="sam_name"/>${order}`, attributes);
    const heavy = '<order attribute="sam_weight" descending="true"/><order attribute="sam_name" descending="true"/>';
    expect(names((await by(heavy)).body)).toEqual(['C', 'B', 'A']);
    const size = '<order attribute="sam_size" descending="true"/>';
    expect(names((await by(size)).body)).toEqual(['B', 'C', 'A']);
    expect(names((await by(size, 'top="3" useraworderby="1"')).body)).toEqual(['A', 'C', 'B']);
    const linked =
      '<attribute name="sam_name"/><link-entity name="sam_stop" from="sam_parcel" to="sam_parcelid" alias="s">' +
      '<attribute name="sam_name"/><order attribute="sam_place"/><order attribute="sam_name" descending="true"/></link-entity>';
    expect((await fetch(linked)).body.value.map((row) => row['s.sam_name'])).toEqual(['B1', 'A2', 'A1']);
  });

  it('lead through all pages once by the next link, and by page numbers', async () => {
    const seen: unknown[] = [];
    let token: string | undefined;
    do {
      const { body } = await fetch('<attribute name="sam_name"/>', 'count="2"', { $skiptoken: token });
      seen.push(...names(body));
      const next = body['@odata.nextLink'];
      expect(body['@Microsoft.Dynamics.CRM.morerecords'] ?? false).toBe(next !== undefined);
      token = next === undefined ? undefined : new URL(String(next)).searchParams.get('$skiptoken')!;
    } while (token !== undefined);
    expect(seen).toEqual(['A', 'B', 'C', 'D_d', '100%']);
    expect(names((await fetch('<attribute name="sam_name"/>', 'count="2" page="2"')).body)).toEqual(['C', 'D_d']);
  });

  it('stop at top without a next link, and come whole when the action paginates', async () => {
    const { body } = await fetch('<attribute name="sam_name"/>', 'top="2"');
    expect(names(body)).toEqual(['A', 'B']);
    expect(body).not.toHaveProperty('@odata.nextLink');
    const all = await fixture.call(
      'ListRecords',
      { entityName: 'sam_parcels', fetchXml: '<fetch count="2"><entity name="sam_parcel"/></fetch>' },
      3,
    );
    expect(all.body).not.toHaveProperty('@odata.nextLink');
    expect(all.body.value).toHaveLength(4);
  });

  it('show all columns without any attribute, and only those named otherwise', async () => {
    const whole = (await fetch('', 'top="1"')).body.value[0]!;
    expect(whole).toMatchObject({ sam_name: 'A', sam_weight: 1, _ownerid_value: SERVICE_USER_ID });
    expect((await fetch('<all-attributes/>', 'top="1"')).body.value[0]).toEqual(whole);
    const { '@odata.etag': _etag, ...one } = (await fetch('<attribute name="sam_weight"/>', 'top="1"')).body.value[0]!;
    expect(Object.keys(one).sort()).toEqual([
      '@odata.editLink',
      '@odata.id',
      '@odata.type',
      'sam_parcelid',
      'sam_weight',
      `sam_weight${FORMATTED}`,
    ]);
  });

  it('count once when distinct', async () => {
    const { body } = await fixture.call('ListRecords', {
      entityName: 'sam_stops',
      fetchXml: '<fetch distinct="true"><entity name="sam_stop"><attribute name="sam_place"/></entity></fetch>',
    });
    expect(body.value.map((row) => row.sam_place)).toEqual(['Rome', 'Oslo']);
    expect(body.value[0]).not.toHaveProperty('sam_stopid');
  });

  it('do not depend on the other options', async () => {
    const { body } = await fetch('<attribute name="sam_name"/>', 'top="2"', {
      $filter: "sam_name eq 'C'",
      $select: 'sam_nothing',
      $top: 1,
    });
    expect(names(body)).toEqual(['A', 'B']);
  });
});
