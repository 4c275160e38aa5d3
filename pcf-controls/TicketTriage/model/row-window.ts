/** How high the lines of a list are: rows all alike, headings all alike, and which lines are headings. */
export interface Heights {
  readonly count: number;
  /** Pixels of a row and of a heading. */
  readonly row: number;
  readonly heading: number;
  /** The lines that are headings, ascending. */
  readonly headings: readonly number[];
}

/** How many numbers of an ascending list are below a bound. */
function countBelow(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Pixels from the top of the list to a line; of the line after the last, the height of all. */
export function topOf(line: number, { row, heading, headings }: Heights): number {
  return line * row + countBelow(headings, line) * (heading - row);
}

/** The line at a height; the nearest one outside the list. */
export function lineAt(pixels: number, heights: Heights): number {
  let low = 0;
  let high = Math.max(0, heights.count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (topOf(middle, heights) <= pixels) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The lines to have in the page: those in sight, some more on both sides, and one that must always be there.
 * @param sight pixels from the top of the list, and how many from there
 * @param kept the line the keyboard stands on: without it the focus would be lost
 */
export function linesInPage(
  heights: Heights,
  sight: { readonly top: number; readonly height: number },
  { beyond, kept }: { readonly beyond: number; readonly kept: number },
): number[] {
  if (heights.count === 0) return [];
  const first = Math.max(0, lineAt(sight.top, heights) - beyond);
  const last = Math.min(heights.count - 1, lineAt(sight.top + sight.height, heights) + beyond);
  const lines = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  if (kept < first && kept >= 0) lines.unshift(kept);
  if (kept > last && kept < heights.count) lines.push(kept);
  return lines;
}

/**
 * Where to scroll so that a line is in sight; where it is already, it stays.
 * @param sight pixels from the top of the list, and how many from there are in sight
 */
export function scrolledTo(line: number, heights: Heights, sight: { top: number; height: number }): number {
  const top = topOf(line, heights);
  const bottom = topOf(line + 1, heights);
  if (top < sight.top) return top;
  return bottom > sight.top + sight.height ? bottom - sight.height : sight.top;
}
