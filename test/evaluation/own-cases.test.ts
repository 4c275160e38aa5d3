import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readCsv, readOwnCases } from './own-cases';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'own-cases-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readOwnCases(path);
};

test('a table that was written is read again, whatever its fields hold', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r\n', 'é', '') });
  const quoted = (value: string) => `"${value.replace(/"/g, '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field)), fc.constantFrom('\n', '\r\n'), (records, lineEnd) => {
      const csv = records.map((record) => record.map(quoted).join(',') + lineEnd).join('');
      expect(readCsv(csv)).toEqual(records);
    }),
  );
});

test('a long field takes its length to read and no more', () => {
  expect(readCsv(`text\n"${'""'.repeat(100_000)}"`)[1]?.[0]).toHaveLength(100_000);
});

test('a table of messages and intents', () => {
  const cases = read(
    'own.csv',
    '\uFEFFText,Intent,subject,priority\r\n"Hello, where is it?",order_tracking,,\r\n"My ""mug""\nbroke",delivery_issue,Mug,high\r\n',
  );
  expect(cases).toEqual([
    {
      id: 'own-1',
      channel: 'chat',
      text: 'Hello, where is it?',
      tags: [],
      expected: { intent: 'order_tracking' },
    },
    {
      id: 'own-2',
      channel: 'email',
      subject: 'Mug',
      text: 'My "mug"\nbroke',
      tags: [],
      expected: { intent: 'delivery_issue', priority: 'high' },
    },
  ]);
});

test('lines of the form of the written cases', () => {
  const one = { id: 'a', channel: 'chat', text: 'hi', tags: [], expected: { intent: 'other' } };
  expect(read('own.jsonl', `${JSON.stringify(one)}\n\n`)).toEqual([one]);
});

test.each([
  ['no.csv', 'text\nhello', 'has no column intent'],
  ['word.csv', 'text,intent\nhello,parcels', 'record 2: /expected/intent'],
  ['open.csv', 'text,intent\n"hello,other', 'a quoted field is not closed'],
  ['empty.csv', 'text,intent\n', 'has no case'],
  ['bad.jsonl', '{"text":1}', 'line 1:'],
])('%s is refused with file, place and field', (name, content, problem) => {
  expect(() => read(name, content)).toThrow(problem);
  expect(() => read(name, content)).toThrow(name);
});
