import { isFlowObject } from '../expressions/value-types';
import { DEFINITION, PROPERTIES } from '../file/flow-parts';
import { type JsonObject } from '../file/flow-document';
import { type Detail } from './rule';

/** The remedy when a file is no flow at all. */
export const EXPORT_AGAIN = 'Take the file from the Workflows folder of an exported solution.';

/** Why a text cannot be JSON at all, when its first characters tell; undefined when they do not. */
export function textProblem(text: string): Detail | undefined {
  const pointer = '';
  if (/^\uFEFF?\s*$/.test(text.slice(0, 1000)) && text.trim() === '') {
    return { pointer, message: 'The file is empty.', fix: EXPORT_AGAIN };
  }
  // UTF-16 read as UTF-8 leaves a NUL beside every letter.
  if (text.slice(0, 100).includes('\0')) {
    return {
      pointer,
      message: 'The file is not UTF-8 text; it seems to be UTF-16 or binary.',
      fix: 'Save it as UTF-8, or export the flow again.',
    };
  }
  if (text.startsWith('PK')) {
    const fix = 'Unpack it and validate the files of its Workflows folder.';
    return { pointer, message: 'The file is a ZIP archive, not a flow; it seems to be a whole solution.', fix };
  }
  if (/^\uFEFF?\s*</.test(text.slice(0, 1000))) {
    const fix = 'Take the .json file beside it.';
    return { pointer, message: 'The file is XML, not a flow; flows lie beside their .json.data.xml.', fix };
  }
  return undefined;
}

/** What a JSON object seems to be when it is no exported flow; undefined when it has a flow's envelope. */
export function envelopeProblem(content: JsonObject): Detail | undefined {
  const { properties, definition, resources } = content;
  if (properties !== undefined && !isFlowObject(properties)) {
    return { pointer: PROPERTIES, message: `'properties' must be an object.`, fix: EXPORT_AGAIN };
  }
  if (properties === undefined) {
    if (Array.isArray(resources)) return other('an Azure Resource Manager template');
    if (isFlowObject(definition))
      return other("a Logic Apps template: its 'definition' stands outside of 'properties'");
    if (content.triggers !== undefined || content.actions !== undefined) {
      return other("a bare workflow definition without 'properties' and 'definition' around it");
    }
    if (content.swagger !== undefined || content.openapi !== undefined) return other("a connector's OpenAPI document");
    return { pointer: '', message: "The file lacks 'properties', so it is no exported flow.", fix: EXPORT_AGAIN };
  }
  if (properties.definition === undefined) {
    const fix = 'Export the flow with its solution; other exports hold only its description.';
    return { pointer: PROPERTIES, message: "'properties' lacks the flow's 'definition'.", fix };
  }
  if (!isFlowObject(properties.definition)) {
    return { pointer: DEFINITION, message: "'definition' must be an object.", fix: EXPORT_AGAIN };
  }
  return undefined;
}

function other(kind: string): Detail {
  return { pointer: '', message: `The file is no exported flow; it seems to be ${kind}.`, fix: EXPORT_AGAIN };
}
