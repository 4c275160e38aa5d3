/** Strings of which every match of a pattern contains at least one; null when nothing of the kind can be said. */
export type NeededWords = ReadonlySet<string> | null;

/** More strings than this, or shorter ones, sort out too little to be worth looking for. */
const MOST_WORDS = 600;
const SHORTEST_WORD = 2;

/** A part of a pattern: exact characters, or something of which only the needs are known. */
interface Part {
  /** The exact text the part stands for, or null. */
  exact: string | null;
  needs: NeededWords;
}

const ANYTHING: Part = { exact: null, needs: null };

const shortest = (words: ReadonlySet<string>): number => Math.min(...[...words].map((word) => word.length));

/** Longer strings are rarer in a text; of equally long ones fewer are better. */
function better(one: NeededWords, other: NeededWords): NeededWords {
  if (one === null || other === null) return one ?? other;
  const byLength = shortest(one) - shortest(other);
  return byLength > 0 || (byLength === 0 && one.size <= other.size) ? one : other;
}

const worthwhile = (needs: NeededWords): NeededWords =>
  needs === null || needs.size > MOST_WORDS || shortest(needs) < SHORTEST_WORD ? null : needs;

/** Reads a pattern from left to right; knows the syntax of JavaScript without the flags `i` and `v`. */
class PatternReader {
  private at = 0;

  constructor(private readonly source: string) {}

  /** Alternatives up to the end of the group or of the pattern. */
  alternatives(): Part {
    const parts = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      parts.push(this.sequence());
    }
    if (parts.length === 1) return parts[0]!;
    const words = new Set<string>();
    for (const { exact, needs } of parts) {
      const of = exact === null ? needs : new Set([exact]);
      if (of === null) return ANYTHING;
      for (const word of of) words.add(word);
    }
    return { exact: null, needs: worthwhile(words) };
  }

  private sequence(): Part {
    let run = '';
    let needs: NeededWords = null;
    let isExact = true;
    let whole = '';
    const endRun = () => {
      if (run.length >= SHORTEST_WORD) needs = better(needs, new Set([run]));
      run = '';
    };
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const part = this.item();
      if (part === null) continue;
      if (part.exact !== null) {
        run += part.exact;
        whole += part.exact;
        continue;
      }
      endRun();
      isExact = false;
      needs = better(needs, part.needs);
    }
    if (isExact) return { exact: whole, needs: null };
    endRun();
    return { exact: null, needs };
  }

  /** One character, class, group or assertion with its quantifier; null when it takes no room and needs nothing. */
  private item(): Part | null {
    const part = this.unit();
    const least = this.quantifier();
    if (least === null) return part;
    if (part === null || least === 0) return ANYTHING;
    // Repeated exact text is exact no more, but stands there at least once.
    return { exact: null, needs: part.exact === null ? part.needs : worthwhile(new Set([part.exact])) };
  }

  private unit(): Part | null {
    const sign = this.source[this.at]!;
    this.at += 1;
    if (sign === '^' || sign === '$') return null;
    if (sign === '.') return ANYTHING;
    if (sign === '[') return this.characterClass();
    if (sign === '(') return this.group();
    if (sign === '\\') return this.escape();
    return { exact: sign, needs: null };
  }

  private escape(): Part | null {
    const sign = this.source[this.at]!;
    this.at += 1;
    if (sign === 'b' || sign === 'B') return null;
    if (sign === 'p' || sign === 'P') this.at = this.source.indexOf('}', this.at) + 1;
    else if (sign === 'u' || sign === 'x' || sign === 'k' || sign === 'c')
      throw new Error(`\\${sign} is not known here`);
    return /[\w]/.test(sign) ? ANYTHING : { exact: sign, needs: null };
  }

  private characterClass(): Part {
    for (; this.source[this.at] !== ']'; this.at += 1) if (this.source[this.at] === '\\') this.at += 1;
    this.at += 1;
    return ANYTHING;
  }

  private group(): Part | null {
    const kind = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.at, this.at + 40))?.[0] ?? '';
    this.at += kind.length;
    const inner = this.alternatives();
    this.at += 1;
    if (kind === '?!' || kind === '?<!') return null;
    // What stands ahead or behind is in the text too, but not between its neighbours.
    if (kind === '?=' || kind === '?<=')
      return { exact: null, needs: inner.exact === null ? inner.needs : worthwhile(new Set([inner.exact])) };
    return inner;
  }

  /** How often at least, or null when nothing is said. */
  private quantifier(): number | null {
    const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 16));
    if (!found) return null;
    this.at += found[0].length;
    if (found[1] !== undefined) return Number(found[1]);
    return found[0].startsWith('+') ? 1 : 0;
  }
}

/**
 * What a text must contain for a pattern to match it.
 * @returns strings of which at least one is in every matching text, or null when the pattern has to be tried
 */
export function neededWords({ source, flags }: RegExp): NeededWords {
  if (/[iv]/.test(flags)) return null;
  const { exact, needs } = new PatternReader(source).alternatives();
  return exact === null ? worthwhile(needs) : worthwhile(new Set([exact]));
}
