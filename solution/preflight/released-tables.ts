import type { SolutionFiles } from '../source/solution-files';
import { attribute, child, children, textAt, textOf, type XmlElement } from '../xml/element';
import { readXml } from '../xml/read-xml';

/** What of a column an import compares with the one that is there. */
export interface ReleasedColumn {
  logicalName: string;
  /** As Entity.xml names it: `nvarchar`, `int` … */
  type: string;
  /** Text: characters. */
  maxLength?: number;
  /** Numbers. */
  min?: number;
  max?: number;
  /** Decimals: digits after the point. */
  accuracy?: number;
  required: boolean;
  /** The global choice it takes its values from. */
  choice?: string;
  /** Values of a choice of its own, of a state or a status → English label. */
  options: ReadonlyMap<number, string>;
}

export interface ReleasedTable {
  logicalName: string;
  /** `UserOwned` or `OrgOwned`. */
  ownership: string;
  columns: ReadonlyMap<string, ReleasedColumn>;
  /** Alternate keys: name → its columns, sorted. */
  keys: ReadonlyMap<string, readonly string[]>;
}

function numberAt(element: XmlElement, name: string): number | undefined {
  const text = textAt(element, name);
  return text === '' ? undefined : Number(text);
}

function optionsOf(column: XmlElement): Map<number, string> {
  const lists = ['options', 'states', 'statuses'].flatMap((name) => children(child(column, 'optionset', name)));
  return new Map(
    lists.map((option) => [
      Number(attribute(option, 'value')),
      attribute(child(option, 'labels', 'label'), 'description'),
    ]),
  );
}

function columnOf(element: XmlElement): ReleasedColumn {
  const choice = textAt(element, 'OptionSetName');
  return {
    logicalName: textAt(element, 'LogicalName'),
    type: textAt(element, 'Type'),
    maxLength: numberAt(element, 'MaxLength'),
    min: numberAt(element, 'MinValue'),
    max: numberAt(element, 'MaxValue'),
    accuracy: numberAt(element, 'Accuracy'),
    required: textAt(element, 'RequiredLevel') === 'required',
    ...(choice === '' ? {} : { choice }),
    options: optionsOf(element),
  };
}

/** Tables of an unpacked solution by logical name. @throws {MalformedXml} */
export function readReleasedTables(files: SolutionFiles): Map<string, ReleasedTable> {
  const tables = new Map<string, ReleasedTable>();
  for (const [path, content] of files) {
    if (!/^Entities\/[^/]+\/Entity\.xml$/.test(path)) continue;
    const entity = child(readXml(content, path), 'EntityInfo', 'entity');
    const logicalName = attribute(entity, 'Name').toLowerCase();
    const columns = children(child(entity, 'attributes'), 'attribute').map(columnOf);
    tables.set(logicalName, {
      logicalName,
      ownership: textAt(entity, 'OwnershipTypeMask'),
      columns: new Map(columns.map((column) => [column.logicalName, column])),
      keys: new Map(
        children(child(entity, 'EntityKeys'), 'EntityKey').map((key) => [
          textAt(key, 'LogicalName'),
          children(child(key, 'EntityKeyAttributes'), 'AttributeName').map(textOf).sort(),
        ]),
      ),
    });
  }
  return tables;
}
