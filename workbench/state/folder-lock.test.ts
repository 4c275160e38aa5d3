import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from './journal';
import { processStart } from './process-identity';
import { StateFolderError } from './state-folder-error';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a state folder', () => {
  it('is refused to a second start, with the number of the process that has it', () => {
    const journal = openJournal(folder);
    expect(() => openJournal(folder)).toThrow(new RegExp(`in use by process ${process.pid}\\. Stop that one`));
    journal.close();
    openJournal(folder).close();
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });

  it('is taken over from a process that is gone', () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: gone, started: null }));
    openJournal(folder).close();
  });

  it('is taken over when the number belongs to a later process by now', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    try {
      const started = processStart(other.pid!);
      if (started === null) return console.log('skipped: this system does not tell when a process began');
      writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: other.pid, started }));
      expect(() => openJournal(folder)).toThrow(StateFolderError);
      writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: other.pid, started: `${started}0` }));
      openJournal(folder).close();
    } finally {
      const ended = new Promise((resolve) => other.once('exit', resolve));
      other.kill();
      await ended;
    }
  });

  it('is taken over when its lock is empty or no lock at all', () => {
    writeFileSync(join(folder, 'lock.json'), '');
    openJournal(folder).close();
  });

  it('says what to do when a file stands in its place', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => openJournal(file)).toThrow(/a file stands in its place\. Move the file away/);
    expect(() => openJournal(join(file, 'state'))).toThrow(StateFolderError);
  });

  it('says what to do when it cannot be written', () => {
    if (process.getuid?.() === 0) return console.log('skipped: the superuser may write everywhere');
    chmodSync(folder, 0o500);
    expect(() => openJournal(folder)).toThrow(/cannot be written \(EACCES\)\. Make it writable/);
    chmodSync(folder, 0o700);
  });
});
