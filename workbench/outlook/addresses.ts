import { OutlookError } from './outlook-error';

const ADDRESS = /^[^\s@<>;,"]+@[^\s@<>;,"]+$/;
const NAMED = /^\s*(?:"?([^"<]*)"?\s*)<([^<>]+)>\s*$/;

/** Splits `Ana Ruiz <ana@example.com>` into name and address; a bare address has an empty name. */
export function parseMailbox(text: string): { name: string; address: string } {
  const [, name = '', address = text] = NAMED.exec(text) ?? [];
  return { name: name.trim(), address: address.trim() };
}

/** The addresses of a list separated by `;`. */
export function splitAddresses(list: string): string[] {
  return list
    .split(';')
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

/**
 * Checks a list of recipients.
 * @returns the addresses joined by `;`
 * @throws {OutlookError} 400 `ErrorInvalidRecipients`
 */
export function checkedRecipients(list: string): string {
  const addresses = splitAddresses(list);
  if (!addresses.every((address) => ADDRESS.test(address))) {
    throw new OutlookError(400, 'ErrorInvalidRecipients', 'One or more recipients are invalid.');
  }
  return addresses.join(';');
}
