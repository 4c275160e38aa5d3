import type { XmlElement } from './element';

const IN_TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const IN_ATTRIBUTE: Record<string, string> = { ...IN_TEXT, '"': '&quot;', '\n': '&#xA;', '\t': '&#x9;' };

const escapeText = (text: string) => text.replace(/[&<>\r]/g, (sign) => IN_TEXT[sign]!);
const escapeAttribute = (text: string) => text.replace(/[&<>\r"\n\t]/g, (sign) => IN_ATTRIBUTE[sign]!);

function* pieces(element: XmlElement, indent: string): Generator<string> {
  yield `<${element.name}`;
  for (const [name, value] of Object.entries(element.attributes)) yield ` ${name}="${escapeAttribute(value)}"`;
  if (element.children.length === 0) {
    yield ' />';
    return;
  }
  yield '>';
  // Beside text, white space would become part of it.
  const own = element.children.some((each) => typeof each === 'string');
  for (const each of element.children) {
    if (typeof each === 'string') {
      yield escapeText(each);
      continue;
    }
    if (!own) yield `\n${indent}  `;
    yield* pieces(each, own ? indent : `${indent}  `);
  }
  if (!own) yield `\n${indent}`;
  yield `</${element.name}>`;
}

/** One element with everything below it, indented by two spaces. */
export function writeElement(element: XmlElement): string {
  return [...pieces(element, '')].join('');
}

/**
 * A whole document as the platform writes its own: with a declaration, in UTF-8.
 * @param byteOrderMark the two main files of a package begin with one
 */
export function writeXml(root: XmlElement, { byteOrderMark = false } = {}): Buffer {
  const text = `<?xml version="1.0" encoding="utf-8"?>\n${writeElement(root)}\n`;
  return Buffer.from(byteOrderMark ? `\uFEFF${text}` : text, 'utf8');
}
