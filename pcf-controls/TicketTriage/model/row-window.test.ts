import * as fc from 'fast-check';
import { type Heights, lineAt, linesInPage, scrolledTo, topOf } from './row-window';

const heights = fc
  .record({
    count: fc.integer({ min: 1, max: 80 }),
    row: fc.integer({ min: 1, max: 60 }),
    heading: fc.integer({ min: 1, max: 60 }),
    marks: fc.array(fc.nat(79), { maxLength: 20 }),
  })
  .map(({ marks, ...rest }): Heights => {
    const headings = [...new Set(marks)].filter((line) => line < rest.count).sort((one, other) => one - other);
    return { ...rest, headings };
  });

/** Line by line, from the top. */
const slowTop = (line: number, { row, heading, headings }: Heights) => {
  let top = 0;
  for (let above = 0; above < line; above += 1) top += headings.includes(above) ? heading : row;
  return top;
};

describe('the window on a long list', () => {
  it('knows where each line begins', () => {
    fc.assert(
      fc.property(heights, fc.nat(80), (of, line) => {
        const within = Math.min(line, of.count);
        expect(topOf(within, of)).toBe(slowTop(within, of));
      }),
    );
  });

  it('finds the line at each height', () => {
    fc.assert(
      fc.property(heights, fc.nat(5000), (of, pixels) => {
        const line = lineAt(pixels, of);
        expect(slowTop(line, of)).toBeLessThanOrEqual(pixels);
        if (line < of.count - 1) expect(slowTop(line + 1, of)).toBeGreaterThan(pixels);
      }),
    );
  });

  it('has every line that is in sight in the page, the kept one too, each once and in order', () => {
    fc.assert(
      fc.property(heights, fc.nat(3000), fc.nat(600), fc.nat(4), fc.nat(90), (of, top, height, beyond, kept) => {
        const lines = linesInPage(of, { top, height }, { beyond, kept });
        expect([...new Set(lines)].sort((one, other) => one - other)).toEqual(lines);
        for (let line = 0; line < of.count; line += 1) {
          const isInSight = slowTop(line + 1, of) > top && slowTop(line, of) <= top + height;
          if (isInSight || line === kept) expect(lines).toContain(line);
        }
        const least = Math.min(of.row, of.heading);
        expect(lines.length).toBeLessThanOrEqual(Math.ceil(height / least) + 2 * beyond + 3);
        expect(lines.every((line) => line >= 0 && line < of.count)).toBe(true);
      }),
    );
  });

  it('scrolls as little as brings a line into sight', () => {
    const of: Heights = { count: 100, row: 50, heading: 40, headings: [] };
    expect(scrolledTo(3, of, { top: 100, height: 200 })).toBe(100);
    expect(scrolledTo(1, of, { top: 100, height: 200 })).toBe(50);
    expect(scrolledTo(6, of, { top: 100, height: 200 })).toBe(150);
  });

  it('holds nothing of an empty list', () => {
    expect(
      linesInPage({ count: 0, row: 50, heading: 40, headings: [] }, { top: 0, height: 500 }, { beyond: 4, kept: 0 }),
    ).toEqual([]);
  });
});
