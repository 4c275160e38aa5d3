import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { differences } from './canonical';
import { readZip, writeZip } from './zip';

const entries = new Map([
  ['customizations.xml', Buffer.from('<a/>'.repeat(500))],
  ['WebResources/é.svg', Buffer.from('<svg/>')],
  ['empty', Buffer.alloc(0)],
]);

describe('a zip', () => {
  it('gives back its entries, in their order', () => {
    const read = readZip(writeZip(entries), 'a.zip');
    expect([...read.keys()]).toEqual([...entries.keys()]);
    for (const [path, content] of entries) expect(Buffer.from(read.get(path)!)).toEqual(content);
  });

  it('names one time, wherever and whenever it is written', () => {
    const zip = Buffer.from(writeZip(entries));
    // Local headers: signature, four bytes to the flags, then from byte 10 on time and date as MS-DOS has them.
    const times: number[] = [];
    for (let at = zip.indexOf('PK\u0003\u0004'); at >= 0; at = zip.indexOf('PK\u0003\u0004', at + 4)) times.push(zip.readUInt32LE(at + 10)); // prettier-ignore
    const NOON_1980_01_01 = (((0 << 9) | (1 << 5) | 1) << 16) | (12 << 11);
    expect(times).toEqual([...entries].map(() => NOON_1980_01_01));
  });

  it('can be read by others', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    try {
      writeFileSync(join(folder, 'a.zip'), writeZip(entries));
      const { status, error } = spawnSync('unzip', ['-tq', join(folder, 'a.zip')]);
      if (error) return console.warn('unzip is not installed: only our own reader was asked.');
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is read whether its files are compressed or stored', () => {
    const stored = zipSync(Object.fromEntries(entries), { level: 0 });
    expect(differences(readZip(stored, 'a.zip'), entries)).toEqual([]);
  });

  it('is refused whichever byte of a content is another one', () => {
    const content = Buffer.from(Array.from({ length: 300 }, (_, index) => (index * index * 7) % 251));
    for (const level of [0, 6] as const) {
      const zip = zipSync({ a: content }, { level });
      const end = Buffer.from(zip).indexOf('PK\u0001\u0002');
      for (let at = 31; at < end; at += 1) {
        const damaged = Uint8Array.from(zip, (byte, index) => (index === at ? byte ^ 0xff : byte));
        expect(() => readZip(damaged, 'a.zip')).toThrow(/^a\.zip is no zip, or it is damaged \(a /);
      }
    }
  });

  /** The same with another size in its directory: byte 24 of the first entry. */
  const listing = (size: number) => {
    const zip = Buffer.from(writeZip(entries));
    zip.writeUInt32LE(size, zip.indexOf('PK\u0001\u0002') + 24);
    return zip;
  };

  it('is refused before it is unpacked when it would become too large, and when it becomes larger than it says', () => {
    expect(() => readZip(listing(600 * 2 ** 20), 'a.zip')).toThrow(
      /^a\.zip would become 601 MiB, and more than 512 are not/,
    );
    expect(() => readZip(listing(100), 'a.zip')).toThrow(/damaged \(customizations\.xml cannot be read\)/);
  });

  it('is refused when two of its files have one name', () => {
    const zip = Buffer.from(writeZip(new Map([...entries, ['Assets/a', Buffer.of(1)], ['Assets/b', Buffer.of(2)]])));
    const twice = Buffer.from(zip.toString('latin1').replaceAll('Assets/b', 'Assets/a'), 'latin1');
    expect(() => readZip(twice, 'a.zip')).toThrow('a.zip has two files Assets/a. Nothing was unpacked');
  });

  it.each([
    ['no zip', Buffer.from('hello')],
    ['cut off', Buffer.from(writeZip(entries)).subarray(0, 100)],
    ['empty', Buffer.alloc(0)],
  ])('that is %s is refused by name', (_fault, bytes) => {
    expect(() => readZip(bytes, 'a.zip')).toThrow(/^a\.zip is no zip, or it is damaged/);
  });
});
