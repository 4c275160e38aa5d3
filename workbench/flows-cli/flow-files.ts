import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { readFlowFileName } from '../../flows/file/flow-file-name';
import { flowFiles } from '../platform/load-flows';
import { CommandProblem, fileProblem } from './command-problem';

/** Folder of the product's own flows. */
export const ownFlowFolder = (): string => projectFile('flows');

/** JSON files of a folder and its inner ones, in order. */
function jsonFilesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : jsonFilesIn(path);
      return /\.json$/i.test(entry.name) ? [path] : [];
    });
}

export const ownFlowFiles = (): string[] => flowFiles(ownFlowFolder()).map((name) => join(ownFlowFolder(), name));

/** What names of files and folders come to. */
export interface FoundFlows {
  files: string[];
  /** JSON files of the folders that are not called as exported flows are. */
  passedOver: string[];
}

/**
 * The files meant by names of files and folders; in a folder those named `<Name>-<GUID>.json`.
 * @throws {CommandProblem} for a name that is neither, or a folder without flows
 */
export function findFlowFiles(names: readonly string[]): FoundFlows {
  const found: FoundFlows = { files: [], passedOver: [] };
  for (const name of names) {
    if (!isFolder(name)) {
      found.files.push(name);
      continue;
    }
    const inside = jsonFilesIn(name);
    const flows = inside.filter((path) => readFlowFileName(path));
    if (flows.length === 0)
      throw new CommandProblem(`${name} holds no flows; their files are named <Name>-<GUID>.json.`);
    found.files.push(...flows);
    found.passedOver.push(...inside.filter((path) => !readFlowFileName(path)));
  }
  return found;
}

/** @throws {CommandProblem} when there is nothing of that name */
function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch (error) {
    throw fileProblem(error, name);
  }
}

/**
 * The file of a flow: a path, or the name or GUID of one of the product's flows.
 * @throws {CommandProblem} listing the product's flows
 */
export function findFlowFile(subject: string): string {
  if (existsSync(subject)) {
    if (!isFolder(subject)) return subject;
    throw new CommandProblem(`${subject} is a folder; run takes one flow.`);
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
