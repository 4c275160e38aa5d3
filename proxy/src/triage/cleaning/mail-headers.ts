/** Names of header lines as mail programs write them into replies and forwards, by language; accents as they come. */
const FROM = 'from|von|de|da|van|från|fra|od';
const SUBJECT = 'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat';
const SENT =
  'sent|date|gesendet|datum|envoyé|envoye|date|enviado(?: el)?|enviada|fecha|data|inviato|verzonden|skickat|sendt|wysłano';
const TO = 'to|cc|bcc|reply-to|an|à|a|para|aan|till|til|do';

const line = (names: string) => new RegExp(`^\\W{0,3}(?:${names})\\W{0,3}:\\W{0,3}(.{0,500})$`, 'iu');
const IS_FROM = line(FROM);
const IS_SUBJECT = line(SUBJECT);
const IS_SENT = line(SENT);
const IS_TO = line(TO);

/** Addresses of many receivers are wrapped; so many lines may stand between two headers. */
const WRAPPED = 2;
const MOST = 12;

export interface HeaderBlock {
  /** How many lines it takes. */
  length: number;
  subject: string | null;
}

const isHeader = (text: string): boolean =>
  text.length <= 520 && [IS_FROM, IS_SUBJECT, IS_SENT, IS_TO].some((header) => header.test(text));

/**
 * The header lines of a mail that begin at a line: at least three with one that names the sender, and with an address, a
 * subject or a date of sending. Three words with colons of a customer's own ("From: Leeds, To: York") are none.
 * @param fewer take two lines, or the subject alone: for the very start of a text, where whole mails are pasted
 */
export function headerBlockAt(lines: readonly string[], at: number, fewer = false): HeaderBlock | null {
  if (!isHeader(lines[at] ?? '')) return null;
  let last = at;
  for (let i = at + 1; i < Math.min(lines.length, at + MOST); i += 1) {
    const text = lines[i] ?? '';
    if (text === '' || i - last > WRAPPED + 1) break;
    if (isHeader(text)) last = i;
  }
  const block = lines.slice(at, last + 1);
  const has = (header: RegExp) => block.some((text) => header.test(text));
  const subject = block.map((text) => IS_SUBJECT.exec(text)?.[1]).find((found) => found !== undefined) ?? null;
  const headers = block.filter(isHeader).length;
  const isMail = subject !== null || block.some((text) => text.includes('@'));
  const enough = fewer
    ? subject !== null || (headers >= 2 && isMail)
    : headers >= 3 && has(IS_FROM) && (isMail || has(IS_SENT));
  return enough ? { length: block.length, subject } : null;
}
