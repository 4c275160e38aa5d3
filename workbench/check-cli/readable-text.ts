/** A JSON value as indented lines of `name: value` for a person; what is null or empty is left out. */
export function readableText(value: unknown, indent = '  '): string {
  if (Array.isArray(value)) return value.map((item) => `${indent}- ${entry(item, `${indent}  `)}`).join('\n');
  if (typeof value !== 'object' || value === null) return `${indent}${String(value)}`;
  return Object.entries(value)
    .filter(([, item]) => !isEmpty(item))
    .map(([name, item]) => `${indent}${words(name)}:${nested(item) ? '\n' : ' '}${property(item, indent)}`)
    .join('\n');
}

const property = (item: unknown, indent: string) =>
  isMoney(item) ? `${item.amount} ${item.currency}` : nested(item) ? readableText(item, `${indent}  `) : String(item);

/** An item of a list stands on the line of its dash. */
const entry = (item: unknown, indent: string) => (nested(item) ? readableText(item, indent).trimStart() : String(item));

const nested = (item: unknown): item is object => typeof item === 'object' && item !== null && !isMoney(item);

const isMoney = (item: unknown): item is { amount: string; currency: string } =>
  typeof item === 'object' && item !== null && Object.keys(item).join() === 'amount,currency';

const isEmpty = (item: unknown) => item == null || item === '' || (Array.isArray(item) && item.length === 0);

const words = (name: string) =>
  name.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
