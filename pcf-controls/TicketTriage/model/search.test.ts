import { createDataset } from '../../mocks/dataset';
import { TICKET_COLUMNS, ticketAt } from '../../mocks/samples/tickets';
import { CHOICE_DEFAULTS, readChoices } from './choices';
import { COLUMN_DEFAULTS, columnsOf, readTicketColumns } from './columns';
import { canMark, EVERYTHING, filterOf, isEverything, MARKS, type Query, withMark, withWords } from './search';
import { readTicket, type Ticket } from './ticket';

const NOW = Date.parse('2026-03-02T15:00:00Z');
const CHOICES = readChoices((property) => CHOICE_DEFAULTS[property]);

function open() {
  const dataset = createDataset({
    entity: 'rcc_ticket',
    columns: TICKET_COLUMNS,
    rows: (index) => ticketAt(index, NOW),
    count: 300,
    pageSize: 300,
  });
  return { dataset, columns: columnsOf(dataset, readTicketColumns(COLUMN_DEFAULTS.ticketColumns)) };
}

/** The tickets the server gives for a query. */
async function found(query: Query, user = 'nobody'): Promise<Ticket[]> {
  const { dataset, columns } = open();
  dataset.filtering.setFilter(filterOf(query, columns, CHOICES, { user, now: new Date(NOW) }));
  dataset.refresh();
  await dataset.settled();
  return dataset.sortedRecordIds.flatMap((id) => {
    const record = dataset.records[id];
    return record ? [readTicket(record, columns, CHOICES)] : [];
  });
}
const all = () => found(EVERYTHING);
/** Holds the answer against a slow look through everything. */
async function expectFound(query: Query, isWanted: (ticket: Ticket) => boolean, user?: string) {
  const wanted = (await all()).filter(isWanted).map(({ id }) => id);
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.length).toBeLessThan(300);
  expect((await found(query, user)).map(({ id }) => id)).toEqual(wanted);
}

describe('what the server is asked for', () => {
  it('finds a text in the number, title, customer, address or order', async () => {
    for (const text of ['garcía', 'TKT-00012', 'Where is my order?', 'ORD-8'])
      await expectFound({ ...EVERYTHING, text: ` ${text} ` }, (ticket) =>
        [ticket.number, ticket.title, ticket.customerName, ticket.customerEmail, ticket.orderNumber].some((value) =>
          value?.toLowerCase().includes(text.toLowerCase()),
        ),
      );
  });

  it('finds the token of a mail as it is pasted', async () => {
    expect((await found({ ...EVERYTHING, text: '[TKT-000123]' })).map(({ number }) => number)).toEqual(['TKT-000123']);
  });

  it('finds the words of several columns, all of them to hold', async () => {
    const query = withWords(withWords(EVERYTHING, 'status', ['unassigned', 'assigned']), 'priority', ['high']);
    await expectFound(
      query,
      ({ status, priority }) => ['unassigned', 'assigned'].includes(status ?? '') && priority === 'high',
    );
  });

  it('finds my tickets, nobody’s, those to review and those that are late', async () => {
    const user = (await all()).find(({ agentId }) => agentId !== undefined)?.agentId ?? '';
    await expectFound(withMark(EVERYTHING, 'mine'), ({ agentId }) => agentId === user, user);
    await expectFound(withMark(EVERYTHING, 'nobody'), ({ agentId }) => agentId === undefined);
    await expectFound(withMark(EVERYTHING, 'review'), ({ requiresReview }) => requiresReview === true);
    await expectFound(
      withMark(EVERYTHING, 'late'),
      ({ firstRespondedOn, firstResponseDue, resolutionDue }) =>
        Number(resolutionDue) < NOW || (firstRespondedOn === undefined && Number(firstResponseDue) < NOW),
    );
  });

  it('leaves what the host filters by as it is', () => {
    const given = {
      filterOperator: 0 as const,
      conditions: [{ attributeName: 'a', conditionOperator: 0 as const, value: '1' }],
    };
    const { columns } = open();
    const filter = filterOf(EVERYTHING, columns, CHOICES, { given, user: '', now: new Date(NOW) });
    expect(filter).toEqual({ filterOperator: 0, conditions: [], filters: [given] });
  });

  it('asks for nothing the view does not have', () => {
    const query: Query = { text: 'a', marks: [...MARKS], words: { status: ['new'] } };
    const filter = filterOf(query, { inView: {} }, CHOICES, { user: '', now: new Date(NOW) });
    expect(filter).toEqual({ filterOperator: 0, conditions: [], filters: [] });
    expect(MARKS.filter((mark) => canMark(mark, { inView: {} }))).toEqual([]);
  });

  it('is everything again when the last filter is taken off', () => {
    const marked = withMark(withWords(EVERYTHING, 'intent', ['other']), 'late');
    expect(isEverything(marked)).toBe(false);
    expect(isEverything(withMark(withWords(marked, 'intent', []), 'late'))).toBe(true);
    expect(isEverything({ ...EVERYTHING, text: ' ' })).toBe(true);
  });
});
