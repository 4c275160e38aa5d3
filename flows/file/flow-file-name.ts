import { basename } from 'node:path';

const FILE_NAME = /^(.*?)-?\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?\.json$/i;

/** `<Name>-<GUID>.json`: the name as written and the GUID in lower case; undefined for any other file name. */
export function readFlowFileName(file: string): { name: string; id: string } | undefined {
  const matched = FILE_NAME.exec(basename(file));
  return matched ? { name: matched[1]!, id: matched[2]!.toLowerCase() } : undefined;
}

/** `EscalationForDelayedTickets` as `Escalation for Delayed Tickets`: exports drop the blanks of the display name. */
export const spacedName = (name: string): string =>
  name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/ (For|Or) /g, (word) => word.toLowerCase());
