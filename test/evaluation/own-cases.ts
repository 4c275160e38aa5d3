import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type EvaluationCase, readCase } from './evaluation-case';

/** The records of a CSV text after RFC 4180: quoted fields may hold commas, line ends and doubled quotes. */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let [record, field, isQuoted] = [[] as string[], '', false];
  const endField = () => {
    record.push(field);
    field = '';
  };
  const endRecord = () => {
    endField();
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
  };
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') field += text[++i];
      else isQuoted = false;
    } else if (character === '"' && field === '') isQuoted = true;
    else if (character === ',') endField();
    else if (character === '\n') endRecord();
    else if (character !== '\r' || text[i + 1] !== '\n') field += character;
  }
  if (isQuoted) throw new Error('a quoted field is not closed');
  if (field !== '' || record.length > 0) endRecord();
  return records;
}

const COLUMNS = ['text', 'intent', 'subject', 'sentiment', 'priority', 'channel', 'language'];

function casesOfCsv(text: string, path: string): EvaluationCase[] {
  let records: string[][];
  try {
    records = readCsv(text);
  } catch (error) {
    throw new Error(`${path} is not CSV: ${(error as Error).message}.`);
  }
  const [head = [], ...rows] = records;
  const names = head.map((name) => name.trim().toLowerCase());
  for (const needed of ['text', 'intent'])
    if (!names.includes(needed))
      throw new Error(`${path} has no column ${needed}. Its first line names the columns: ${COLUMNS.join(', ')}.`);
  return rows.map((row, i) => {
    const value = (name: string) => row[names.indexOf(name)]?.trim() || undefined;
    const expected = {
      ...{ intent: value('intent'), sentiment: value('sentiment') },
      ...{ priority: value('priority'), language: value('language') },
    };
    const channel = value('channel') ?? (value('subject') === undefined ? 'chat' : 'email');
    const one = { id: `own-${i + 1}`, channel, subject: value('subject'), text: row[names.indexOf('text')] ?? '' };
    return readCase(JSON.stringify({ ...one, tags: [], expected }), `${path} record ${i + 2}`);
  });
}

const casesOfLines = (text: string, path: string): EvaluationCase[] =>
  text
    .split('\n')
    .map((line, i) => [line, `${path} line ${i + 1}`] as const)
    .filter(([line]) => line.trim() !== '')
    .map(([line, place]) => readCase(line, place));

/**
 * A shop's own labelled messages: cases as JSON lines, or a table with the columns `text` and `intent`.
 * @throws Error naming file, line and field of a bad case, or that there is no file or no case
 */
export function readOwnCases(path: string): EvaluationCase[] {
  if (!existsSync(path)) throw new Error(`there is no file ${path}.`);
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const cases = extname(path).toLowerCase() === '.csv' ? casesOfCsv(text, path) : casesOfLines(text, path);
  if (cases.length === 0) throw new Error(`${path} has no case. Give at least one message with its intent.`);
  return cases;
}
