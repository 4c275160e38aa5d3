import { Refusal } from '../cli/command';
import type { Column, Table } from '../tables/table';
import { columnValue, type PlainValue } from './column-value';
import type { Person, SourceRow, SourceTable } from './source';

/** The row a lookup points at. */
export interface Pointer {
  table: string;
  id: string;
  /** What a person calls that row. */
  name: string;
}

export interface DemoRow {
  id: string;
  /** By logical name, without the key; in the order of the source. */
  values: ReadonlyMap<string, PlainValue | Pointer>;
}

export interface DemoTable {
  table: Table;
  rows: DemoRow[];
}

export interface DemoRows {
  /** In an order in which each comes after those it points at. */
  tables: DemoTable[];
  /** How many rows of each table are not there because somebody they belong to is no user. */
  leftOut: ReadonlyMap<string, number>;
}

/** Users of the environment by their e-mail address, in lower case. */
export type Users = ReadonlyMap<string, string>;

export const isPointer = (value: PlainValue | Pointer): value is Pointer =>
  typeof value === 'object' && !Array.isArray(value);

/** Ids of demo rows, which stay the same for ever: importing again changes rows and doubles none. */
export const demoId = (number: number): string => `7c9e1a10-0019-4a00-9a00-${String(number).padStart(12, '0')}`;

/** A row stands for a person's work when one of these names that person; without a user there is no such row. */
const BELONGS_TO = new Set(['rcc_user', 'rcc_assignedagent', 'rcc_agent']);

type Reading = { value: PlainValue | Pointer } | 'no user' | 'row left out';

class Reader {
  readonly problems: string[] = [];
  private readonly known = new Map<string, { table: Table; row: SourceRow }>();
  private readonly leftOut = new Set<number>();

  constructor(
    private readonly tables: ReadonlyMap<string, Table>,
    private readonly people: readonly Person[],
    private readonly users: Users,
  ) {}

  /** Makes the rows known, so that lookups find them. */
  learn({ file, table: name, rows }: SourceTable): Table | undefined {
    const table = this.tables.get(name);
    if (table === undefined) {
      this.problems.push(`${file}: there is no table ${name}`);
      return undefined;
    }
    for (const row of rows) {
      const id = demoId(row.id);
      if (this.known.has(id))
        this.problems.push(`${file}, row ${row.id}: another row has that number; take a free one`);
      this.known.set(id, { table, row });
    }
    return table;
  }

  /** @returns nothing when the row is left out, or has a problem, which is noted */
  read(file: string, table: Table, source: SourceRow): DemoRow | undefined {
    const values = new Map<string, PlainValue | Pointer>();
    let isLeftOut = false;
    for (const [name, written] of Object.entries(source)) {
      if (name === 'id') continue;
      try {
        const reading = this.readColumn(table, name, written);
        if (typeof reading === 'object') values.set(name, reading.value);
        else if (reading === 'row left out' || BELONGS_TO.has(name)) isLeftOut = true;
      } catch (error) {
        this.problems.push(`${file}, row ${source.id}, ${name}: ${(error as Error).message}`);
      }
    }
    for (const { logicalName, required } of table.columns.values()) {
      if (required && !(logicalName in source) && !isGivenByPlatform(table, logicalName))
        this.problems.push(`${file}, row ${source.id}: ${logicalName} is missing and has to be filled`);
    }
    // As in the app: a ticket belongs to the agent who works on it.
    const agent = values.get('rcc_assignedagent');
    if (agent !== undefined && table.columns.has('ownerid')) values.set('ownerid', agent);
    if (isLeftOut) {
      this.leftOut.add(source.id);
      return undefined;
    }
    return { id: demoId(source.id), values };
  }

  private readColumn(table: Table, name: string, written: unknown): Reading {
    const column = table.columns.get(name);
    if (column === undefined) throw new Error(`${table.logicalName} has no such column`);
    if (!column.createable) throw new Error('the platform fills it; leave it out');
    if (column.targets !== undefined) return this.readLookup(column, written);
    return { value: columnValue(column, typeof written === 'string' ? this.withUserIds(written) : written) };
  }

  /** `{id of anna@shop.example}` is the id of that user; of nobody's row it stays, which is left out anyway. */
  private readonly withUserIds = (text: string): string =>
    text.replace(/\{id of ([^}]+)\}/g, (token, email: string) => this.users.get(email) ?? token);

  private readLookup({ targets = [] }: Column, written: unknown): Reading {
    if (targets.some(({ table }) => table === 'systemuser')) {
      const person = this.people.find(({ email }) => email === written);
      if (person === undefined) throw new Error(`people.json names nobody with the address ${JSON.stringify(written)}`);
      const id = this.users.get(person.email);
      const name = `${person.firstname} ${person.lastname}`;
      return id === undefined ? 'no user' : { value: { table: 'systemuser', id, name } };
    }
    if (typeof written !== 'number') throw new Error('it takes the number of a row');
    const id = demoId(written);
    const found = this.known.get(id);
    const wanted = targets.map(({ table }) => table);
    if (found === undefined || !wanted.includes(found.table.logicalName))
      throw new Error(`no row of ${wanted.join(' or ')} has the number ${written}`);
    if (this.leftOut.has(written)) return 'row left out';
    return { value: { table: found.table.logicalName, id, name: nameOf(found.table, found.row) } };
  }
}

/** Names and states the platform makes itself, and columns with a default. */
function isGivenByPlatform({ primaryId, columns }: Table, name: string): boolean {
  const { type, defaultValue } = columns.get(name)!;
  return name === primaryId || defaultValue !== undefined || ['state', 'status', 'owner'].includes(type);
}

const nameOf = ({ primaryName }: Table, row: SourceRow): string =>
  String(row[primaryName] ?? ('firstname' in row ? `${row.firstname} ${row.lastname}` : ''));

/**
 * Holds the source against the tables and resolves what it names: choices, rows, people.
 * @param sources each table after those its rows point at
 * @param tables every table the source may name, by logical name
 * @param users those of the people who are users; what belongs to somebody else is left out
 * @throws {Refusal} listing every row and column that is wrong, with what it takes
 */
export function demoRows(
  sources: readonly SourceTable[],
  tables: ReadonlyMap<string, Table>,
  people: readonly Person[],
  users: Users,
): DemoRows {
  const reader = new Reader(tables, people, users);
  const read: DemoTable[] = [];
  const leftOut = new Map<string, number>();
  for (const source of sources) {
    const table = reader.learn(source);
    if (table === undefined) continue;
    const rows = source.rows.flatMap((row) => reader.read(source.file, table, row) ?? []);
    if (rows.length < source.rows.length) leftOut.set(source.table, source.rows.length - rows.length);
    read.push({ table, rows });
  }
  if (reader.problems.length > 0)
    throw new Refusal(`The demo data is not right:\n${reader.problems.map((one) => `- ${one}.`).join('\n')}`);
  return { tables: read, leftOut };
}
