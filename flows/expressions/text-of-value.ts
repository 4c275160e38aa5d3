import { isXmlContent, textOfContent } from './content';
import { jsonTextOf } from './json-text';
import { isFlowNumber, numberText } from './numbers';

/** How `string(true)` is written: the platform's run time is .NET, whose booleans start with a capital. Unconfirmed. */
const TRUE_TEXT = 'True';
const FALSE_TEXT = 'False';

/** XML stands in text as its markup, not as the JSON that carries it. Unconfirmed. */
const isWrittenAsXml = isXmlContent;

/** The text that `string`, `concat` and interpolation make of a value: null is empty, objects are compact JSON. */
export function textOfValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? TRUE_TEXT : FALSE_TEXT;
  if (isFlowNumber(value)) return numberText(value);
  if (typeof value === 'object') return isWrittenAsXml(value) ? textOfContent(value) : jsonTextOf(value);
  return String(value);
}
