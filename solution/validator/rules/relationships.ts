import { attribute, descendants, textAt, textOf } from '../../xml/element';
import { RELATIONSHIP_FOLDER, RELATIONSHIP_INDEX } from '../parts/relationships';
import type { Solution } from '../parts/solution';
import { queriedTables } from '../parts/views';
import type { Rule } from '../rule';

/** Lookups the platform itself fills, for which exports hold no relationship. */
const WITHOUT_RELATIONSHIP = new Set([
  'createdonbehalfby',
  'modifiedonbehalfby',
  'transactioncurrencyid',
  'createdbyexternalparty',
  'modifiedbyexternalparty',
]);

interface TableReference {
  table: string;
  file: string;
  line: number;
  by: string;
}

/** Every table that something names. */
function* tableReferences(solution: Solution): Generator<TableReference> {
  for (const { name, file, tables } of solution.relationships())
    for (const { name: table, line } of tables) yield { table, file, line, by: `the relationship ${name}` };
  for (const { file, entity } of [...solution.views(), ...solution.charts()]) {
    for (const { table, element } of entity ? queriedTables(entity) : [])
      yield { table, file, line: element.line, by: 'a query' };
  }
  for (const { file, form } of [...solution.forms(), ...solution.dashboards()]) {
    for (const element of descendants(form, 'TargetEntityType'))
      yield { table: textOf(element), file, line: element.line, by: 'a grid or chart' };
  }
  for (const { file, components } of solution.apps())
    for (const { type, name, element } of components)
      if (type === '1') yield { table: name, file, line: element.line, by: 'the app' };
  for (const { file, subAreas } of solution.siteMaps()) {
    for (const element of subAreas) {
      const table = attribute(element, 'Entity');
      if (table !== '') yield { table, file, line: element.line, by: 'the site map' };
    }
  }
}

export const relationshipRules: readonly Rule[] = [
  {
    code: 'S060',
    severity: 'error',
    title: 'Every relationship of the index is defined; one that is not becomes an empty relationship in the package.',
    *check(solution) {
      if (solution.source.isUncertain(RELATIONSHIP_FOLDER)) return;
      const defined = new Set(solution.relationships().map(({ name }) => name));
      for (const { name, line } of solution.index()) {
        if (!defined.has(name))
          yield {
            file: RELATIONSHIP_INDEX,
            line,
            message: `The relationship '${name}' is listed, but no file in ${RELATIONSHIP_FOLDER} defines it.`,
            fix: 'Define it in the file of the table it points at, or remove the line.',
            missing: `relationship ${name}`,
          };
      }
    },
  },
  {
    code: 'S061',
    severity: 'error',
    title:
      'Every relationship that is defined stands in the index; one that does not is left out of the package without a word.',
    *check(solution) {
      if (!solution.source.has(RELATIONSHIP_INDEX) || solution.source.isUncertain(RELATIONSHIP_INDEX)) return;
      const listed = new Set(solution.index().map(({ name }) => name));
      for (const { name, file, element } of solution.relationships()) {
        if (!listed.has(name))
          yield {
            file,
            line: element.line,
            message: `The relationship '${name}' is not listed in ${RELATIONSHIP_INDEX}.`,
            fix: 'Add it to the index.',
          };
      }
    },
  },
  {
    code: 'S062',
    severity: 'error',
    title: 'A relationship lies in the file of the table it points at.',
    *check(solution) {
      for (const { name, file, referenced, element } of solution.relationships()) {
        const wanted = textAt(element, 'ReferencedEntityName');
        if (referenced !== '' && file !== `${RELATIONSHIP_FOLDER}/${wanted}.xml`)
          yield {
            file,
            line: element.line,
            message: `The relationship '${name}' points at ${wanted}.`,
            fix: `Move it to ${RELATIONSHIP_FOLDER}/${wanted}.xml.`,
          };
      }
    },
  },
  {
    code: 'S063',
    severity: 'error',
    title: 'The column of a relationship is a lookup of the table that has it.',
    *check(solution) {
      for (const { name, file, referencing, column, element } of solution.relationships()) {
        if (referencing === '') continue;
        const found = solution.column(referencing, column);
        if (found === undefined)
          yield {
            file,
            line: element.line,
            message: `The relationship '${name}' uses ${referencing}.${column}, which there is not.`,
            fix: 'Add the column, or remove the relationship.',
            missing: `column ${referencing}.${column}`,
          };
        else if (
          found !== 'unknown' &&
          !['lookup', 'owner', 'customer', 'uniqueidentifier', 'file', 'image'].includes(found.type)
        )
          yield {
            file,
            line: element.line,
            message: `The relationship '${name}' uses ${referencing}.${column}, which is of type ${found.type}.`,
            fix: 'Name a lookup.',
          };
      }
    },
  },
  {
    code: 'S064',
    severity: 'error',
    title:
      'Every lookup has exactly one relationship, else it points at nothing. Owners and customers point at several tables.',
    *check(solution) {
      // A relationship that is listed and not defined is reported as such, and not again for its lookup.
      const defined = new Set(solution.relationships().map(({ name }) => name));
      if (solution.source.isUncertain('Other') || solution.index().some(({ name }) => !defined.has(name))) return;
      for (const { name, file, allColumns } of solution.tables()) {
        for (const { type, name: column, element } of allColumns) {
          if (type !== 'lookup' || WITHOUT_RELATIONSHIP.has(column)) continue;
          const own = solution.relationships().filter((each) => each.referencing === name && each.column === column);
          if (own.length === 0)
            yield {
              file,
              line: element.line,
              message: `The lookup ${name}.${column} has no relationship.`,
              fix: `Define one in ${RELATIONSHIP_FOLDER}, and list it in ${RELATIONSHIP_INDEX}.`,
            };
          else if (own.length > 1)
            yield {
              file: own[1]!.file,
              line: own[1]!.element.line,
              message: `The lookup ${name}.${column} has ${own.length} relationships: ${own.map((each) => each.name).join(', ')}.`,
              fix: 'Keep one.',
            };
        }
      }
    },
  },
  {
    code: 'S065',
    severity: 'error',
    title:
      'Every table that something names is in the solution, in one there before, in `MissingDependencies`, or one every environment has.',
    *check(solution) {
      for (const { table, file, line, by } of tableReferences(solution)) {
        if (solution.knownTable(table.toLowerCase()) === undefined)
          yield {
            file,
            line,
            message: `The table '${table}', which ${by} names, is neither here nor in every environment.`,
            fix: 'Correct the name, or declare the table in MissingDependencies.',
            missing: `table ${table.toLowerCase()}`,
          };
      }
    },
  },
];
