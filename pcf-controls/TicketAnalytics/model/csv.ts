/** A cell as it is; a number stays one, what is not known is nothing. */
export type Cell = string | number | undefined;

/** A chart as a table; what it shows and what is downloaded are the same. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A spreadsheet takes a text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * A table as RFC 4180 has it. Numbers are written with a point; texts that a spreadsheet would run as a formula get an
 * apostrophe before them.
 */
export const csvOf = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');

/** Hands a table to the browser as a file. The mark at its beginning tells spreadsheets that it is UTF-8. */
export function download(table: Table, fileName: string): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', csvOf(table)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Some browsers begin to read only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
