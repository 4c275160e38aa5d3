import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it.each([
    ['no zip', Buffer.from('hello')],
    ['cut off', Buffer.from(writeZip(entries)).subarray(0, 100)],
    ['empty', Buffer.alloc(0)],
  ])('that is %s is refused by name', (_fault, bytes) => {
    expect(() => readZip(bytes, 'a.zip')).toThrow(/^a\.zip is no zip, or it is damaged/);
  });
});
