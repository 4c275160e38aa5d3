import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { differences } from '../packer/canonical';
import { packWithPac } from '../packer/pac';
import { pack } from '../packer/pack';
import { type PackageType } from '../packer/source';
import { writeZip } from '../packer/zip';
import { assemble, type SolutionName, SOLUTIONS } from '../source/assemble';
import { buildControlsWhenChanged } from '../source/build-controls';
import { outFolder } from '../source/out-folder';
import { readFolder, type SolutionFiles } from '../source/solution-files';
import { textAt } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { Refusal, type Command } from './command';
import { readOptions } from './options';
import { writeAllWhole } from './write-whole';

interface Packed {
  path: string;
  zip: Uint8Array;
  seconds: number;
}

/** @param withPac whether pac has to make the same of it */
function packed(read: () => SolutionFiles, type: PackageType, out: string, withPac: boolean): Packed {
  const begun = performance.now();
  const files = read();
  const entries = pack(files, type);
  const name = textAt(readXml(entries.get('solution.xml')!, 'solution.xml'), 'SolutionManifest', 'UniqueName');
  const zip = writeZip(entries);
  const seconds = (performance.now() - begun) / 1000;
  if (withPac) {
    const found = differences(entries, packWithPac(files, type), 'this package', 'that of pac');
    if (found.length > 0) throw new Refusal(`pac makes another package of ${name}:\n${found.join('\n')}`);
  }
  return { path: join(out, `${name}${type === 'managed' ? '_managed' : ''}.zip`), zip, seconds };
}

function sourcesOf(folders: readonly string[]): (() => SolutionFiles)[] {
  for (const folder of folders) {
    if (!existsSync(join(folder, 'Other', 'Solution.xml'))) {
      throw new Refusal(`${folder} is no unpacked solution: it has no Other/Solution.xml.`);
    }
  }
  if (folders.length > 0) return folders.map((folder) => () => readFolder(folder));
  buildControlsWhenChanged();
  return (Object.keys(SOLUTIONS) as SolutionName[]).map((solution) => () => assemble(solution));
}

export const command: Command = {
  usage: `Usage: npm run solution -- pack [FOLDER …] [--managed] [--out DIR] [--with-pac]

Packs both solutions, the connector's and the core one, into zips to import: RetailCallCenterConnector.zip and
RetailCallCenter.zip, or …_managed.zip. The same source gives the same bytes. The controls are built first when they have
changed. Nothing is written when something is wrong with any of them.

  FOLDER       an unpacked solution of anybody's, instead of ours
  --managed    managed packages: for test and production, where nothing is changed by hand
  --out DIR    where they go (default: solution/out)
  --with-pac   packs with pac as well, and ends with 1 when its packages differ in meaning or it is not installed
  --help       this text
`,
  run(parameters) {
    const { values, positionals } = readOptions(parameters, {
      managed: { type: 'boolean', default: false },
      out: { type: 'string' },
      'with-pac': { type: 'boolean', default: false },
    });
    const type = values.managed ? 'managed' : 'unmanaged';
    const packages = sourcesOf(positionals).map((read) =>
      packed(read, type, values.out ?? outFolder(), values['with-pac']),
    );
    packages.forEach(({ path }, index) => {
      if (packages.findIndex((each) => each.path === path) < index) throw new Refusal(`Two of the folders hold the solution of ${path}. Name one.`); // prettier-ignore
    });
    writeAllWhole(packages.map(({ path, zip }) => [path, zip]));
    for (const { path, zip, seconds } of packages) {
      process.stdout.write(`${path}  ${(zip.length / 1024).toFixed(1)} KiB  ${seconds.toFixed(2)} s\n`);
    }
    if (values['with-pac']) process.stdout.write('pac makes the same packages.\n');
    return Promise.resolve(0);
  },
};
