import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openJournal, type Change, type Journal } from './journal';
import { StateFolderError } from './state-folder-error';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const COLLECTIONS = ['tickets', 'mails'];

function contents(journal: Journal): Record<string, [string, unknown][]> {
  return Object.fromEntries(
    COLLECTIONS.map((name) => [
      name,
      [...journal.collection(name).entries()].sort(([left], [right]) => (left < right ? -1 : 1)),
    ]),
  );
}

const change: fc.Arbitrary<Change> = fc.record({
  collection: fc.constantFrom(...COLLECTIONS),
  key: fc.constantFrom('a', 'b', 'c', 'ü"\n'),
  value: fc.oneof(
    fc.constant(undefined),
    fc.constant(null),
    fc.string({ unit: 'binary' }).map((text) => ({ text })),
    fc.integer().map((number) => [number]),
  ),
});
const writes = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

describe('a journal', () => {
  it('holds after a restart what memory held, whatever was written and however often it was folded', () => {
    fc.assert(
      fc.property(writes, fc.integer({ min: 0, max: 400 }), (batches, snapshotFrom) => {
        rmSync(folder, { recursive: true, force: true });
        let journal = openJournal(folder, { snapshotFrom });
        batches.forEach((batch, index) => {
          journal.write(batch);
          if (index % 4 === 3) {
            const before = contents(journal);
            journal.close();
            journal = openJournal(folder, { snapshotFrom });
            expect(contents(journal)).toEqual(before);
          }
        });
        const before = contents(journal);
        journal.close();
        const again = openJournal(folder, { snapshotFrom });
        expect(contents(again)).toEqual(before);
        again.close();
      }),
      { numRuns: 60 },
    );
  });

  it('loses only the last write, and that one as a whole, when its line is torn at any byte', () => {
    fc.assert(
      fc.property(writes, fc.array(change, { minLength: 1, maxLength: 3 }), fc.nat(), (batches, last, where) => {
        rmSync(folder, { recursive: true, force: true });
        const journal = openJournal(folder);
        batches.forEach((batch) => journal.write(batch));
        const before = contents(journal);
        const file = join(folder, 'journal.ndjson');
        const from = statSync(file).size;
        journal.write(last);
        journal.close();
        truncateSync(file, from + (where % (statSync(file).size - from)));
        const again = openJournal(folder);
        expect(contents(again)).toEqual(before);
        again.collection('tickets').put('after', 1);
        const afterwards = contents(again);
        again.close();
        const third = openJournal(folder);
        expect(contents(third)).toEqual(afterwards);
        third.close();
      }),
      { numRuns: 60 },
    );
  });

  it('survives a kill between the snapshot and the emptied journal', () => {
    const journal = openJournal(folder);
    journal.collection('tickets').put('a', 1);
    journal.collection('tickets').put('b', 2);
    journal.collection('tickets').delete('a');
    journal.close();
    const file = join(folder, 'journal.ndjson');
    const written = readFileSync(file);
    openJournal(folder, { snapshotFrom: 1 }).close();
    expect(statSync(file).size).toBe(0);
    writeFileSync(file, written);
    const again = openJournal(folder);
    expect(contents(again).tickets).toEqual([['b', 2]]);
    again.close();
  });

  it('reads lines longer than one block of the file', () => {
    const journal = openJournal(folder);
    const long = 'x'.repeat(3 * 1024 * 1024);
    journal.collection('tickets').put('long', long);
    journal.collection('tickets').put('short', 's');
    journal.close();
    const again = openJournal(folder);
    expect(again.collection('tickets').get('long')).toBe(long);
    expect(again.collection('tickets').get('short')).toBe('s');
    again.close();
  });

  it('names the damaged line inside the file instead of starting with half a state', () => {
    const journal = openJournal(folder);
    journal.collection('tickets').put('a', 1);
    journal.close();
    appendFileSync(join(folder, 'journal.ndjson'), 'garbage\n[["tickets","b",1]]\n');
    expect(() => openJournal(folder)).toThrow(/Line 2 of .*journal\.ndjson is damaged/);
    expect(() => openJournal(folder)).toThrow(/Line 2/);
  });

  it('refuses to write once it is closed', () => {
    const journal = openJournal(folder);
    journal.close();
    expect(() => journal.collection('tickets').put('a', 1)).toThrow(StateFolderError);
  });
});
