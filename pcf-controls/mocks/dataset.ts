import type { DatasetRecord } from './dataset-record';
import { type Call, Recorder } from './recorder';
import { isRefusal } from './refusal';
import { type FoundRows, type MemoryOptions, memoryRows, type RowSource } from './row-source';

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type Api = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;
type Column = ComponentFramework.PropertyHelper.DataSetApi.Column;

export interface DatasetOptions {
  /** The table, by its logical name. */
  readonly entity: string;
  /** The columns of the view; the first one is the primary one unless another says so. */
  readonly columns: readonly (Pick<Column, 'name' | 'dataType'> & Partial<Column>)[];
  /** The rows on the server: all of them, one by its index (then `count` says how many), or a server that has them. */
  readonly rows: MemoryOptions['rows'] | RowSource;
  readonly count?: number;
  /** Rows of a page until the control sets another number. */
  readonly pageSize?: number;
  /** Rows that are loaded at once by the first load, as when a person comes back to a list that had loaded many pages. */
  readonly firstLoad?: number;
  /** True, as in model-driven apps: the next page is added to the loaded ones. False, as in canvas apps: it replaces them. */
  readonly accumulate?: boolean;
  /** Milliseconds until a server in memory answers. */
  readonly latency?: number;
  /** Why the server cannot answer; nothing when it can. `dataset.failure` changes it later. */
  readonly failure?: string;
  /** True when the host drops the selection with each load, as some do. */
  readonly forgetsSelection?: boolean;
  /** A server in memory counts no further and then says -1. */
  readonly countLimit?: number;
  readonly sorting?: DataSet['sorting'];
  readonly viewId?: string;
  readonly title?: string;
  /** What the host does when the control opens a row; it is only noted when left out. */
  readonly onOpen?: (reference: ComponentFramework.EntityReference) => void;
  /** An `updateView` is due. */
  readonly onChange?: () => void;
}

/** A dataset that behaves, with what the control did to it. */
export interface MockDataset extends DataSet {
  /** `refresh`, `paging.loadNextPage`, `filtering.setFilter` … in order. */
  readonly calls: readonly Call[];
  failure: string | undefined;
  /** Seconds pass and the server's rows have changed: the next load shows these. */
  setRows(rows: DatasetOptions['rows'], count?: number): void;
  /** Resolves when nothing is being loaded any more and the control was told. */
  settled(): Promise<void>;
  /** @param listener is told of each change, and whether it was the first load, of which the platform names no property */
  subscribe(listener: (change: { first: boolean }) => void): () => void;
}

const ALL: Api = { conditions: [], filterOperator: 0 };

/**
 * A dataset over rows in memory or on a server, with the platform's manners: the first `updateView` finds it loading, changes of sort
 * and filter wait for `refresh`, and every answer comes in an `updateView` of its own, later than the call.
 */
export function createDataset(options: DatasetOptions): MockDataset {
  return new Dataset(options);
}

class Dataset implements MockDataset {
  private readonly recorder = new Recorder();
  private readonly listeners = new Set<(change: { first: boolean }) => void>();
  private source!: RowSource;
  /** The answer to the query of the last load, of which later pages are. */
  private found: ReturnType<RowSource['find']> | undefined;
  private filter: Api | undefined;
  private wantedPageSize: number;
  private selected: readonly string[] = [];
  private loads = 0;
  private pending: Promise<void> = Promise.resolve();
  private notices = 0;
  private wasLoaded = false;

  public readonly columns: Column[];
  public readonly sorting: DataSet['sorting'];
  public readonly paging: DataSet['paging'];
  public readonly filtering: DataSet['filtering'];
  public readonly linking: DataSet['linking'];
  public records: Record<string, DatasetRecord> = {};
  public sortedRecordIds: string[] = [];
  public loading = true;
  public error = false;
  public errorMessage = '';
  public failure: string | undefined;

  public constructor(private readonly options: DatasetOptions) {
    const { columns, pageSize = 50, sorting = [], failure, onChange } = options;
    this.failure = failure;
    this.sorting = sorting.map((one) => ({ ...one }));
    this.columns = columns.map((column, index) => ({
      alias: column.name,
      displayName: column.name,
      order: index,
      visualSizeFactor: 1,
      isPrimary: index === 0,
      ...column,
    }));
    this.wantedPageSize = pageSize;
    if (onChange) this.subscribe(onChange);
    this.setRows(options.rows, options.count);
    this.paging = this.pagingOf(pageSize);
    this.filtering = {
      getFilter: () => this.filter ?? ALL,
      setFilter: (expression) => {
        this.recorder.note('filtering.setFilter', expression);
        this.filter = expression;
      },
      clearFilter: () => {
        this.recorder.note('filtering.clearFilter');
        this.filter = undefined;
      },
    };
    const linked: ReturnType<DataSet['linking']['getLinkedEntities']> = [];
    this.linking = {
      getLinkedEntities: () => linked,
      addLinkedEntity: (expression) => {
        this.recorder.note('linking.addLinkedEntity', expression);
        linked.push(expression);
      },
    };
    this.load(1, 1, options.firstLoad);
  }

  public get calls(): readonly Call[] {
    return this.recorder.calls;
  }

  public setRows(rows: DatasetOptions['rows'], count?: number): void {
    if (isSource(rows)) {
      this.source = rows;
      return;
    }
    const { entity, latency, countLimit } = this.options;
    const primaryColumn = this.columns.find(({ isPrimary }) => isPrimary)?.name;
    this.source = memoryRows({ entity, primaryColumn, rows, count, latency, countLimit });
  }

  public async settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.pending;) {
      seen = this.pending;
      await seen;
    }
  }

  public subscribe(listener: (change: { first: boolean }) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  public refresh(): void {
    this.recorder.note('refresh');
    this.paging.pageSize = this.wantedPageSize;
    this.load(1, 1);
  }

  public addColumn(name: string, entityAlias?: string): void {
    this.recorder.note('addColumn', name, entityAlias);
    const column = { name, displayName: name, dataType: 'SingleLine.Text', alias: '', visualSizeFactor: 1 };
    this.columns.push({ ...column, order: this.columns.length });
  }

  public getSelectedRecordIds(): string[] {
    return [...this.selected];
  }

  public setSelectedRecordIds(ids: string[]): void {
    this.recorder.note('setSelectedRecordIds', ids);
    this.selected = [...ids];
    this.announce();
  }

  public clearSelectedRecordIds(): void {
    this.recorder.note('clearSelectedRecordIds');
    this.selected = [];
    this.announce();
  }

  public openDatasetItem(entityReference: ComponentFramework.EntityReference): void {
    this.recorder.note('openDatasetItem', entityReference);
    this.options.onOpen?.(entityReference);
  }

  public getTargetEntityType(): string {
    return this.options.entity;
  }

  public getTitle(): string {
    return this.options.title ?? this.options.entity;
  }

  public getViewId(): string {
    return this.options.viewId ?? '5e1f0000-0000-4000-9000-000000000000';
  }

  private pagingOf(pageSize: number): DataSet['paging'] {
    const paging: DataSet['paging'] = {
      totalResultCount: -1,
      firstPageNumber: 1,
      lastPageNumber: 1,
      pageSize,
      hasNextPage: false,
      hasPreviousPage: false,
      loadNextPage: (onlyNew) => {
        this.recorder.note('paging.loadNextPage', onlyNew);
        if (!paging.hasNextPage) return;
        const page = paging.lastPageNumber + 1;
        this.load(this.grows(onlyNew) ? paging.firstPageNumber : page, page);
      },
      loadPreviousPage: (onlyNew) => {
        this.recorder.note('paging.loadPreviousPage', onlyNew);
        if (!paging.hasPreviousPage) return;
        const page = paging.firstPageNumber - 1;
        this.load(page, this.grows(onlyNew) ? paging.lastPageNumber : page);
      },
      loadExactPage: (page) => {
        this.recorder.note('paging.loadExactPage', page);
        this.load(page, page);
      },
      reset: () => {
        this.recorder.note('paging.reset');
        this.paging.pageSize = this.wantedPageSize;
        this.load(1, 1);
      },
      setPageSize: (size) => {
        this.recorder.note('paging.setPageSize', size);
        this.wantedPageSize = size;
      },
    };
    return paging;
  }

  private grows(onlyNew: boolean | undefined): boolean {
    return (this.options.accumulate ?? true) && onlyNew !== true;
  }

  /** Asks the server; a later question makes an earlier one's answer void. */
  private load(firstPage: number, lastPage: number, rows?: number): void {
    const load = (this.loads += 1);
    const asksAnew = this.found === undefined || (firstPage === lastPage && firstPage === 1);
    const { pageSize } = this.paging;
    const { filter, columns } = this;
    const sorting = this.sorting.map((one) => ({ ...one }));
    const find = (asksAnew ? undefined : this.found) ?? this.source.find({ columns, sorting, filter, pageSize });
    const pages = rows === undefined ? lastPage : Math.max(lastPage, Math.ceil(rows / pageSize));
    this.loading = true;
    this.announce();
    this.pending = find(pages * pageSize)
      .catch(reasonOf)
      .then((answer) => {
        if (load !== this.loads) return;
        this.loading = false;
        const failure = this.failure ?? (typeof answer === 'string' ? answer : undefined);
        this.error = failure !== undefined;
        this.errorMessage = failure ?? '';
        if (this.options.forgetsSelection) this.selected = [];
        if (!this.error) {
          this.found = find;
          this.show(firstPage, pages, pageSize, answer as FoundRows);
        }
        this.tell(!this.wasLoaded);
        this.wasLoaded = true;
      });
  }

  private show(firstPage: number, lastPage: number, size: number, { records, hasMore, total }: FoundRows): void {
    const shown = records.slice((firstPage - 1) * size);
    this.records = Object.fromEntries(shown.map((record) => [record.getRecordId(), record]));
    this.sortedRecordIds = shown.map((record) => record.getRecordId());
    this.paging.firstPageNumber = firstPage;
    this.paging.lastPageNumber = lastPage;
    this.paging.hasPreviousPage = firstPage > 1;
    this.paging.hasNextPage = hasMore;
    this.paging.totalResultCount = total;
  }

  /** Tells of changes after the control's call has returned, once for all that it did in it. */
  private announce(): void {
    this.notices += 1;
    const notice = this.notices;
    const first = !this.wasLoaded;
    void Promise.resolve().then(() => {
      if (notice === this.notices) this.tell(first);
    });
  }

  private tell(first: boolean): void {
    for (const listener of this.listeners) listener({ first });
  }
}

const isSource = (rows: DatasetOptions['rows']): rows is RowSource => typeof rows === 'object' && !Array.isArray(rows);

/** Why a server refused; see `refusal`. What else goes wrong is a fault of the mocks or of a test. */
function reasonOf(problem: unknown): string {
  if (isRefusal(problem)) return problem.message;
  throw problem;
}
