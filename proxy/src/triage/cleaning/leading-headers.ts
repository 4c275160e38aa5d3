import { headerBlockAt } from './mail-headers';

/**
 * Takes header lines off the start of a text: messages pasted as a whole begin with `Subject: …`, often with more lines.
 * One lone header line other than the subject may be the customer's own words and stays.
 */
export function takeLeadingHeaders(lines: readonly string[]): { subject: string | null; rest: string[] } {
  let subject: string | null = null;
  let start = 0;
  for (;;) {
    let first = start;
    while (first < lines.length && lines[first] === '') first += 1;
    const block = headerBlockAt(lines, first, true);
    if (block === null) return { subject, rest: lines.slice(start) };
    subject ??= block.subject;
    start = first + block.length;
  }
}
