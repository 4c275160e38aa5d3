import * as fc from 'fast-check';
import { csvOf } from './csv';

/** Reads RFC 4180, by its own rules. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, isQuoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted && sign === '"' && text.charAt(at + 1) === '"') [cell, at] = [`${cell}"`, at + 1];
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === ',') [row, cell] = [[...row, cell], ''];
    else if (!isQuoted && sign === '\r') {
      rows.push([...row, cell]);
      [row, cell, at] = [[], '', at + 1];
    } else cell += sign;
  }
  return rows;
}

const harmless = fc.string({ unit: fc.constantFrom(...'ab ,"\r\n;=ñ') }).filter((text) => !/^[=+\-@\t\r]/.test(text));
const cells = fc.oneof(harmless, fc.double({ noNaN: true }), fc.constant(undefined));

describe('a table as CSV', () => {
  it('gives back the same cells when it is read', () => {
    const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.record({
        columns: fc.array(harmless, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 8 }),
      }),
    );
    fc.assert(
      fc.property(tables, ({ columns, rows }) => {
        const read = parsed(csvOf({ columns, rows }));
        expect(read).toEqual(
          [columns, ...rows].map((row) => row.map((cell) => (cell === undefined ? '' : String(cell)))),
        );
      }),
    );
  });

  it('never hands a text to a spreadsheet that it would run', () => {
    const runs = ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];
    expect(parsed(csvOf({ columns: ['a'], rows: runs.map((text) => [text]) })).slice(1)).toEqual(
      runs.map((text) => [`'${text}`]),
    );
  });

  it('leaves negative numbers numbers', () => {
    expect(csvOf({ columns: ['a'], rows: [[-1.5]] })).toBe('a\r\n-1.5\r\n');
  });
});
