import { dirname, join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';

/** Where what is made of the solutions goes when nothing else is asked for: below `solution/out`, which git ignores. */
export const outFolder = (...parts: string[]): string =>
  join(dirname(projectFile('solution/package.json')), 'out', ...parts);
