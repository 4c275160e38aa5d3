import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptSigningKey } from './kept-signing-key';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'rcc-key-')), 'data');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

it('makes one key of 256 bits for each folder, keeps it over starts, and for its own user only', () => {
  const key = keptSigningKey(folder);
  expect(Buffer.from(key, 'base64url')).toHaveLength(32);
  expect(keptSigningKey(folder)).toBe(key);
  expect(keptSigningKey(join(folder, 'other'))).not.toBe(key);
  // Windows has no such modes.
  if (process.platform !== 'win32') expect(statSync(join(folder, 'survey-signing-key')).mode & 0o777).toBe(0o600);
});

it('signs with no part of a key', () => {
  const key = keptSigningKey(folder);
  truncateSync(join(folder, 'survey-signing-key'), 10);
  const next = keptSigningKey(folder);
  expect(next).toHaveLength(43);
  expect(next).not.toBe(key);
});

it('stops rather than use a key it cannot read', () => {
  keptSigningKey(join(folder, 'survey-signing-key'));
  expect(() => keptSigningKey(folder)).toThrow(/EISDIR/);
});
