import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CORE_SOLUTION } from '../../workbench/dataverse/stand-in.fixture';

const files = readdirSync(CORE_SOLUTION, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.xml'))
  .map((file) => ({ file, text: readFileSync(join(CORE_SOLUTION, file), 'utf8') }));

const entities = files.filter(({ file }) => file.endsWith('Entity.xml'));

describe('every text of the core solution', () => {
  it.each(files)('is in English and then in Spanish: $file', ({ text }) => {
    const texts = [...text.matchAll(/<(\w+) description="([^"]*)" languagecode="(\d+)" \/>/g)].map(
      ([, element, words, language]) => ({ element, words, language }),
    );
    expect(texts).toHaveLength([...text.matchAll(/languagecode="\d+" \/>/g)].length);
    const pairs = texts.filter((_, index) => index % 2 === 0).map((one, index) => [one, texts[2 * index + 1]] as const);
    for (const [english, spanish] of pairs) {
      const said = { element: english.element, written: english.words !== '' };
      expect(english.language).toBe('1033');
      expect({ ...said, language: spanish?.language, words: english.words }).toEqual({
        element: spanish?.element,
        written: spanish?.words !== '',
        language: '3082',
        words: english.words,
      });
    }
  });

  it('is there for every column and key', () => {
    for (const { file, text } of entities) {
      const empty = [...text.matchAll(/<(?:displayname|LocalizedName|LocalizedCollectionName|label) description=""/g)];
      expect([file, empty.length]).toEqual([file, 0]);
    }
  });
});

describe('every name of the core solution', () => {
  it('begins with the prefix: tables, own columns, keys and choices', () => {
    for (const { file, text } of entities) {
      const own = [...text.matchAll(/<attribute PhysicalName="(\w+)">(?:(?!<\/attribute>)[^])*?<IsCustomField>1</g)];
      const keys = [...text.matchAll(/<EntityKey>\s*<Name>(\w+)</g)];
      const [, table] = /<entity Name="(\w+)">/.exec(text)!;
      for (const name of [table, ...[...own, ...keys].map(([, each]) => each)]) expect(name).toMatch(/^rcc_[A-Z]/);
      expect(own.length).toBeGreaterThan(2);
      expect(keys).toHaveLength(1);
      expect(file).toBe(join('Entities', table!, 'Entity.xml'));
    }
    for (const file of readdirSync(join(CORE_SOLUTION, 'OptionSets'))) expect(file).toMatch(/^rcc_[a-z]+\.xml$/);
  });

  it('is the one of its relationship: referenced table, table and column', () => {
    const folder = join(CORE_SOLUTION, 'Other', 'Relationships');
    const parts =
      /Name="(rcc_\w+)">[^]*?<ReferencingEntityName>(\w+)<[^]*?<ReferencedEntityName>(\w+)<[^]*?<ReferencingAttributeName>(\w+)</g;
    for (const { file, text } of files.filter(
      ({ file }) => !relative(folder, join(CORE_SOLUTION, file)).startsWith('..'),
    )) {
      for (const block of text.split('</EntityRelationship>')) {
        for (const [, name, table, referenced, column] of block.matchAll(parts)) {
          const [to, from, own] = [referenced, table, column].map((each) => each!.replace(/^rcc_/, ''));
          expect([file, name]).toEqual([file, `rcc_${to!.toLowerCase()}_rcc_${from!.toLowerCase()}_${own}`]);
        }
      }
    }
  });
});
