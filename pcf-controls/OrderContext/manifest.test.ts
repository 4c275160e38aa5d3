import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from './model/settings';

const read = (name: string) => readFileSync(join(__dirname, name), 'utf8');
const manifest = read('ControlManifest.Input.xml');
const types = [...manifest.matchAll(/<type>([^<]+)</g)].map(([, type]) => type);
const properties = [...manifest.matchAll(/<property ([^>]+)\/>/g)].map(([, text = '']) => {
  const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(` ${text}`)?.[1] ?? '';
  return {
    name: attribute('name'),
    usage: attribute('usage'),
    type: attribute('of-type') || new Intl.ListFormat('en', { type: 'disjunction' }).format(types as string[]),
    standard: attribute('default-value'),
  };
});

it('the README tells the properties as the manifest has them', () => {
  const rows = [...read('README.md').matchAll(/^\| `(\w+)` +\| (bound|input) +\| ([^|]+?) +\| ([^|]*?) *\|/gm)];
  expect(rows).toHaveLength(6);
  expect(
    rows.map(([, name, usage, type, standard = '']) => ({ name, usage, type, standard: standard.replace(/`/g, '') })),
  ).toEqual(properties);
});

it('what counts when a host leaves a property empty is what the manifest says', () => {
  const standard = (name: string) => properties.find((property) => property.name === name)?.standard ?? '';
  const empty = { orderAddress: null, chargeAddress: null, staleHours: null, waitMinutes: null };
  const { staleHours, waitMinutes } = readSettings(empty);
  expect([staleHours, waitMinutes].map(String)).toEqual([standard('staleHours'), standard('waitMinutes')]);
  expect(readSettings({ ...empty, chargeAddress: standard('chargeAddress') }).faults).toEqual([]);
});
