import { Refusal } from '../cli/command';
import { children, element, find, type XmlElement } from '../xml/element';
import { type Source } from './source';

/** Fills an empty element with what lies in files of its own. @throws {Refusal} when it is not there, or not empty */
export function fill(parent: XmlElement, path: string, placeholder: string, content: XmlElement[], what: string): void {
  const place = find(parent, placeholder);
  if (content.length === 0) return;
  if (place === undefined) {
    throw new Refusal(`${path} has no <${placeholder} />, without which ${what} would be lost. Put it in.`);
  }
  if (place.children.length > 0) {
    throw new Refusal(`${path}:${place.line} has content in <${placeholder}>, but ${what} are in files of their own. Leave it empty.`); // prettier-ignore
  }
  place.children = content;
}

/** The components in one folder of a table, each in a file of its own. */
function contentOf(source: Source, paths: readonly string[], root: string): XmlElement[] {
  return paths.flatMap((path) => {
    const file = source.xml(path, root);
    return root === 'visualization' ? [file] : children(file);
  });
}

/** Forms by their type, which the folder says. */
function formsOf(source: Source, paths: readonly string[]): XmlElement[] {
  const types = [...new Set(paths.map((path) => path.split('/')[3]!))];
  return types.map((type) =>
    element('forms', { type }, contentOf(source, paths.filter((path) => path.split('/')[3] === type), 'forms')),
  ); // prettier-ignore
}

/**
 * A table as it is in the package: its own file, with its forms, views, charts and commands filled in.
 * @param path `Entities/<Table>/Entity.xml`
 */
export function packTable(source: Source, path: string): XmlElement {
  const table = source.xml(path, 'Entity');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const below = source.matching(/^Entities\//).filter((each) => each.startsWith(folder));
  const inFolder = (pattern: RegExp) => below.filter((each) => pattern.test(each.slice(folder.length)));

  fill(table, path, 'FormXml', formsOf(source, inFolder(/^FormXml\/[^/]+\/[^/]+\.xml$/)), 'its forms');
  const views = contentOf(source, inFolder(/^SavedQueries\/[^/]+\.xml$/), 'savedqueries');
  fill(table, path, 'SavedQueries', views.length === 0 ? [] : [element('savedqueries', {}, views)], 'its views');
  const charts = contentOf(source, inFolder(/^Visualizations\/[^/]+\.xml$/), 'visualization');
  fill(table, path, 'Visualizations', charts, 'its charts');
  const ribbon = `${folder}RibbonDiff.xml`;
  if (source.has(ribbon)) fill(table, path, 'RibbonDiffXml', source.xml(ribbon, 'RibbonDiffXml').children.filter((each) => typeof each !== 'string'), 'its commands'); // prettier-ignore
  return table;
}
