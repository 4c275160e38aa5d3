import { parseJson } from '../../shared/json';

const CLOSING = { '{': '}', '[': ']' } as const;
/** A text, also one that is cut, or a character JSON is built with. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|[{}[\],]/gs;

/**
 * Reads JSON whose end is missing: what was complete before the cut, in its place. Nothing when there is no object to
 * begin with.
 */
export function readCutJson(text: string): unknown {
  const open: ('}' | ']')[] = [];
  let end = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(CLOSING[token]);
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ',') continue;
    end = token === ',' ? index : index + 1;
  }
  return parseJson(text.slice(0, end) + open.reverse().join(''));
}
