import { spawnSync } from 'node:child_process';
import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { differences } from '../packer/canonical';
import { SAMPLE, sourceOf } from '../packer/solution-source.fixture';
import { pack } from '../packer/pack';
import { readZip, writeZip } from '../packer/zip';
import { readFolder, writeFolder } from '../source/solution-files';
import { runSolutionCommand } from './main';

const files = sourceOf(SAMPLE);
const path = process.env.PATH;
let folder: string;
let source: string;
let out: string;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packing-'));
  [source, out] = [join(folder, 'source'), join(folder, 'out')];
  writeFolder(files, source);
  said = '';
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => ((said += String(text)), true));
  }
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env.PATH = path;
  rmSync(folder, { recursive: true, force: true });
});

const zipOf = (name: string) => readZip(readFileSync(join(out, name)), name);
const packIt = (...more: string[]) => runSolutionCommand(['pack', source, '--out', out, ...more]);

/** A `pac` that is first on the PATH and runs a shell's words; the zip it has to write is in $ZIP. */
function installPac(words: string): void {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'pac'), `#!/bin/sh\nZIP=$4\n${words}\n`);
  chmodSync(join(bin, 'pac'), 0o755);
  process.env.PATH = `${bin}${delimiter}${path}`;
}

describe('npm run solution -- pack', () => {
  it('writes an unmanaged or a managed package, named after the solution, and says its size and time', async () => {
    expect(await packIt()).toBe(0);
    expect(said).toMatch(/Sample\.zip {2}\d+\.\d KiB {2}\d+\.\d\d s\n$/);
    expect(await packIt('--managed')).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['Sample.zip', 'Sample_managed.zip']);
    expect(differences(zipOf('Sample.zip'), pack(files, 'unmanaged'))).toEqual([]);
    expect(differences(zipOf('Sample_managed.zip'), pack(files, 'managed'))).toEqual([]);
  });

  it('makes the same bytes of the same source in another folder and another time zone', () => {
    const zips = ['Pacific/Kiritimati', 'America/St_Johns', 'UTC'].map((TZ, index) => {
      const elsewhere = join(folder, `copy ${index}`);
      writeFolder(files, elsewhere);
      const parameters = [projectFile('dist/solution/cli/main.js'), 'pack', elsewhere, '--out', out];
      // A process of its own: a time zone is read once.
      expect(spawnSync(process.execPath, parameters, { env: { ...process.env, TZ } }).status).toBe(0);
      return readFileSync(join(out, 'Sample.zip'));
    });
    expect(zips.map((zip) => zip.equals(zips[0]!))).toEqual([true, true, true]);
  });

  it('leaves no zip behind, of any solution, when something is wrong with one', async () => {
    const other = join(folder, 'other');
    writeFolder(files, other);
    rmSync(join(other, 'Connectors', 'rcc_shop_openapidefinition.json'));
    expect(await runSolutionCommand(['pack', source, other, '--out', out])).toBe(1);
    expect(said).toMatch(/^Connectors\/rcc_shop_openapidefinition\.json is missing/);
    expect(existsSync(out)).toBe(false);
  });

  it('writes no zip when the place of one is taken by a folder, or two would have one place', async () => {
    const other = join(folder, 'other');
    const manifest = Buffer.from(files.get('Other/Solution.xml')!).toString().replace('>Sample<', '>Taken<');
    writeFolder(new Map(files).set('Other/Solution.xml', Buffer.from(manifest)), other);
    mkdirSync(join(out, 'Taken.zip'), { recursive: true });
    expect(await runSolutionCommand(['pack', source, other, '--out', out])).toBe(1);
    expect(said).toContain(`${join(out, 'Taken.zip')} is a folder. Name another place, or remove it.`);
    expect(await runSolutionCommand(['pack', source, source, '--out', out])).toBe(1);
    expect(said).toContain(`Two of the folders hold the solution of ${join(out, 'Sample.zip')}. Name one.`);
    expect(readdirSync(out)).toEqual(['Taken.zip']);
  });

  it.each([
    [['pack', ''], 'One of the words is empty. Give it a value.\n'],
    [['pack', '--out='], '--out is empty. Give it a value, or leave it out.\n'],
    [['pack', '--manged'], "Unknown option '--manged'.\n"],
  ])('does not understand %j', async (parameters, message) => {
    expect(await runSolutionCommand(parameters)).toBe(2);
    expect(said.startsWith(message)).toBe(true);
  });

  it('takes only a folder with an unpacked solution', async () => {
    expect(await runSolutionCommand(['pack', folder, '--out', out])).toBe(1);
    expect(said).toContain('is no unpacked solution: it has no Other/Solution.xml.');
    expect(await packIt('--manged')).toBe(2);
  });
});

describe('npm run solution -- pack --with-pac', () => {
  const otherZip = (managed: boolean) => {
    const zip = join(folder, 'pac.zip');
    writeFileSync(zip, writeZip(new Map([...pack(files, managed ? 'managed' : 'unmanaged')].reverse())));
    return zip;
  };

  it('asks pac for the same package and says that it is the same', async () => {
    installPac(`echo "$@" > ${join(folder, 'asked')}; cp ${otherZip(true)} "$ZIP"`);
    expect(await packIt('--managed', '--with-pac')).toBe(0);
    expect(said).toContain('pac makes the same packages.');
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toMatch(/^solution pack --zipfile \S+\.zip --folder \S+ --packagetype Managed\n$/); // prettier-ignore
  });

  it('says in what the packages differ, and writes none', async () => {
    installPac(`cp ${otherZip(true)} "$ZIP"`);
    expect(await packIt('--with-pac')).toBe(1);
    expect(said).toMatch(
      /pac makes another package of Sample:\ncustomizations\.xml differs\.\nsolution\.xml differs\./,
    );
    expect(existsSync(out)).toBe(false);
  });

  it('passes on what pac says when it does not pack', async () => {
    installPac('echo "Error: Managed must be 2"; exit 3');
    expect(await packIt('--with-pac')).toBe(1);
    expect(said).toContain('pac solution pack ended with 3. It said:\nError: Managed must be 2');
  });

  it('says that pac is not installed', async () => {
    process.env.PATH = folder;
    expect(await packIt('--with-pac')).toBe(1);
    expect(said).toContain('is not installed or not on the PATH');
    expect(existsSync(out)).toBe(false);
  });
});

describe('npm run solution -- unpack', () => {
  const target = () => join(folder, 'target');
  const unpackIt = (...more: string[]) => runSolutionCommand(['unpack', join(out, 'Sample.zip'), target(), ...more]);
  beforeEach(() => packIt());

  it('writes a source of which the same package is made, for one kind or for both', async () => {
    expect(await unpackIt()).toBe(0);
    expect(differences(pack(readFolder(target()), 'unmanaged'), zipOf('Sample.zip'))).toEqual([]);
    await packIt('--managed');
    expect(await unpackIt('--managed', join(out, 'Sample_managed.zip'), '--force')).toBe(0);
    expect(differences(readFolder(target()), files)).toEqual([]);
  });

  it('replaces an unpacked solution only with --force: what is gone goes, what is no part of a solution stays', async () => {
    await unpackIt();
    writeFileSync(join(target(), 'Roles', 'Gone.xml'), '<Role />');
    writeFileSync(join(target(), 'core.cdsproj'), '<Project />');
    expect(await unpackIt()).toBe(1);
    expect(said).toMatch(/is not empty\. Name a new folder, or add --force/);
    expect(await unpackIt('--force')).toBe(0);
    const left = [...readFolder(target()).keys()];
    expect([left.includes('Roles/Gone.xml'), left.includes('core.cdsproj')]).toEqual([false, true]);
  });

  it('writes nothing over what another run unpacked in the meantime', async () => {
    const read = fs.readFileSync;
    jest.spyOn(fs, 'readFileSync').mockImplementationOnce((...parameters) => {
      writeFolder(new Map([...files, ['Roles/Edited.xml', Buffer.from('<Role />')]]), target());
      return read(...parameters);
    });
    expect(await unpackIt()).toBe(1);
    expect(said).toContain(`${target()} is not empty any more. Name a new folder.`);
    expect(existsSync(join(target(), 'Roles', 'Edited.xml'))).toBe(true);
  });

  it('replaces no other solution, also with --force', async () => {
    const manifest = Buffer.from(files.get('Other/Solution.xml')!).toString().replace('>Sample<', '>Shop<');
    const shop = new Map(files).set('Other/Solution.xml', Buffer.from(manifest));
    writeFolder(shop, target());
    expect(await unpackIt('--force')).toBe(1);
    expect(said).toContain(`${target()} holds the solution Shop, not Sample. Name another folder.`);
    expect(readFolder(target())).toEqual(shop);
  });

  it('says in one sentence that the place is none', async () => {
    said = '';
    const below = join(out, 'Sample.zip', 'below');
    expect(await runSolutionCommand(['unpack', join(out, 'Sample.zip'), below])).toBe(1);
    expect(said).toMatch(/^\S+below cannot be looked at \(ENOTDIR.*\)\. Name another folder\.\n$/);
  });

  it('writes nothing over what is no unpacked solution, and leaves nothing behind of a package that is damaged', async () => {
    mkdirSync(target());
    writeFileSync(join(target(), 'diary.txt'), 'dear diary');
    expect(await unpackIt('--force')).toBe(1);
    expect(readdirSync(target())).toEqual(['diary.txt']);
    writeFileSync(join(out, 'Sample.zip'), 'no zip');
    expect(await runSolutionCommand(['unpack', join(out, 'Sample.zip'), join(folder, 'new')])).toBe(1);
    expect(existsSync(join(folder, 'new'))).toBe(false);
    expect(await runSolutionCommand(['unpack', join(out, 'None.zip'), join(folder, 'new')])).toBe(1);
    expect(said).toContain('There is no file');
    expect(await runSolutionCommand(['unpack', join(out, 'Sample.zip')])).toBe(2);
  });
});
