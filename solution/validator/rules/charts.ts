import { attribute, child, children, descendants, textOf, type XmlElement } from '../../xml/element';
import { bareId } from '../parts/manifest';
import type { Rule } from '../rule';

const AGGREGATES = new Set(['sum', 'avg', 'min', 'max', 'count', 'countcolumn']);

const definition = (chart: XmlElement): XmlElement => child(chart, 'datadescription', 'datadefinition');
const measureCollections = (chart: XmlElement): XmlElement[] => [
  ...descendants(definition(chart), 'measurecollection'),
];

export const chartRules: readonly Rule[] = [
  {
    code: 'S090',
    severity: 'error',
    title:
      'Categories and measures of a chart are columns of its query: categories those it groups by, measures those it computes.',
    *check(solution) {
      for (const { file, element, entity } of solution.charts()) {
        if (!entity) continue;
        const attributes = [...descendants(entity, 'attribute')];
        const aliased = (wanted: (each: XmlElement) => boolean) =>
          new Set(attributes.filter(wanted).map((each) => attribute(each, 'alias')));
        const groups = aliased((each) => attribute(each, 'groupby') === 'true');
        const measures = aliased((each) => AGGREGATES.has(attribute(each, 'aggregate')));
        for (const [name, known] of [
          ['category', groups],
          ['measure', measures],
        ] as const) {
          for (const each of descendants(definition(element), name)) {
            if (!known.has(attribute(each, 'alias')))
              yield {
                file,
                line: each.line,
                message: `The ${name} '${attribute(each, 'alias')}' is no column that the query ${name === 'category' ? 'groups by' : 'computes'}.`,
                fix: 'Write the alias of one.',
              };
          }
        }
      }
    },
  },
  {
    code: 'S091',
    severity: 'error',
    title: 'A chart draws one series for each collection of measures.',
    *check(solution) {
      for (const { file, element } of solution.charts()) {
        const series = children(child(element, 'presentationdescription', 'Chart', 'Series'), 'Series');
        const collections = measureCollections(element);
        if (series.length !== collections.length || series.length === 0)
          yield {
            file,
            line: child(element, 'presentationdescription').line || element.line,
            message: `The chart has ${collections.length} collections of measures and ${series.length} series.`,
            fix: 'Write one Series for each measurecollection.',
          };
      }
    },
  },
  {
    code: 'S092',
    severity: 'error',
    title: 'A tile of a dashboard shows a chart of the table it names.',
    *check(solution) {
      const charts = new Map(solution.all.flatMap((each) => each.charts()).map((each) => [each.id, each]));
      for (const { file, form } of solution.dashboards()) {
        for (const parameters of descendants(form, 'parameters')) {
          const element = children(parameters, 'VisualizationId')[0];
          const id = element ? bareId(textOf(element)) : '';
          const target = textOf(child(parameters, 'TargetEntityType')).toLowerCase();
          const chart = charts.get(id);
          if (!element || id === '') continue;
          if (!chart && (solution.isDeclared('59', id) || solution.source.isUncertain('Entities'))) continue;
          if (!chart || chart.table !== target)
            yield {
              file,
              line: element.line,
              message: chart
                ? `The chart ${id} is one of ${chart.table}, not of ${target}.`
                : `There is no chart ${id}.`,
              fix: `Write the id of a chart of ${target}.`,
              ...(chart ? {} : { missing: `chart ${id}` }),
            };
        }
      }
    },
  },
  {
    code: 'S093',
    severity: 'error',
    title: 'Under a cell that spans several rows stand as many empty rows, else the tiles of a dashboard overlap.',
    *check(solution) {
      for (const { file, form } of solution.dashboards()) {
        for (const rows of descendants(form, 'rows')) {
          const all = children(rows, 'row');
          for (const [index, row] of all.entries()) {
            const span = Math.max(1, ...children(row, 'cell').map((cell) => Number(attribute(cell, 'rowspan') || 1)));
            const below = all.slice(index + 1, index + span);
            if (span > 1 && (below.length < span - 1 || below.some((each) => children(each).length > 0)))
              yield {
                file,
                line: row.line,
                message: `A cell spans ${span} rows, but ${span - 1} empty rows do not follow.`,
                fix: `Add ${span - 1} times <row /> after its row.`,
              };
          }
        }
      }
    },
  },
];
