import * as fc from 'fast-check';
import { CELLS, layoutOf, shareWidth } from './layout';

describe('the layout', () => {
  it('shows every cell where there is width for all', () => {
    const all = CELLS.reduce((sum, { width }) => sum + width, 0);
    expect(layoutOf(all).cells).toEqual(CELLS.map(({ cell }) => cell));
    expect(layoutOf(all - 1).cells).not.toContain('channel');
  });

  it('never needs more width than there is, and always shows the ticket and its time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 560, max: 3000 }), (width) => {
        const { cells } = layoutOf(width);
        const needed = CELLS.filter(({ cell }) => cells.includes(cell)).reduce((sum, cell) => sum + cell.width, 0);
        expect(needed).toBeLessThanOrEqual(width);
        expect(cells).toEqual(expect.arrayContaining(['select', 'time', 'ticket']));
      }),
    );
  });

  it('makes cards of the tickets on a phone', () => {
    expect(layoutOf(559).kind).toBe('cards');
    expect(layoutOf(560).kind).toBe('table');
  });

  it('shares the width with the preview, or gives it all', () => {
    expect(shareWidth(1200, false)).toEqual({ list: 1200, preview: 0 });
    expect(shareWidth(800, true)).toEqual({ list: 0, preview: 800 });
    fc.assert(
      fc.property(fc.integer({ min: 900, max: 3000 }), (width) => {
        const { list, preview } = shareWidth(width, true);
        expect(list + preview).toBe(width);
        expect(Math.min(list, preview)).toBeGreaterThanOrEqual(380);
      }),
    );
  });
});
