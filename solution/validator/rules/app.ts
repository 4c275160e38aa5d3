import { attribute, type XmlElement } from '../../xml/element';
import type { AppPart } from '../parts/app';
import { bareId, type ComponentName } from '../parts/manifest';
import type { Solution } from '../parts/solution';
import { STOCK_ROLES } from '../platform';
import type { Rule } from '../rule';
import { findView } from './forms';

const FORM_OR_DASHBOARD = '60';

/** What a component of an app may be, by type code. */
const NAMES: Record<string, string> = {
  '1': 'table',
  '26': 'view',
  '29': 'business process flow',
  '48': 'ribbon command',
  '59': 'chart',
  '60': 'form or dashboard',
  '61': 'web resource',
  '62': 'site map',
  '300': 'canvas app',
};

/** Whether the component is there; tables are held against a rule of their own. */
function isThere(solution: Solution, { type, name }: ComponentName): boolean {
  const { all, source } = solution;
  if (solution.isDeclared(type, name)) return true;
  if (type === '26') return findView(solution, name) !== undefined;
  if (type === '59')
    return all.some((each) => each.charts().some(({ id }) => id === name)) || source.isUncertain('Entities');
  if (type === FORM_OR_DASHBOARD)
    return (
      all.some((each) => [...each.forms(), ...each.dashboards()].some(({ id }) => id === name)) ||
      ['Entities', 'Dashboards'].some((folder) => source.isUncertain(folder))
    );
  if (type === '61')
    return all.some((each) => each.webResources().some((resource) => resource.name.toLowerCase() === name));
  if (type === '62')
    return (
      all.some((each) => each.siteMaps().some(({ uniqueName }) => uniqueName.toLowerCase() === name)) ||
      source.isUncertain('AppModuleSiteMaps')
    );
  return true;
}

/** Whether an app names one of that type that is not there: what lacks for want of it is not reported again. */
export const hasGap = (solution: Solution, type: string): boolean =>
  solution.apps().some(({ components }) => components.some((each) => each.type === type && !isThere(solution, each)));

/** Table of a view, chart or form of the solution. */
function tableOf(solution: Solution, { type, name }: ComponentName): string | undefined {
  const parts: Record<string, () => readonly { id: string; table: string }[]> = {
    '26': solution.views,
    '59': solution.charts,
    '60': solution.forms,
  };
  return parts[type]?.().find(({ id }) => id === name)?.table;
}

const has = ({ components }: AppPart, type: string, name: string): boolean =>
  components.some((each) => each.type === type && each.name === name);

function* siteMapTargets(subAreas: readonly XmlElement[]): Generator<ComponentName & { element: XmlElement }> {
  for (const element of subAreas) {
    const table = attribute(element, 'Entity').toLowerCase();
    const dashboard = bareId(attribute(element, 'DefaultDashboard'));
    if (table !== '') yield { type: '1', name: table, element };
    if (dashboard !== '') yield { type: FORM_OR_DASHBOARD, name: dashboard, element };
  }
}

export const appRules: readonly Rule[] = [
  {
    code: 'S100',
    severity: 'error',
    title: 'Every view, chart, form, dashboard and site map of an app is there, under a type code that apps know.',
    *check(solution) {
      for (const { file, components } of solution.apps()) {
        for (const component of components) {
          const { type, name, element } = component;
          if (NAMES[type] === undefined)
            yield {
              file,
              line: element.line,
              message: `'${type}' is no type of a component of an app.`,
              fix: `Write one of ${Object.entries(NAMES)
                .map(([code, what]) => `${code} (${what})`)
                .join(', ')}.`,
            };
          else if (type !== '1' && !isThere(solution, component))
            yield {
              file,
              line: element.line,
              message: `There is no ${NAMES[type]} ${name}.`,
              fix: 'Add it to the solution, or remove it from the app.',
              missing: `${type === '26' ? 'view' : type === '59' ? 'chart' : type} ${name}`,
            };
        }
      }
    },
  },
  {
    code: 'S101',
    severity: 'error',
    title: 'An app has the site map that carries its unique name.',
    *check(solution) {
      for (const { file, element, uniqueName, components } of solution.apps()) {
        const maps = components.filter(({ type }) => type === '62');
        if (maps.length !== 1 || maps[0]!.name !== uniqueName.toLowerCase())
          yield {
            file,
            line: (maps[0]?.element ?? element).line,
            message: `The app ${uniqueName} has ${maps.length === 0 ? 'no site map' : `the site map ${maps.map(({ name }) => name).join(', ')}`}.`,
            fix: `Name the site map ${uniqueName} as its component of type 62.`,
          };
      }
    },
  },
  {
    code: 'S102',
    severity: 'error',
    title: 'The app of a site map holds every table and dashboard that the site map leads to, and these are there.',
    *check(solution) {
      for (const { file, uniqueName, subAreas } of solution.siteMaps()) {
        const app = solution.apps().find((each) => each.uniqueName.toLowerCase() === uniqueName.toLowerCase());
        for (const { type, name, element } of siteMapTargets(subAreas)) {
          const what = type === '1' ? 'table' : 'dashboard';
          if (type !== '1' && !isThere(solution, { type, name }))
            yield {
              file,
              line: element.line,
              message: `There is no dashboard ${name}.`,
              fix: 'Write the id of one.',
              missing: `${type} ${name}`,
            };
          else if (app && !has(app, type, name))
            yield {
              file,
              line: element.line,
              message: `The ${what} ${name} is not in the app ${uniqueName}.`,
              fix: `Add it to ${app.file}, or remove the entry.`,
            };
        }
      }
    },
  },
  {
    code: 'S103',
    severity: 'error',
    title: 'Views, charts and forms of an app are those of tables that are in it.',
    *check(solution) {
      for (const app of solution.apps()) {
        for (const component of app.components) {
          const table = tableOf(solution, component);
          if (table !== undefined && !has(app, '1', table))
            yield {
              file: app.file,
              line: component.element.line,
              message: `The ${NAMES[component.type]} ${component.name} is one of ${table}, which is not in the app.`,
              fix: 'Add the table, or remove the component.',
              missing: `table ${table} in ${app.file}`,
            };
        }
      }
    },
  },
  {
    code: 'S104',
    severity: 'error',
    title: 'Roles that see an app are in the solution, there before, or the two that exports always name.',
    *check(solution) {
      const known = new Set(solution.all.flatMap((each) => each.roles().map(({ id }) => id)));
      for (const { file, roles } of solution.apps()) {
        for (const { id, element } of roles) {
          if (
            !known.has(id) &&
            !STOCK_ROLES.has(id) &&
            !solution.isDeclared('20', id) &&
            !solution.source.isUncertain('Roles')
          )
            yield {
              file,
              line: element.line,
              message: `There is no role ${id}.`,
              fix: 'Add it, or remove the line.',
              missing: `20 ${id}`,
            };
        }
      }
    },
  },
  {
    code: 'S105',
    severity: 'error',
    title:
      'Areas, groups and sub-areas of a site map have ids of letters, digits and `_`, each once; a sub-area leads somewhere.',
    *check(solution) {
      for (const { file, entries } of solution.siteMaps()) {
        const seen = new Set<string>();
        for (const element of entries) {
          const id = attribute(element, 'Id');
          if (!/^\w{1,100}$/.test(id) || seen.has(id))
            yield {
              file,
              line: element.line,
              message: `'${id}' cannot be the id of this ${element.name}, or stands twice.`,
              fix: 'Use letters, digits and _, and another id for each entry.',
            };
          else if (
            element.name === 'SubArea' &&
            !['Entity', 'Url', 'DefaultDashboard', 'Page'].some((name) => attribute(element, name) !== '')
          )
            yield {
              file,
              line: element.line,
              message: `The sub-area ${id} leads nowhere.`,
              fix: 'Give it an Entity, a DefaultDashboard, a Page or a Url.',
            };
          seen.add(id);
        }
      }
    },
  },
];
