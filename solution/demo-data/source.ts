import { readFileSync } from 'node:fs';
import { projectFile } from '../../proxy/src/project-file';
import { dailyMetrics } from './daily-metrics';
import { withDates } from './dates';

/** One row as the source writes it: its number, and what its columns hold in the words of a person. */
export interface SourceRow {
  /** Number of the row, of which its id is made; no two rows of any table share one. */
  id: number;
  [column: string]: unknown;
}

/** A file of rows. */
export interface SourceTable {
  /** Path below the folder of the demo data, for messages. */
  file: string;
  /** Logical name. */
  table: string;
  rows: SourceRow[];
}

/** Somebody of the desk. People are users of the environment; demo data only points at them, by their address. */
export interface Person {
  email: string;
  firstname: string;
  lastname: string;
  /** Whether tickets are assigned to them. */
  agent: boolean;
}

const FOLDER = 'solution/demo-data';
/** What a desk cannot work without; its own customers and tickets come by themselves. */
const DESK_FILES = ['business-hours', 'teams', 'sla-policies', 'agent-profiles'];
/** Files of rows, each after those its rows point at. */
const FILES = ['contacts', ...DESK_FILES, 'tickets', 'messages', 'feedback'];

const parse = (path: string, today: string): unknown =>
  JSON.parse(withDates(readFileSync(projectFile(`${FOLDER}/${path}`), 'utf8'), today));

/** The people the demo data names. */
export const demoPeople = (): Person[] =>
  JSON.parse(readFileSync(projectFile(`${FOLDER}/people.json`), 'utf8')) as Person[];

/** An object such as `{ "file": "order-contexts/12345.json" }` stands for what that file holds. */
const isFile = (value: unknown): value is { file: string } =>
  typeof value === 'object' && value !== null && typeof (value as { file?: unknown }).file === 'string';

function read(name: string, today: string): SourceTable {
  const file = `rows/${name}.json`;
  const { table, rows } = parse(file, today) as Omit<SourceTable, 'file'>;
  const filled = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, isFile(value) ? parse(value.file, today) : value]),
    ),
  );
  return { file, table, rows: filled as SourceRow[] };
}

/** A desk to begin with: teams, agents, policies and business hours. @param today such as `2026-03-20` */
export const deskSource = (today: string): SourceTable[] => DESK_FILES.map((name) => read(name, today));

/**
 * The demo data as it is written in `rows/`, with dates for today, and the daily metrics of four weeks.
 * @param today such as `2026-03-20`
 */
export const demoSource = (today: string): SourceTable[] => [
  ...FILES.map((name) => read(name, today)),
  { file: 'daily-metrics.ts', table: 'rcc_dailymetric', rows: dailyMetrics(today, demoPeople()) },
];
