import * as fc from 'fast-check';
import { DatasetRecord, type Values } from '../../mocks/dataset-record';
import { TICKET_COLUMNS, ticketAt } from '../../mocks/samples/tickets';
import { CHOICE_DEFAULTS, readChoices } from './choices';
import { COLUMN_DEFAULTS, columnsOf, readTicketColumns, TICKET_COLUMNS as ROLES } from './columns';
import { plainId, readTicket, ticketReader } from './ticket';

const CHOICES = readChoices((property) => CHOICE_DEFAULTS[property]);
const NAMES = readTicketColumns(COLUMN_DEFAULTS.ticketColumns);
type Column = ComponentFramework.PropertyHelper.DataSetApi.Column;
const view = (columns: Partial<Column>[]) => columnsOf({ columns: columns as Column[] }, NAMES);
const OURS = view(TICKET_COLUMNS);
const record = (values: Values) => new DatasetRecord('5E1F', 'rcc_ticket', 'rcc_title', () => values);
const read = (values: Values) => readTicket(record(values), OURS, CHOICES);

describe('a ticket of a row', () => {
  it('has all that the view holds, in words, dates and people', () => {
    const ticket = read({ ...ticketAt(1, Date.parse('2026-03-02T15:00:00Z')) });
    expect(ticket).toMatchObject({
      number: 'TKT-000002',
      intent: 'order_tracking',
      status: 'assigned',
      confidence: 0.8,
      trackingState: 'in_transit',
      statusVersion: expect.any(Number) as number,
      agentName: 'Dmitri Petrov',
    });
    expect(ticket.firstResponseDue).toBeInstanceOf(Date);
    expect(ticket.firstRespondedOn).toBeUndefined();
    expect(ticket.labels).toEqual({});
  });

  it('shows the label of a value that none of our words stands for', () => {
    const { status, labels } = read({ statuscode: { value: 42, label: 'On hold' } });
    expect([status, labels.status]).toEqual([undefined, 'On hold']);
  });

  it('splits the reasons for a review, however they are separated', () => {
    expect(read({ rcc_reviewreasons: 'low_confidence; money' }).reviewReasons).toEqual(['low_confidence', 'money']);
    expect(read({}).reviewReasons).toEqual([]);
  });

  it('knows who has it open, from a reference or a list with one', () => {
    const id = '5E1F0000-0000-4000-B000-00000000000A';
    const plain = { id: id.toLowerCase(), name: 'Ben' };
    const forms = [{ id: { guid: `{${id}}` }, name: 'Ben' }, [{ id, name: 'Ben', entityType: 'systemuser' }]];
    for (const form of forms) expect(read({ rcc_openedby: form as never }).openedBy).toEqual(plain);
  });

  it('takes the primary name where no title is mapped', () => {
    const { inView } = view([{ name: 'contoso_no', alias: 'number' }]);
    const row = new DatasetRecord('1', 'contoso_case', 'contoso_name', () => ({ contoso_name: 'Broken lamp' }));
    expect(readTicket(row, { inView }, CHOICES).title).toBe('Broken lamp');
  });

  it('is read whatever its columns hold', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.date(),
      fc.array(fc.object()),
      fc.object(),
    );
    const values = fc.dictionary(fc.constantFrom(...TICKET_COLUMNS.map(({ name }) => name)), anything);
    fc.assert(
      fc.property(values, (of) => {
        const { statusVersion, createdOn } = read(of as Values);
        expect(statusVersion === undefined || Number.isFinite(statusVersion)).toBe(true);
        expect(createdOn === undefined || !Number.isNaN(createdOn.getTime())).toBe(true);
      }),
    );
  });

  it('is read once for a record', () => {
    const reader = ticketReader(OURS, CHOICES);
    const row = record({ rcc_title: 'Hello' });
    expect(reader(row)).toBe(reader(row));
  });

  it('has an id that is written in one way', () => {
    expect(plainId('{5E1F-0A}')).toBe('5e1f-0a');
  });
});

describe('the columns of a view', () => {
  it('are those the maker mapped, before those with our names', () => {
    const { inView, names } = view([
      { name: 'contoso_title', alias: 'title' },
      { name: 'rcc_title', alias: '' },
      { name: 'rcc_intent', alias: '' },
    ]);
    expect([inView.title, inView.intent, inView.status]).toEqual(['contoso_title', 'rcc_intent', undefined]);
    expect([names.title, names.intent, names.status]).toEqual(['contoso_title', 'rcc_intent', 'statuscode']);
  });

  it('keep the navigation property of a lookup, which is written in capitals, when the view maps its column', () => {
    const { inView, names } = view([{ name: 'rcc_assignedagent', alias: 'agent' }]);
    expect([inView.agent, names.agent]).toEqual(['rcc_assignedagent', 'rcc_AssignedAgent']);
  });

  it('can be said not to exist, and then are not written', () => {
    const { names } = columnsOf({ columns: [] }, readTicketColumns('escalatedOn=; title=contoso_title'));
    expect(names).toEqual({ title: 'contoso_title' });
    expect(() => readTicketColumns('colour=red')).toThrow('ticketColumns: "colour=red"');
  });

  it('have our names unless they are told', () => {
    expect(Object.keys(NAMES)).toEqual(ROLES);
  });
});
