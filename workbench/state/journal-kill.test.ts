import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { openJournal } from './journal';

const ROUNDS = 10;

/** Writes pairs for ever and prints the number of each pair once its write has returned. */
const WRITER = `
const { writeSync } = require('node:fs');
const { openJournal } = require('./journal');
const journal = openJournal(process.argv[2], { snapshotFrom: 20000 });
const pairs = journal.collection('left');
for (let number = pairs.size; ; number += 1) {
  const key = String(number);
  journal.write([
    { collection: 'left', key, value: { number, text: 'x'.repeat(number % 500) } },
    { collection: 'right', key, value: number },
  ]);
  writeSync(1, key + '\\n');
}
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-kill-'));
  const program = join(folder, 'program');
  mkdirSync(program);
  for (const name of readdirSync(__dirname).filter((file) => /^[^.]+\.ts$/.test(file))) {
    const { outputText } = transpileModule(readFileSync(join(__dirname, name), 'utf8'), {
      compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
    });
    writeFileSync(join(program, name.replace(/\.ts$/, '.js')), outputText);
  }
  writeFileSync(join(program, 'writer.js'), WRITER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @returns the last number the writer acknowledged before it was killed */
function writeUntilKilled(state: string, lines: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, 'program', 'writer.js'), state]);
    let printed = '';
    let errors = '';
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      if (printed.split('\n').length > lines) child.kill('SIGKILL');
    });
    child.on('close', () => {
      const whole = printed.split('\n').slice(0, -1);
      if (whole.length === 0) reject(new Error(errors));
      else resolve(Number(whole.at(-1)));
    });
  });
}

it(`holds every acknowledged write, and no half one, after ${ROUNDS} kills at any moment`, async () => {
  const state = join(folder, 'state');
  for (let round = 0; round < ROUNDS; round += 1) {
    const acknowledged = await writeUntilKilled(state, 20 + 37 * round);
    const journal = openJournal(state);
    const left = journal.collection<{ number: number }>('left');
    const right = journal.collection<number>('right');
    expect(left.size).toBeGreaterThan(acknowledged);
    expect(right.size).toBe(left.size);
    for (let number = 0; number < left.size; number += 1) {
      expect(left.get(String(number))?.number).toBe(number);
      expect(right.get(String(number))).toBe(number);
    }
    journal.close();
  }
});
