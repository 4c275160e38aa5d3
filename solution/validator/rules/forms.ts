import { attribute, child, children, descendants, find, textAt, textOf, type XmlElement } from '../../xml/element';
import type { FormPart } from '../parts/forms';
import { bareId } from '../parts/manifest';
import type { Solution } from '../parts/solution';
import { isStockView } from '../platform';
import type { Rule } from '../rule';

/** Controls of fields by class id, with the types of column they show (seen in exports). Others are not judged. */
const CLASS_TYPES: Record<string, readonly string[]> = {
  '4273edbd-ac1d-40d3-9fb2-095c621b552d': ['nvarchar'],
  'ada2203e-b4cd-49be-9ddf-234642b43b52': ['nvarchar'],
  '71716b6c-711e-476c-8ab8-5d11542bfb47': ['nvarchar'],
  'e0dece4b-6fc8-4a8f-a065-082708572369': ['ntext', 'nvarchar'],
  '270bd3db-d9af-4782-9025-509e298dec0a': ['lookup', 'owner', 'customer'],
  '3ef39988-22bb-4f0b-bbbe-64b5a3748aee': ['picklist', 'state', 'status', 'bit'],
  '5d68b988-0661-4db2-bc3e-17598ad3be6c': ['status', 'state'],
  '4aa28ab7-9c13-4f57-a73d-ad894d048b5f': ['multiselectpicklist'],
  'c6d124ca-7eda-4a60-aea9-7fb8d318b68f': ['int', 'bigint'],
  'c3efe0c3-0ec6-42be-8349-cbd9079dfd8e': ['decimal'],
  '0d2c745a-e5a8-4c8f-ba63-c6d3bb604660': ['float'],
  '533b9e00-756b-4312-95a0-dc888637ac78': ['money'],
  '5b773807-9fb2-42db-97c3-7a91eff8adff': ['datetime'],
  '67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed': ['bit'],
  'b0c6723a-8503-4fd7-bb28-c8a06ac933c2': ['bit'],
};

function* fieldsOf(form: XmlElement): Generator<{ element: XmlElement; column: string }> {
  for (const element of descendants(form, 'control')) {
    const column = attribute(element, 'datafieldname');
    if (column !== '') yield { element, column };
  }
}

/** Ids of what a form consists of; fields name a control by its column, which may stand twice. */
function* partIds(form: XmlElement): Generator<{ element: XmlElement; id: string }> {
  for (const element of descendants(form)) {
    if (['tab', 'section', 'cell'].includes(element.name)) yield { element, id: bareId(attribute(element, 'id')) };
    if (element.name === 'control') yield { element, id: bareId(attribute(element, 'uniqueid')) };
  }
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const layouts = (solution: Solution): FormPart[] => [...solution.forms(), ...solution.dashboards()];

/** A view that may be referred to, with its table when it is here. */
export function findView(solution: Solution, id: string): { table?: string } | undefined {
  const own = solution.all.flatMap((each) => each.views()).find((view) => view.id === id);
  if (own) return { table: own.table };
  return isStockView(id) || solution.isDeclared('26', id) || solution.source.isUncertain('Entities') ? {} : undefined;
}

export const formRules: readonly Rule[] = [
  {
    code: 'S070',
    severity: 'error',
    title: 'Tabs, sections, cells and controls of a form or dashboard have ids that are GUIDs, each once in it.',
    *check(solution) {
      for (const { form, file } of layouts(solution)) {
        const seen = new Set<string>();
        for (const { element, id } of partIds(form)) {
          if (id === '') continue;
          if (!GUID.test(id))
            yield {
              file,
              line: element.line,
              message: `The id '${id}' of a ${element.name} is no GUID.`,
              fix: 'Give it an id of its own.',
            };
          else if (seen.has(id))
            yield {
              file,
              line: element.line,
              message: `The id ${id} stands twice in the form.`,
              fix: 'Give the newer one an id of its own.',
            };
          seen.add(id);
        }
      }
    },
  },
  {
    code: 'S071',
    severity: 'error',
    title: 'Every field of a form is a column of its table.',
    *check(solution) {
      for (const { form, file, table } of solution.forms()) {
        for (const { element, column } of fieldsOf(form)) {
          if (solution.column(table, column) === undefined)
            yield {
              file,
              line: element.line,
              message: `The form shows ${table}.${column}, which there is not.`,
              fix: 'Correct the name, or remove the cell.',
              missing: `column ${table}.${column}`,
            };
        }
      }
    },
  },
  {
    code: 'S072',
    severity: 'error',
    title: 'The class id of a field is that of a control for its type of column.',
    *check(solution) {
      // Cards show every column as text, under whatever class id they were made with.
      for (const { form, file, table } of solution.forms().filter(({ type }) => type !== 'card')) {
        for (const { element, column } of fieldsOf(form)) {
          const types = CLASS_TYPES[bareId(attribute(element, 'classid'))];
          const found = solution.column(table, column);
          if (types && found && found !== 'unknown' && !types.includes(found.type))
            yield {
              file,
              line: element.line,
              message: `The control of ${column} shows ${types.join(', ')}, but the column is of type ${found.type}.`,
              fix: 'Write the class id for that type.',
            };
        }
      }
    },
  },
  {
    code: 'S073',
    severity: 'error',
    title: 'Of the main forms of a table one is active and the fallback, so that nobody is left without a form.',
    *check(solution) {
      const main = solution.forms().filter(({ type }) => type === 'main');
      for (const table of new Set(main.map((form) => form.table))) {
        const forms = main.filter((form) => form.table === table);
        const isFallback = ({ form, element }: FormPart) =>
          // Without conditions a form is for everyone.
          (!find(form, 'DisplayConditions') ||
            attribute(child(form, 'DisplayConditions'), 'FallbackForm') === 'true') &&
          textAt(element, 'FormActivationState') !== '0';
        if (!forms.some(isFallback))
          yield {
            file: forms[0]!.file,
            line: forms[0]!.element.line,
            message: `No active main form of ${table} is the fallback.`,
            fix: 'Write <DisplayConditions Order="0" FallbackForm="true"><Everyone /></DisplayConditions> in one of them.',
          };
      }
    },
  },
  {
    code: 'S074',
    severity: 'error',
    title:
      'The grid of a form shows a view of the table it names, over a relationship between that table and the form’s.',
    *check(solution) {
      for (const { form, file, table } of layouts(solution)) {
        for (const parameters of [...descendants(form, 'parameters'), ...descendants(form, 'data-set')]) {
          const target = textAt(parameters, 'TargetEntityType').toLowerCase();
          if (target === '' || !solution.knownTable(target)) continue;
          const views = ['ViewId', 'ViewIds', 'FilteredViewIds'].flatMap((name) => children(parameters, name));
          for (const element of views) {
            for (const id of textOf(element)
              .split(',')
              .map((each) => bareId(each.trim()))
              .filter(Boolean)) {
              const view = findView(solution, id);
              if (!view || (view.table !== undefined && view.table !== target))
                yield {
                  file,
                  line: element.line,
                  message: view
                    ? `The view ${id} is one of ${view.table}, not of ${target}.`
                    : `There is no view ${id}.`,
                  fix: `Write the id of a view of ${target}.`,
                  ...(view ? {} : { missing: `view ${id}` }),
                };
            }
          }
          const relationship = children(parameters, 'RelationshipName')[0];
          const name = relationship ? textOf(relationship) : '';
          if (relationship && name !== '' && !joins(solution, name, table, target))
            yield {
              file,
              line: relationship.line,
              message: `'${name}' is no relationship between ${table} and ${target}.`,
              fix: 'Write the name of one, or leave it out for a grid of all rows.',
              missing: `relationship ${name} between ${table} and ${target}`,
            };
        }
      }
    },
  },
  {
    code: 'S075',
    severity: 'error',
    title:
      'Scripts of a form are web resources of the solution; a handler names a library of its form, a function, and columns that exist.',
    *check(solution) {
      const resources = new Set(solution.all.flatMap((each) => each.webResources().map(({ name }) => name)));
      for (const { form, file, table } of layouts(solution)) {
        const libraries = children(child(form, 'formLibraries'), 'Library');
        for (const library of libraries) {
          const name = attribute(library, 'name');
          if (
            !resources.has(name) &&
            !solution.isDeclared('61', name.toLowerCase()) &&
            !solution.source.isUncertain('WebResources')
          )
            yield {
              file,
              line: library.line,
              message: `The script '${name}' is no web resource of the solution.`,
              fix: 'Add it, or remove the library.',
              missing: `web resource ${name}`,
            };
        }
        for (const event of descendants(form, 'event')) {
          const column = attribute(event, 'attribute');
          if (column !== '' && solution.column(table, column) === undefined)
            yield {
              file,
              line: event.line,
              message: `The event '${attribute(event, 'name')}' is one of ${table}.${column}, which there is not.`,
              fix: 'Correct the name, or remove the event.',
              missing: `column ${table}.${column}`,
            };
          for (const handler of descendants(event, 'Handler')) {
            const library = attribute(handler, 'libraryName');
            if (
              !libraries.some((each) => attribute(each, 'name') === library) ||
              attribute(handler, 'functionName') === ''
            )
              yield {
                file,
                line: handler.line,
                message: `The handler of '${attribute(event, 'name')}' names the library '${library}', which the form does not load, or no function.`,
                fix: 'Add the library to formLibraries, and name a function.',
              };
          }
        }
      }
    },
  },
];

function joins(solution: Solution, name: string, table: string, target: string): boolean {
  const found = solution.all.flatMap((each) => each.relationships()).find((each) => each.name === name);
  // Those of the platform's own tables stand in no solution; one that is listed and not defined is reported as that.
  if (!found)
    return (
      solution.index().some((each) => each.name === name) ||
      solution.knownTable(target)?.columns === undefined ||
      solution.isDeclared('10', name.toLowerCase()) ||
      solution.source.isUncertain('Other')
    );
  const tables = found.tables.map((each) => each.name);
  return tables.includes(target) && (table === '' || tables.includes(table));
}
