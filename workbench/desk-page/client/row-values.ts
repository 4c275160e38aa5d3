import type { Values } from '../../../pcf-controls/mocks/dataset-record';
import type { Row } from '../../../pcf-controls/mocks/odata-query';
import type { ColumnView, LabelView, TableView } from '../desk-data';

type Column = ComponentFramework.PropertyHelper.DataSetApi.Column;

const ENGLISH = 1033;
const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const TARGET = '@Microsoft.Dynamics.CRM.lookuplogicalname';
const LOOKUPS = new Set(['lookup', 'customer', 'owner']);
const CHOICES = new Set(['picklist', 'status', 'state']);
/** What the platform calls the kinds of columns on a view. */
const DATA_TYPES: Readonly<Record<string, string>> = {
  nvarchar: 'SingleLine.Text',
  ntext: 'Multiple',
  int: 'Whole.None',
  bigint: 'Whole.None',
  decimal: 'Decimal',
  float: 'FP',
  money: 'Currency',
  bit: 'TwoOptions',
  picklist: 'OptionSet',
  state: 'OptionSet',
  status: 'OptionSet',
  multiselectpicklist: 'MultiSelectPicklist',
  lookup: 'Lookup.Simple',
  customer: 'Lookup.Customer',
  owner: 'Lookup.Owner',
};

/** A text in a language; in English where there is none. */
export const inLanguage = (label: LabelView, language: number): string => label[language] ?? label[ENGLISH] ?? '';

/** The columns of a view as a control finds them. What the table does not have is left out. */
export function viewColumns(
  { columns, primaryName }: TableView,
  names: readonly string[],
  language: number,
): (Pick<Column, 'name' | 'dataType'> & Partial<Column>)[] {
  return names.flatMap((name) => {
    const column = columns.find((one) => one.name === name);
    if (!column) return [];
    const date = column.dateOnly ? 'DateAndTime.DateOnly' : 'DateAndTime.DateAndTime';
    const dataType = column.type === 'datetime' ? date : (DATA_TYPES[column.type] ?? 'SingleLine.Text');
    const displayName = inLanguage(column.label, language);
    // No property-set is mapped: the controls find our own columns by their names.
    return [{ name, alias: '', dataType, displayName, isPrimary: name === primaryName }];
  });
}

/** The name a column's value has in a row of the Web API. */
export const propertyOf = ({ name, type }: ColumnView): string => (LOOKUPS.has(type) ? `_${name}_value` : name);

/** A row of the Web API as the values of a dataset's row, choices with their labels in a language. */
export function valuesOf(row: Row, { columns }: Pick<TableView, 'columns'>, language: number): Values {
  return Object.fromEntries(
    columns.flatMap((column): [string, Values[string]][] => {
      const property = propertyOf(column);
      return property in row ? [[column.name, valueOf(row, property, column, language)]] : [];
    }),
  );
}

function valueOf(row: Row, property: string, column: ColumnView, language: number): Values[string] {
  const raw = row[property];
  if (raw === null || raw === undefined) return null;
  const shown = row[`${property}${FORMATTED}`];
  if (LOOKUPS.has(column.type)) {
    return { id: String(raw), name: String(shown ?? ''), entityType: String(row[`${property}${TARGET}`] ?? '') };
  }
  if (CHOICES.has(column.type)) return { value: Number(raw), label: labelOf(column, raw, language) };
  if (column.type === 'datetime' && !column.dateOnly) return new Date(String(raw));
  return raw as Values[string];
}

/** The label of a choice's value, the value itself where it has none. */
export function labelOf({ options = [] }: ColumnView, value: unknown, language: number): string {
  const option = options.find((one) => one.value === Number(value));
  return option ? inLanguage(option.label, language) : String(value);
}
