import { ServiceError } from './service-error';

/** A call's arguments by the connector's parameter names. */
export type Arguments = Readonly<Record<string, unknown>>;

/** 400 for an argument that cannot be used. */
export function badArgument(message: string): ServiceError {
  return new ServiceError(400, message);
}

/** A text; empty when left out or null. @throws {ServiceError} 400 when it is no text */
export function textOf(args: Arguments, name: string): string {
  const value = args[name] ?? '';
  if (typeof value !== 'string') throw badArgument(`The parameter '${name}' has to be a text.`);
  return value;
}

/** A text that has to be there. @throws {ServiceError} 400 naming it */
export function requiredText(args: Arguments, name: string): string {
  const value = textOf(args, name);
  if (value === '') throw badArgument(`The parameter '${name}' is missing.`);
  return value;
}

/** A group of arguments under one name, such as `emailMessage`; empty when left out. @throws {ServiceError} 400 */
export function groupOf(args: Arguments, name: string): Arguments {
  const value = args[name] ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw badArgument(`The parameter '${name}' has to be an object.`);
  }
  return value as Arguments;
}

/** One of the given texts, ignoring case; undefined when left out. @throws {ServiceError} 400 naming the choices */
export function choiceOf<T extends string>(args: Arguments, name: string, choices: readonly T[]): T | undefined {
  const value = textOf(args, name);
  if (value === '') return undefined;
  const found = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw badArgument(`The parameter '${name}' has to be one of ${choices.join(', ')}.`);
  return found;
}

/** A whole number, also as text; undefined when left out. @throws {ServiceError} 400 when it is none or too small */
export function wholeNumberOf(args: Arguments, name: string, least: number): number | undefined {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
  if (!Number.isInteger(number) || number < least) {
    throw badArgument(`The parameter '${name}' has to be a whole number of ${least} or more.`);
  }
  return number;
}

/** A list; empty when left out. @throws {ServiceError} 400 when it is none */
export function listOf(args: Arguments, name: string): unknown[] {
  const value = args[name] ?? [];
  if (!Array.isArray(value)) throw badArgument(`The parameter '${name}' has to be a list.`);
  return value;
}
