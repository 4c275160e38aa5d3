import { attribute, child, children, textAt, textOf } from '../../xml/element';
import type { Solution } from '../parts/solution';
import { conditionsOf, fetchedColumns, queriedTables, type ViewPart } from '../parts/views';
import type { Rule } from '../rule';
import { hasGap } from './app';
import { optionsOfColumn } from './columns';

/** Operators of conditions (Microsoft: FetchXML reference). */
const OPERATORS = new Set(
  `eq ne neq gt ge lt le like not-like in not-in between not-between null not-null begins-with not-begin-with ends-with
  not-end-with contain-values not-contain-values above under not-under eq-or-above eq-or-under on on-or-before
  on-or-after yesterday today tomorrow last-seven-days next-seven-days last-week this-week next-week last-month
  this-month next-month last-year this-year next-year last-x-hours next-x-hours last-x-days next-x-days last-x-weeks
  next-x-weeks last-x-months next-x-months last-x-years next-x-years olderthan-x-minutes olderthan-x-hours
  olderthan-x-days olderthan-x-weeks olderthan-x-months olderthan-x-years eq-userid ne-userid eq-userteams
  eq-useroruserteams eq-useroruserhierarchy eq-useroruserhierarchyandteams eq-businessid ne-businessid
  eq-userlanguage this-fiscal-year this-fiscal-period next-fiscal-year next-fiscal-period last-fiscal-year
  last-fiscal-period last-x-fiscal-years last-x-fiscal-periods next-x-fiscal-years next-x-fiscal-periods
  in-fiscal-year in-fiscal-period in-fiscal-period-and-year in-or-before-fiscal-period-and-year
  in-or-after-fiscal-period-and-year`
    .trim()
    .split(/\s+/),
);

function* conditions(solution: Solution) {
  for (const { file, entity } of [...solution.views(), ...solution.charts()]) {
    for (const { table, element } of entity ? queriedTables(entity) : [])
      for (const condition of conditionsOf(element)) yield { file, table, condition };
  }
}

const PUBLIC_VIEW = '0';
const QUICK_FIND = '4';

export const viewRules: readonly Rule[] = [
  {
    code: 'S080',
    severity: 'error',
    title: 'A view or chart asks for rows of the table it belongs to.',
    *check(solution) {
      for (const { file, table, element, entity } of [...solution.views(), ...solution.charts()]) {
        if (!entity)
          yield { file, line: element.line, message: 'There is no query in it.', fix: 'Add a fetch with an entity.' };
        else if (attribute(entity, 'name') !== table)
          yield {
            file,
            line: entity.line,
            message: `The query asks for ${attribute(entity, 'name')}, but it belongs to ${table}.`,
            fix: `Write ${table}, or move the file to that table.`,
          };
      }
    },
  },
  {
    code: 'S081',
    severity: 'error',
    title: 'Columns, conditions, orders and links of a query name columns that exist.',
    *check(solution) {
      for (const { file, entity } of [...solution.views(), ...solution.charts()]) {
        for (const { table, uses } of entity ? queriedTables(entity) : []) {
          for (const { column, element } of uses) {
            if (solution.column(table, column) === undefined && solution.knownTable(table))
              yield {
                file,
                line: element.line,
                message: `The query names ${table}.${column}, which there is not.`,
                fix: 'Correct the name, or remove it.',
                missing: `column ${table}.${column}`,
              };
          }
        }
      }
    },
  },
  {
    code: 'S082',
    severity: 'error',
    title: 'Every cell of a view’s layout is fetched; one that is not stays empty.',
    *check(solution) {
      for (const { file, layout, entity } of solution.views()) {
        if (!layout || !entity) continue;
        const fetched = fetchedColumns(entity);
        for (const row of children(layout, 'row')) {
          for (const cell of children(row, 'cell')) {
            if (!fetched.has(attribute(cell, 'name')))
              yield {
                file,
                line: cell.line,
                message: `The cell '${attribute(cell, 'name')}' is not fetched.`,
                fix: 'Add an attribute to the fetch, or remove the cell.',
              };
          }
        }
      }
    },
  },
  {
    code: 'S083',
    severity: 'error',
    title: 'A table has one default view of each type it has views of, and no more.',
    *check(solution) {
      const groups = new Map<string, ViewPart[]>();
      for (const view of solution.views()) {
        const key = `${view.table} ${textAt(view.element, 'querytype')}`;
        groups.set(key, [...(groups.get(key) ?? []), view]);
      }
      for (const [key, views] of groups) {
        const defaults = views.filter(({ element }) => textAt(element, 'isdefault') === '1');
        const at = defaults[1] ?? views[0]!;
        if (
          defaults.length > 1 ||
          (defaults.length === 0 && key.endsWith(` ${PUBLIC_VIEW}`) && !hasGap(solution, '26'))
        )
          yield {
            file: at.file,
            line: child(at.element, 'isdefault').line,
            message: `Of the views of ${at.table} of type ${textAt(at.element, 'querytype')}, ${defaults.length} are the default.`,
            fix: 'Write <isdefault>1</isdefault> in exactly one.',
          };
      }
    },
  },
  {
    code: 'S084',
    severity: 'error',
    title:
      'A quick-find view (type 4) says so, and searches columns: a filter with `isquickfindfields` and conditions on `{0}`.',
    *check(solution) {
      for (const { file, element, entity } of solution.views()) {
        const isQuickFind = textAt(element, 'querytype') === QUICK_FIND;
        const says = child(element, 'isquickfindquery');
        if (isQuickFind !== (textOf(says) === '1'))
          yield {
            file,
            line: says.line || element.line,
            message: `isquickfindquery is '${textOf(says)}' in a view of type ${textAt(element, 'querytype')}.`,
            fix: `Write ${isQuickFind ? 1 : 0}.`,
          };
        else if (
          isQuickFind &&
          entity &&
          !children(entity, 'filter').some(
            (each) =>
              attribute(each, 'isquickfindfields') === '1' &&
              children(each, 'condition').some((one) => attribute(one, 'value') === '{0}'),
          )
        )
          yield {
            file,
            line: entity.line,
            message: 'The quick find searches no column.',
            fix: 'Add <filter type="or" isquickfindfields="1"> with conditions whose value is {0}.',
          };
      }
    },
  },
  {
    code: 'S085',
    severity: 'error',
    title: 'Operators of conditions are those of FetchXML.',
    *check(solution) {
      for (const { file, condition } of conditions(solution)) {
        const operator = attribute(condition, 'operator');
        if (!OPERATORS.has(operator))
          yield {
            file,
            line: condition.line,
            message: `'${operator}' is no operator.`,
            fix: 'Write one of FetchXML, such as eq or on-or-after.',
          };
      }
    },
  },
  {
    code: 'S086',
    severity: 'error',
    title: 'A condition on a choice compares with one of its options.',
    *check(solution) {
      for (const { file, table, condition } of conditions(solution)) {
        const column = solution.column(table, attribute(condition, 'attribute'));
        const options = column && column !== 'unknown' ? optionsOfColumn(solution, column) : undefined;
        const own = attribute(condition, 'value');
        const values = [...(own === '' ? [] : [own]), ...children(condition, 'value').map(textOf)];
        const odd =
          options &&
          values.find(
            (value) => /^\d+$/.test(value) && !options.some((option) => attribute(option, 'value') === value),
          );
        if (odd !== undefined)
          yield {
            file,
            line: condition.line,
            message: `${attribute(condition, 'attribute')} is compared with ${odd}, which is none of its options.`,
            fix: 'Write the value of an option.',
          };
      }
    },
  },
  {
    code: 'S087',
    severity: 'error',
    title: 'The rows of a view are known by the table’s primary key, and opened by one of its columns.',
    *check(solution) {
      for (const { file, table, layout } of solution.views()) {
        const columns = solution.knownTable(table)?.columns;
        const keys = [...(columns?.values() ?? [])].filter(({ type }) => type === 'primarykey');
        const row = layout && children(layout, 'row')[0];
        if (!columns || !layout || !row || keys.length !== 1) continue;
        const jump = attribute(layout, 'jump');
        if (keys[0]!.name !== attribute(row, 'id'))
          yield {
            file,
            line: row.line,
            message: `'${attribute(row, 'id')}' is not the primary key of ${table}.`,
            fix: 'Write the primary key.',
          };
        else if (jump !== '' && !columns.has(jump))
          yield {
            file,
            line: layout.line,
            message: `The view opens rows by '${jump}', which is no column of ${table}.`,
            fix: 'Write the primary name.',
            missing: `column ${table}.${jump}`,
          };
      }
    },
  },
];
