import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResx } from '../mocks';

const texts = readResx(__dirname);
const [english = {}, spanish = {}] = [texts[1033], texts[3082]];
const holes = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(tsx?|xml)$/.test(name) && !/\.(test|fixture)\.|generated/.test(name),
);
const code = sources.map((name) => readFileSync(join(__dirname, name), 'utf8')).join('\n');

describe('the words', () => {
  it('are complete in both languages, with the same values in them', () => {
    expect(Object.keys(spanish).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      expect(spanish[key]?.trim()).toBeTruthy();
      expect([key, holes(spanish[key])]).toEqual([key, holes(text)]);
    }
  });

  it('are there for every key the control asks for', () => {
    const asked = [
      ...[...code.matchAll(/say\(\s*'(\w+)'/g)].map(([, key]) => `TicketAnalytics_${key}`),
      ...[...code.matchAll(/-key="(\w+)"/g)].map(([, key]) => key ?? ''),
    ];
    expect(asked.length).toBeGreaterThan(80);
    expect(asked.filter((key) => english[key] === undefined)).toEqual([]);
  });

  it('are all used', () => {
    // Some keys are made of a beginning and a name: those only need their beginning.
    const made = [...code.matchAll(/`(\w+_)\$\{/g)].map(([, beginning]) => `TicketAnalytics_${beginning}`);
    const unused = Object.keys(english).filter(
      (key) =>
        !key.startsWith('Shared_') &&
        !code.includes(`'${key.replace('TicketAnalytics_', '')}'`) &&
        !code.includes(`"${key}"`) &&
        !made.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });
});
