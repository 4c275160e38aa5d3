import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTables } from '../tables/read-tables';
import { readViews } from './read-views';

const SOURCE = join(__dirname, '../core/src');

it('begins with the view the app opens the tickets with, in both languages', () => {
  const ticket = readTables(SOURCE).find(({ logicalName }) => logicalName === 'rcc_ticket')!;
  const [first, ...others] = readViews(SOURCE, ticket);
  expect(first).toMatchObject({
    isDefault: true,
    labels: new Map([
      [1033, 'Open tickets'],
      [3082, 'Tickets abiertos'],
    ]),
  });
  expect(first?.columns).toContain('rcc_resolutiondue');
  expect(first?.fetchXml).toMatch(/^<fetch [^]*<entity name="rcc_ticket">[^]*<condition /);
  expect(others.length).toBeGreaterThan(4);
  expect(others.every(({ isDefault }) => !isDefault)).toBe(true);
});

describe('of a table', () => {
  let source: string;
  beforeEach(() => (source = mkdtempSync(join(tmpdir(), 'views-'))));
  afterEach(() => rmSync(source, { recursive: true, force: true }));

  it('without views there are none', () => {
    expect(readViews(source, { schemaName: 'rcc_Ticket' })).toEqual([]);
  });

  it('only those a person chooses from are taken', () => {
    const folder = join(source, 'Entities/rcc_Ticket/SavedQueries');
    mkdirSync(folder, { recursive: true });
    const view = (type: number, id: string) =>
      `<savedqueries><savedquery><querytype>${type}</querytype><savedqueryid>{${id}}</savedqueryid>` +
      '<layoutxml><grid><row><cell name="b"/><cell name="a"/></row></grid></layoutxml>' +
      '<fetchxml><fetch><entity name="rcc_ticket"/></fetch></fetchxml></savedquery></savedqueries>';
    writeFileSync(join(folder, '{1}.xml'), view(64, 'AB-1'));
    writeFileSync(join(folder, '{2}.xml'), view(0, 'AB-2'));
    expect(readViews(source, { schemaName: 'rcc_Ticket' })).toMatchObject([{ id: 'ab-2', columns: ['b', 'a'] }]);
  });
});
