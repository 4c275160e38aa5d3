import { CODES, DataverseError } from './dataverse-error';

/** A call's arguments by the connector's parameter names. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A text argument; undefined when left out, null or empty. @throws {DataverseError} 400 when it is no text */
export function optionalText(args: Arguments, name: string): string | undefined {
  const value = args[name];
  if (value == null || value === '') return undefined;
  if (typeof value !== 'string') {
    throw new DataverseError(400, CODES.badPayload, `The parameter '${name}' has to be a text.`);
  }
  return value;
}

/** A text argument that has to be there. @throws {DataverseError} 400 naming it */
export function requiredText(args: Arguments, name: string): string {
  const value = optionalText(args, name);
  if (value === undefined) throw new DataverseError(400, CODES.badPayload, `The parameter '${name}' is missing.`);
  return value;
}

/** The columns of a write. @throws {DataverseError} 400 when `item` is no object */
export function itemOf(args: Arguments): Readonly<Record<string, unknown>> {
  const item = args.item ?? {};
  if (typeof item !== 'object' || Array.isArray(item)) {
    throw new DataverseError(400, CODES.badPayload, "The parameter 'item' has to be an object of columns.");
  }
  return item as Record<string, unknown>;
}
