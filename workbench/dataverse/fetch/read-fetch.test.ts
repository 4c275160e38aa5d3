import { sampleTables } from '../sample-tables.fixture';
import { openDataverseFixture, type DataverseFixture } from '../stand-in.fixture';

let fixture: DataverseFixture;
beforeAll(async () => {
  fixture = openDataverseFixture({ tables: sampleTables() });
  for (const sam_name of ['A', 'B', 'C']) {
    await fixture.call('CreateRecord', { entityName: 'sam_parcels', item: { sam_name } });
  }
});
afterAll(() => fixture.remove());

const send = (fetchXml: string) => fixture.call('ListRecords', { entityName: 'sam_parcels', fetchXml });

describe('FetchXML that is refused', () => {
  it.each([
    ['aggregates', '<fetch aggregate="true"><entity name="sam_parcel"/></fetch>', /not supported by List rows/],
    [
      'an aggregated column',
      '<fetch><entity name="sam_parcel"><attribute name="sam_weight" aggregate="sum" alias="s"/></entity></fetch>',
      /not supported by List rows/,
    ],
    [
      'grouping',
      '<fetch><entity name="sam_parcel"><attribute name="sam_size" groupby="true" alias="s"/></entity></fetch>',
      /not supported by List rows/,
    ],
    ['broken XML', '<fetch><entity name="sam_parcel"></fetch>', /Invalid FetchXML/],
    ['unquoted attributes', '<fetch top=1><entity name="sam_parcel"/></fetch>', /Invalid FetchXML/],
    ['text that is no XML', 'sam_weight eq 1', /Invalid FetchXML/],
    ['another root', '<entity name="sam_parcel"/>', /root has to be <fetch>, not <entity>/],
    ['no entity', '<fetch/>', /exactly one <entity>/],
    ['two entities', '<fetch><entity name="sam_parcel"/><entity name="sam_parcel"/></fetch>', /exactly one <entity>/],
    ['another table', '<fetch><entity name="contact"/></fetch>', /'contact'.*'sam_parcel'/],
    [
      'a column it does not have',
      '<fetch><entity name="sam_parcel"><attribute name="name"/></entity></fetch>',
      /'name'/,
    ],
    ['an attribute nobody knows', '<fetch limit="5"><entity name="sam_parcel"/></fetch>', /no attribute 'limit'/],
    ['a top that is no number', '<fetch top="all"><entity name="sam_parcel"/></fetch>', /'top'.*'all'/],
    ['top and page', '<fetch top="1" page="2"><entity name="sam_parcel"/></fetch>', /exclude each other/],
    [
      'a document type',
      '<!DOCTYPE fetch [<!ENTITY e SYSTEM "file:///etc/passwd">]><fetch><entity name="sam_parcel"><filter><condition attribute="sam_name" operator="eq" value="&e;"/></filter></entity></fetch>',
      /document type is not allowed/,
    ],
    [
      'an entity nobody defined',
      '<fetch><entity name="sam_parcel"><filter><condition attribute="sam_name" operator="eq" value="&e;"/></filter></entity></fetch>',
      /Invalid FetchXML/,
    ],
  ])('%s', async (_, fetchXml, text) => {
    const answer = await send(fetchXml);
    expect(answer.statusCode).toBe(400);
    expect(answer.body.error.message).toMatch(text);
  });
});

it('FetchXML may hold escapes, CDATA, comments and a declaration', async () => {
  const { body } = await send(
    '\n<?xml version="1.0" encoding="utf-16"?>\n<!-- all --><fetch><entity name="sam_parcel"><filter><condition attribute="sam_name" operator="in">' +
      '<value>&#x41;</value><value><![CDATA[B]]></value><value>x&amp;y</value></condition></filter></entity></fetch>',
  );
  expect(body.value.map((row) => row.sam_name)).toEqual(['A', 'B']);
});
