import { CODES, DataverseError } from '../dataverse-error';

/** Root of the stand-in's addresses in `@odata.id` and next links; nothing listens there. */
export const SERVICE_ROOT = 'https://workbench.crm.localhost/api/data/v9.1/';

const ADDRESS = /^(?:https?:\/\/[^/]+\/api\/data\/v\d+(?:\.\d+)?)?\/?([A-Za-z_]\w*)\((.+)\)$/;

/**
 * Reads a row's address: `/contacts(<guid>)`, `contacts(<guid>)`, `contacts(rcc_code='A7')` or a full one.
 * @throws {DataverseError} 400 when it is none
 */
export function parseRowAddress(address: string): { entitySetName: string; recordId: string } {
  const match = ADDRESS.exec(address.trim());
  if (match === null) {
    throw new DataverseError(
      400,
      CODES.badPayload,
      `'${address}' is no row's address; expected a table's set name and the id in parentheses, such as /contacts(<id>).`,
    );
  }
  return { entitySetName: match[1]!, recordId: match[2]! };
}
