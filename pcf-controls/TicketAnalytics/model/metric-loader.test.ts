import { countsOf, createDataset, type DatasetOptions, type MockDataset, type Values } from '../../mocks';
import { dayOf, isoDay } from './day';
import { type Loaded, MetricLoader } from './metric-loader';
import type { Settings } from './settings';

const NEWEST = dayOf('2026-03-01') ?? 0;
const PER_DAY = 10;
const settings = {
  pageSize: 25,
  columnPrefix: 'rcc_',
  scopes: new Map([[1, 'day']]),
  channels: new Map(),
} as unknown as Settings;
const rowAt = (index: number): Values => ({
  rcc_date: isoDay(NEWEST - Math.floor(index / PER_DAY)),
  rcc_scope: 1,
  rcc_scopekey: `key ${index}`,
  rcc_messages: index,
});
const columns = ['rcc_date', 'rcc_scope', 'rcc_scopekey', 'rcc_messages'].map((name) => ({
  name,
  dataType: name === 'rcc_date' ? 'DateAndTime.DateOnly' : 'Whole.None',
}));

/** A loader that is shown each change, as by a host. */
function started(options: Partial<DatasetOptions> = {}, want = NEWEST - 5) {
  const dataset = createDataset({ entity: 'metric', columns, rows: rowAt, count: 400, ...options });
  const loader = new MetricLoader();
  const seen: Loaded[] = [];
  const look = () => {
    seen.push(loader.take(dataset, settings));
    if (seen[seen.length - 1]?.newest !== undefined) loader.want(dataset, want);
  };
  dataset.subscribe(look);
  look();
  const last = () => seen[seen.length - 1] as Loaded;
  return { dataset, loader, seen, last, look };
}

const daysIn = ({ rows }: Loaded) => [...new Set(rows.map(({ day }) => day))];

describe('the pages of the daily metrics', () => {
  it('are asked for newest first, in a page size that is set once', async () => {
    const { dataset } = started();
    await dataset.settled();
    expect(dataset.sorting).toEqual([{ name: 'rcc_date', sortDirection: 1 }]);
    expect(dataset.paging.pageSize).toBe(25);
    expect(countsOf(dataset.calls)).toMatchObject({ 'paging.setPageSize': 1, refresh: 1 });
  });

  it('are fetched one after the other until all days that are looked at are whole', async () => {
    const { dataset, last } = started();
    await dataset.settled();
    // Six days have 60 rows; only on the third page is it certain that the sixth has no more.
    expect(countsOf(dataset.calls)['paging.loadNextPage']).toBe(2);
    expect(last()).toMatchObject({ completeFrom: NEWEST - 6, isLoading: false, newest: NEWEST });
  });

  it('never show a day of which a part is on the next page', async () => {
    const { dataset, seen } = started();
    await dataset.settled();
    for (const loaded of seen)
      for (const day of daysIn(loaded)) expect(loaded.rows.filter((row) => row.day === day)).toHaveLength(PER_DAY);
    expect(seen.some(({ rows }) => rows.length > 0)).toBe(true);
  });

  it('bring the same rows where a host adds pages and where it puts one in place of the other', async () => {
    const [added, replaced] = [started({ accumulate: true }), started({ accumulate: false })];
    await Promise.all([added.dataset.settled(), replaced.dataset.settled()]);
    expect(replaced.last().rows.map(({ key }) => key)).toEqual(added.last().rows.map(({ key }) => key));
  });

  it('go on when earlier days are looked at, and end with the last row', async () => {
    const { dataset, loader, last } = started();
    await dataset.settled();
    loader.want(dataset, NEWEST - 1000);
    await dataset.settled();
    expect(last().rows).toHaveLength(400);
    expect(last()).toMatchObject({ completeFrom: -Infinity, isLoading: false });
    expect(countsOf(dataset.calls)).toMatchObject({ refresh: 1, 'paging.loadNextPage': 15 });
  });

  it('are all fetched where a host does not sort', async () => {
    const dataset = createDataset({ entity: 'metric', columns, rows: rowAt, count: 400 });
    const shuffled = new Proxy(dataset, {
      get: (target, name: keyof MockDataset) =>
        name === 'sortedRecordIds' ? reversed(target.sortedRecordIds) : target[name],
    });
    const loader = new MetricLoader();
    let loaded = loader.take(shuffled, settings);
    dataset.subscribe(() => {
      loaded = loader.take(shuffled, settings);
      loader.want(shuffled, NEWEST - 5);
    });
    await dataset.settled();
    expect(loaded.completeFrom).toBe(-Infinity);
    expect(loaded.rows).toHaveLength(400);
  });

  it('are asked for once each, also where a host says late that it is loading', async () => {
    const dataset = createDataset({ entity: 'metric', columns, rows: rowAt, count: 400 });
    const late = new Proxy(dataset, {
      get: (target, name: keyof MockDataset) =>
        name === 'loading' ? target.sortedRecordIds.length === 0 : target[name],
    });
    const loader = new MetricLoader();
    const look = () => {
      loader.take(late, settings);
      loader.want(late, NEWEST - 5);
    };
    look();
    dataset.subscribe(() => {
      look();
      look();
    });
    await dataset.settled();
    expect(countsOf(dataset.calls)['paging.loadNextPage']).toBe(2);
  });

  it('are not asked for again and again while the server fails', async () => {
    const { dataset, last, look } = started({ failure: 'no answer' });
    await dataset.settled();
    for (let times = 0; times < 5; times += 1) look();
    expect(countsOf(dataset.calls)).toEqual({ 'paging.setPageSize': 1, refresh: 1 });
    expect(last().isLoading).toBe(false);
  });

  it('are the same object while nothing has changed', async () => {
    const { dataset, last, look } = started();
    await dataset.settled();
    const before = last();
    look();
    expect(last()).toBe(before);
  });

  it('are read anew when the rows were changed', async () => {
    const { dataset, last } = started();
    await dataset.settled();
    dataset.setRows((index) => ({ ...rowAt(index), rcc_messages: 7 }), 60);
    dataset.refresh();
    await dataset.settled();
    expect(last().rows).toHaveLength(60);
    expect(new Set(last().rows.map(({ counts }) => counts.messages))).toEqual(new Set([7]));
  });
});

const turned = new WeakMap<readonly string[], string[]>();
/** The same array each time for the same one. */
function reversed(ids: string[]): string[] {
  const known = turned.get(ids) ?? [...ids].reverse();
  turned.set(ids, known);
  return known;
}
