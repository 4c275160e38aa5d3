import { compile, type SelectorDefinition } from 'html-to-text';

const skip = (selector: string): SelectorDefinition => ({ selector, format: 'skip' });

/** What a reader of the mail does not see. */
const UNSEEN = [
  'img',
  'style',
  'script',
  'title',
  '[hidden]',
  '[style*="display:none"]',
  '[style*="display: none"]',
  '[style*="visibility:hidden"]',
  '[style*="visibility: hidden"]',
  '[style*="font-size:0"]',
  '[style*="font-size: 0"]',
].map(skip);

/** Where mail programs put the message that is answered: Gmail, Apple Mail and Thunderbird, Yahoo, Proton. */
const QUOTED = [
  '.gmail_quote',
  'blockquote[type="cite"]',
  '.moz-cite-prefix',
  '.yahoo_quoted',
  '.protonmail_quote',
].map(skip);

const settings = (selectors: SelectorDefinition[]) => ({
  wordwrap: false as const,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'block' },
    ...selectors,
  ],
  limits: { maxDepth: 80, maxChildNodes: 3000, ellipsis: '' },
});

const withoutQuotes = compile(settings([...UNSEEN, ...QUOTED]));
const withQuotes = compile(settings(UNSEEN));

const TAG = /<(?:html|body|head|div|p|br|table|span|td|blockquote|font|ul|h[1-6])(?:\s[^<>]{0,500})?\/?>/i;

/** True when a text carries tags of an HTML mail. */
export const looksLikeHtml = (text: string): boolean => TAG.test(text);

/**
 * Turns an HTML mail into the text its reader sees, without the quoted message.
 * A mail that consists of a quotation only keeps it.
 */
export function htmlToPlainText(html: string): string {
  const own = withoutQuotes(html).trim();
  return own === '' ? withQuotes(html).trim() : own;
}
