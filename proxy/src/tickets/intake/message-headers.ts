import type { HeaderRow } from '../../contract/ticket';

/** The header lines of an e-mail, found by name. */
export interface MessageHeaders {
  /** Every value of a header, trimmed, in the order of the lines: the topmost was added last. @param name in any case */
  all(name: string): string[];
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function messageHeaders(lines: readonly HeaderRow[] = []): MessageHeaders {
  return {
    all: (name) =>
      lines
        .filter((line) => plain(line.name).toLowerCase() === name.toLowerCase())
        .map((line) => plain(line.value ?? '')),
  };
}

/** The addresses an answer is asked to go to, separated by commas; nothing when there is no Reply-To. */
export function replyToOf(headers: MessageHeaders): string | undefined {
  const words = headers.all('Reply-To').flatMap((value) => value.split(/[\s<>,;"]+/));
  return words.filter((word) => word.includes('@')).join(', ') || undefined;
}

/** What the receiving server found out about the sender: it puts its line above those that came with the mail. */
export const authenticationResultsOf = (headers: MessageHeaders): string | undefined =>
  headers.all('Authentication-Results')[0];
