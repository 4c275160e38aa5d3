import { OutlookError } from './outlook-error';

/** A call's arguments by the connector's parameter names. */
export type Arguments = Readonly<Record<string, unknown>>;

function invalid(message: string): OutlookError {
  return new OutlookError(400, 'ErrorInvalidRequest', message);
}

/** A text; empty when left out or null. @throws {OutlookError} 400 when it is no text */
export function textOf(args: Arguments, name: string): string {
  const value = args[name] ?? '';
  if (typeof value !== 'string') throw invalid(`The parameter '${name}' has to be a text.`);
  return value;
}

/** A text that has to be there. @throws {OutlookError} 400 naming it */
export function requiredText(args: Arguments, name: string): string {
  const value = textOf(args, name);
  if (value === '') throw invalid(`The parameter '${name}' is missing.`);
  return value;
}

/** A group of arguments under one name, such as `emailMessage`; empty when left out. @throws {OutlookError} 400 */
export function groupOf(args: Arguments, name: string): Arguments {
  const value = args[name] ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) throw invalid(`The parameter '${name}' has to be an object.`);
  return value as Arguments;
}

/** One of the given texts, ignoring case; undefined when left out. @throws {OutlookError} 400 naming the choices */
export function choiceOf<T extends string>(args: Arguments, name: string, choices: readonly T[]): T | undefined {
  const value = textOf(args, name);
  if (value === '') return undefined;
  const found = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw invalid(`The parameter '${name}' has to be one of ${choices.join(', ')}.`);
  return found;
}
