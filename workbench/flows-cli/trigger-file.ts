import { isFlowObject } from '../../flows/expressions/value-types';
import { toPlainJson } from '../../flows/expressions/json-text';
import { type RunTrigger } from '../flow-engine/run-host';
import { readJsonFile } from './read-json-file';

const OUTPUT_MEMBERS = new Set(['headers', 'body', 'statusCode', 'queries', 'relativePathParameters']);

/**
 * What a trigger hands over: the file holds its outputs (`{ "headers", "body" }`) or the body alone.
 * @throws {CommandProblem} when the file cannot be read
 */
export function readTriggerFile(path: string): RunTrigger['outputs'] {
  const content = toPlainJson(readJsonFile(path));
  const isOutputs =
    isFlowObject(content) && 'body' in content && Object.keys(content).every((name) => OUTPUT_MEMBERS.has(name));
  if (isOutputs) return { headers: {}, ...content } as RunTrigger['outputs'];
  return { headers: {}, body: content };
}
