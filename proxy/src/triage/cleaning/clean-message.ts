import { cleanSubject } from './clean-subject';
import { dropHtmlComments } from './drop-html-comments';
import { htmlToPlainText, looksLikeHtml } from './html-to-plain-text';
import { takeLeadingHeaders } from './leading-headers';
import { normaliseCharacters } from './normalise-characters';
import { ownWords } from './own-words';

/** Longest input looked at, in characters; what comes later is quotation or filler in practice. */
const LONGEST_HTML = 120_000;
const LONGEST_TEXT = 20_000;
const MOST_LINES = 400;

/** Tag characters copy ASCII invisibly (Unicode block U+E0000 to U+E007F). */
const TAG_CHARACTERS = /[\u{E0020}-\u{E007E}]/gu;

export interface CleanMessage {
  /** Without reply prefixes; empty when there was none. */
  subject: string;
  /** The customer's own words; empty when nothing is left. */
  body: string;
  /** Words that stand in the message where no reader sees them. Nobody's request; a sign when they give orders. */
  hidden: string;
}

/**
 * Separates what the customer wrote from everything mail programs add. Never throws; takes time linear in the input.
 * @param message subject and body as they came; HTML is recognised when `is_html` is left out
 */
export function cleanMessage(message: { text: string; subject?: string; is_html?: boolean }): CleanMessage {
  const isHtml = message.is_html ?? looksLikeHtml(message.text.slice(0, LONGEST_TEXT));
  const { visible, comments } = dropHtmlComments(message.text.slice(0, LONGEST_HTML));
  const { text, unseen } = isHtml ? htmlToPlainText(visible) : { text: visible, unseen: '' };
  const read = (words: string) => withoutHeaders(trimmedLines(words.slice(0, LONGEST_TEXT)));
  let { subject, words } = read(text);
  // A mail that consists of a quotation only was forwarded: the quotation is the message. One without any text to be seen
  // was written in light letters for a dark screen.
  for (const instead of [text.replace(/^(?:> ?){1,20}/gm, ''), unseen])
    if (isHtml && words.length === 0) ({ subject, words } = read(instead));
  const given = cleanSubject(message.subject ?? '');
  const tags = `${message.subject ?? ''}${message.text}`.slice(0, LONGEST_HTML).match(TAG_CHARACTERS) ?? [];
  return {
    subject: given === '' ? cleanSubject(subject ?? '') : given,
    body: words.join('\n'),
    hidden: [...comments, unseen, tags.join('')]
      .filter((part) => part !== '')
      .join('\n')
      .slice(0, LONGEST_TEXT),
  };
}

const trimmedLines = (text: string): string[] =>
  normaliseCharacters(text)
    .split('\n')
    .slice(0, MOST_LINES)
    .map((line) => line.replace(/ {2,}/g, ' ').trim());

/** Quoted lines may stand above pasted headers and the other way round: both go until nothing changes. */
function withoutHeaders(lines: readonly string[]): { subject: string | null; words: string[] } {
  let subject: string | null = null;
  let words = [...lines];
  for (;;) {
    const headers = takeLeadingHeaders(words);
    subject ??= headers.subject;
    const kept = ownWords(headers.rest);
    if (kept.length === words.length) return { subject, words: kept };
    words = kept;
  }
}
