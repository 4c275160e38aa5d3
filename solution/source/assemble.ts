import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readFlowFileName } from '../../flows/file/flow-file-name';
import { projectFile } from '../../proxy/src/project-file';
import { Refusal } from '../cli/command';
import { builtControls } from './built-controls';
import { connectorSideFiles } from './connector-side-files';
import { inOrder, readFolder, type SolutionFiles } from './solution-files';

/** The two solutions, in the order they have to be imported, and their unique names. */
export const SOLUTIONS = { connector: 'RetailCallCenterConnector', core: 'RetailCallCenter' } as const;
export type SolutionName = keyof typeof SOLUTIONS;

const MANIFEST = 'Other/Solution.xml';

const root = () => dirname(projectFile('package-lock.json'));

/** The flows' own files; what says their names and states lies in the solution's source. */
function flows(): [string, Uint8Array][] {
  const folder = projectFile('flows');
  return readdirSync(folder)
    .filter((file) => readFlowFileName(file))
    .map((file) => [`Workflows/${file}`, readFileSync(join(folder, file))]);
}

/** Scripts of forms, which the compiler makes: each has its description in the source and its content below `dist`. */
function formScripts(source: SolutionFiles): [string, Uint8Array][] {
  return [...source.keys()]
    .filter((path) => path.startsWith('WebResources/') && path.endsWith('.js.data.xml'))
    .map((path) => path.slice(0, -'.data.xml'.length))
    .filter((path) => !source.has(path))
    .map((path) => {
      const compiled = join('dist', 'solution', 'form-scripts', basename(path));
      if (!existsSync(join(root(), compiled))) throw new Refusal(`${compiled} is missing. Run npm run build.`);
      return [path, readFileSync(join(root(), compiled))];
    });
}

/** The manifest with the version of the product, `1.0.0` as `1.0.0.0`: it is raised in one place only. */
function withVersion(source: SolutionFiles): [string, Uint8Array] {
  const { version } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string };
  const manifest = Buffer.from(source.get(MANIFEST) ?? '').toString('utf8');
  const numbered = manifest.replace(/(<Version>)[^<]*(?=<\/Version>)/, `$1${version.replace(/[-+].*/, '')}.0`);
  return [MANIFEST, Buffer.from(numbered)];
}

/**
 * The complete unpacked source of one of our solutions: what its folder holds, and what other rooms make for it: flows,
 * built controls and compiled scripts, or the connector's document.
 * @throws {Refusal} when something has not been built; the message says which command does it
 */
export function assemble(solution: SolutionName): SolutionFiles {
  const source = readFolder(projectFile(`solution/${solution}/src`));
  const made =
    solution === 'connector'
      ? connectorSideFiles(projectFile('connector'))
      : [...flows(), ...builtControls(join(root(), 'pcf-controls')), ...formScripts(source)];
  return inOrder([...source, ...made, withVersion(source)]);
}
