import { readFileSync } from 'node:fs';
import { ExpressionError } from '../../flows/expressions/expression-error';
import { parseJsonText } from '../../flows/expressions/json-text';
import { CommandProblem, fileProblem } from './command-problem';

/** @throws {CommandProblem} */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw fileProblem(error, path);
  }
}

/**
 * The value of a JSON file, numbers with their type as flows see them.
 * @throws {CommandProblem}
 */
export function readJsonFile(path: string): unknown {
  const text = readTextFile(path);
  try {
    return parseJsonText(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof ExpressionError) throw new CommandProblem(`${path}: ${error.message}`);
    throw error;
  }
}
