import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProperty, readResx } from '../../mocks';
import type { IInputs } from '../generated/ManifestTypes';
import { TICKET_COLUMNS } from './columns';
import { DEFAULTS, readSettings, settingsKey } from './settings';

const FOLDER = join(__dirname, '..');
const MANIFEST = readFileSync(join(FOLDER, 'ControlManifest.Input.xml'), 'utf8');
const inputs = (values: Record<string, unknown> = {}) =>
  Object.fromEntries(Object.entries(values).map(([name, raw]) => [name, createProperty(raw)])) as unknown as IInputs;

describe('the properties of the control', () => {
  it('stand in the manifest with the values that count without them', () => {
    const stated = [...MANIFEST.matchAll(/<property name="(\w+)"[^>]* default-value="([^"]*)"/g)];
    const byName = Object.fromEntries(stated.map(([, name, value]) => [name, value]));
    const { groupBy, ...others } = byName;
    expect(groupBy).toBe('none');
    expect(others).toEqual(Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => [name, String(value)])));
  });

  it('have a property-set for columns the control knows only', () => {
    const sets = [...MANIFEST.matchAll(/<property-set name="(\w+)"/g)].map(([, name]) => name);
    expect(sets.filter((name) => !TICKET_COLUMNS.includes(name as never))).toEqual([]);
  });

  it('count as they are left empty', () => {
    expect(readSettings(inputs())).toMatchObject({ pageSize: 250, nearingShare: 0.2, grouping: 'none' });
    expect(readSettings(inputs({ statusValues: ' ', pageSize: null })).choices.status.value('new')).toBe(1);
  });

  it.each([
    [{ pageSize: 0 }, 'pageSize: 0 is not between 1 and 5000.'],
    [{ nearingPercent: 101 }, 'nearingPercent: 101 is not between 0 and 100.'],
    [{ lowConfidence: 0.9 }, 'lowConfidence: must not be above highConfidence.'],
    [{ intentValues: 'returns=x' }, 'intentValues: "x" of returns is not a whole number.'],
  ])('that cannot be used are named: %j', (values, message) => {
    expect(() => readSettings(inputs(values))).toThrow(message);
  });

  it('are the same as long as their values are', () => {
    expect(settingsKey(inputs({ pageSize: 100 }))).toBe(settingsKey(inputs({ pageSize: 100 })));
    expect(settingsKey(inputs({ pageSize: 100 }))).not.toBe(settingsKey(inputs({ pageSize: 101 })));
  });
});

describe('the words of the control', () => {
  const { 1033: english = {}, 3082: spanish = {} } = readResx(FOLDER);

  it('are there in both languages, with the same holes', () => {
    expect(Object.keys(spanish)).toEqual(Object.keys(english));
    const holes = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(english))
      expect([key, holes(spanish[key] ?? '')]).toEqual([key, holes(text)]);
  });

  it('include every name in the manifest', () => {
    const keys = [...MANIFEST.matchAll(/(?:display-name|description)-key="(\w+)"/g)].map(([, key]) => key ?? '');
    expect(keys.filter((key) => !(key in english))).toEqual([]);
  });
});
