import { join } from 'node:path';
import { assemble, SOLUTIONS, type SolutionName } from '../source/assemble';
import { buildControlsWhenChanged } from '../source/build-controls';
import { outFolder } from '../source/out-folder';
import { checkReplaceable, replaceFolder } from '../source/solution-folder';
import { UsageError, type Command } from './command';
import { readOptions } from './options';

const isSolution = (name: string): name is SolutionName => name in SOLUTIONS;

export const command: Command = {
  usage: `Usage: npm run solution -- assemble [connector|core …] [--out DIR]

Writes the complete unpacked source of the solutions, with the flows, the connector's document, the built controls and the
compiled scripts in their places: what pac, dotnet build or Microsoft's SolutionPackager take as their folder.
Both solutions when none is named. The controls are built first when they have changed.

  --out DIR   gets a folder for each solution, in place of one assembled before (default: solution/out/source)
  --help      this text
`,
  run(parameters) {
    const { values, positionals: subjects } = readOptions(parameters, { out: { type: 'string' } });
    const unknown = subjects.find((name) => !isSolution(name));
    if (unknown !== undefined) throw new UsageError(`There is no solution ${unknown}: name connector or core.`);
    const chosen = subjects.length > 0 ? subjects.filter(isSolution) : (Object.keys(SOLUTIONS) as SolutionName[]);
    if (chosen.includes('core')) buildControlsWhenChanged();
    const sources = [...new Set(chosen)].map((solution) => ({
      folder: join(values.out ?? outFolder('source'), solution),
      files: assemble(solution),
    }));
    for (const { folder, files } of sources) checkReplaceable(folder, files);
    for (const { folder, files } of sources) {
      replaceFolder(files, folder);
      process.stdout.write(`${folder}\n`);
    }
    return Promise.resolve(0);
  },
};
