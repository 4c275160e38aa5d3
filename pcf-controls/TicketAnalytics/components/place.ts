/** A place in a chart that can be read: a column, and perhaps a row of it. */
export interface Place {
  readonly column: number;
  /** Nothing when the column as a whole is meant. */
  readonly row: number | undefined;
}

/** How the places of a chart lie. */
export interface Places {
  readonly columns: number;
  readonly rows: number;
  /** A column can be read as a whole. */
  readonly hasWhole: boolean;
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));
const WEEK = 7;

/**
 * Where a key leads from a place; nothing for a key that leads nowhere.
 * @param isUpward row 0 is at the bottom
 */
export function placeAfter(
  key: string,
  place: Place,
  { columns, rows, hasWhole }: Places,
  isRightToLeft: boolean,
  isUpward: boolean,
): Place | undefined {
  const { column, row } = place;
  const sideways = (by: number): Place => ({ row, column: within(column + by, columns - 1) });
  const upright = (by: number): Place => {
    if (rows === 0) return place;
    if (row === undefined) return { column, row: by > 0 ? 0 : rows - 1 };
    const next = row + by;
    if (hasWhole && (next < 0 || next >= rows)) return { column, row: undefined };
    return { column, row: within(next, rows - 1) };
  };
  switch (key) {
    case 'ArrowRight':
      return sideways(isRightToLeft ? -1 : 1);
    case 'ArrowLeft':
      return sideways(isRightToLeft ? 1 : -1);
    case 'PageDown':
      return sideways(WEEK);
    case 'PageUp':
      return sideways(-WEEK);
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    case 'ArrowUp':
      return upright(isUpward ? 1 : -1);
    case 'ArrowDown':
      return upright(isUpward ? -1 : 1);
    default:
      return undefined;
  }
}
