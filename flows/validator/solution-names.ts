import { type SolutionMetadata, type SolutionTable } from './surroundings';

/** Looks up the tables and columns that a flow names. */
export class SolutionNames {
  private readonly bySet = new Map<string, SolutionTable>();
  private readonly byName = new Map<string, SolutionTable>();
  /** `rcc_`: tables with it belong to this solution, so that one that is missing is missing for good. */
  private readonly prefixes = new Set<string>();

  constructor({ tables }: SolutionMetadata) {
    for (const table of tables) {
      this.bySet.set(table.entitySetName, table);
      this.byName.set(table.logicalName, table);
      const prefix = /^[a-z][a-z0-9]*_/.exec(table.logicalName)?.[0];
      if (prefix !== undefined && table.columns.size > 0) this.prefixes.add(prefix);
    }
  }

  ofSet(entitySetName: string): SolutionTable | undefined {
    return this.bySet.get(entitySetName);
  }

  ofName(logicalName: string): SolutionTable | undefined {
    return this.byName.get(logicalName);
  }

  isOwn(name: string): boolean {
    return [...this.prefixes].some((prefix) => name.startsWith(prefix));
  }

  get sets(): Iterable<string> {
    return this.bySet.keys();
  }

  get names(): Iterable<string> {
    return this.byName.keys();
  }
}

const known = new WeakMap<SolutionMetadata, SolutionNames>();

/** The names of a solution, put in order once. */
export function namesOf(solution: SolutionMetadata): SolutionNames {
  let names = known.get(solution);
  if (!names) known.set(solution, (names = new SolutionNames(solution)));
  return names;
}

/** The navigation property that writes a lookup column, by the column's logical name. */
export function lookupOf({ lookups, columns }: SolutionTable, column: string): string | undefined {
  if (!columns.has(column)) return undefined;
  for (const name of lookups.keys()) if (name.toLowerCase() === column) return name;
  return undefined;
}
