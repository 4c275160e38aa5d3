/** Versions have four numbers; one that is missing counts as zero. */
export function isHigher(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  const at = [0, 1, 2, 3].find((index) => (a![index] ?? 0) !== (b![index] ?? 0));
  return at !== undefined && (a![at] ?? 0) > (b![at] ?? 0);
}
