import { flowsThatWrite } from './flows-that-write';
import { columnWords } from './column-words';
import { filterWords } from './filter-words';
import { code, markdownTable } from './markdown-table';
import { english } from './names';
import { FORM_KINDS, readForms, type Form, type FormField } from './read-forms';
import type { Table } from '../tables/table';
import { readViews, type View } from '../views/read-views';
import { attribute, child, children } from '../xml/element';
import { readXml } from '../xml/read-xml';

const INTRODUCTION = `# The ticket table as the app shows it

Forms and views of \`rcc_ticket\` as they are in the solution, with English labels; every label is there in Spanish too. Written by
\`npm run solution -- docs\`. _Written by_ names the flows whose actions set the column; beside them the controls and the form's script write as well.`;

/** What the pages are made from: the solution's source and the exported flows, both as folders. */
export interface PageSources {
  source: string;
  flows: string;
}

/** Forms, views and their fields of the ticket table. @throws {MalformedXml} naming the file and the line */
export function ticketPage({ source, flows }: PageSources, table: Table): string {
  const writers = flowsThatWrite(flows, table.entitySetName);
  return `${[
    INTRODUCTION,
    ...readForms(source, table).map((form) => formPart(form, table, writers)),
    viewsPart(readViews(source, table), table),
  ].join('\n\n')}\n`;
}

type Writers = ReturnType<typeof flowsThatWrite>;

function formPart(form: Form, table: Table, writers: Writers): string {
  const header = form.header.map((field) => [english(field.labels), ...fieldCells(field, table, writers)]);
  return [
    `## ${FORM_KINDS[form.type]}: ${english(form.labels)}`,
    ...(header.length > 0 ? ['In the header:', markdownTable(HEADER.slice(1), header)] : []),
    ...form.tabs.flatMap((tab) => [
      `### ${english(tab.labels)}`,
      markdownTable(
        HEADER,
        tab.sections.flatMap((section) =>
          section.fields.map((field, index) => [
            index === 0 ? english(section.labels) : '',
            english(field.labels),
            ...fieldCells(field, table, writers),
          ]),
        ),
      ),
    ]),
  ].join('\n\n');
}

const HEADER = ['Section', 'Field', 'Column', 'Holds', 'On the form', 'Written by'];

/** Column, what it holds, what can be done with it on the form, and which flows write it. */
function fieldCells(field: FormField, table: Table, writers: Writers): string[] {
  const column = field.column === undefined ? undefined : table.columns.get(field.column);
  if (column === undefined) return ['', '', field.shownBy ?? '', ''];
  const notes = [
    field.hidden ? 'hidden' : field.readOnly ? 'read only' : column.required ? 'required' : '',
    field.shownBy === undefined ? '' : `shown by ${code(field.shownBy)}`,
  ];
  return [
    code(column.logicalName),
    columnWords(column),
    notes.filter(Boolean).join(', '),
    (writers.get(column.logicalName) ?? []).join(', '),
  ];
}

function viewsPart(views: readonly View[], table: Table): string {
  const label = (column: string) => english(table.columns.get(column)?.labels ?? new Map()) || column;
  const rows = views.map((view) => {
    const entity = child(readXml(view.fetchXml, view.id), 'entity');
    const orders = children(entity, 'order').map(
      (order) =>
        label(attribute(order, 'attribute')) + (attribute(order, 'descending') === 'true' ? ', newest first' : ''),
    );
    return [
      view.isDefault ? `${english(view.labels)} (opens first)` : english(view.labels),
      children(entity, 'filter')
        .map((filter) => filterWords(filter, table))
        .join('; '),
      orders.join('; then '),
    ];
  });
  const same = views.map(({ columns }) => columns.map(label).join(', '));
  return [
    '## Views',
    markdownTable(['View', 'Rows', 'Order'], rows),
    '### Columns of the views',
    markdownTable(
      ['Views', 'Columns'],
      [...new Set(same)].map((columns) => [
        views
          .filter((_, index) => same[index] === columns)
          .map(({ labels }) => english(labels))
          .join(', '),
        columns,
      ]),
    ),
  ].join('\n\n');
}
