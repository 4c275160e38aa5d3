import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TOP_FOLDERS } from '../packer/copied-folders';
import { joinSources } from '../packer/unpack-both';
import { unpack } from '../packer/unpack';
import { readZip } from '../packer/zip';
import { readFolder, type SolutionFiles, writeFolder } from '../source/solution-files';
import { checkReplaceable, isFree, writeNew } from '../source/solution-folder';
import { Refusal, UsageError, type Command } from './command';
import { readOptions } from './options';
import { orRefuse } from './write-whole';

function read(zip: string): SolutionFiles {
  if (!existsSync(zip) || !statSync(zip).isFile()) throw new Refusal(`There is no file ${zip}.`);
  const bytes = orRefuse(`${zip} cannot be read`, 'Name a file that can.', () => readFileSync(zip));
  return unpack(readZip(bytes, zip), zip);
}

/** Writes over an unpacked solution; of its folders, what is not in the package any more goes. Other files stay. */
function writeOver(files: SolutionFiles, folder: string): void {
  orRefuse(`${folder} cannot be written`, 'Unpack again, into another folder.', () => {
    for (const path of readFolder(folder).keys()) {
      if (TOP_FOLDERS.has(path.split('/')[0]!) && !files.has(path)) rmSync(join(folder, path));
    }
    writeFolder(files, folder);
  });
}

export const command: Command = {
  usage: `Usage: npm run solution -- unpack ZIP DIR [--managed ZIP] [--force]

Unpacks the package of a solution into its source, one file for each table, form, view, flow and so on: to bring back what
was changed in an environment, or to read what somebody else's package holds.

  --managed ZIP   the managed package of the same solution and version: DIR becomes a source for both kinds, and what
                  differs gets a file …_managed.xml
  --force         DIR is the same solution, to be replaced: components the package does not have are deleted
  --help          this text
`,
  run(parameters) {
    const { values, positionals } = readOptions(parameters, {
      managed: { type: 'string' },
      force: { type: 'boolean' },
    });
    const [zip, folder, ...more] = positionals;
    if (zip === undefined || folder === undefined || more.length > 0) throw new UsageError('unpack takes ZIP and DIR.');
    if (!values.force && !isFree(folder)) throw new Refusal(`${folder} is not empty. Name a new folder, or add --force to replace the solution in it.`); // prettier-ignore
    const files = values.managed === undefined ? read(zip) : joinSources(read(zip), read(values.managed));
    if (values.force && !isFree(folder)) {
      checkReplaceable(folder, files);
      writeOver(files, folder);
    } else writeNew(files, folder);
    process.stdout.write(`${folder}  ${files.size} files\n`);
    return Promise.resolve(0);
  },
};
