import { attribute, child, children, find, type XmlElement } from '../../xml/element';
import { allElements } from '../parts/other-parts';
import type { Solution } from '../parts/solution';
import { optionsOf } from '../parts/tables';
import type { Rule } from '../rule';

/** Texts of a list, such as `LocalizedNames`: each with the language it is in. */
const textsOf = (list: XmlElement): { language: string; text: string; element: XmlElement }[] =>
  children(list).flatMap((element) => {
    const language = attribute(element, 'languagecode') || attribute(element, 'LCID');
    if (language === '') return [];
    return [{ language, text: attribute(element, 'description') || attribute(element, 'Title'), element }];
  });

/** Lists that may stay empty: what they hold is shown as a hint only, or not at all. */
const isOptional = (list: XmlElement, parent: XmlElement | undefined): boolean =>
  /^descriptions?$/i.test(list.name) || attribute(parent ?? list, 'showlabel') === 'false';

function* listsOf(root: XmlElement): Generator<{ list: XmlElement; parent?: XmlElement }> {
  yield { list: root };
  for (const parent of allElements(root)) for (const list of children(parent)) yield { list, parent };
}

function faultOf(list: XmlElement, optional: boolean, languages: readonly string[]): string | undefined {
  const texts = textsOf(list);
  if (texts.length === 0) return undefined;
  const empty = texts.filter(({ text }) => text.trim() === '');
  if (optional && empty.length === texts.length) return undefined;
  if (empty.length > 0) return `is empty in ${empty.map(({ language }) => language).join(', ')}`;
  const missing = languages.filter((language) => !texts.some((each) => each.language === language));
  if (missing.length > 0) return `is missing in ${missing.join(', ')}`;
  const twice = texts.find((each, index) => texts.findIndex(({ language }) => language === each.language) !== index);
  return twice && `stands twice in ${twice.language}`;
}

/** Where a label has to be: the element, and the list in it. */
function* places(solution: Solution): Generator<{ file: string; element: XmlElement; list: string; what: string }> {
  for (const { file, info, allColumns } of solution.ownTables()) {
    yield { file, element: info, list: 'LocalizedNames', what: 'the table' };
    yield { file, element: info, list: 'LocalizedCollectionNames', what: 'the table, in the plural,' };
    for (const { element, name } of allColumns) {
      yield { file, element, list: 'displaynames', what: `the column ${name}` };
      for (const option of optionsOf(child(element, 'optionset')))
        yield { file, element: option, list: 'labels', what: `the option ${attribute(option, 'value')} of ${name}` };
    }
  }
  for (const { file, element, name } of solution.choices()) {
    yield { file, element, list: 'displaynames', what: `the choice ${name}` };
    for (const option of optionsOf(element))
      yield { file, element: option, list: 'labels', what: `the option ${attribute(option, 'value')}` };
  }
  for (const { file, element, type } of [...solution.forms(), ...solution.dashboards()])
    yield { file, element, list: 'LocalizedNames', what: type === 'dashboard' ? 'the dashboard' : 'the form' };
  for (const { file, element } of solution.views()) yield { file, element, list: 'LocalizedNames', what: 'the view' };
  for (const { file, element } of solution.charts()) yield { file, element, list: 'LocalizedNames', what: 'the chart' };
  for (const { file, element } of solution.apps()) yield { file, element, list: 'LocalizedNames', what: 'the app' };
  for (const { file, element, entries } of solution.siteMaps()) {
    yield { file, element, list: 'LocalizedNames', what: 'the site map' };
    for (const entry of entries)
      yield { file, element: entry, list: 'Titles', what: `the ${entry.name} ${attribute(entry, 'Id')}` };
  }
  for (const { file, element } of solution.flows()) yield { file, element, list: 'LocalizedNames', what: 'the flow' };
  for (const { file, element, name } of solution.variables())
    yield { file, element, list: 'displayname', what: `the environment variable ${name}` };
}

/** Files whose texts people read; controls bring theirs in files of their own. */
const hasLabels = (path: string): boolean =>
  path.endsWith('.xml') &&
  !path.startsWith('Controls/') &&
  (!path.startsWith('WebResources/') || path.endsWith('.data.xml'));

export const labelRules: readonly Rule[] = [
  {
    code: 'S030',
    severity: 'error',
    title:
      'Every text people read is there in each language of `Languages`, once; a description may be empty in all of them.',
    *check(solution) {
      const { source, languages } = solution;
      if (languages.length === 0) return;
      for (const file of [...source.files.keys()].filter(hasLabels)) {
        const root = source.xml(file);
        for (const { list, parent } of root ? listsOf(root) : []) {
          const fault = faultOf(list, isOptional(list, parent), languages);
          if (fault)
            yield {
              file,
              line: list.line,
              message: `A text in <${list.name}> ${fault}.`,
              fix: `Write it in ${languages.join(' and ')}.`,
            };
        }
      }
    },
  },
  {
    code: 'S031',
    severity: 'error',
    title:
      'Tables, columns, options, forms, views, charts, dashboards, apps, entries of site maps, flows and variables have a name for people.',
    *check(solution) {
      for (const { file, element, list, what } of places(solution)) {
        const found = find(element, list);
        if (!found || textsOf(found).length === 0)
          yield {
            file,
            line: element.line,
            message: `There is no name for ${what}.`,
            fix: `Add <${list}> with a text in each language.`,
          };
      }
    },
  },
];
