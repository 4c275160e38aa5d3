import { Script } from 'node:vm';
import { find, textAt, textOf } from '../../xml/element';
import { MalformedXml, readXml } from '../../xml/read-xml';
import { bareId } from '../parts/manifest';
import type { WebResourcePart } from '../parts/other-parts';
import { lineWith, type Source } from '../parts/source';
import type { Rule } from '../rule';

/** Endings by type code (Microsoft's table reference of WebResource). */
const ENDINGS: Record<string, readonly string[]> = {
  '1': ['htm', 'html'],
  '2': ['css'],
  '3': ['js'],
  '4': ['xml'],
  '5': ['png'],
  '6': ['jpg', 'jpeg'],
  '7': ['gif'],
  '8': ['xap'],
  '9': ['xsl', 'xslt'],
  '10': ['ico'],
  '11': ['svg'],
  '12': ['resx'],
};
const XML_TYPES = new Set(['4', '9', '11', '12']);
/** First bytes of pictures. */
const SIGNATURES: Record<string, string> = { '5': '89504e47', '6': 'ffd8ff', '7': '47494638', '10': '00000100' };

/** Something loaded from elsewhere, which a page's policy refuses and an offline client never has. */
const EXTERNAL =
  /(?:\b(?:href|src)\s*=\s*["']?|url\(\s*["']?|@import\s+["']?|\bimport\s*\(?\s*["'])(?:https?:)?\/\/[^\s"')]+/i;
const ACTIVE_SVG = /<script\b|\son\w+\s*=|<foreignObject\b/i;

/** Why the content is not what its type says, and on which line; undefined when it is. */
function contentFault(
  source: Source,
  { content, element }: WebResourcePart,
): { line?: number; fault: string } | undefined {
  const type = textAt(element, 'WebResourceType');
  const text = source.text(content);
  if (XML_TYPES.has(type)) {
    try {
      const root = readXml(text, content);
      return type === '11' && root.name !== 'svg'
        ? { line: root.line, fault: `holds a '${root.name}', no picture` }
        : undefined;
    } catch (error) {
      if (error instanceof MalformedXml) return { line: error.line, fault: `is no well-formed XML: ${error.fault}` };
      throw error;
    }
  }
  if (type === '3') {
    try {
      new Script(text, { filename: content });
    } catch (error) {
      const line = /:(\d+)\n/.exec(String((error as Error).stack))?.[1];
      return {
        ...(line === undefined ? {} : { line: Number(line) }),
        fault: `is no script: ${(error as Error).message}`,
      };
    }
  }
  const signature = SIGNATURES[type];
  const start = Buffer.from(source.files.get(content) ?? []).toString('hex', 0, 4);
  return signature !== undefined && !start.startsWith(signature)
    ? { fault: 'is not a picture of its type' }
    : undefined;
}

export const webResourceRules: readonly Rule[] = [
  {
    code: 'S145',
    severity: 'error',
    title: 'A web resource consists of its content and its data file.',
    *check(solution) {
      const { source } = solution;
      for (const { file, content, name } of solution.webResources()) {
        if (!source.has(content))
          yield { file, message: `The content of the web resource ${name} is missing.`, fix: `Add ${content}.` };
      }
      for (const file of source.paths('WebResources')) {
        if (!file.endsWith('.data.xml') && !source.has(`${file}.data.xml`))
          yield {
            file,
            message: 'No data file describes it: it is not packed.',
            fix: `Add ${file}.data.xml.`,
            missing: `61 ${file.slice('WebResources/'.length).toLowerCase()}`,
          };
      }
    },
  },
  {
    code: 'S146',
    severity: 'error',
    title:
      'The type code of a web resource is that of its ending: 1 html, 2 css, 3 js, 4 xml, 5 png, 6 jpg, 7 gif, 9 xsl, 10 ico, 11 svg, 12 resx.',
    *check(solution) {
      for (const { file, name, element } of solution.webResources()) {
        const type = textAt(element, 'WebResourceType');
        const ending = name.split('.').at(-1)!.toLowerCase();
        if (!ENDINGS[type] || (name.includes('.') && !ENDINGS[type].includes(ending)))
          yield {
            file,
            line: (find(element, 'WebResourceType') ?? element).line,
            message: `The web resource ${name} has the type '${type}'.`,
            fix: `Write ${Object.entries(ENDINGS).find(([, endings]) => endings.includes(ending))?.[0] ?? 'the code of its kind'}.`,
          };
      }
    },
  },
  {
    code: 'S147',
    severity: 'error',
    title:
      '`FileName` is `/WebResources/`, the name without slashes and dots, and the id in upper case: the place of the content in the package.',
    *check(solution) {
      for (const { file, name, id, element } of solution.webResources()) {
        const wanted = `/WebResources/${name.replace(/[/.]/g, '')}${bareId(id).toUpperCase()}`;
        const found = find(element, 'FileName');
        if (!found || textOf(found) !== wanted)
          yield {
            file,
            line: (found ?? element).line,
            message: `FileName is '${found ? textOf(found) : ''}'.`,
            fix: `Write ${wanted}.`,
          };
      }
    },
  },
  {
    code: 'S148',
    severity: 'error',
    title: 'What a web resource holds is of its type: well-formed XML and SVG, a script that can be read, a picture.',
    *check(solution) {
      const { source } = solution;
      for (const resource of solution.webResources()) {
        const fault = source.has(resource.content) ? contentFault(source, resource) : undefined;
        if (fault)
          yield {
            file: resource.content,
            line: fault.line,
            message: `The web resource ${resource.name} ${fault.fault}.`,
            fix: 'Mend it, or restore the file.',
          };
      }
    },
  },
  {
    code: 'S149',
    severity: 'error',
    title: 'Web resources load nothing from elsewhere, and pictures hold no script.',
    *check(solution) {
      const { source } = solution;
      for (const { content, name, element } of solution.webResources()) {
        const text = source.text(content);
        const [found] =
          EXTERNAL.exec(text) ?? (textAt(element, 'WebResourceType') === '11' ? ACTIVE_SVG.exec(text) : null) ?? [];
        if (found !== undefined)
          yield {
            file: content,
            line: lineWith(text, found),
            message: `The web resource ${name} holds '${found.trim()}'.`,
            fix: 'Put what it loads into the solution, or remove it.',
          };
      }
    },
  },
];
