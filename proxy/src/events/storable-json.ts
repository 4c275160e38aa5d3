/** Half a surrogate pair, which is no character. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const SUSPECT = /\\u0000|\\ud[89a-f]/i;

const cleaned = (text: string): string => text.replaceAll('\0', '').replace(LONE_SURROGATE, '\uFFFD');

const cleanedNode = (_name: string, node: unknown): unknown => {
  if (typeof node === 'string') return cleaned(node);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [cleaned(name), value]));
};

/**
 * JSON without the two things PostgreSQL cannot store in text: the NUL character, which is dropped, and half surrogate
 * pairs, which become U+FFFD. Customers' mails hold both now and then.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return SUSPECT.test(json) ? JSON.stringify(value, cleanedNode) : json;
}

/** Parses JSON, with the same cleaning. @throws {SyntaxError} */
export function parseStorable(json: string): unknown {
  const value: unknown = JSON.parse(json);
  return SUSPECT.test(json) ? JSON.parse(JSON.stringify(value, cleanedNode)) : value;
}
