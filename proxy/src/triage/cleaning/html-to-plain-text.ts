import { compile, type FormatCallback, type SelectorDefinition } from 'html-to-text';
import { markQuotations } from './quoted-elements';
import { takeOutUnseen } from './unseen-text';

const skip = (selector: string): SelectorDefinition => ({ selector, format: 'skip' });

/** One element around the whole mail, so that it is seen as a whole before it is written down. */
const WHOLE = 'whole-mail';

interface Gathered {
  unseen: string[];
}

const whole: FormatCallback = (element, walk, builder) => {
  // The types of the package leave out what a caller hands through to its formatters.
  const { unseen } = (builder as unknown as { metadata: Gathered }).metadata;
  markQuotations(element);
  for (const words of takeOutUnseen(element)) unseen.push(words);
  walk(element.children, builder);
};

/** Cells of one row stand on one line, with a blank between them. */
const cell: FormatCallback = (element, walk, builder) => {
  builder.addInline(' ');
  walk(element.children, builder);
  builder.addInline(' ');
};

const toText = compile({
  wordwrap: false,
  baseElements: { selectors: [WHOLE] },
  formatters: { whole, cell },
  selectors: [
    { selector: WHOLE, format: 'whole' },
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    ...['img', 'style', 'script', 'title', 'hr'].map(skip),
  ],
  limits: { maxDepth: 80, maxChildNodes: 3000, ellipsis: '' },
}) as (html: string, gathered: Gathered) => string;

const TAG = /<(?:html|body|head|div|p|br|table|span|td|blockquote|font|ul|h[1-6])(?:\s[^<>]{0,500})?\/?>/i;
const OWN_TAG = new RegExp(`</?${WHOLE}`, 'gi');

/** True when a text carries tags of an HTML mail. */
export const looksLikeHtml = (text: string): boolean => TAG.test(text);

/**
 * Turns an HTML mail into the text its reader sees; lines of a quoted message begin with `> `.
 * @returns the text, and the words that stand in the mail and are not seen
 */
export function htmlToPlainText(html: string): { text: string; unseen: string } {
  const gathered: Gathered = { unseen: [] };
  const text = toText(`<${WHOLE}>${html.replace(OWN_TAG, '<')}</${WHOLE}>`, gathered).trim();
  return { text, unseen: gathered.unseen.join(' ').replace(/\s+/g, ' ').trim() };
}
