import { children, textOf, type XmlElement } from '../../xml/element';
import type { SolutionFiles } from '../../source/solution-files';
import { PLATFORM_TABLES } from '../platform';
import { readApps, readRoles, readSiteMaps } from './app';
import { readConnectors, readFlows } from './flows';
import { descriptionsIn, readDashboards, readForms, type ControlDescription } from './forms';
import { CUSTOMIZATIONS, readManifest } from './manifest';
import {
  readBotComponents,
  readBots,
  readConnectionReferences,
  readControls,
  readVariables,
  readWebResources,
} from './other-parts';
import { readIndex, readRelationships } from './relationships';
import { Source } from './source';
import { readChoices, readTables, type ColumnPart, type TablePart } from './tables';
import { readCharts, readViews } from './views';

/** A table that may be referred to, with its columns when all of them are known. */
export interface KnownTable {
  columns?: ReadonlyMap<string, ColumnPart>;
}

/** A column that every table has, though no solution lists it. */
const IMPLICIT_COLUMNS = new Set(['versionnumber']);

/** What a solution consists of, each kind read once, when the first rule asks for it. */
export class Solution {
  readonly source: Source;
  readonly #read = new Map<(source: Source) => unknown, unknown>();

  /** @param others solutions that are there before this one is imported */
  constructor(
    files: SolutionFiles,
    readonly others: readonly Solution[] = [],
  ) {
    this.source = new Source(files);
  }

  readonly manifest = () => this.#once(readManifest);
  readonly tables = () => this.#once(readTables);
  readonly choices = () => this.#once(readChoices);
  readonly relationships = () => this.#once(readRelationships);
  readonly index = () => this.#once(readIndex);
  readonly forms = () => this.#once(readForms);
  readonly dashboards = () => this.#once(readDashboards);
  readonly views = () => this.#once(readViews);
  readonly charts = () => this.#once(readCharts);
  readonly roles = () => this.#once(readRoles);
  readonly apps = () => this.#once(readApps);
  readonly siteMaps = () => this.#once(readSiteMaps);
  readonly flows = () => this.#once(readFlows);
  readonly connectors = () => this.#once(readConnectors);
  readonly connectionReferences = () => this.#once(readConnectionReferences);
  readonly variables = () => this.#once(readVariables);
  readonly webResources = () => this.#once(readWebResources);
  readonly controls = () => this.#once(readControls);
  readonly bots = () => this.#once(readBots);
  readonly botComponents = () => this.#once(readBotComponents);

  /** The `ImportExportXml` element of `Other/Customizations.xml`. */
  get customizations(): XmlElement | undefined {
    return this.source.xml(CUSTOMIZATIONS);
  }

  /** Language codes every label has to be in. */
  get languages(): string[] {
    const list = this.customizations && children(this.customizations, 'Languages')[0];
    return list ? children(list, 'Language').map(textOf) : [];
  }

  /** This solution and those there before it. */
  get all(): Solution[] {
    return [this, ...this.others];
  }

  /** Tables all of whose columns are here: not those of somebody else that this solution only adds to. */
  readonly ownTables = () => this.#once(this.#readOwnTables);

  /**
   * A table that may be referred to; undefined when it is neither here nor there before. A table that is listed but not
   * here, or whose file cannot be read, is known without columns: that is reported once, not at every reference.
   */
  knownTable(name: string): KnownTable | undefined {
    for (const { ownTables } of this.all) {
      const found = ownTables().find((table) => table.name === name);
      if (found) return { columns: found.columns };
    }
    const declared = this.isDeclared('1', name) || PLATFORM_TABLES.has(name) || this.source.isUncertain('Entities');
    return declared ? {} : undefined;
  }

  /** A column of a table; undefined when there is none, `unknown` when nobody here knows the table's columns. */
  column(table: string, column: string): ColumnPart | 'unknown' | undefined {
    const columns = this.knownTable(table)?.columns;
    return columns === undefined || IMPLICIT_COLUMNS.has(column) ? 'unknown' : columns.get(column);
  }

  /** Whether a component is listed in the manifest, or named as one that has to be there before. */
  isDeclared(type: string, name: string): boolean {
    const { roots, required } = this.manifest();
    return [...roots, ...required].some((each) => each.type === type && each.name === name);
  }

  /** All places where code components take the place of a control or a grid. */
  controlDescriptions(): ControlDescription[] {
    return [
      ...[...this.forms(), ...this.dashboards()].flatMap(({ form, file, table }) => descriptionsIn(form, file, table)),
      ...this.tables().flatMap(({ element, file, name }) => descriptionsIn(element, file, name)),
    ];
  }

  readonly #readOwnTables = (): TablePart[] => {
    const added = new Set(
      this.manifest()
        .roots.filter(({ type, behavior }) => type === '1' && (behavior === '1' || behavior === '2'))
        .map(({ name }) => name),
    );
    return this.tables().filter(({ name }) => !added.has(name));
  };

  #once<T>(read: (source: Source) => T): T {
    if (!this.#read.has(read)) this.#read.set(read, read(this.source));
    return this.#read.get(read) as T;
  }
}
