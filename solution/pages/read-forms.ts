import { join } from 'node:path';
import { readLabels } from '../tables/read-choices';
import type { Labels, Table } from '../tables/table';
import { attribute, child, children, descendants, textAt, type XmlElement } from '../xml/element';
import { readXmlFolder } from '../xml/read-xml';
import { bareId } from './names';

/** What stands in a cell of a form. */
export interface FormField {
  labels: Labels;
  /** Logical name of the column; left out when the cell shows something else. */
  column?: string;
  /** The list, timeline or code component that shows it; left out for a field as the platform draws it. */
  shownBy?: string;
  readOnly: boolean;
  hidden: boolean;
}

export interface FormSection {
  labels: Labels;
  fields: readonly FormField[];
}

export interface FormTab {
  labels: Labels;
  sections: readonly FormSection[];
}

/** A form of a table. */
export interface Form {
  /** Lower case, without braces. */
  id: string;
  /** Name of the folder it lies in: `main`, `quickCreate`, `quick` or `card`. */
  type: string;
  labels: Labels;
  header: readonly FormField[];
  tabs: readonly FormTab[];
}

/** Types of forms in the order they are listed, and what a person calls them. */
export const FORM_KINDS: Readonly<Record<string, string>> = {
  main: 'Main form',
  quickCreate: 'Quick create',
  quick: 'Quick view',
  card: 'Card',
};

/**
 * The forms of a table: main ones first, then those to create rows quickly, then the others.
 * @param source the unpacked source of the solution
 * @throws {MalformedXml} naming the file and the line
 */
export function readForms(source: string, { schemaName }: Pick<Table, 'schemaName'>): Form[] {
  return Object.keys(FORM_KINDS).flatMap((type) => {
    const folder = join(source, 'Entities', schemaName, 'FormXml', type);
    return readXmlFolder(folder).map((file) => formOf(type, child(file, 'systemform')));
  });
}

const isHidden = (element: XmlElement) => attribute(element, 'visible') === 'false';
const labelsOf = (element: XmlElement) => readLabels(child(element, 'labels'), 'label');

function formOf(type: string, systemForm: XmlElement): Form {
  const form = child(systemForm, 'form');
  const field = fieldReader(form);
  return {
    id: bareId(textAt(systemForm, 'formid')),
    type,
    labels: readLabels(child(systemForm, 'LocalizedNames'), 'LocalizedName'),
    header: [...descendants(child(form, 'header'), 'cell')].map((cell) => field(cell, false)),
    tabs: children(child(form, 'tabs'), 'tab').map((tab) => ({
      labels: labelsOf(tab),
      sections: [...descendants(tab, 'section')].map((section) => ({
        labels: labelsOf(section),
        fields: [...descendants(section, 'cell')].map((cell) => field(cell, isHidden(section))),
      })),
    })),
  };
}

/** Reads the cells of one form. */
function fieldReader(form: XmlElement) {
  const descriptions = new Map(
    children(child(form, 'controlDescriptions'), 'controlDescription').map((each) => [
      attribute(each, 'forControl'),
      each,
    ]),
  );
  const component = (control: XmlElement) => {
    const described = descriptions.get(attribute(control, 'uniqueid'));
    const named = described && children(described).find((each) => attribute(each, 'name') !== '');
    return named && attribute(named, 'name');
  };
  const list = (control: XmlElement) => {
    const table = textAt(control, 'parameters', 'TargetEntityType');
    return table === '' ? undefined : `list of ${table}`;
  };
  const timeline = (control: XmlElement) => (attribute(control, 'id') === 'notescontrol' ? 'timeline' : undefined);
  return (cell: XmlElement, hidden: boolean): FormField => {
    const control = child(cell, 'control');
    return {
      labels: labelsOf(cell),
      column: attribute(control, 'datafieldname') || undefined,
      shownBy: component(control) ?? list(control) ?? timeline(control),
      readOnly: attribute(control, 'disabled') === 'true',
      hidden: hidden || isHidden(cell),
    };
  };
}
