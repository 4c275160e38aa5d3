import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { assemble, type SolutionName, SOLUTIONS } from '../source/assemble';
import { differences } from './canonical';
import { pack } from './pack';
import { packageList } from './package-list';
import { SAMPLE, sourceOf } from './solution-source.fixture';
import { writeZip } from './zip';

const folder = join(projectFile('solution/packer'), 'packages');

describe.each(Object.entries(SOLUTIONS) as [SolutionName, string][])('the package of our %s solution', (solution, name) => {
  const files = assemble(solution);
  const entries = pack(files, 'unmanaged');

  // After a change that is meant: RCC_WRITE_PACKAGES=1 npx jest solution/packer/package-list
  it('holds exactly what the committed list says', () => {
    const path = join(folder, `${name}.txt`);
    if (process.env.RCC_WRITE_PACKAGES === '1' || !existsSync(path)) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, packageList(entries));
    }
    expect(packageList(entries)).toBe(readFileSync(path, 'utf8'));
  });

  it('is as managed one the same but for the digit: nothing of ours differs between the two', () => {
    expect(differences(entries, pack(files, 'managed'))).toEqual(['solution.xml differs.']);
  });

  it('is the same file again, from files that come in another order', () => {
    const reversed = new Map([...files].reverse());
    const [one, other] = [files, reversed].map((each) => Buffer.from(writeZip(pack(each, 'unmanaged'))));
    expect(one!.equals(other!)).toBe(true);
  });
}); // prettier-ignore

describe('the list of a package', () => {
  const listOf = (parts = SAMPLE) => packageList(pack(sourceOf(parts), 'unmanaged')).split('\n');

  it('shows a change of one component on its own line and on those of the files it is in', () => {
    const [before, after] = [listOf(), listOf({ ...SAMPLE, roles: ['RCC Agents', ...SAMPLE.roles.slice(1)] })];
    const changed = before.filter((line) => !after.includes(line)).map((line) => line.replace(/ {2}\w+$/, ''));
    expect(changed).toEqual(['customizations.xml', 'Roles {7c9e1a10-f020-4a00-9a00-000000000000}']);
  });

  it('names every component', () => {
    const components = listOf().slice(listOf().indexOf('') + 1, -1);
    expect(components).toHaveLength(2 + 3 + 2 + 1 + 3 + 2 + 1 + 1 + 1 + 1 + 1);
  });
});
