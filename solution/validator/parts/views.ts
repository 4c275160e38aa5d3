import { attribute, children, find, textAt, type XmlElement } from '../../xml/element';
import { bareId } from './manifest';
import type { Source } from './source';

/** A view of a table. */
export interface ViewPart {
  /** Without braces. */
  id: string;
  file: string;
  /** Logical name of the table in whose folder it lies. */
  table: string;
  /** `savedquery`, and the element that holds the id. */
  element: XmlElement;
  idElement: XmlElement;
  /** `fetch/entity`; undefined when it has none. */
  entity?: XmlElement;
  /** `grid` */
  layout?: XmlElement;
}

const tableOf = (file: string): string => file.split('/')[1]!.toLowerCase();

export function readViews(source: Source): ViewPart[] {
  return inFolder(source, 'SavedQueries').flatMap((file) =>
    children(source.xml(file) ?? EMPTY, 'savedquery').map((element) => ({
      id: bareId(textAt(element, 'savedqueryid')),
      file,
      table: tableOf(file),
      element,
      idElement: find(element, 'savedqueryid') ?? element,
      entity: find(element, 'fetchxml', 'fetch', 'entity'),
      layout: find(element, 'layoutxml', 'grid'),
    })),
  );
}

/** A chart of a table. */
export interface ChartPart {
  id: string;
  file: string;
  table: string;
  /** `visualization`, and the element that holds the id. */
  element: XmlElement;
  idElement: XmlElement;
  entity?: XmlElement;
}

export function readCharts(source: Source): ChartPart[] {
  return inFolder(source, 'Visualizations').flatMap((file) => {
    const element = source.xml(file);
    if (element === undefined) return [];
    return {
      id: bareId(textAt(element, 'savedqueryvisualizationid')),
      file,
      table: tableOf(file),
      element,
      idElement: find(element, 'savedqueryvisualizationid') ?? element,
      entity: find(element, 'datadescription', 'datadefinition', 'fetchcollection', 'fetch', 'entity'),
    };
  });
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [], line: 0 };
const inFolder = (source: Source, kind: string): string[] =>
  source.paths('Entities', '.xml').filter((file) => file.split('/')[2] === kind);

/** One table of a query with the columns that are used of it. */
export interface QueriedTable {
  /** Logical name. */
  table: string;
  /** What layouts write before its columns; empty for the query's own table. */
  alias: string;
  /** `entity` or `link-entity` */
  element: XmlElement;
  /** Columns by the attribute that names them, with their elements: attributes, conditions, orders, both ends of links. */
  uses: readonly { column: string; element: XmlElement }[];
}

/** The query's own table and those it links to, outermost first. */
export function queriedTables(entity: XmlElement): QueriedTable[] {
  const links = children(entity, 'link-entity');
  const uses = [
    ...children(entity, 'attribute').map((element) => ({ column: attribute(element, 'name'), element })),
    ...children(entity, 'order')
      .filter((element) => attribute(element, 'attribute') !== '' && attribute(element, 'entityname') === '')
      .map((element) => ({ column: attribute(element, 'attribute'), element })),
    ...conditionsOf(entity)
      .filter((element) => attribute(element, 'entityname') === '')
      .map((element) => ({ column: attribute(element, 'attribute'), element })),
    ...links.map((element) => ({ column: attribute(element, 'to'), element })),
    ...(attribute(entity, 'from') === '' ? [] : [{ column: attribute(entity, 'from'), element: entity }]),
  ];
  const own = { table: attribute(entity, 'name'), alias: attribute(entity, 'alias'), element: entity, uses };
  return [own, ...links.flatMap(queriedTables)];
}

/** Conditions of the filters of one table, those within filters included, those of linked tables not. */
export function conditionsOf(holder: XmlElement): XmlElement[] {
  return children(holder, 'filter').flatMap((filter) => [...children(filter, 'condition'), ...conditionsOf(filter)]);
}

/** What a layout may show: columns of the query's own table by name, of linked tables as `alias.column`. */
export function fetchedColumns(entity: XmlElement): Set<string> {
  return new Set(
    queriedTables(entity).flatMap(({ alias, element }) =>
      children(element, 'attribute').map((each) => {
        const name = attribute(each, 'alias') || attribute(each, 'name');
        return element.name === 'entity' ? name : `${alias}.${name}`;
      }),
    ),
  );
}
