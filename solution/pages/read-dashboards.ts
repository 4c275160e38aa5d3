import { join } from 'node:path';
import { readLabels } from '../tables/read-choices';
import { attribute, child, children, descendants, textAt, type XmlElement } from '../xml/element';
import { readXmlFolder } from '../xml/read-xml';
import { bareId, english, nameOf } from './names';

export interface Tile {
  name: string;
  /** Logical name. */
  table: string;
  /** Id of the view whose rows it shows. */
  view: string;
  /** Id of its chart; left out for a list. */
  chart?: string;
  /** Code component that shows the rows in place of the platform's list. */
  shownBy?: string;
}

export interface Dashboard {
  id: string;
  name: string;
  tiles: readonly Tile[];
}

/** The dashboards of a solution with English names. @throws {MalformedXml} naming the file and the line */
export function readDashboards(source: string): Dashboard[] {
  return readXmlFolder(join(source, 'Dashboards')).map((root) => {
    return {
      id: bareId(textAt(root, 'FormId')),
      name: nameOf(root),
      tiles: [...descendants(root, 'cell')].map((cell) => tileOf(cell, root)),
    };
  });
}

function tileOf(cell: XmlElement, root: XmlElement): Tile {
  const control = child(cell, 'control');
  const parameters = child(control, 'parameters');
  const description = [...descendants(root, 'controlDescription')].find(
    (each) => attribute(each, 'forControl') === attribute(control, 'uniqueid'),
  );
  const component = description && children(description).find((each) => attribute(each, 'name') !== '');
  return {
    name: english(readLabels(child(cell, 'labels'), 'label')),
    table: textAt(parameters, 'TargetEntityType'),
    view: bareId(textAt(parameters, 'ViewId')),
    chart: bareId(textAt(parameters, 'VisualizationId')) || undefined,
    shownBy: component && attribute(component, 'name'),
  };
}
