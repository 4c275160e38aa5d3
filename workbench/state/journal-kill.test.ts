import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from './journal';
import { runUntilKilled, writeProgram } from './killed-program.fixture';

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
  writeProgram(__dirname, join(folder, 'program'));
  writeFileSync(join(folder, 'program', 'writer.js'), WRITER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`holds every acknowledged write, and no half one, after ${ROUNDS} kills at any moment`, async () => {
  const state = join(folder, 'state');
  for (let round = 0; round < ROUNDS; round += 1) {
    const acknowledged = Number(
      (await runUntilKilled(join(folder, 'program', 'writer.js'), [state], 20 + 37 * round)).at(-1),
    );
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
