import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { explain } from '../settings/explain';
import { fillIn } from '../settings/fill-in';
import { readNeeds } from '../settings/needs';
import { readSettingsFile, settingsText } from '../settings/settings-file';
import { readFolder } from '../source/solution-files';
import { asTyped } from './as-typed';
import { UsageError, type Command } from './command';
import { readNamedOptions } from './named-options';
import { writeWhole } from './write-whole';

const usage = `Usage: npm run solution -- settings --env NAME [--out FILE]

Writes the deployment settings of an environment, to be filled in and given to npm run deploy or pac solution import,
and beside it a page (.md) that explains every entry. A file that is there keeps what was filled in; entries that are
new in the solution are added, those it does not know any more are taken out and named.

  --env NAME   what the file is for, such as dev, test or prod
  --out FILE   where it goes (deployment-settings/NAME.json)
`;

function run(parameters: string[]): Promise<number> {
  const values = readNamedOptions(parameters, { env: { type: 'string' }, out: { type: 'string' } });
  if (values.env === undefined || !/^[\w-]+$/.test(values.env))
    throw new UsageError('Say what the settings are for, in letters, digits and hyphens: --env dev.');
  const path = values.out ?? join('deployment-settings', `${values.env}.json`);
  if (!path.endsWith('.json')) throw new UsageError(`${path} has to end in .json: pac reads no other settings file.`);

  const needs = readNeeds(readFolder(projectFile('solution/core/src')));
  const before = existsSync(path) ? readSettingsFile(path).settings : undefined;
  const { settings, added, gone } = fillIn(needs, before);
  const page = path.replace(/json$/, 'md');
  writeWhole(path, Buffer.from(settingsText(settings)));
  writeWhole(page, Buffer.from(explain(needs, values.env)));

  process.stdout.write(
    `${path} ${before === undefined ? 'was written' : 'was brought up to date'}; ${page} explains it.\n`,
  );
  if (before !== undefined && added.length > 0) process.stdout.write(`New, to be filled in: ${added.join(', ')}.\n`);
  if (gone.length > 0)
    process.stdout.write(`Taken out, the solution does not know them any more: ${gone.join(', ')}.\n`);
  process.stdout.write(`Then: ${asTyped('npm', ['run', 'solution', '--', 'preflight', '--settings', path])}\n`);
  return Promise.resolve(0);
}

export const command: Command = { usage, run };
