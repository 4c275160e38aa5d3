import { Refusal } from '../cli/command';
import { type SolutionFiles } from '../source/solution-files';
import { type XmlElement } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { originalOf } from './twins';

/** What a package may be: one to change things in, or one that is upgraded and removed as a whole. */
export type PackageType = 'unmanaged' | 'managed';

function checkJson(content: Uint8Array, file: string): void {
  try {
    JSON.parse(new TextDecoder().decode(content));
  } catch (error) {
    throw new Refusal(`${file} is malformed JSON: ${(error as Error).message}. Mend it, or restore the file.`);
  }
}

/** An unpacked source that is being packed; it remembers what was taken, so that nothing is left out unseen. */
export class Source {
  /** By path; a twin is under the path of the file it stands in for. */
  private readonly files = new Map<string, { file: string; content: Uint8Array }>();
  private readonly taken = new Set<string>();

  constructor(files: SolutionFiles, type: PackageType) {
    const twins: [string, { file: string; content: Uint8Array }][] = [];
    for (const [file, content] of files) {
      const original = originalOf(file);
      if (original === undefined) this.files.set(file, { file, content });
      else twins.push([original, { file, content }]);
    }
    if (type === 'managed') for (const [path, twin] of twins) this.files.set(path, twin);
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  /** Paths that fit a pattern, in order. */
  matching(pattern: RegExp): string[] {
    return [...this.files.keys()].filter((path) => pattern.test(path));
  }

  /**
   * The bytes of a file.
   * @param asking the file that names it
   * @throws {Refusal} when it is not there, or is named JSON and is none
   */
  bytes(path: string, asking?: string): Uint8Array {
    const found = this.files.get(path);
    if (found === undefined) {
      const remedy = asking ? `${asking} names it: restore it, or take out what names it` : 'Restore it';
      throw new Refusal(`${path} is missing. ${remedy}.`);
    }
    if (path.endsWith('.json') && !this.taken.has(path)) checkJson(found.content, found.file);
    this.taken.add(path);
    return found.content;
  }

  /**
   * The root element of an XML file.
   * @param root the name it has to have
   * @throws {Refusal} when the file is missing or holds something else
   * @throws {MalformedXml}
   */
  xml(path: string, root: string): XmlElement {
    const content = this.bytes(path);
    const { file } = this.files.get(path)!;
    const element = readXml(content, file);
    if (element.name === root) return element;
    throw new Refusal(`${file} holds <${element.name}>, not <${root}>. Put it where its kind belongs.`);
  }

  /** Files nobody asked for. */
  left(): string[] {
    return [...this.files].filter(([path]) => !this.taken.has(path)).map(([, { file }]) => file);
  }
}
