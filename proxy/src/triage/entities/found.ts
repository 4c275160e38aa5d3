import type { Static } from '@sinclair/typebox';
import type { Entity } from '../../contract/triage';

export type FoundEntity = Static<typeof Entity>;

/** Something found, with its place in the text. */
export interface Found {
  value: string;
  text: string;
  /** Index of the first character. */
  start: number;
  /** Index after the last character. */
  end: number;
}

/** Finds one kind of thing. Earlier finds are blanked out in the text it gets. */
export type Finder = (text: string) => Found[];

/**
 * Replaces what was found by a filler, so that later finders do not read it again and places stay the same.
 * @param filler one character; a blank lets words left and right of it come together
 */
export function blankOut(text: string, found: readonly Pick<Found, 'start' | 'end'>[], filler = ' '): string {
  if (found.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of [...found].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    parts.push(text.slice(from, start), filler.repeat(end - Math.max(start, from)));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** All matches of a global pattern as finds; `normalise` returns null to refuse one. */
export function findAll(text: string, pattern: RegExp, normalise: (match: RegExpMatchArray) => string | null): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const value = normalise(match);
    if (value !== null) found.push({ value, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}
