import { loadControl, type LoadedControl } from '../../../pcf-controls/host/load-control';
import { propertiesOf, type Parameters } from '../../../pcf-controls/host/scene';
import { Stage } from '../../../pcf-controls/host/stage';
import { createContext } from '../../../pcf-controls/mocks/context';
import { createDataset, type MockDataset } from '../../../pcf-controls/mocks/dataset';
import type { HostActions } from '../../../pcf-controls/mocks/navigation';
import { offsetIn } from '../../../pcf-controls/mocks/time-zone';
import type { TableView, ViewView } from '../desk-data';
import type { Choices } from './choices';
import { sortingOf } from './fetch-xml';
import { viewRows } from './row-source';
import { inLanguage, viewColumns } from './row-values';
import { service } from './service';
import { tableOf } from './tables';
import { createLiveWebApi, type LiveWebApi } from './web-api';
import type { Words } from './words';

declare global {
  interface Window {
    ReactDOM: ConstructorParameters<typeof Stage>[4];
  }
}

interface Around {
  readonly dataset?: MockDataset;
  readonly webApi: LiveWebApi;
}
/** A control that is shown, over live tables. */
export type LiveStage = Stage<Around>;

/** What all panels of the page share. */
export class Surroundings {
  readonly webApi: LiveWebApi;
  /** Numbers and dates in the person's language and time zone. */
  readonly formatting: ComponentFramework.Formatting;
  private readonly controls = new Map<string, Promise<LoadedControl>>();

  constructor(
    readonly choices: Choices,
    readonly words: Words,
    private readonly actions: HostActions,
  ) {
    this.webApi = createLiveWebApi(service, tableOf, choices.person.id);
    this.formatting = createContext({ parameters: {}, ...this.userSettings() }).formatting;
  }

  /** A built control; each is loaded once. */
  control(name: string): Promise<LoadedControl> {
    const control = this.controls.get(name) ?? loadControl(name);
    this.controls.set(name, control);
    return control;
  }

  /** The dataset of a view. @param onOpen told which row the control opens */
  dataset(table: TableView, view: ViewView, onOpen?: (id: string) => void): MockDataset {
    const { person, language } = this.choices;
    return createDataset({
      entity: table.name,
      columns: viewColumns(table, view.columns, language),
      rows: viewRows(service, table, view, { userId: person.id, language }),
      sorting: sortingOf(view.fetchXml),
      viewId: view.id,
      title: inLanguage(view.label, language),
      onOpen: ({ id }) => onOpen?.(id.guid),
    });
  }

  /**
   * Shows a control.
   * @param parameters its dataset or its columns; the other properties have the defaults of its manifest
   * @param onUpdate told after each update, outputs included
   */
  async show(
    control: LoadedControl,
    place: HTMLElement,
    parameters: Parameters,
    onUpdate?: (stage: LiveStage) => void,
  ): Promise<LiveStage> {
    const { person, theme } = this.choices;
    const { width, height } = place.getBoundingClientRect();
    const tables = await Promise.all(['rcc_ticket', 'rcc_message', 'systemuser'].map(tableOf));
    const context = createContext<Parameters>({
      parameters: { ...propertiesOf(control.manifest), ...parameters },
      resx: control.texts,
      ...this.userSettings(),
      theme,
      formFactor: innerWidth < 600 ? 'phone' : 'web',
      width: Math.round(width),
      height: Math.round(height),
      user: { id: person.id, name: person.name, roles: [] },
      webApi: this.webApi,
      metadata: Object.fromEntries(tables.map(({ name, set }) => [name, { EntitySetName: set }])),
      actions: this.actions,
    });
    const dataset = Object.values(parameters).find(isDataset);
    let stage: LiveStage | undefined = undefined;
    const around = { dataset, webApi: this.webApi };
    stage = new Stage(control.Constructor, context, around, place, window.ReactDOM, () => stage && onUpdate?.(stage));
    return stage;
  }

  private userSettings() {
    const { person, language } = this.choices;
    const zone = person.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    return { languageId: language, timeZoneOffsetMinutes: offsetIn(zone) };
  }
}

const isDataset = (parameter: unknown): parameter is MockDataset =>
  typeof parameter === 'object' && parameter !== null && 'sortedRecordIds' in parameter;
