import * as fc from 'fast-check';
import { createDataset, type DatasetOptions } from './dataset';
import { DatasetRecord } from './dataset-record';
import { countsOf } from './recorder';
import { refusal } from './refusal';
import { rowId, type RowSource } from './row-source';

const COLUMNS = [
  { name: 'title', alias: 'subject', dataType: 'SingleLine.Text' },
  { name: 'rank', dataType: 'Whole.None' },
  { name: 'kind', dataType: 'OptionSet' },
];
const row = (index: number) => ({
  title: `Ticket ${index}`,
  rank: index % 7,
  kind: { value: 100 + (index % 2), label: index % 2 === 0 ? 'Zebra' : 'Ant' },
});
const make = (options: Partial<DatasetOptions> = {}) =>
  createDataset({ entity: 'ticket', columns: COLUMNS, rows: row, count: 120, pageSize: 50, ...options });
const indexes = (ids: readonly string[]) => ids.map((id) => Number.parseInt(id.slice(-12), 16));

describe('a dataset', () => {
  it('is loading in one update and has its first page in the next', async () => {
    const seen: [boolean, number][] = [];
    const dataset = make({ onChange: () => void seen.push([dataset.loading, dataset.sortedRecordIds.length]) });
    expect([dataset.loading, dataset.sortedRecordIds.length, dataset.paging.totalResultCount]).toEqual([true, 0, -1]);
    await dataset.settled();
    expect(seen).toEqual([
      [true, 0],
      [false, 50],
    ]);
    expect(dataset.paging).toMatchObject({ totalResultCount: 120, hasNextPage: true, hasPreviousPage: false });
  });

  it('waits for its server as long as it takes', async () => {
    jest.useFakeTimers();
    try {
      const dataset = make({ latency: 400 });
      await jest.advanceTimersByTimeAsync(399);
      expect(dataset.loading).toBe(true);
      await jest.advanceTimersByTimeAsync(1);
      expect(dataset.loading).toBe(false);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['adds the next page to the loaded ones in a model-driven app', true, undefined, 0, 100],
    ['replaces them in a canvas app', false, undefined, 50, 50],
    ['replaces them when only the new page is asked for', true, true, 50, 50],
  ])('%s', async (_, accumulate, onlyNew, first, length) => {
    const dataset = make({ accumulate });
    await dataset.settled();
    dataset.paging.loadNextPage(onlyNew);
    await dataset.settled();
    expect(indexes(dataset.sortedRecordIds)).toEqual(Array.from({ length }, (_, index) => first + index));
    expect(Object.keys(dataset.records)).toHaveLength(length);
  });

  it('ends at the last page, goes back, and to any page', async () => {
    const dataset = make({ accumulate: false });
    await dataset.settled();
    dataset.paging.loadExactPage(3);
    await dataset.settled();
    expect(indexes(dataset.sortedRecordIds)).toEqual(Array.from({ length: 20 }, (_, index) => 100 + index));
    expect(dataset.paging.hasNextPage).toBe(false);
    dataset.paging.loadPreviousPage();
    await dataset.settled();
    expect(dataset.paging).toMatchObject({ firstPageNumber: 2, lastPageNumber: 2, hasPreviousPage: true });
  });

  it('takes sort, filter and page size up with the next refresh only', async () => {
    const dataset = make();
    await dataset.settled();
    dataset.sorting.push({ name: 'rank', sortDirection: 1 });
    dataset.filtering.setFilter({
      filterOperator: 0,
      conditions: [{ attributeName: 'kind', conditionOperator: 0, value: '101' }],
    });
    dataset.paging.setPageSize(10);
    await dataset.settled();
    expect(indexes(dataset.sortedRecordIds).slice(0, 3)).toEqual([0, 1, 2]);
    dataset.refresh();
    await dataset.settled();
    expect(indexes(dataset.sortedRecordIds).slice(0, 4)).toEqual([13, 27, 41, 55]);
    expect(dataset.sortedRecordIds).toHaveLength(10);
    expect(dataset.paging.totalResultCount).toBe(60);
    expect(countsOf(dataset.calls)).toEqual({ 'filtering.setFilter': 1, 'paging.setPageSize': 1, refresh: 1 });
  });

  it('shows, however a control pages, sorts and filters, the rows a database would', async () => {
    const sort = fc.record({
      name: fc.constantFrom('title', 'rank'),
      sortDirection: fc.constantFrom(0 as const, 1 as const),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: fc.string({ maxLength: 3 }), rank: fc.option(fc.integer({ min: 0, max: 4 })) })),
        fc.array(sort, { maxLength: 2 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 3 }),
        async (rows, sorting, least, pageSize, pages) => {
          const dataset = createDataset({ entity: 'ticket', columns: COLUMNS, rows, pageSize });
          dataset.sorting.push(...sorting);
          const condition = { attributeName: 'rank', conditionOperator: 4 as const, value: String(least) };
          dataset.filtering.setFilter({ filterOperator: 0, conditions: [condition] });
          dataset.refresh();
          await dataset.settled();
          for (let page = 0; page < pages; page += 1) {
            dataset.paging.loadNextPage();
            await dataset.settled();
          }
          const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
          const wanted = rows
            .map((one, index) => ({ title: one.title.toLowerCase(), rank: one.rank ?? -1, index }))
            .filter(({ rank }) => rank >= least)
            .sort((a, b) => {
              for (const { name, sortDirection } of sorting) {
                const key = name as 'title' | 'rank';
                const difference = compare(a[key], b[key]) * (sortDirection === 1 ? -1 : 1);
                if (difference !== 0) return difference;
              }
              return a.index - b.index;
            });
          expect(dataset.sortedRecordIds).toEqual(
            wanted.slice(0, pageSize * (pages + 1)).map(({ index }) => rowId(index)),
          );
        },
      ),
    );
  });

  it('orders choices by their label and empty values first', async () => {
    const dataset = make({ rows: [row(0), row(1), {}], sorting: [{ name: 'kind', sortDirection: 0 }] });
    await dataset.settled();
    expect(indexes(dataset.sortedRecordIds)).toEqual([2, 1, 0]);
  });

  it.each([
    [{ attributeName: 'title', conditionOperator: 6, value: '%5' }, [5, 15]],
    [{ attributeName: 'title', conditionOperator: 49, value: 'ket 1' }, [1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]],
    [{ attributeName: 'rank', conditionOperator: 8, value: ['5', '6'] }, [5, 6, 12, 13, 19]],
    [{ attributeName: 'rank', conditionOperator: 12, value: '' }, []],
    [
      { attributeName: 'rank', conditionOperator: 1, value: '0' },
      [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19],
    ],
    [{ attributeName: 'day', conditionOperator: 27, value: '2026-03-19' }, [18, 19]],
  ] as const)('filters by %j', async (condition, wanted) => {
    const dataset = make({
      rows: (index) => ({ ...row(index), day: new Date(Date.UTC(2026, 2, 1 + index, 9)) }),
      count: 20,
    });
    dataset.filtering.setFilter({ filterOperator: 0, conditions: [condition as never] });
    dataset.refresh();
    await dataset.settled();
    expect(indexes(dataset.sortedRecordIds)).toEqual(wanted);
  });

  it('gives no answer to a question that a later one has overtaken', async () => {
    const lengths: number[] = [];
    const dataset = make({ onChange: () => void (dataset.loading || lengths.push(dataset.sortedRecordIds.length)) });
    await dataset.settled();
    dataset.paging.setPageSize(10);
    dataset.refresh();
    dataset.paging.setPageSize(20);
    dataset.refresh();
    await dataset.settled();
    expect(lengths).toEqual([50, 20]);
  });

  it('refuses an operator it does not imitate', async () => {
    const dataset = make();
    dataset.filtering.setFilter({
      filterOperator: 1,
      conditions: [{ attributeName: 'title', conditionOperator: 70, value: '' }],
    });
    dataset.refresh();
    await expect(dataset.settled()).rejects.toThrow('Condition operator 70 is not imitated');
  });

  it('keeps the selection over pages and refreshes, unless its host forgets it', async () => {
    for (const forgetsSelection of [false, true]) {
      const dataset = make({ forgetsSelection });
      await dataset.settled();
      dataset.setSelectedRecordIds([rowId(3), rowId(70)]);
      dataset.paging.loadNextPage();
      await dataset.settled();
      dataset.refresh();
      await dataset.settled();
      expect(dataset.getSelectedRecordIds()).toEqual(forgetsSelection ? [] : [rowId(3), rowId(70)]);
    }
  });

  it('keeps what it had when its server fails, and loads when it is well again', async () => {
    const dataset = make();
    await dataset.settled();
    dataset.failure = 'The service is busy.';
    dataset.refresh();
    await dataset.settled();
    expect([dataset.error, dataset.errorMessage, dataset.sortedRecordIds.length]).toEqual([
      true,
      'The service is busy.',
      50,
    ]);
    dataset.failure = undefined;
    dataset.refresh();
    await dataset.settled();
    expect([dataset.error, dataset.errorMessage]).toEqual([false, '']);
  });

  it('shows changed rows with the next refresh', async () => {
    const dataset = make();
    await dataset.settled();
    dataset.setRows([{ title: 'Only one' }]);
    expect(dataset.sortedRecordIds).toHaveLength(50);
    dataset.refresh();
    await dataset.settled();
    expect(dataset.sortedRecordIds.map((id) => dataset.records[id]?.getValue('title'))).toEqual(['Only one']);
  });

  it('counts no further than the platform does', async () => {
    const dataset = make({ count: 5001 });
    await dataset.settled();
    expect(dataset.paging.totalResultCount).toBe(-1);
  });

  it('can begin with many loaded pages', async () => {
    const dataset = make({ firstLoad: 100 });
    await dataset.settled();
    expect(dataset.sortedRecordIds).toHaveLength(100);
    expect(dataset.paging).toMatchObject({ firstPageNumber: 1, lastPageNumber: 2, hasNextPage: true });
  });

  it('gives raw values, labels, nothing and names', async () => {
    const dataset = make();
    await dataset.settled();
    const record = dataset.records[rowId(1)];
    expect([record?.getValue('kind'), record?.getFormattedValue('kind')]).toEqual([101, 'Ant']);
    expect([record?.getValue('absent'), record?.getFormattedValue('absent')]).toEqual([null, '']);
    expect(record?.getNamedReference()).toEqual({ id: { guid: rowId(1) }, etn: 'ticket', name: 'Ticket 1' });
    expect(dataset.columns.map(({ alias }) => alias)).toEqual(['subject', 'rank', 'kind']);
  });
});

describe('a dataset over a server', () => {
  const record = (index: number) => new DatasetRecord(rowId(index), 'ticket', 'title', () => row(index));
  /** A server with 120 rows that notes what it is asked for. */
  const server = (asked: string[], refuses?: unknown): RowSource => ({
    find: ({ pageSize, sorting }) => {
      asked.push(`find ${pageSize} by ${sorting.map(({ name }) => name).join()}`);
      return (count) => {
        asked.push(`first ${count}`);
        if (refuses !== undefined) return Promise.reject(refuses);
        const records = Array.from({ length: Math.min(count, 120) }, (_, index) => record(index));
        return Promise.resolve({ records, hasMore: count < 120, total: 120 });
      };
    },
  });

  it('asks once for each query, and then for more of the same answer', async () => {
    const asked: string[] = [];
    const dataset = make({ rows: server(asked), sorting: [{ name: 'rank', sortDirection: 1 }] });
    await dataset.settled();
    dataset.paging.loadNextPage();
    await dataset.settled();
    dataset.paging.loadNextPage();
    await dataset.settled();
    expect(asked).toEqual(['find 50 by rank', 'first 50', 'first 100', 'first 150']);
    expect([dataset.sortedRecordIds.length, dataset.paging.hasNextPage, dataset.paging.totalResultCount]).toEqual([
      120,
      false,
      120,
    ]);
    dataset.refresh();
    await dataset.settled();
    expect(asked.slice(4)).toEqual(['find 50 by rank', 'first 50']);
  });

  it('shows why the server refuses, and takes anything else for a fault', async () => {
    const refused = make({ rows: server([], refusal('No such column.', 400)) });
    await refused.settled();
    expect([refused.error, refused.errorMessage]).toEqual([true, 'No such column.']);
    const faulty = make({ rows: server([], new Error('A slip of the test.')) });
    await expect(faulty.settled()).rejects.toThrow('A slip of the test.');
  });

  it('tells its host which row the control opens', () => {
    const opened: string[] = [];
    const dataset = make({ onOpen: ({ id }) => void opened.push(id.guid) });
    dataset.openDatasetItem(record(7).getNamedReference());
    expect(opened).toEqual([rowId(7)]);
  });
});
