import { readLabels, readOptions } from './read-choices';
import { child, textOf, type Element } from './solution-xml';
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

function numberOf(element: Element, name: string): number | undefined {
  const text = textOf(element, name);
  return text === '' ? undefined : Number(text);
}

function optionsOf(
  element: Element,
  choices: ReadonlyMap<string, ReadonlyMap<number, Option>>,
): ReadonlyMap<number, Option> | undefined {
  const global = textOf(element, 'OptionSetName');
  if (global === '') return element.optionset === undefined ? undefined : readOptions(child(element, 'optionset'));
  const options = choices.get(global);
  if (options === undefined)
    throw new Error(`Choice ${global} of ${textOf(element, 'LogicalName')} has no file in OptionSets.`);
  return options;
}

/**
 * One `attribute` element.
 * @param targets what the column points at when it is a lookup with relationships
 * @throws for a type the stand-in does not know and for a choice that is not in the solution
 */
export function readColumn(
  element: Element,
  choices: ReadonlyMap<string, ReadonlyMap<number, Option>>,
  targets: readonly LookupTarget[],
): Column {
  const logicalName = textOf(element, 'LogicalName');
  const type = textOf(element, 'Type');
  if (!TYPES.has(type)) throw new Error(`Column ${logicalName} has the unknown type ${type}.`);
  const required = textOf(element, 'RequiredLevel');
  const kilobytes = numberOf(element, 'MaxSizeInKB');
  const defaultValue = numberOf(element, 'AppDefaultValue');
  return {
    logicalName,
    schemaName: textOf(element, '@PhysicalName'),
    type: type as ColumnType,
    labels: readLabels(child(element, 'displaynames'), 'displayname'),
    required: required === 'required',
    primaryName: textOf(element, 'DisplayMask').split('|').includes('PrimaryName'),
    createable: textOf(element, 'ValidForCreateApi') === '1',
    updateable: textOf(element, 'ValidForUpdateApi') === '1',
    maxLength: numberOf(element, 'MaxLength'),
    min: numberOf(element, 'MinValue'),
    max: numberOf(element, 'MaxValue'),
    accuracy: numberOf(element, 'Accuracy'),
    dateOnly: type === 'datetime' && textOf(element, 'Behavior') === '2',
    options: optionsOf(element, choices),
    // -1 stands for "no default" with choices.
    defaultValue: defaultValue === -1 ? undefined : defaultValue,
    autoNumber: textOf(element, 'AutoNumberFormat') || undefined,
    targets: targets.length === 0 ? undefined : targets,
    maxBytes: kilobytes === undefined ? undefined : kilobytes * 1024,
  };
}
