import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder, type SolutionFiles } from './solution-files';
import { checkReplaceable, replaceFolder, writeNew } from './solution-folder';

const named = (name: string, more: Record<string, string> = {}): SolutionFiles =>
  new Map(
    Object.entries({
      ...{ 'Other/Solution.xml': `<ImportExportXml><SolutionManifest><UniqueName>${name}</UniqueName></SolutionManifest></ImportExportXml>` }, // prettier-ignore
      ...more,
    }).map(([path, text]) => [path, Buffer.from(text)]),
  );
const [first, second] = [named('Shop', { 'Roles/A.xml': '<Role />' }), named('Shop', { 'Roles/B.xml': '<Role />' })];

let parent: string;
let folder: string;
beforeEach(() => {
  parent = fs.mkdtempSync(join(tmpdir(), 'folder-'));
  folder = join(parent, 'source');
});
afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(parent, { recursive: true, force: true });
});

/** What another run does in the moment before this one's folder is put into its place. */
function meanwhile(act: () => void): void {
  const rename = jest.spyOn(fs, 'renameSync');
  rename.mockImplementationOnce((from, to) => {
    act();
    fs.renameSync(from, to);
  });
}

/** The third file does not fit on the disk. */
function fillDisk(): void {
  const write = fs.writeFileSync;
  let count = 0;
  jest.spyOn(fs, 'writeFileSync').mockImplementation((...parameters) => {
    count += 1;
    if (count === 2) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    write(...parameters);
  });
}

describe('a source written into a new folder', () => {
  it('is there as a whole, also in an empty one, and nothing beside it', () => {
    fs.mkdirSync(folder);
    writeNew(first, folder);
    expect(readFolder(folder)).toEqual(first);
    expect(fs.readdirSync(parent)).toEqual(['source']);
  });

  it('gives way to another run that was quicker', () => {
    meanwhile(() => writeNew(second, folder));
    expect(() => writeNew(first, folder)).toThrow(`${folder} is not empty any more. Name a new folder.`);
    expect(readFolder(folder)).toEqual(second);
    expect(fs.readdirSync(parent)).toEqual(['source']);
  });

  it('leaves alone a folder of somebody that is called like one half-written', () => {
    fs.mkdirSync(`${folder}.part`);
    writeNew(first, folder);
    expect(fs.readdirSync(parent)).toEqual(['source', 'source.part']);
  });
});

describe('a source written in place of another', () => {
  it('is there as a whole also when another run writes at the same moment', () => {
    replaceFolder(second, folder);
    meanwhile(() => replaceFolder(second, folder));
    replaceFolder(first, folder);
    expect(readFolder(folder)).toEqual(first);
    expect(fs.readdirSync(parent)).toEqual(['source']);
  });

  it('leaves what was there when it cannot be written to the end', () => {
    replaceFolder(first, folder);
    fillDisk();
    expect(() => replaceFolder(second, folder)).toThrow(/^\S+source cannot be written \(ENOSPC.*\)\. Name another folder\.$/); // prettier-ignore
    expect(readFolder(folder)).toEqual(first);
    expect(fs.readdirSync(parent)).toEqual(['source']);
  });

  it('takes only the place of the same solution, or a free one', () => {
    expect(() => checkReplaceable(folder, first)).not.toThrow();
    replaceFolder(first, folder);
    expect(() => checkReplaceable(folder, named('shop'))).not.toThrow();
    expect(() => checkReplaceable(folder, named('Garden'))).toThrow(`${folder} holds the solution Shop, not Garden. Name another folder.`); // prettier-ignore
    expect(() => checkReplaceable(parent, first)).toThrow(`${parent} holds something else than an unpacked solution.`);
    expect(() => checkReplaceable(join(folder, 'Roles', 'A.xml', 'new'), first)).toThrow(/^\S+new cannot be looked at \(ENOTDIR/); // prettier-ignore
  });
});
