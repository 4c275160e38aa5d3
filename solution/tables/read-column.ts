import { readLabels, readOptions } from './read-choices';
import { attribute, child, find, textAt, type XmlElement } from '../xml/element';
import type { Column, ColumnType, LookupTarget, Option } from './table';

const TYPES: ReadonlySet<string> = new Set<ColumnType>([
  'primarykey',
  'uniqueidentifier',
  'nvarchar',
  'ntext',
  'int',
  'bigint',
  'decimal',
  'float',
  'money',
  'datetime',
  'bit',
  'picklist',
  'multiselectpicklist',
  'state',
  'status',
  'lookup',
  'customer',
  'owner',
  'file',
  'image',
]);

function numberOf(element: XmlElement, name: string): number | undefined {
  const text = textAt(element, name);
  return text === '' ? undefined : Number(text);
}

function optionsOf(
  element: XmlElement,
  choices: ReadonlyMap<string, ReadonlyMap<number, Option>>,
): ReadonlyMap<number, Option> | undefined {
  const global = textAt(element, 'OptionSetName');
  const own = find(element, 'optionset');
  if (global === '') return own && readOptions(own);
  const options = choices.get(global);
  if (options === undefined)
    throw new Error(`Choice ${global} of ${textAt(element, 'LogicalName')} has no file in OptionSets.`);
  return options;
}

/**
 * One `attribute` element.
 * @param targets what the column points at when it is a lookup with relationships
 * @throws for a type the stand-in does not know and for a choice that is not in the solution
 */
export function readColumn(
  element: XmlElement,
  choices: ReadonlyMap<string, ReadonlyMap<number, Option>>,
  targets: readonly LookupTarget[],
): Column {
  const logicalName = textAt(element, 'LogicalName');
  const type = textAt(element, 'Type');
  if (!TYPES.has(type)) throw new Error(`Column ${logicalName} has the unknown type ${type}.`);
  const required = textAt(element, 'RequiredLevel');
  const kilobytes = numberOf(element, 'MaxSizeInKB');
  const defaultValue = numberOf(element, 'AppDefaultValue');
  return {
    logicalName,
    schemaName: attribute(element, 'PhysicalName'),
    type: type as ColumnType,
    labels: readLabels(child(element, 'displaynames'), 'displayname'),
    required: required === 'required',
    primaryName: textAt(element, 'DisplayMask').split('|').includes('PrimaryName'),
    createable: textAt(element, 'ValidForCreateApi') === '1',
    updateable: textAt(element, 'ValidForUpdateApi') === '1',
    maxLength: numberOf(element, 'MaxLength'),
    min: numberOf(element, 'MinValue'),
    max: numberOf(element, 'MaxValue'),
    accuracy: numberOf(element, 'Accuracy'),
    dateOnly: type === 'datetime' && textAt(element, 'Behavior') === '2',
    options: optionsOf(element, choices),
    // -1 stands for "no default" with choices.
    defaultValue: defaultValue === -1 ? undefined : defaultValue,
    autoNumber: textAt(element, 'AutoNumberFormat') || undefined,
    targets: targets.length === 0 ? undefined : targets,
    maxBytes: kilobytes === undefined ? undefined : kilobytes * 1024,
  };
}
