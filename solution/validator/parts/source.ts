import type { SolutionFiles } from '../../source/solution-files';
import type { XmlElement } from '../../xml/element';
import { MalformedXml, readXml } from '../../xml/read-xml';

/** A file that cannot be read, and why. */
export interface Unreadable {
  file: string;
  line?: number;
  fault: string;
}

/** Line, from 1, on which the words first stand; undefined when they do not. */
export function lineWith(text: string, words: string): number | undefined {
  const at = text.indexOf(words);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}

/** A file of a managed package that stands beside the one of unmanaged packages. */
export const isManagedTwin = (path: string): boolean => path.endsWith('_managed.xml');

/** The files of a solution, each parsed once. One that cannot be read is noted, and counts as absent. */
export class Source {
  readonly #documents = new Map<string, unknown>();
  readonly #unreadable = new Map<string, Unreadable>();
  readonly #misplaced = new Set<string>();

  constructor(readonly files: SolutionFiles) {}

  has(path: string): boolean {
    return this.files.has(path);
  }

  /** Paths below a folder with that ending, without the twins of managed packages. */
  paths(folder: string, ending = ''): string[] {
    return [...this.files.keys()].filter(
      (path) => path.startsWith(`${folder}/`) && path.endsWith(ending) && !isManagedTwin(path),
    );
  }

  /** Paths right in a folder with that ending. */
  direct(folder: string, ending = ''): string[] {
    return this.paths(folder, ending).filter((path) => !path.slice(folder.length + 1).includes('/'));
  }

  /** The text of a file; empty when there is none. */
  text(path: string): string {
    return Buffer.from(this.files.get(path) ?? [])
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  }

  /** The root element; undefined when the file is missing or cannot be read. */
  xml(path: string): XmlElement | undefined {
    return this.#read(path, (text) => readXml(text, path)) as XmlElement | undefined;
  }

  /** The value of a JSON file; undefined when the file is missing or cannot be read. */
  json(path: string): unknown {
    return this.#read(path, (text) => JSON.parse(text) as unknown);
  }

  /** Files that could not be read, of those that were asked for. */
  get unreadable(): Iterable<Unreadable> {
    return this.#unreadable.values();
  }

  /** Notes a file that holds something else than its place promises. */
  misplaced(path: string): void {
    this.#misplaced.add(path);
  }

  /**
   * Whether that file, or one of that folder, is known to hold something that could not be made out, so that nothing can
   * be said to be missing there.
   */
  isUncertain(place: string): boolean {
    return [...this.#unreadable.keys(), ...this.#misplaced].some(
      (path) => path === place || path.startsWith(`${place}/`),
    );
  }

  #read(path: string, parse: (text: string) => unknown): unknown {
    if (!this.has(path)) return undefined;
    if (!this.#documents.has(path)) {
      try {
        this.#documents.set(path, parse(this.text(path)));
      } catch (error) {
        this.#documents.set(path, undefined);
        this.#unreadable.set(path, { file: path, ...faultOf(error, this.text(path)) });
      }
    }
    return this.#documents.get(path);
  }
}

function faultOf(error: unknown, text: string): { line?: number; fault: string } {
  if (error instanceof MalformedXml) return { line: error.line, fault: `no well-formed XML: ${error.fault}` };
  if (!(error instanceof SyntaxError)) throw error;
  const position = /at position (\d+)/.exec(error.message)?.[1];
  return {
    ...(position === undefined ? {} : { line: text.slice(0, Number(position)).split('\n').length }),
    fault: 'no valid JSON',
  };
}
