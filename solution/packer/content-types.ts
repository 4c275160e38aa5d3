import { extname } from 'node:path/posix';
import { element } from '../xml/element';
import { writeXml } from '../xml/write-xml';

export const CONTENT_TYPES = '[Content_Types].xml';
const BYTES = 'application/octet-stream';
/** The only parts that are XML to the platform; all other files are bytes to it. */
const XML_PARTS = new Set(['customizations.xml', 'solution.xml']);

/**
 * What kind of content each entry of a package is: by its extension, or by itself when it has none or is an XML file that
 * is copied as it is. ECMA-376 part 2, 7.2.3; the form Microsoft's SolutionPackager 9.1 writes.
 */
export function contentTypes(entries: Iterable<string>): Buffer {
  const extensions = new Map<string, string>([['xml', 'xml']]);
  const overrides: string[] = [];
  for (const entry of entries) {
    const extension = extname(entry).slice(1);
    if (extension === '' || (extension.toLowerCase() === 'xml' && !XML_PARTS.has(entry))) overrides.push(entry);
    // Extensions do not tell letters' case apart, and one must not be there twice.
    else if (!extensions.has(extension.toLowerCase())) extensions.set(extension.toLowerCase(), extension);
  }
  const types = element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
    ...[...extensions.values()].map((extension) =>
      element('Default', { Extension: extension, ContentType: extension === 'xml' ? 'text/xml' : BYTES }),
    ),
    ...overrides.map((entry) => element('Override', { PartName: `/${entry}`, ContentType: BYTES })),
  ]);
  return writeXml(types, { byteOrderMark: true });
}
