import { zipSync } from 'fflate';
import { pack } from '../../solution/packer/pack';
import { writeZip } from '../../solution/packer/zip';
import { assemble } from '../../solution/source/assemble';
import { type Bench, comparison, ratesOf } from './measurement';

/** Packing the core solution, against only compressing the same files. */
export const packing: Bench = {
  name: 'pack',
  meaning: 'packing of the core solution',
  async run() {
    const start = performance.now();
    const files = assemble('core');
    const zip = writeZip(pack(files, 'unmanaged'));
    const first = performance.now() - start;
    const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
    const contents = Object.fromEntries(files);
    const rates = await ratesOf({
      pack: { run: () => writeZip(pack(files, 'unmanaged')) },
      zip: { run: () => zipSync(contents, { level: 6 }) },
    });
    return {
      bench: 'pack',
      about: `${files.size} files of ${Math.round(bytes / 1000)} kB to a zip of ${Math.round(zip.length / 1000)} kB, against zipping the files as they are`,
      figures: [
        { name: 'assembled and packed, the first time', value: first, unit: 'ms' },
        ...comparison('packages', rates.pack, 'zip of the same files', rates.zip),
        { name: 'peak memory of the process', value: process.resourceUsage().maxRSS / 1024, unit: 'MB' },
      ],
    };
  },
};
