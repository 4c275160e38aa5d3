/** A form or query as the object it means: `created[gte]=1&expand[0]=a` is `{ created: { gte: '1' }, expand: ['a'] }`. */
export function nestedForm(text: string): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const steps = name.split(/[[\]]+/).filter((step, index) => step !== '' || index === 0);
    const last = steps.pop()!;
    const at = steps.reduce((node, step) => (node[step] ??= {}) as Record<string, unknown>, root);
    at[last] = value;
  }
  return listsOf(root) as Record<string, unknown>;
}

/** Objects whose names count from 0 are lists. */
function listsOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList
    ? entries.map(([, item]) => listsOf(item))
    : Object.fromEntries(entries.map(([name, item]) => [name, listsOf(item)]));
}
