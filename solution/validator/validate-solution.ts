import type { SolutionFiles } from '../source/solution-files';
import { allRules } from './all-rules';
import type { Finding } from './finding';
import { Solution } from './parts/solution';
import type { Detail, Rule } from './rule';

/**
 * Holds an unpacked solution against every rule.
 * @param others solutions that are in the environment before this one is imported: what they bring may be referred to
 * @returns what is wrong, by file and line; of all places that miss the same thing only the first one
 */
export function validateSolution(files: SolutionFiles, others: readonly SolutionFiles[] = []): Finding[] {
  const solution = new Solution(
    files,
    others.map((each) => new Solution(each)),
  );
  const found = allRules.flatMap((rule) => [...rule.check(solution)].map((detail) => ({ rule, detail })));
  return oncePerMissing(found)
    .map(({ rule, detail }) => findingOf(rule, detail))
    .sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.code, b.code));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Found {
  rule: Rule;
  detail: Detail;
}

function oncePerMissing(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ detail: { missing } }) => {
    if (missing === undefined) return true;
    const first = !seen.has(missing);
    seen.add(missing);
    return first;
  });
}

function findingOf({ code, severity }: Rule, { file, line, message, fix, severity: own }: Detail): Finding {
  return { code, severity: own ?? severity, file, ...(line ? { line } : {}), message, fix };
}
