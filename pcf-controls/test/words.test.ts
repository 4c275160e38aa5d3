import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResx } from '../mocks/read-resx';

const ROOM = join(__dirname, '..');
const { controlsOf } = jest.requireActual<{ controlsOf(folder: string): string[] }>('../build.js');

const codeOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|xml)$/.test(name) && !/\.(test|fixture)\.|generated/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
const holes = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

describe.each(controlsOf(ROOM))('the words of %s', (control) => {
  const texts = readResx(join(ROOM, control));
  const [english = {}, spanish = {}] = [texts[1033], texts[3082]];
  const code = codeOf(join(ROOM, control));
  const shared = codeOf(join(ROOM, 'shared'));
  const quoted = new Set([...`${code}\n${shared}`.matchAll(/['"](\w+)['"]/g)].map(([, text]) => text));

  it('are complete in both languages, with the same values in them', () => {
    expect(Object.keys(spanish).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      expect(spanish[key]?.trim()).toBeTruthy();
      expect([key, holes(spanish[key])]).toEqual([key, holes(text)]);
    }
  });

  it('are there for every key the control asks for', () => {
    const asked = [
      ...[...code.matchAll(/\b(?:say|words)\(\s*'(\w+)'/g)].map(([, key]) => key ?? ''),
      ...[...code.matchAll(/-key="(\w+)"/g)].map(([, key]) => key ?? ''),
      ...[...shared.matchAll(/words\('(\w+)'/g)].map(([, key]) => key ?? ''),
    ];
    expect(asked.length).toBeGreaterThan(50);
    // A control may leave its name out.
    const isThere = (key: string) => key in english || `${control}_${key}` in english;
    expect(asked.filter((key) => !isThere(key))).toEqual([]);
  });

  it('are all used', () => {
    // Keys that are made of a kind and a name, as in `Charge_${status}`, only need their kind.
    const nameOf = (key = '') => key.replace(`${control}_`, '');
    const made = new Set([...code.matchAll(/`(\w+)_\$\{/g)].map(([, kind]) => nameOf(kind)));
    const isUsed = (key: string) => {
      const name = nameOf(key);
      const kinds = [...name.matchAll(/_/g)].map(({ index }) => name.slice(0, index));
      return quoted.has(key) || quoted.has(name) || kinds.some((kind) => quoted.has(kind) || made.has(kind));
    };
    const unused = Object.keys(english).filter((key) => !isUsed(key));
    expect(unused).toEqual([]);
  });
});
