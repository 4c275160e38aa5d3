import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readChoices, readLabels } from './read-choices';
import { readColumn } from './read-column';
import { readRelationships, type Relationship } from './read-relationships';
import { attribute, child, children, textAt, textOf, type XmlElement } from '../xml/element';
import { readXmlFile } from '../xml/read-xml';
import type { Column, Option, Table } from './table';

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** Beside a file stands its name, which no solution lists. */
function fileNameOf(file: Column): Column {
  return {
    logicalName: `${file.logicalName}_name`,
    schemaName: `${file.schemaName}_Name`,
    type: 'nvarchar',
    labels: file.labels,
    required: false,
    primaryName: false,
    createable: false,
    updateable: false,
  };
}

function tableOf(
  root: XmlElement,
  choices: ReadonlyMap<string, ReadonlyMap<number, Option>>,
  relationships: readonly Relationship[],
): Table {
  const entity = child(root, 'EntityInfo', 'entity');
  const schemaName = attribute(entity, 'Name');
  const logicalName = schemaName.toLowerCase();
  const columns = children(child(entity, 'attributes'), 'attribute').flatMap((element) => {
    const column = textAt(element, 'LogicalName');
    const targets = relationships
      .filter((one) => one.table === logicalName && one.column === column)
      .flatMap((one) => one.targets);
    const read = readColumn(element, choices, targets);
    return read.type === 'file' || read.type === 'image' ? [read, fileNameOf(read)] : [read];
  });
  const primaryId = columns.find((column) => column.type === 'primarykey');
  const primaryName = columns.find((column) => column.primaryName);
  if (primaryId === undefined || primaryName === undefined) {
    throw new Error(`Table ${logicalName} needs one primary key and one primary name column.`);
  }
  return {
    logicalName,
    schemaName,
    entitySetName: textAt(entity, 'EntitySetName'),
    labels: readLabels(child(entity, 'LocalizedNames'), 'LocalizedName'),
    primaryId: primaryId.logicalName,
    primaryName: primaryName.logicalName,
    columns: new Map(columns.map((column) => [column.logicalName, column])),
    keys: new Map(
      children(child(entity, 'EntityKeys'), 'EntityKey').map((key) => [
        textAt(key, 'LogicalName'),
        children(child(key, 'EntityKeyAttributes'), 'AttributeName').map(textOf),
      ]),
    ),
  };
}

/**
 * Tables of an unpacked solution.
 * @param folder the source folder that holds `Entities`, `OptionSets` and `Other`
 * @throws when a definition is missing or of a kind the stand-in does not know
 */
export function readTables(folder: string): Table[] {
  const definitions = filesIn(join(folder, 'Other', 'Relationships')).map((file) =>
    join(folder, 'Other', 'Relationships', file),
  );
  const choices = readChoices(folder);
  const relationships = readRelationships(folder, definitions);
  const entities = filesIn(join(folder, 'Entities'));
  if (entities.length === 0) throw new Error(`No tables found in ${join(folder, 'Entities')}.`);
  return entities.map((name) =>
    tableOf(readXmlFile(join(folder, 'Entities', name, 'Entity.xml')), choices, relationships),
  );
}
