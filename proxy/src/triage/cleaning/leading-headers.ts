const HEADER =
  /^(from|to|cc|date|sent|subject|reply-to|von|an|datum|gesendet|betreff|de|para|fecha|enviado|asunto|envoye|envoyé|objet|à)\s?:\s?(.{0,500})$/i;
const SUBJECT = /^(?:subject|betreff|asunto|objet)$/i;

/**
 * Takes header lines off the start of a text: messages pasted as a whole begin with `Subject: …`, often with more lines.
 * One lone header line other than the subject may be the customer's own words and stays.
 */
export function takeLeadingHeaders(lines: readonly string[]): { subject: string | null; rest: string[] } {
  let subject: string | null = null;
  let start = 0;
  for (;;) {
    let first = start;
    while (first < lines.length && lines[first]?.trim() === '') first += 1;
    let end = first;
    let found: string | null = null;
    for (let header = HEADER.exec(lines[end]?.trim() ?? ''); header; header = HEADER.exec(lines[end]?.trim() ?? '')) {
      if (SUBJECT.test(header[1] ?? '')) found ??= header[2] ?? '';
      end += 1;
    }
    if (found === null && end - first < 2) return { subject, rest: lines.slice(start) };
    subject ??= found;
    start = end;
  }
}
