import type { Day } from './day';
import { type Columns, columnsOf, type MetricRow, readMetricRow } from './metric-row';
import type { Settings } from './settings';

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type Record = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** The rows there are by now. */
export interface Loaded {
  readonly rows: readonly MetricRow[];
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
  private seen: readonly unknown[] = [];
  /** The pages for which the next one was asked for already. */
  private askedAt: unknown;
  private readRows = new WeakMap<Record, MetricRow | { readonly day?: undefined }>();
  private loaded: Loaded = { rows: [], columns: {}, completeFrom: Infinity, isLoading: true };

  /**
   * What the dataset holds; the same object as long as it holds the same. The first call sets order and page size, and
   * asks once for the rows that way.
   */
  public take(dataset: DataSet, settings: Settings): Loaded {
    const sameColumns = this.seen[2] === dataset.columns && this.seen[3] === settings;
    const columns = sameColumns ? this.loaded.columns : columnsOf(dataset, settings.columnPrefix);
    this.prepare(dataset, columns.date, settings.pageSize);
    const isLoading = dataset.loading || this.isShort(dataset);
    const found = [dataset.records, dataset.sortedRecordIds, dataset.columns, settings];
    const isSame = found.every((part, index) => part === this.seen[index]);
    if (!isSame && !dataset.loading && !dataset.error) {
      if (!sameColumns) this.readRows = new WeakMap();
      this.seen = found;
      this.loaded = { ...this.rowsOf(dataset, columns, settings), columns, isLoading };
    }
    this.advance(dataset);
    const isLoadingNow = !dataset.error && (dataset.loading || this.isShort(dataset));
    if (this.loaded.isLoading !== isLoadingNow || this.loaded.columns !== columns)
      this.loaded = { ...this.loaded, columns, isLoading: isLoadingNow };
    return this.loaded;
  }

  /** Says that days from here on are looked at; what is missing is fetched. */
  public want(dataset: DataSet, day: Day): void {
    if (day >= this.wanted) return;
    this.wanted = day;
    this.advance(dataset);
  }

  private prepare(dataset: DataSet, dateColumn: string | undefined, pageSize: number): void {
    if (this.isPrepared || dateColumn === undefined) return;
    this.isPrepared = true;
    dataset.sorting.splice(0, dataset.sorting.length, { name: dateColumn, sortDirection: NEWEST_FIRST });
    dataset.paging.setPageSize(pageSize);
    dataset.refresh();
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

  private rowsOf(dataset: DataSet, columns: Columns, settings: Settings): Pick<Loaded, 'rows' | 'completeFrom'> {
    // Some hosts add the next page to those before, others put it in their place.
    const rows = dataset.paging.firstPageNumber > 1 ? [...this.loaded.rows] : [];
    let oldest: Day = Infinity;
    let isInOrder = true;
    for (const id of dataset.sortedRecordIds) {
      const record = dataset.records[id];
      if (record === undefined) continue;
      let row = this.readRows.get(record);
      if (row === undefined) {
        row = readMetricRow(record, columns, settings) ?? {};
        this.readRows.set(record, row);
      }
      if (row.day === undefined) continue;
      if (row.day > oldest) isInOrder = false;
      oldest = Math.min(oldest, row.day);
      rows.push(row);
    }
    if (!dataset.paging.hasNextPage) return { rows, completeFrom: -Infinity };
    // The oldest day may go on on the next page.
    return { rows, completeFrom: isInOrder ? oldest + 1 : Infinity };
  }
}
