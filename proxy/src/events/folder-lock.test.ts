import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderError, lockFolder } from './folder-lock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rcc-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = () => join(folder, 'in-use.lock');
const holder = (more: object) =>
  writeFileSync(lockFile(), JSON.stringify({ token: 't', pid: 1, host: hostname(), started: '', ...more }));

it('lets one in, and the next one once the folder is free again', () => {
  const free = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`is in use by process ${process.pid}`);
  free();
  expect(existsSync(lockFile())).toBe(false);
  lockFolder(folder)();
});

it('makes the folder when it is not there', () => {
  lockFolder(join(folder, 'a', 'b'))();
});

it('takes over from a process that was killed, and only then', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  await once(child, 'spawn');
  const stat = `/proc/${child.pid}/stat`;
  const started = existsSync(stat) ? (readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '') : '';
  holder({ pid: child.pid, started });
  expect(() => lockFolder(folder)).toThrow(`is in use by process ${child.pid}`);
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  lockFolder(folder)();
});

it('takes over when the number of the dead process was given to another', () => {
  if (!existsSync('/proc/1/stat')) return console.log('skipped: this system does not tell when a process started');
  holder({ pid: process.ppid, started: 'long ago' });
  lockFolder(folder)();
});

it('takes over a lock with its own number from before a restart of the container', () => {
  holder({ pid: process.pid });
  lockFolder(folder)();
});

it('takes over a lock that was cut off while it was written', () => {
  writeFileSync(lockFile(), '{"tok');
  lockFolder(folder)();
});

it('respects a holder on another machine until it has been silent for half a minute', () => {
  holder({ host: 'another-machine' });
  expect(() => lockFolder(folder)).toThrow('on another-machine');
  const minuteAgo = new Date(Date.now() - 60_000);
  utimesSync(lockFile(), minuteAgo, minuteAgo);
  lockFolder(folder)();
});

it('says what helps when it cannot write', () => {
  writeFileSync(join(folder, 'file'), '');
  const attempt = () => lockFolder(join(folder, 'file', 'below'));
  expect(attempt).toThrow(DataFolderError);
  expect(attempt).toThrow(/cannot be written to \(ENOTDIR\)\. Give this user the right to write there/);
});
