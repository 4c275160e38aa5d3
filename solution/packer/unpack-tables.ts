import { attribute, children, element, find, textAt, type XmlElement } from '../xml/element';
import { fileName } from './file-names';

/** A file of a source, with what it holds. */
export type XmlFile = [path: string, root: XmlElement];

/** Takes what an element holds out of it, so that it stays as the place where it belongs. */
function emptied(parent: XmlElement, name: string): XmlElement[] {
  const place = find(parent, name);
  if (place === undefined) return [];
  const held = children(place);
  place.children = [];
  return held;
}

/**
 * Takes the forms, views, charts and commands out of a table, each into a file of its own.
 * @param folder of the table, such as `Entities/rcc_Ticket`
 * @returns those files; the table holds empty elements in their places
 */
export function takeParts(table: XmlElement, folder: string): XmlFile[] {
  const forms = emptied(table, 'FormXml').flatMap((group) =>
    children(group).map((form): XmlFile => {
      const type = fileName(attribute(group, 'type'));
      return [`${folder}/FormXml/${type}/${fileName(textAt(form, 'formid'))}.xml`, element('forms', {}, [form])];
    }),
  );
  const views = emptied(table, 'SavedQueries').flatMap((group) =>
    children(group).map((view): XmlFile => {
      const path = `${folder}/SavedQueries/${fileName(textAt(view, 'savedqueryid'))}.xml`;
      return [path, element('savedqueries', {}, [view])];
    }),
  );
  const charts = emptied(table, 'Visualizations').map((chart): XmlFile => [
    `${folder}/Visualizations/${fileName(textAt(chart, 'savedqueryvisualizationid'))}.xml`,
    chart,
  ]);
  const commands = emptied(table, 'RibbonDiffXml');
  const ribbon: XmlFile[] = commands.length === 0 ? [] : [[`${folder}/RibbonDiff.xml`, element('RibbonDiffXml', {}, commands)]]; // prettier-ignore
  return [...forms, ...views, ...charts, ...ribbon];
}
