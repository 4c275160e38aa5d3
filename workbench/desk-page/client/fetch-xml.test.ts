/** @jest-environment jsdom */
import { fetchXmlOf, sortingOf } from './fetch-xml';

const VIEW =
  '<fetch version="1.0"><entity name="rcc_ticket"><attribute name="rcc_title"/>' +
  '<order attribute="rcc_due" descending="true"/><order attribute="createdon"/>' +
  '<filter><condition attribute="rcc_agent" operator="eq-userid"/></filter></entity></fetch>';
const NOTHING = { sorting: [], filter: undefined, columns: [], pageSize: 50, page: 1, userId: 'me' };
const column = (name: string) => ({ name }) as ComponentFramework.PropertyHelper.DataSetApi.Column;
/** The query with only its filters left. */
const filtersOf = (xml: string) => /<filter.*<\/filter>/.exec(xml)?.[0];

it('a view’s order is the dataset’s', () => {
  expect(sortingOf(VIEW)).toEqual([
    { name: 'rcc_due', sortDirection: 1 },
    { name: 'createdon', sortDirection: 0 },
  ]);
});

it('asks for a page, the columns and the order of the dataset in place of the view’s own', () => {
  const sorting = [{ name: 'rcc_title', sortDirection: 1 as const }];
  const xml = fetchXmlOf(VIEW, { ...NOTHING, sorting, columns: [column('a'), column('b')], page: 3 });
  expect(xml).toContain('count="50" page="3" returntotalrecordcount="true"');
  expect(xml.match(/<attribute name="\w+"/g)).toEqual(['<attribute name="a"', '<attribute name="b"']);
  expect(xml.match(/<order [^>]*>/g)).toEqual(['<order attribute="rcc_title" descending="true"/>']);
});

it('means the person at the desk where the view says “me”', () => {
  expect(filtersOf(fetchXmlOf(VIEW, NOTHING))).toBe(
    '<filter><condition attribute="rcc_agent" operator="eq" value="me"/></filter>',
  );
});

it('adds what a control filters by, nested as it is, and writes any sign so that it stays a text', () => {
  const like = { attributeName: 'rcc_title', conditionOperator: 6 as const, value: '%"<&>"%' };
  const some = { attributeName: 'rcc_priority', conditionOperator: 8 as const, value: ['1', '2'] };
  const empty = { attributeName: 'rcc_agent', conditionOperator: 12 as const, value: '' };
  const inner = { filterOperator: 1 as const, conditions: [like, empty] };
  const filter = { filterOperator: 0 as const, conditions: [some], filters: [inner] };
  expect(filtersOf(fetchXmlOf(VIEW, { ...NOTHING, filter }))).toBe(
    '<filter><condition attribute="rcc_agent" operator="eq" value="me"/></filter>' +
      '<filter type="and"><condition attribute="rcc_priority" operator="in"><value>1</value><value>2</value></condition>' +
      '<filter type="or"><condition attribute="rcc_title" operator="like" value="%&quot;&lt;&amp;&gt;&quot;%"/>' +
      '<condition attribute="rcc_agent" operator="null"/></filter></filter>',
  );
});

it('refuses an operator that is not carried out, instead of showing too much', () => {
  const filter = {
    filterOperator: 0 as const,
    conditions: [{ attributeName: 'a', conditionOperator: 33 as never, value: '1' }],
  };
  expect(() => fetchXmlOf(VIEW, { ...NOTHING, filter })).toThrow('33');
});
