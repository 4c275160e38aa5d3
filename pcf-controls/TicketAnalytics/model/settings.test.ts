import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProperty } from '../../mocks';
import type { IInputs } from '../generated/ManifestTypes';
import { COLUMNS } from './measures';
import { readSettings } from './settings';

const manifest = readFileSync(join(__dirname, '../ControlManifest.Input.xml'), 'utf8');
const bag = (given: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(given).map(([name, raw]) => [name, createProperty(raw)])) as unknown as IInputs;

describe('the input properties', () => {
  it('mean the same when left empty as the manifest says', () => {
    const inputs = [...manifest.matchAll(/<property name="(\w+)"[^>]*of-type="([\w.]+)"[^>]*default-value="([^"]*)"/g)];
    const written = inputs.map(([, name = '', type = '', value = '']) => [
      name,
      /Whole|Decimal/.test(type) ? Number(value) : value.replace(/&amp;/g, '&'),
    ]);
    expect(written.length).toBeGreaterThan(10);
    expect(readSettings(bag(Object.fromEntries(written)))).toEqual(readSettings(bag({})));
  });

  it('are refused by name, with what is wrong', () => {
    const refusal = (given: Record<string, unknown>) => () => readSettings(bag(given));
    expect(refusal({ pageSize: 0 })).toThrow('pageSize: 0 must be more than 0 and at most 5000.');
    expect(refusal({ targetSatisfaction: 6 })).toThrow('targetSatisfaction: 6 must be');
    expect(refusal({ scopeValues: 'day=x' })).toThrow('scopeValues: "x" of day is not a whole number.');
    expect(refusal({ channelValues: 'fax=1' })).toThrow('channelValues');
    for (const triageAddress of ['javascript:alert(1)', 'http://example.com', '//example.com'])
      expect(refusal({ triageAddress })).toThrow('triageAddress: must begin with https:// or with a single /.');
  });

  it('tell how a table of somebody else says it', () => {
    const { scopes, channels } = readSettings(bag({ scopeValues: 'day=4; hour=3', channelValues: 'email=9' }));
    expect([...scopes]).toEqual([
      [4, 'day'],
      [3, 'hour'],
    ]);
    expect([...channels]).toEqual([[9, 'email']]);
  });
});

it('every column that is read is a property-set of the manifest, and no other', () => {
  expect([...manifest.matchAll(/<property-set name="(\w+)"/g)].map(([, name]) => name)).toEqual([...COLUMNS]);
});
