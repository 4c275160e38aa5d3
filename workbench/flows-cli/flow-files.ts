import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { readFlowFileName } from '../../flows/file/flow-file-name';
import { CommandProblem, fileProblem } from './command-problem';

/** Folder of the product's own flows. */
export const ownFlowFolder = (): string => projectFile('flows');

/** Files of exported flows in a folder, by their names `<Name>-<GUID>.json`; those of inner folders too. */
function flowFilesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : flowFilesIn(path);
      return readFlowFileName(entry.name) ? [path] : [];
    });
}

export const ownFlowFiles = (): string[] =>
  readdirSync(ownFlowFolder())
    .filter((name) => readFlowFileName(name))
    .sort()
    .map((name) => join(ownFlowFolder(), name));

/**
 * The files meant by names of files and folders.
 * @throws {CommandProblem} for a name that is neither, or a folder without flows
 */
export function findFlowFiles(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    let isFolder: boolean;
    try {
      isFolder = statSync(name).isDirectory();
    } catch (error) {
      throw fileProblem(error, name);
    }
    if (!isFolder) return [name];
    const found = flowFilesIn(name);
    if (found.length === 0)
      throw new CommandProblem(`${name} holds no flows; their files are named <Name>-<GUID>.json.`);
    return found;
  });
}

/**
 * The file of a flow: a path, or the name or GUID of one of the product's flows.
 * @throws {CommandProblem} listing the product's flows
 */
export function findFlowFile(subject: string): string {
  try {
    if (statSync(subject).isFile()) return subject;
    throw new CommandProblem(`${subject} is a folder; run takes one flow.`);
  } catch (error) {
    if (error instanceof CommandProblem) throw error;
  }
  const plain = (text: string): string => text.replace(/[\s_-]/g, '').toLowerCase();
  const own = ownFlowFiles();
  const found = own.find((path) => {
    const { name, id } = readFlowFileName(path)!;
    return plain(name) === plain(subject) || id === subject.toLowerCase();
  });
  if (found) return found;
  const names = own.map((path) => readFlowFileName(path)!.name).join(', ');
  throw new CommandProblem(`There is no file and no flow '${subject}'. The product's flows: ${names}.`);
}
