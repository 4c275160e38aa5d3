import { escapeHtml } from '../../replies/reply-html';

/** A column of a table: its heading, and what it shows of an item. Plain text; nothing of it is taken as markup. */
export interface Column<Item> {
  heading: string;
  text: (item: Item) => string;
  /** Numbers stand at the right. */
  isNumber?: boolean;
}

/** Mail programs know no style sheets; each cell has its own. */
const FONT = "font-family:'Segoe UI',Arial,sans-serif;font-size:14px;line-height:20px;color:#242424";
const CELL = `${FONT};padding:6px 10px;border-bottom:1px solid #e0e0e0;vertical-align:top`;
const HEADING = `${CELL};background-color:#f0f4f8;font-weight:600`;

const align = ({ isNumber }: { isNumber?: boolean }): string => (isNumber ? 'right' : 'left');

const noWrap = ({ isNumber }: { isNumber?: boolean }): string => (isNumber ? ';white-space:nowrap' : '');

/** A table; its first column names the row. */
export function table<Item>(columns: readonly Column<Item>[], items: readonly Item[]): string {
  const heading = columns.map(
    (column) =>
      `<th scope="col" align="${align(column)}" style="${HEADING};text-align:${align(column)}">${escapeHtml(column.heading)}</th>`,
  );
  const cell = (column: Column<Item>, item: Item, index: number): string => {
    const style = `${CELL};text-align:${align(column)}${noWrap(column)}`;
    const text = escapeHtml(column.text(item));
    if (index === 0)
      return `<th scope="row" align="left" style="${style};font-weight:400;white-space:nowrap">${text}</th>`;
    return `<td align="${align(column)}" style="${style}">${text}</td>`;
  };
  const rows = items.map((item) => `<tr>${columns.map((column, index) => cell(column, item, index)).join('')}</tr>`);
  return [
    '<table border="0" cellpadding="0" cellspacing="0" width="100%" style="border-collapse:collapse;width:100%">',
    `<thead><tr>${heading.join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
}

/** A paragraph of plain text. */
export const paragraph = (text: string): string =>
  `<p style="${FONT};margin:0 0 12px 0">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;

/** A part of the report with its heading; nothing when it has no content. */
export const section = (heading: string, ...content: string[]): string =>
  `<h2 style="${FONT};font-size:18px;line-height:24px;font-weight:600;margin:28px 0 8px 0">${escapeHtml(heading)}</h2>\n${content.join('\n')}`;

/** A whole page of such parts, readable in a mail program, a browser and on paper. */
export function page(title: string, subtitle: string, parts: readonly string[]): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title></head>`,
    '<body style="margin:0;padding:0;background-color:#ffffff">',
    '<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%"><tr><td align="center" style="padding:16px">',
    '<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="860" style="width:100%;max-width:860px"><tr><td align="left">',
    `<h1 style="${FONT};font-size:24px;line-height:32px;font-weight:600;margin:0">${escapeHtml(title)}</h1>`,
    `<p style="${FONT};color:#616161;margin:4px 0 20px 0">${escapeHtml(subtitle)}</p>`,
    ...parts.filter(Boolean),
    '</td></tr></table>',
    '</td></tr></table>',
    '</body></html>',
  ].join('\n');
}
