import { CODES, DataverseError } from '../dataverse-error';

/** A `$top`; undefined when it is left out. @throws {DataverseError} 400 when it is no whole number above 0 */
export function topOf(top: unknown): number | undefined {
  if (top == null || top === '') return undefined;
  const count = Number(top);
  if (!Number.isInteger(count) || count < 1) {
    throw new DataverseError(400, CODES.badPayload, `$top has to be a whole number above 0, not '${String(top)}'.`);
  }
  return count;
}
