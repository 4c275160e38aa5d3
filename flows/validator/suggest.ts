/** Longer names than the platform allows are no slips, and costly to compare. */
const LONGEST_NAME = 120;
/** A file with more unknown names than this has another trouble than spelling. */
const MOST_SUGGESTIONS = 100;

/** Finds what was probably meant by a name that does not exist. */
export class Suggester {
  private left = MOST_SUGGESTIONS;
  private readonly names: readonly string[];

  constructor(names: Iterable<string>) {
    this.names = [...names];
  }

  /** The known name nearest to the given one, if any is near enough to be a slip. */
  nearest(name: string): string | undefined {
    if (name.length > LONGEST_NAME || (this.left -= 1) < 0) return undefined;
    const wanted = name.toLowerCase();
    // One slip in four letters; two letters are near everything.
    let least = wanted.length < 3 ? 1 : Math.max(1, Math.floor(wanted.length / 4)) + 1;
    let best: string | undefined;
    for (const known of this.names) {
      if (Math.abs(known.length - wanted.length) >= least) continue;
      const distance = editDistance(wanted, known.toLowerCase(), least);
      if (distance < least) [best, least] = [known, distance];
    }
    return best;
  }

  /** What to do about an unknown name: the suggestion, or else the given advice. */
  fix(name: string, otherwise: string): string {
    const nearest = this.nearest(name);
    return nearest === undefined ? otherwise : `Write '${nearest}' if that is what is meant; ${lowerFirst(otherwise)}`;
  }
}

const lowerFirst = (text: string): string => `else ${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** Insertions, deletions, replacements and swaps of neighbours; stops counting at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) >= limit) return limit;
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
