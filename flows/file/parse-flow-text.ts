import { ExpressionError } from '../expressions/expression-error';
import { parseJsonText } from '../expressions/json-text';
import { isFlowObject, typeName } from '../expressions/value-types';
import { type JsonObject, UnreadableFlow } from './flow-document';

const JSON_WORDS: Readonly<Record<string, string>> = { Array: 'a list', String: 'a text', Null: 'null' };

/**
 * The object a flow's file holds.
 * @throws {UnreadableFlow} when the text is no JSON or no object
 */
export function parseFlowText(source: string): JsonObject {
  let content: unknown;
  try {
    // Files written by Windows tools may start with a byte order mark.
    content = parseJsonText(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof ExpressionError) throw new UnreadableFlow(error.message);
    if (error instanceof RangeError) throw new UnreadableFlow('The file is nested too deep to be read.');
    throw error;
  }
  if (!isFlowObject(content))
    throw new UnreadableFlow(`The file holds ${JSON_WORDS[typeName(content)] ?? 'a bare value'}, not a flow.`);
  return content;
}
