import { CODES, DataverseError } from '../dataverse-error';

/**
 * Decodes a query option. The connector puts it into the address as it is, so `&`, `#` and `+` inside a literal have to
 * be percent-encoded by the flow (source: Microsoft, "Query data using the Web API", special characters). The platform
 * would cut the query or read a blank and find nothing; here that mistake is an error.
 * @param option its name, for the message
 * @throws {DataverseError} 400 naming the character
 */
export function decodeQuery(option: string, value: string): string {
  const raw = /[&#+]/.exec(value)?.[0];
  if (raw !== undefined) {
    throw new DataverseError(
      400,
      CODES.badPayload,
      `'${raw}' in ${option} has to be written as ${encodeURIComponent(raw)}: use encodeUriComponent() for the value in '${value}'.`,
    );
  }
  try {
    return decodeURIComponent(value);
  } catch {
    throw new DataverseError(400, CODES.badPayload, `'%' in ${option} has to be written as %25 in '${value}'.`);
  }
}
