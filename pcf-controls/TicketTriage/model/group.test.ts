import * as fc from 'fast-check';
import { groupedLines, groupRows, plainLines } from './group';

const KEYS = ['a', 'b', 'c', 'unforeseen'];
const ORDER = ['c', 'a', 'b'];
const keys = fc.array(fc.constantFrom(...KEYS), { maxLength: 60 });
const groupsOf = (of: readonly string[]) => groupRows(of.length, (row) => of[row] ?? '', ORDER);

describe('groups of the rows of a view', () => {
  it('lose no row, have none twice and keep the order of the view', () => {
    fc.assert(
      fc.property(keys, (of) => {
        const groups = groupsOf(of);
        for (const { key, rows } of groups) {
          expect(rows.every((row) => of[row] === key)).toBe(true);
          expect([...rows].sort((one, other) => one - other)).toEqual(rows);
        }
        const all = groups.flatMap(({ rows }) => rows).sort((one, other) => one - other);
        expect(all).toEqual(of.map((_, row) => row));
      }),
    );
  });

  it('come in the order they are asked for, without empty ones, the unforeseen last', () => {
    const groups = groupsOf(['unforeseen', 'b', 'c', 'b']);
    expect(groups).toEqual([
      { key: 'c', rows: [2] },
      { key: 'b', rows: [1, 3] },
      { key: 'unforeseen', rows: [0] },
    ]);
  });
});

describe('the lines of a list', () => {
  it('show each row of an open group once, under its heading, and say where it is', () => {
    fc.assert(
      fc.property(keys, fc.subarray(KEYS), (of, folded) => {
        const lines = groupedLines(groupsOf(of), new Set(folded));
        let heading = '';
        const seen: number[] = [];
        for (let line = 0; line < lines.count; line += 1) {
          const found = lines.at(line);
          expect(lines.headings.includes(line)).toBe(found.kind === 'heading');
          if (found.kind === 'heading') heading = found.group.key;
          else {
            expect(of[found.row]).toBe(heading);
            expect(lines.lineOf(found.row)).toBe(line);
            seen.push(found.row);
          }
        }
        const shown = of.flatMap((key, row) => (folded.includes(key) ? [] : [row]));
        expect(seen.sort((one, other) => one - other)).toEqual(shown);
      }),
    );
  });

  it('have no line for the row of a folded group', () => {
    const lines = groupedLines(groupsOf(['a', 'b']), new Set(['a']));
    expect([lines.lineOf(0), lines.lineOf(1), lines.count]).toEqual([undefined, 2, 3]);
    expect(() => lines.at(3)).toThrow('There is no line 3 among 3.');
  });

  it('are the rows themselves without groups', () => {
    const lines = plainLines(3);
    expect([lines.count, lines.at(2), lines.lineOf(2), lines.lineOf(3), lines.lineOf(-1)]).toEqual([
      3,
      { kind: 'row', row: 2 },
      2,
      undefined,
      undefined,
    ]);
  });
});
