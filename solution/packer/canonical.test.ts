import { readXml } from '../xml/read-xml';
import { canonicalXml, differences } from './canonical';

const same = (one: string, other: string) =>
  canonicalXml(readXml(one, 'one.xml')) === canonicalXml(readXml(other, 'other.xml'));

describe('two XML files mean the same', () => {
  it.each([
    ['in another order of attributes', '<a x="1" y="2"/>', '<a y="2" x="1"/>'],
    ['with other white space between elements', '<a><b>1</b></a>', '<a>\n  <b>1</b>\n</a>'],
    ['with a blank as all an element holds', '<a> </a>', '<a/>'],
    ['with the declaration of xsi or without', '<a xmlns:xsi="x"/>', '<a/>'],
    ['in another order of a list', '<Roles><Role id="1"/><Role id="2"/></Roles>', '<Roles><Role id="2"/><Role id="1"/></Roles>'], // prettier-ignore
    ['with a group of no forms', '<FormXml><forms type="main"/></FormXml>', '<FormXml/>'],
  ])('%s', (_what, one, other) => expect(same(one, other)).toBe(true));

  it.each([
    ['another value', '<a x="1"/>', '<a x="2"/>'],
    ['another text', '<a>1</a>', '<a>2</a>'],
    ['white space inside a text', '<a>1 2</a>', '<a>1  2</a>'],
    ['another order where it counts', '<row><b/><c/></row>', '<row><c/><b/></row>'],
    ['one more in a list', '<Roles><Role id="1"/></Roles>', '<Roles><Role id="1"/><Role id="1"/></Roles>'],
  ])('but not with %s', (_what, one, other) => expect(same(one, other)).toBe(false));
});

it('Differences name each entry that is missing or has another meaning, and no other', () => {
  const entries = (files: Record<string, string>) =>
    new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  const one = entries({ 'a.xml': '<a x="1" y="2"/>', 'b.json': '{}', 'c.js': '1', '[Content_Types].xml': '<Types/>' });
  const other = entries({ 'a.xml': '<a y="2" x="1"/>', 'b.json': '{ }', 'd.js': '1', '[Content_Types].xml': '<T/>' });
  expect(differences(one, other, 'ours', 'theirs')).toEqual([
    'b.json differs.',
    'c.js is only in ours.',
    'd.js is only in theirs.',
  ]);
  expect(differences(one, one)).toEqual([]);
});
