import { jsonTextOf } from './json-text';
import { WholeFloat } from './numbers';

/** How `string(true)` is written: the platform's run time is .NET, whose booleans start with a capital. Unconfirmed. */
const TRUE_TEXT = 'True';
const FALSE_TEXT = 'False';

/** The text that `string`, `concat` and interpolation make of a value: null is empty, objects are compact JSON. */
export function textOfValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? TRUE_TEXT : FALSE_TEXT;
  if (value instanceof WholeFloat) return String(value.value);
  if (typeof value === 'object') return jsonTextOf(value);
  return String(value);
}
