import { attribute, child, children, find, textAt, type XmlElement } from '../../xml/element';
import type { Source } from './source';

/** A column of a table of the solution. */
export interface ColumnPart {
  /** Logical name. */
  name: string;
  schemaName: string;
  type: string;
  /** Made by the publisher, not by the platform. */
  custom: boolean;
  element: XmlElement;
}

/** A table of the solution. */
export interface TablePart {
  /** Logical name. */
  name: string;
  /** In its stored case, as privileges use it. */
  schemaName: string;
  file: string;
  /** Folder of its file, below `Entities`. */
  folder: string;
  /** `Entity` and, within it, `EntityInfo/entity`. */
  element: XmlElement;
  info: XmlElement;
  /** By logical name; of two with the same name the first. */
  columns: ReadonlyMap<string, ColumnPart>;
  /** All, in the order of the file. */
  allColumns: readonly ColumnPart[];
}

export function readTables(source: Source): TablePart[] {
  return source.paths('Entities', '/Entity.xml').flatMap((file) => {
    const element = source.xml(file);
    const info = element && find(element, 'EntityInfo', 'entity');
    if (!element || !info) return [];
    const schemaName = attribute(info, 'Name');
    const allColumns = children(child(info, 'attributes'), 'attribute').map(columnOf);
    const columns = new Map([...allColumns].reverse().map((column) => [column.name, column]));
    const folder = file.split('/')[1]!;
    return [{ name: schemaName.toLowerCase(), schemaName, file, folder, element, info, columns, allColumns }];
  });
}

function columnOf(element: XmlElement): ColumnPart {
  return {
    name: textAt(element, 'LogicalName'),
    schemaName: attribute(element, 'PhysicalName'),
    type: textAt(element, 'Type'),
    custom: textAt(element, 'IsCustomField') === '1',
    element,
  };
}

export const isOwnedByUsers = ({ info }: TablePart): boolean => textAt(info, 'OwnershipTypeMask') === 'UserOwned';
export const isPrimaryName = ({ element }: ColumnPart): boolean =>
  textAt(element, 'DisplayMask').split('|').includes('PrimaryName');

/** A global choice of the solution. */
export interface ChoicePart {
  name: string;
  file: string;
  element: XmlElement;
}

export function readChoices(source: Source): ChoicePart[] {
  return source.direct('OptionSets', '.xml').flatMap((file) => {
    const element = source.xml(file);
    return element ? [{ name: attribute(element, 'Name'), file, element }] : [];
  });
}

/** The options, states or statuses of an option set, whatever it is. */
export const optionsOf = (optionset: XmlElement): XmlElement[] => [
  ...children(child(optionset, 'options'), 'option'),
  ...children(child(optionset, 'states'), 'state'),
  ...children(child(optionset, 'statuses'), 'status'),
];
