import * as fc from 'fast-check';
import { assemble, type SolutionName } from '../source/assemble';
import { type SolutionFiles } from '../source/solution-files';
import { differences } from './canonical';
import { pack } from './pack';
import { parts } from './solution-arbitrary.fixture';
import { SAMPLE, sourceOf } from './solution-source.fixture';
import { type PackageType } from './source';
import { unpack } from './unpack';
import { joinSources } from './unpack-both';
import { readZip, writeZip } from './zip';

const zipOf = (files: SolutionFiles, type: PackageType) => readZip(writeZip(pack(files, type)), `${type}.zip`);
const unpackBoth = (files: SolutionFiles) =>
  joinSources(unpack(zipOf(files, 'unmanaged'), 'unmanaged.zip'), unpack(zipOf(files, 'managed'), 'managed.zip'));

describe('unpacking both packages', () => {
  it.each(['core', 'connector'] satisfies SolutionName[])('gives the source of our %s solution again', (solution) => {
    const files = assemble(solution);
    expect(differences(files, unpackBoth(files))).toEqual([]);
  });

  it('gives the source of a solution with every kind again, twins included', () => {
    const files = sourceOf(SAMPLE);
    expect([...files.keys()].filter((path) => path.includes('_managed'))).toHaveLength(1);
    expect(differences(files, unpackBoth(files))).toEqual([]);
  });

  it('gives the source of any solution again', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const files = sourceOf({ ...made, managed: '2' });
        expect(differences(files, unpackBoth(files))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('packing what was unpacked', () => {
  it('gives the same package in meaning, whatever the order of its entries was', () => {
    fc.assert(
      fc.property(parts, fc.infiniteStream(fc.nat(1000)), (made, random) => {
        const type = made.managed === '1' ? 'managed' : 'unmanaged';
        const entries = zipOf(sourceOf({ ...made, managed: made.managed === '2' ? '0' : made.managed }), type);
        const keyed = [...entries].map((entry) => [random.next().value as number, entry] as const);
        const shuffled = new Map(keyed.sort(([a], [b]) => a - b).map(([, entry]) => entry));
        expect(differences(entries, pack(unpack(shuffled, 'any.zip'), type))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
