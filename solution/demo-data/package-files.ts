import { inOrder, type SolutionFiles } from '../source/solution-files';
import type { Column, Table } from '../tables/table';
import { element, type XmlElement } from '../xml/element';
import { writeXml } from '../xml/write-xml';
import type { PlainValue } from './column-value';
import { type DemoTable, isPointer, type Pointer } from './demo-rows';

/**
 * Words of the Configuration Migration format for kinds of columns, as the schemas of that tool name them
 * (learn.microsoft.com/power-platform/admin/manage-configuration-data; the words themselves from public packages).
 */
const TYPES: Partial<Record<Column['type'], string>> = {
  nvarchar: 'string',
  ntext: 'string',
  int: 'number',
  decimal: 'decimal',
  bit: 'bool',
  datetime: 'datetime',
  picklist: 'optionsetvalue',
  multiselectpicklist: 'optionsetvaluecollection',
  state: 'state',
  status: 'status',
  lookup: 'entityreference',
  owner: 'owner',
};

/** Type codes of own tables differ between environments, so the import cannot go by them; the format wants a number. */
const TYPE_CODES: Record<string, number> = { contact: 2 };
const FIRST_OWN_CODE = 10_000;

const labelOf = ({ labels }: Table | Column): string => labels.get(1033) ?? '';

/**
 * By what an import finds a row that is there already: an alternate key that all rows fill, since the desk may have such a
 * row of its own; else the id.
 */
function comparedBy({ table, rows }: DemoTable): ReadonlySet<string> {
  const isFilled = (name: string) =>
    !table.columns.get(name)?.autoNumber && rows.every(({ values }) => values.has(name));
  return new Set([...table.keys.values()].find((names) => names.every(isFilled)) ?? [table.primaryId]);
}

/** State and status come together. */
function namesIn({ table, rows }: DemoTable): string[] {
  const used = new Set(rows.flatMap(({ values }) => [...values.keys()]));
  const names = [...table.columns.keys()].filter((name) => used.has(name));
  return used.has('statuscode') ? [...names.filter((name) => name !== 'statecode'), 'statecode'] : names;
}

function schemaField(table: Table, name: string, isCompared: boolean): XmlElement {
  const column = table.columns.get(name)!;
  const isKey = name === table.primaryId;
  return element('field', {
    displayname: labelOf(column),
    name,
    type: isKey ? 'guid' : TYPES[column.type]!,
    ...(isKey && { primaryKey: 'true' }),
    ...(isCompared && { updateCompare: 'true' }),
    ...(column.type === 'lookup' && { lookupType: column.targets?.map((target) => target.table).join('|') ?? '' }),
    ...(column.schemaName.startsWith('rcc_') && { customfield: 'true' }),
  });
}

function schemaOf(tables: readonly DemoTable[]): XmlElement {
  const entities = tables.map((demo, index) => {
    const { table } = demo;
    const compared = comparedBy(demo);
    return element(
      'entity',
      {
        name: table.logicalName,
        displayname: labelOf(table),
        etc: String(TYPE_CODES[table.logicalName] ?? FIRST_OWN_CODE + index),
        primaryidfield: table.primaryId,
        primarynamefield: table.primaryName,
        disableplugins: 'false',
      },
      [
        element(
          'fields',
          {},
          [table.primaryId, ...namesIn(demo)].map((name) => schemaField(table, name, compared.has(name))),
        ),
      ],
    );
  });
  const order = tables.map(({ table }) => element('entityName', {}, [table.logicalName]));
  return element('entities', { dateMode: 'absolute' }, [element('entityImportOrder', {}, order), ...entities]);
}

/** Instants with seven digits of a second, as .NET writes them. */
const instant = (text: string): string => new Date(text).toISOString().replace('Z', '0000Z');

function valueText(column: Column, value: PlainValue): string {
  if (Array.isArray(value)) return `[-1,${value.join(',')},-1]`;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return column.type === 'datetime' ? instant(String(value)) : String(value);
}

function dataField(column: Column, value: PlainValue | Pointer): XmlElement {
  const name = column.logicalName;
  if (!isPointer(value)) return element('field', { name, value: valueText(column, value) });
  return element('field', { name, value: value.id, lookupentity: value.table, lookupentityname: value.name });
}

function recordsOf({ table, rows }: DemoTable): XmlElement[] {
  const state = (status: PlainValue | Pointer): string =>
    String(table.columns.get('statuscode')?.options?.get(Number(status))?.state);
  return rows.map(({ id, values }) =>
    element('record', { id }, [
      element('field', { name: table.primaryId, value: id }),
      ...[...values].map(([name, value]) => dataField(table.columns.get(name)!, value)),
      ...(values.has('statuscode')
        ? [element('field', { name: 'statecode', value: state(values.get('statuscode')!) })]
        : []),
    ]),
  );
}

function dataOf(tables: readonly DemoTable[], today: string): XmlElement {
  const entities = tables.map((demo) =>
    element('entity', { name: demo.table.logicalName, displayname: labelOf(demo.table) }, [
      element('records', {}, recordsOf(demo)),
      element('m2mrelationships'),
    ]),
  );
  const namespaces = {
    'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  return element('entities', { ...namespaces, timestamp: instant(`${today}T00:00:00Z`) }, entities);
}

const CONTENT_TYPES = element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
  element('Default', { Extension: 'xml', ContentType: 'application/octet-stream' }),
]);

/**
 * The files of a data package for `pac data import`: `data_schema.xml` says what there is, `data.xml` holds the rows.
 * @param today the date its times are relative to
 */
export function packageFiles(tables: readonly DemoTable[], today: string): SolutionFiles {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  return inOrder([
    ['[Content_Types].xml', writeXml(CONTENT_TYPES)],
    ['data.xml', writeXml(dataOf(filled, today))],
    ['data_schema.xml', writeXml(schemaOf(filled))],
  ]);
}
