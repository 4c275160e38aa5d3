import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { generatedPages } from '../pages/generated-pages';
import { UsageError, type Command } from './command';
import { readOptions } from './options';
import { writeWhole } from './write-whole';

export const command: Command = {
  usage: `Usage: npm run solution -- docs [--check]

Writes the pages of docs/ that are made from the source of the solution: the ticket table as the app shows it, the app with
its site map, and the roles.

  --check   writes nothing, ends with 1 when a page differs from what would be written
  --help    this text
`,
  run(parameters) {
    const { values, positionals } = readOptions(parameters, { check: { type: 'boolean', default: false } });
    if (positionals.length > 0) throw new UsageError(`docs takes no ${positionals[0]}: it writes all pages.`);
    const root = dirname(projectFile('package-lock.json'));
    let differing = 0;
    for (const [path, text] of Object.entries(generatedPages())) {
      const file = join(root, path);
      const same = existsSync(file) && readFileSync(file, 'utf8') === text;
      if (!same) differing += 1;
      if (!same && !values.check) writeWhole(file, Buffer.from(text));
      process.stdout.write(`${path}: ${same ? 'up to date' : values.check ? 'differs' : 'written'}\n`);
    }
    return Promise.resolve(values.check && differing > 0 ? 1 : 0);
  },
};
