import { type ExpressionContext } from '../../../flows/expressions/context';
import { type Template } from '../../../flows/expressions/template';
import { textOfValue } from '../../../flows/expressions/text-of-value';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type ActionReader } from '../plan/flow-compiler';
import { type ActionCompiler } from './compiled-action';
import { perRow, sourceArray } from './data-operations';

interface Column {
  header: string;
  value: Template;
}

/** Table: the rows as CSV or HTML; without columns, one per member of the first row. */
export const compileTable: ActionCompiler = (reader) => {
  const from = reader.template('inputs', 'from');
  const format = reader.text('inputs', 'format').toUpperCase();
  if (format !== 'CSV' && format !== 'HTML') reader.problem('A table is CSV or HTML.', 'inputs', 'format');
  const columns = Array.isArray(reader.inputs.columns) ? readColumns(reader, reader.inputs.columns) : undefined;
  const write = format === 'CSV' ? csv : html;
  return {
    execute: ({ frame }) => {
      const rows = sourceArray(from, frame.context);
      const [headers, cells] = columns ? chosen(columns, rows, frame.context) : automatic(rows);
      return { status: 'Succeeded', inputs: { from: rows, format }, outputs: { body: write(headers, cells) } };
    },
  };
};

function readColumns(reader: ActionReader, columns: unknown[]): Column[] {
  return columns.map((written, index) => {
    const column = isFlowObject(written) ? written : {};
    const place = reader.place('inputs', 'columns', String(index), 'value');
    return {
      header: typeof column.header === 'string' ? column.header : '',
      value: reader.compiler.template(column.value ?? null, place, reader.name),
    };
  });
}

function chosen(columns: Column[], rows: unknown[], context: ExpressionContext): [string[], string[][]] {
  const readers = columns.map((column) => perRow(context, column.value));
  return [columns.map((column) => column.header), rows.map((row) => readers.map((read) => textOfValue(read(row))))];
}

function automatic(rows: unknown[]): [string[], string[][]] {
  const [first] = rows;
  const headers = isFlowObject(first) ? Object.keys(first) : [];
  return [headers, rows.map((row) => headers.map((name) => textOfValue(isFlowObject(row) ? row[name] : null)))];
}

function csv(headers: string[], cells: string[][]): string {
  const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [headers, ...cells].map((line) => line.map(quote).join(',')).join('\r\n');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function html(headers: string[], cells: string[][]): string {
  const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
  const line = (tag: string, texts: string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${escape(text)}</${tag}>`).join('')}</tr>`;
  const body = cells.map((row) => line('td', row)).join('');
  return `<table><thead>${line('th', headers)}</thead><tbody>${body}</tbody></table>`;
}
