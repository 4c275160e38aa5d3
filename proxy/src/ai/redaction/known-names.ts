import type { Finder, Found } from '../../triage/entities/found';
import { foldedName, isOrdinaryWord } from './ordinary-words';

const WORD = /\p{L}[\p{L}\p{M}]{0,40}/gu;
/** Shorter words of a name count only beside its others. */
const SHORTEST_ALONE = 3;

/** What an address tells of a name: the one that stands before it, else its part before the sign. */
export function namesOfSender(address: string | undefined): string[] {
  const { shown, local } =
    /^ *"?(?<shown>[^<"@]{0,200}?)"? *<|^(?<local>[^@]{1,100})@/.exec(address ?? '')?.groups ?? {};
  return [shown ?? local ?? ''].filter((name) => name.trim() !== '');
}

/**
 * Finds names that are known, accents and case aside: words of one beside each other, and each alone. A name that is a
 * word of the language too ("Will", "Price") counts only beside another word of the name: alone, nothing tells it from
 * the word.
 */
export const knownNames = (names: readonly string[]): Finder => {
  const known = new Set(names.flatMap((name) => name.match(WORD) ?? []).map(foldedName));
  if (known.size === 0) return () => [];
  const isTelling = (word: string): boolean => word.length >= SHORTEST_ALONE && !isOrdinaryWord(word);
  return (text) => {
    const found: Found[] = [];
    let run: { text: string; index: number }[] = [];
    const close = (): void => {
      const [first, last] = [run[0], run.at(-1)];
      const capitals = run.filter((word) => /^\p{Lu}/u.test(word.text)).length;
      if (first && last && (run.some((word) => isTelling(word.text)) || (run.length > 1 && capitals === run.length))) {
        const end = last.index + last.text.length;
        const written = text.slice(first.index, end);
        found.push({ value: foldedName(written), text: written, start: first.index, end });
      }
      run = [];
    };
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const before = run.at(-1);
      if (before && !/^[ .'’-]{1,2}$/.test(text.slice(before.index + before.text.length, index))) close();
      if (known.has(foldedName(word))) run.push({ text: word, index });
      else close();
    }
    close();
    return found;
  };
};
