import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import type { XmlElement } from './element';

/** A file that is not well-formed XML. */
export class MalformedXml extends Error {
  constructor(
    /** Name of the file as the caller gave it. */
    readonly file: string,
    /** Line of the fault, from 1. */
    readonly line: number,
    /** The fault in the words of the XML rules. */
    readonly fault: string,
  ) {
    super(`${file}:${line} is not well-formed XML: ${fault}. Mend that line, or restore the file.`);
  }
}

const isBlank = (text: string) => /^[ \t\r\n]*$/.test(text);

/** Blank text is kept only where it is all an element has. */
function tidy(element: XmlElement): void {
  const hasElements = element.children.some((each) => typeof each !== 'string');
  if (hasElements) element.children = element.children.filter((each) => typeof each !== 'string' || !isBlank(each));
}

/**
 * Reads one XML document; comments, processing instructions and white space between elements are left out.
 * @param file name for error messages
 * @throws MalformedXml
 */
export function readXml(text: string | Uint8Array, file: string): XmlElement {
  const source = typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
  const parser = new SaxesParser({ fileName: file });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let tagLine = 1;

  const addText = (words: string) => {
    const parent = open.at(-1);
    if (parent === undefined) return;
    const last = parent.children.at(-1);
    if (typeof last === 'string') parent.children[parent.children.length - 1] = last + words;
    else parent.children.push(words);
  };

  parser.on('error', (error) => {
    // The message begins with "file:line:column: ", which the error says itself.
    throw new MalformedXml(file, parser.line, error.message.replace(/^.*?\d+:\d+: /, '').replace(/\.$/, ''));
  });
  parser.on('opentagstart', () => (tagLine = parser.line));
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: attributes as Record<string, string>, children: [], line: tagLine };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => tidy(open.pop()!));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(source).close();
  return root!;
}

/** Reads an XML file. @throws MalformedXml; as `readFileSync` when there is no such file */
export function readXmlFile(path: string): XmlElement {
  return readXml(readFileSync(path), path);
}

/** Reads the XML files of a folder in the order of their names; none when there is no such folder. @throws MalformedXml */
export function readXmlFolder(folder: string): XmlElement[] {
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files.map((file) => readXmlFile(join(folder, file)));
}
