import { call, connectionReferences, rowTrigger } from '../fixtures/connector-call.fixture';
import { findingsFor, messagesOf } from '../fixtures/flow-text.fixture';

const list = (options: object) => ({ A: call('dataverse', 'ListRecords', { entityName: 'rcc_tickets', ...options }) });
const write = (item: object, set = 'rcc_tickets') => ({
  A: call('dataverse', 'UpdateRecord', { entityName: set, recordId: '1', ...item }),
});

describe('F032', () => {
  const f032 = (name: string) =>
    findingsFor({ actions: list({ entityName: name }), connectionReferences })
      .filter(({ code }) => code === 'F032')
      .map(({ severity, fix }) => [severity, fix]);
  it('wants the set in actions and the logical name in triggers', () => {
    expect(f032('rcc_ticket')).toEqual([['error', "Write 'rcc_tickets'."]]);
    expect(messagesOf('F032', { trigger: rowTrigger(1, { entityname: 'rcc_tickets' }), connectionReferences })).toEqual(
      [expect.stringMatching(/triggers want the logical name/)],
    );
  });
  it('misses an own table for sure, another one perhaps', () => {
    expect(f032('rcc_tickts')).toEqual([['error', expect.stringMatching(/^Write 'rcc_tickets'/)]]);
    expect(f032('new_things')).toEqual([['warning', expect.any(String)]]);
    expect(f032("@variables('set')")).toEqual([]);
  });
});

describe('F033 and F034', () => {
  const found = (item: object, set?: string) =>
    findingsFor({ actions: write(item, set), connectionReferences })
      .filter(({ code }) => code === 'F033' || code === 'F034')
      .map(({ code, fix }) => `${code} ${fix}`);
  it.each<[string, object, RegExp]>([
    ['an unknown column', { 'item/rcc_statu': 1 }, /^F033 Write 'rcc_status'/],
    ['a column in another case', { 'item/rcc_Status': 1 }, /^F033 Write 'rcc_status'/],
    [
      'a lookup written plainly',
      { 'item/rcc_customer': 'x' },
      /^F034 Write 'item\/rcc_Customer@odata\.bind' with the row of 'contact'/,
    ],
    [
      'a lookup bound in another case',
      { 'item/rcc_customer@odata.bind': '/contacts(1)' },
      /^F034 Write 'item\/rcc_Customer@odata\.bind'/,
    ],
    ['a lookup that is none', { 'item/rcc_Agent@odata.bind': '/systemusers(1)' }, /^F034 Its lookups are rcc_Customer/],
    [
      'a row of another table',
      { 'item/rcc_Customer@odata.bind': "/rcc_tickets(@{variables('x')})" },
      /^F034 Write '\/contacts/,
    ],
  ])('find %s', (_what, item, fix) => expect(found(item)).toEqual([expect.stringMatching(fix)]));
  it('accept what fits, an expression, and tables whose columns are not known', () => {
    expect(
      found({ 'item/rcc_status': 1, 'item/rcc_Customer@odata.bind': "@variables('row')", 'item/@odata.type': 'x' }),
    ).toEqual([]);
    expect(found({ 'item/whatever': 1 }, 'contacts')).toEqual([]);
  });
});

describe('F035', () => {
  const f035 = (options: object) => messagesOf('F035', { actions: list(options), connectionReferences });
  it.each([
    "rcc_status eq 727000000 and not (rcc_number eq 'O''Neil' or contains(rcc_number, 'x'))",
    '_rcc_customer_value eq 11111111-2222-3333-4444-555555555555',
    'rcc_Customer/fullname ne null and createdon ge 2026-01-01T00:00:00Z'.replace('createdon', 'rcc_number'),
    "Microsoft.Dynamics.CRM.LastXDays(PropertyName='rcc_number',PropertyValue=7)",
    'rcc_ticket_rcc_message/any(m:m/rcc_status eq 1 and m/anything gt 2)',
    "rcc_number eq '@{variables('n')}' and @{variables('rest')}",
    "@{variables('all')}",
    "rcc_number eq @{variables('n')} @{variables('and more')}",
  ])('reads the filter %s', ($filter) => expect(f035({ $filter })).toEqual([]));

  it.each<[string, RegExp]>([
    ['rcc_status = 1', /'=' at position 12/],
    ["rcc_status eq 'open", /a quote is never closed/],
    ['rcc_status eq', /a column or a value is expected instead of the end/],
    ['(rcc_status eq 1', /'\)' is expected instead of the end/],
    ['rcc_status eq 1 rcc_number eq 2', /'and' or 'or' is expected/],
    ['year(rcc_number) eq 2026', /Dataverse has no function 'year'/],
    ["substringof('x', rcc_number)", /no function 'substringof'/],
    ["rcc_status equals @{variables('s')}", /instead of 'equals'/],
    ['rcc_statu eq 1', /names the column 'rcc_statu'/],
    ['rcc_customer eq 1', /names the lookup 'rcc_customer' like a plain column/],
    ['('.repeat(5000), /nested too deeply/],
    ['x'.repeat(20_000), /longer than a request may be/],
  ])('refuses %.40s', ($filter, message) => expect(f035({ $filter })).toEqual([expect.stringMatching(message)]));

  it('reads lists of columns and orders', () => {
    expect(f035({ $select: 'rcc_number, _rcc_customer_value', $orderby: 'rcc_number desc,rcc_status' })).toEqual([]);
    expect(f035({ $select: 'rcc_number;rcc_status' })).toHaveLength(1);
    expect(f035({ $select: 'rcc_nmber' })).toHaveLength(1);
    expect(f035({ $orderby: 'rcc_number down' })).toHaveLength(1);
  });

  it('wants plain columns in a trigger’s filtering columns', () => {
    const of = (filteringattributes: string) =>
      messagesOf('F035', { trigger: rowTrigger(3, { filteringattributes }), connectionReferences });
    expect(of('rcc_status,rcc_customer')).toEqual([]);
    expect(of('_rcc_customer_value')).toHaveLength(1);
  });
});

describe('F026', () => {
  const rows = (options: object, rest: object = {}) => ({
    List: call('dataverse', 'ListRecords', { entityName: 'rcc_tickets', ...options }, {}, { ...rest }),
    Open: {
      type: 'Query',
      runAfter: { List: ['Succeeded'] },
      inputs: { from: "@body('List')?['value']", where: '@true' },
    },
    Each: { type: 'Foreach', runAfter: { Open: ['Succeeded'] }, foreach: "@body('Open')", actions: {} },
  });
  const whole = { $select: 'rcc_number', $filter: 'rcc_status eq 1' };
  const f026 = (actions: Record<string, unknown>) => messagesOf('F026', { actions, connectionReferences });
  it('follows a loop back to the list it goes through', () => {
    expect(f026(rows(whole))).toEqual([expect.stringMatching(/'Each' loops over what 'List' lists/)]);
    expect(f026(rows(whole, { runtimeConfiguration: { paginationPolicy: { minimumItemCount: 5000 } } }))).toEqual([]);
    expect(f026(rows({ ...whole, $top: 50 }))).toEqual([]);
  });
  it('asks for columns and a filter, unless FetchXML says both', () => {
    expect(f026(list({}))).toEqual([
      expect.stringMatching(/without '\$select' and '\$filter': every column of every row/),
    ]);
    expect(f026(list({ fetchXml: '<fetch/>' }))).toEqual([]);
  });
});

describe('F021', () => {
  const f021 = (
    trigger: Record<string, unknown>,
    item: object = { 'item/rcc_status': 2 },
    operation = 'UpdateOnlyRecord',
  ) =>
    messagesOf('F021', {
      trigger,
      connectionReferences,
      actions: { A: call('dataverse', operation, { entityName: 'rcc_tickets', recordId: '1', ...item }) },
    });
  it.each<[string, Record<string, unknown>]>([
    ['without a filter', rowTrigger(3)],
    ['that writes a filtering column', rowTrigger(4, { filteringattributes: 'rcc_number, rcc_status' })],
    ['that writes what the filter asks for', rowTrigger(3, { filterexpression: 'rcc_status eq 2' })],
    ['whose filter is about something else', rowTrigger(3, { filterexpression: 'rcc_number ne null' })],
  ])('finds an update %s', (_what, trigger) => expect(f021(trigger)).toHaveLength(1));
  it.each<[string, Record<string, unknown>]>([
    ['that writes none of the filtering columns', rowTrigger(3, { filteringattributes: 'rcc_number' })],
    ['that leaves the filter', rowTrigger(3, { filterexpression: 'rcc_status eq 1' })],
    [
      'that leaves a condition',
      rowTrigger(3, {}, { conditions: [{ expression: "@equals(triggerOutputs()?['body/rcc_status'], 1)" }] }),
    ],
    ['of rows that only their creation starts', rowTrigger(1)],
    ['of another table', rowTrigger(3, { entityname: 'contact' })],
  ])('accepts an update %s', (_what, trigger) => expect(f021(trigger)).toEqual([]));
  it('finds a row created where created rows start the flow', () => {
    expect(f021(rowTrigger(1), { 'item/rcc_number': 'x' }, 'CreateRecord')).toHaveLength(1);
    expect(f021(rowTrigger(3), { 'item/rcc_number': 'x' }, 'CreateRecord')).toEqual([]);
  });
});
