import type { ContextSettings, MockContext } from '../mocks/context';
import { createDataset, type DatasetOptions, type MockDataset } from '../mocks/dataset';
import { createProperty } from '../mocks/property';
import { createWebApi, type MockWebApi } from '../mocks/web-api';
import type { Manifest } from './manifest';
import type { Situation } from './situation';

export type Parameters = Record<string, unknown>;

/** What a control is given in a situation. */
export interface Scene {
  readonly settings: Partial<ContextSettings<Parameters>> & Pick<ContextSettings<Parameters>, 'parameters'>;
  readonly dataset?: MockDataset;
  readonly webApi: MockWebApi;
  /** What happens once the control is there. */
  begin?(context: MockContext<Parameters>): void;
}

/** Longer than anybody looks; a timer takes no more. */
const NEVER = 2 ** 31 - 1;
const NO_PERMISSION = 'Principal user is missing the privilege to read this table.';
const NO_ANSWER = 'The service did not answer.';

/** The input properties of a control with the defaults of its manifest; outputs and what is not set have no value. */
export function propertiesOf({ properties }: Manifest): Parameters {
  return Object.fromEntries(
    properties.map(({ name, type, defaultValue }) => {
      const isNumber = /^(Whole|Decimal|FP|Currency)/.test(type) && defaultValue !== null;
      return [name, createProperty(isNumber ? Number(defaultValue) : defaultValue, { type })];
    }),
  );
}

interface Rows extends Pick<DatasetOptions, 'entity' | 'columns' | 'sorting'> {
  /** The row at a place, made when it is looked at. */
  readonly rowAt: Extract<DatasetOptions['rows'], (index: number) => unknown>;
  /** How many rows the state "many" has on the server; they come in pages. */
  readonly many: number;
  /** Columns that the state "unmapped" leaves out, by their alias. */
  readonly unmapped: readonly string[];
}

/** The scene of a control over one dataset. */
export function datasetScene(manifest: Manifest, { state }: Situation, rows: Rows, webApi: MockWebApi): Scene {
  const { name = 'records', aliases = [] } = manifest.dataSets[0] ?? {};
  const { entity, rowAt, many, unmapped, sorting } = rows;
  const pageSize = manifest.properties.find((property) => property.name === 'pageSize')?.defaultValue;
  const all = rows.columns.map((column) => ({
    ...column,
    alias: aliases.includes(column.alias ?? '') ? column.alias : '',
  }));
  const isLoadedWhole = state === '10000' || state === '100000';
  const count = isLoadedWhole ? Number(state) : state === 'one' ? 1 : state === 'empty' ? 0 : many;
  const dataset = createDataset({
    entity,
    columns: state === 'unmapped' ? all.filter(({ alias }) => !unmapped.includes(alias ?? '')) : all,
    rows: rowAt,
    count,
    firstLoad: isLoadedWhole ? count : undefined,
    // Who comes back to a list had its page size set before.
    pageSize: isLoadedWhole ? Number(pageSize ?? 50) : undefined,
    latency: state === 'loading' ? NEVER : 0,
    failure: { 'no-permission': NO_PERMISSION, error: NO_ANSWER }[state as string],
    sorting,
    title: manifest.registeredName,
  });
  if (state === 'no-permission') webApi.failure = NO_PERMISSION;
  return {
    dataset,
    webApi,
    settings: {
      parameters: { ...propertiesOf(manifest), [name]: dataset },
      webApi,
      privileges: state === 'no-permission' ? { [entity]: [] } : {},
    },
    begin(context) {
      void dataset.settled().then(() => {
        // The error passes: trying again helps.
        if (state === 'error') dataset.failure = undefined;
        if (state !== 'stale') return;
        dataset.failure = webApi.failure = NO_ANSWER;
        context.change({ offline: true });
      });
    },
  };
}

/** The scene of a control that no sample is made for: its properties, and a short list for its dataset. */
export function plainScene(manifest: Manifest, situation: Situation): Scene {
  const webApi = createWebApi();
  const [dataSet] = manifest.dataSets;
  if (!dataSet) return { webApi, settings: { parameters: propertiesOf(manifest), webApi } };
  const columns = dataSet.aliases.map((alias) => ({ name: alias, alias, dataType: 'SingleLine.Text' }));
  const rowAt = (index: number) => Object.fromEntries(columns.map(({ name }) => [name, `${name} ${index + 1}`]));
  const unmapped = dataSet.aliases.slice(0, 1);
  return datasetScene(manifest, situation, { entity: 'sample', columns, rowAt, many: 1000, unmapped }, webApi);
}
