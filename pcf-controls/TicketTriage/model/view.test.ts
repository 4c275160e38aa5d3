import { createDataset } from '../../mocks/dataset';
import { TICKET_COLUMNS, ticketAt } from '../../mocks/samples/tickets';
import { COLUMN_DEFAULTS, readTicketColumns } from './columns';
import { readView } from './view';

const NAMES = readTicketColumns(COLUMN_DEFAULTS.ticketColumns);
const open = () =>
  createDataset({ entity: 'rcc_ticket', columns: TICKET_COLUMNS, rows: (index) => ticketAt(index, 0), count: 60 });

describe('a reading of a dataset', () => {
  it('is the same one while nothing changes', async () => {
    const dataset = open();
    await dataset.settled();
    const reading = readView(dataset, NAMES);
    expect(readView(dataset, NAMES, reading)).toBe(reading);
    expect(reading.view).toMatchObject({ isLoading: false, hasNext: true, total: 60, failure: undefined });
  });

  it('is another one when the dataset was changed in place', async () => {
    const dataset = open();
    await dataset.settled();
    const before = readView(dataset, NAMES);
    dataset.sorting.push({ name: 'rcc_title', sortDirection: 1 });
    const sorted = readView(dataset, NAMES, before);
    expect(sorted.view.sorting).toEqual([{ name: 'rcc_title', sortDirection: 1 }]);
    expect(before.view.sorting).toEqual([]);
    dataset.addColumn?.('rcc_other');
    expect(readView(dataset, NAMES, sorted).view.shown.has('rcc_other')).toBe(true);
  });

  it('keeps the columns when only the rows changed, so that tickets are not read again', async () => {
    const dataset = open();
    await dataset.settled();
    const before = readView(dataset, NAMES);
    dataset.paging.loadNextPage();
    await dataset.settled();
    const after = readView(dataset, NAMES, before);
    expect([after.view.ids.length, after.view.columns === before.view.columns]).toEqual([60, true]);
  });

  it('does not know how many there are when the platform does not', async () => {
    const dataset = open();
    await dataset.settled();
    dataset.paging.totalResultCount = -1;
    expect(readView(dataset, NAMES).view.total).toBeUndefined();
  });
});
