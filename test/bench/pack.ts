import { spawnSync } from 'node:child_process';
import { zipSync } from 'fflate';
import { pack } from '../../solution/packer/pack';
import { writeZip } from '../../solution/packer/zip';
import { assemble } from '../../solution/source/assemble';
import { type Bench, comparison, ratesOf } from './measurement';

/** Packs once in a process that does nothing else. @returns milliseconds, and the most memory it had, in megabytes */
function packAlone(): { ms: number; megabytes: number } {
  const [source, packer, zip] = ['source/assemble', 'packer/pack', 'packer/zip'].map((module) =>
    JSON.stringify(require.resolve(`../../solution/${module}`)),
  );
  const script = `const start = performance.now();
    const { assemble } = require(${source}), { pack } = require(${packer}), { writeZip } = require(${zip});
    for (const solution of ['connector', 'core']) writeZip(pack(assemble(solution), 'unmanaged'));
    console.log(JSON.stringify([performance.now() - start, process.resourceUsage().maxRSS / 1024]));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const [ms, megabytes] = JSON.parse(stdout) as [number, number];
  return { ms, megabytes };
}

/** Packing the core solution, against only compressing the same files. */
export const packing: Bench = {
  name: 'pack',
  meaning: 'packing of the solutions',
  async run() {
    const files = assemble('core');
    const alone = packAlone();
    const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
    const contents = Object.fromEntries(files);
    const rates = await ratesOf({
      pack: { run: () => writeZip(pack(files, 'unmanaged')) },
      zip: { run: () => zipSync(contents, { level: 6 }) },
    });
    return {
      bench: 'pack',
      about: `the core solution, ${files.size} files of ${Math.round(bytes / 1000)} kB, against zipping the files as they are`,
      figures: [
        { name: 'both solutions in a new process, built controls', value: alone.ms, unit: 'ms' },
        { name: 'peak memory of that process', value: alone.megabytes, unit: 'MB' },
        ...comparison('packages', rates.pack, 'zip of the same files', rates.zip),
      ],
    };
  },
};
