import { join, resolve } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { readDemoData } from '../demo-data/demo-data';
import type { DemoRows, Users } from '../demo-data/demo-rows';
import { packageFiles } from '../demo-data/package-files';
import { demoPeople } from '../demo-data/source';
import { writeZip } from '../packer/zip';
import { Refusal, UsageError, type Command } from './command';
import { readNamedOptions } from './named-options';
import { jsonOf, readInput, textOf } from './read-input';
import { writeWhole } from './write-whole';

const usage = `Usage: npm run solution -- demo-data [--today DATE] [--users FILE] [--desk-only] [--out FILE]

Writes demo data for "pac data import": teams, agents, policies, business hours, customers, tickets in every status with
their messages, feedback, and daily metrics of four weeks. Importing it again changes rows and doubles none.

  --today DATE  the date all times are relative to, such as 2026-03-20, of this century; today (UTC) when left out
  --users FILE  JSON with the id of a user of the environment by the address of a person of the demo data:
                { "anna@shop.example": "00000000-0000-0000-0000-000000000000" }
                People are not imported: what belongs to somebody without a user is left out.
  --desk-only   only teams, agents, policies and business hours, for a desk that has customers of its own
  --out FILE    solution/out/demo-data.zip when left out; an existing file is replaced

The same date and users give the same file, byte for byte.
`;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function dateOf(text: string): string {
  const instant = DATE.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== text)
    throw new UsageError(`--today ${text} is no date; write it as 2026-03-20.`);
  if (!text.startsWith('20')) throw new UsageError(`--today ${text} is not of this century, 2000-01-01 to 2099-12-31.`);
  return text;
}

/** @throws {Refusal} naming what of the file cannot be used */
function readUsers(file: string): Users {
  const content = readInput(file, 'Write it as --help shows, or leave --users out.');
  const written = jsonOf(textOf(content, file), file, 'Write it as --help shows.');
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    throw new Refusal(`${file} has to hold one object of ids by address, as --help shows.`);
  const addresses = demoPeople().map(({ email }) => email);
  const ids = new Set<string>();
  for (const [email, id] of Object.entries(written)) {
    if (!addresses.includes(email))
      throw new Refusal(`${file}: ${email} is nobody of the demo data; these are: ${addresses.join(', ')}.`);
    if (typeof id !== 'string' || !GUID.test(id))
      throw new Refusal(`${file}: ${email} needs the id of a user, such as 00000000-0000-0000-0000-000000000000.`);
    if (ids.has(id.toLowerCase()))
      throw new Refusal(`${file}: ${email} has the id of another address; a user has one agent profile.`);
    ids.add(id.toLowerCase());
  }
  return new Map(Object.entries(written as Record<string, string>).map(([email, id]) => [email, id.toLowerCase()]));
}

function report(file: string, { tables, leftOut }: DemoRows): string {
  const lines = tables.map(({ table, rows }) => {
    const missing = leftOut.get(table.logicalName);
    return `  ${table.logicalName.padEnd(18)} ${String(rows.length).padStart(5)}${missing ? `  (${missing} left out)` : ''}`;
  });
  const hint = leftOut.size > 0 ? 'Left out is what belongs to people without a user: see --users.\n' : '';
  return `${file}\n${lines.join('\n')}\n${hint}`;
}

export const command: Command = {
  usage,
  async run(parameters) {
    const values = readNamedOptions(parameters, {
      today: { type: 'string' },
      users: { type: 'string' },
      'desk-only': { type: 'boolean', default: false },
      out: { type: 'string' },
    });
    const today = dateOf(values.today ?? new Date().toISOString().slice(0, 10));
    const users = values.users === undefined ? new Map<string, string>() : readUsers(values.users);
    const demo = readDemoData(today, users, { deskOnly: values['desk-only'] });
    const zip = writeZip(packageFiles(demo.tables, today));
    const file = resolve(values.out ?? join(projectFile('solution'), 'out', 'demo-data.zip'));
    writeWhole(file, zip);
    process.stdout.write(report(file, demo));
    return 0;
  },
};
