import type { Day } from './day';
import { type Columns, columnsOf, type MetricRow, readMetricRow } from './metric-row';
import type { Settings } from './settings';

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type Record = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** What there is by now. */
export interface Loaded {
  /** Those of whole days only: the oldest day of a page may go on on the next one. */
  readonly rows: readonly MetricRow[];
  /** The last day of any row. */
  readonly newest: Day | undefined;
  readonly columns: Columns;
  /** From this day on no row is missing; -Infinity when all are loaded, Infinity while nobody can say. */
  readonly completeFrom: Day;
  /** More rows are being fetched. */
  readonly isLoading: boolean;
}

const NEWEST_FIRST = 1;

/**
 * Fetches as many pages as the days that are looked at need: newest first, one call at a time, each page read once.
 */
export class MetricLoader {
  private isPrepared = false;
  /** How far back days are looked at. */
  private wanted: Day = Infinity;
  /** The rows, and what they were read by, of the last time. */
  private seen: readonly unknown[] = [];
  private readBy: readonly unknown[] = [];
  /** The pages for which the next one was asked for already. */
  private askedAt: unknown;
  /** All rows of the pages there are by now. */
  private pages: readonly MetricRow[] = [];
  private readRows = new WeakMap<Record, MetricRow | undefined>();
  private loaded: Loaded = {
    rows: [],
    newest: undefined,
    columns: {},
    completeFrom: Infinity,
    isLoading: true,
  };

  /**
   * What the dataset holds; the same object as long as it holds the same. The first call sets order and page size, and
   * asks once for the rows that way.
   */
  public take(dataset: DataSet, settings: Settings): Loaded {
    this.takeColumns(dataset, settings);
    const isAskedAnew = this.prepare(dataset, settings.pageSize);
    const found = [dataset.records, dataset.sortedRecordIds];
    const isNew = found.some((part, index) => part !== this.seen[index]);
    if (isNew && !isAskedAnew && !dataset.loading && !dataset.error) {
      this.seen = found;
      this.loaded = { ...this.loaded, ...this.rowsOf(dataset, settings) };
    }
    this.advance(dataset);
    const isLoading = !dataset.error && (isAskedAnew || dataset.loading || this.isShort(dataset));
    if (this.loaded.isLoading !== isLoading) this.loaded = { ...this.loaded, isLoading };
    return this.loaded;
  }

  /** Says that days from here on are looked at; what is missing is fetched. */
  public want(dataset: DataSet, day: Day): void {
    if (day >= this.wanted) return;
    this.wanted = day;
    this.advance(dataset);
  }

  private takeColumns(dataset: DataSet, settings: Settings): void {
    const found = [dataset.columns, settings];
    if (found.every((part, index) => part === this.readBy[index])) return;
    this.readBy = found;
    this.readRows = new WeakMap();
    this.seen = [];
    this.loaded = { ...this.loaded, columns: columnsOf(dataset, settings.columnPrefix) };
  }

  /** @returns whether the rows were asked for again */
  private prepare(dataset: DataSet, pageSize: number): boolean {
    const { date } = this.loaded.columns;
    if (this.isPrepared || date === undefined) return false;
    this.isPrepared = true;
    dataset.sorting.splice(0, dataset.sorting.length, { name: date, sortDirection: NEWEST_FIRST });
    dataset.paging.setPageSize(pageSize);
    dataset.refresh();
    return true;
  }

  private isShort({ paging }: DataSet): boolean {
    return paging.hasNextPage && this.wanted < this.loaded.completeFrom;
  }

  private advance(dataset: DataSet): void {
    const pages = dataset.sortedRecordIds;
    if (dataset.loading || dataset.error || !this.isShort(dataset) || this.askedAt === pages) return;
    this.askedAt = pages;
    dataset.paging.loadNextPage();
  }

  private rowsOf(dataset: DataSet, settings: Settings): Omit<Loaded, 'columns' | 'isLoading'> {
    // Some hosts add the next page to those before, others put it in their place.
    const rows = dataset.paging.firstPageNumber > 1 ? [...this.pages] : [];
    for (const id of dataset.sortedRecordIds) {
      const record = dataset.records[id];
      const row = record && this.rowOf(record, settings);
      if (row) rows.push(row);
    }
    this.pages = rows;
    let isInOrder = true;
    let [newest, oldest]: [Day | undefined, Day] = [undefined, Infinity];
    for (const { day } of rows) {
      if (day > oldest) isInOrder = false;
      oldest = Math.min(oldest, day);
      newest = Math.max(newest ?? day, day);
    }
    if (!dataset.paging.hasNextPage) return { rows, newest, completeFrom: -Infinity };
    const completeFrom = isInOrder ? oldest + 1 : Infinity;
    return { rows: rows.filter(({ day }) => day >= completeFrom), newest, completeFrom };
  }

  /** Reads a record once. @returns nothing for a row of no use */
  private rowOf(record: Record, settings: Settings): MetricRow | undefined {
    if (!this.readRows.has(record)) this.readRows.set(record, readMetricRow(record, this.loaded.columns, settings));
    return this.readRows.get(record);
  }
}
