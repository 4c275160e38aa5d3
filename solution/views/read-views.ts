import { join } from 'node:path';
import { readLabels } from '../tables/read-choices';
import type { Labels, Table } from '../tables/table';
import { attribute, child, descendants, textAt, type XmlElement } from '../xml/element';
import { readXmlFolder } from '../xml/read-xml';
import { writeElement } from '../xml/write-xml';

/** A view a person can choose in the app. */
export interface View {
  /** Lower case, without braces. */
  id: string;
  labels: Labels;
  /** The one the app opens the table with. */
  isDefault: boolean;
  /** Logical names of the columns in the order they are shown. */
  columns: readonly string[];
  /** FetchXML of its rows: filter and order. */
  fetchXml: string;
}

/** `querytype` of the views a person chooses from; the others are for look-ups, quick find and the platform itself. */
const PUBLIC = '0';

/**
 * The views of a table that a person chooses from, the default one first, then as their files are named.
 * @param source the unpacked source of the solution
 * @throws {MalformedXml} naming the file and the line
 */
export function readViews(source: string, { schemaName }: Pick<Table, 'schemaName'>): View[] {
  const folder = join(source, 'Entities', schemaName, 'SavedQueries');
  const queries = readXmlFolder(folder).map((file) => child(file, 'savedquery'));
  return queries
    .filter((query) => textAt(query, 'querytype') === PUBLIC)
    .map(viewOf)
    .sort((left, right) => Number(right.isDefault) - Number(left.isDefault));
}

function viewOf(query: XmlElement): View {
  return {
    id: textAt(query, 'savedqueryid').replace(/[{}]/g, '').toLowerCase(),
    labels: readLabels(child(query, 'LocalizedNames'), 'LocalizedName'),
    isDefault: textAt(query, 'isdefault') === '1',
    columns: [...descendants(child(query, 'layoutxml'), 'cell')].map((cell) => attribute(cell, 'name')),
    fetchXml: writeElement(child(query, 'fetchxml', 'fetch')),
  };
}
