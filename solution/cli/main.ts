import { MalformedXml } from '../xml/read-xml';
import { Refusal, UsageError, type Command } from './command';

/** What each command does; it is in the file `<command>-command`. */
const COMMANDS: Record<string, string> = {
  validate: 'holds solutions against the rules of docs/solution-rules.md',
  settings: 'writes the deployment settings of an environment, to be filled in',
  preflight: 'finds what an import would stumble over, before anybody tries',
  assemble: 'writes the complete unpacked source',
  pack: 'packs both solutions into zips to import',
  unpack: 'unpacks the package of a solution',
  'demo-data': 'writes demo data for pac data import',
  docs: 'writes the pages about forms, views, app and roles',
};

/** Loaded when asked for: packing shall not wait for what only other commands need. */
const load = (word: string) => module.require(`./${word}-command`) as { command: Command };

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: npm run solution -- COMMAND [options]

${lines.join('\n')}

npm run solution -- COMMAND --help says more. Exit code 0: done; 1: not done, or findings; 2: not understood.
`;
}

/** @returns the exit code */
export async function runSolutionCommand([word, ...parameters]: readonly string[]): Promise<number> {
  if (word === undefined || ['help', '--help', '-h'].includes(word)) {
    process.stdout.write(overview());
    return word === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(COMMANDS, word)) {
    process.stderr.write(`There is no command ${word}.\n\n${overview()}`);
    return 2;
  }
  const { command } = load(word);
  if (parameters.includes('--help') || parameters.includes('-h')) {
    process.stdout.write(command.usage);
    return 0;
  }
  try {
    return await command.run(parameters);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${command.usage}`);
      return 2;
    }
    if (error instanceof Refusal || error instanceof MalformedXml) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

if (require.main === module || process.argv[1] === __filename)
  void runSolutionCommand(process.argv.slice(2)).then((code) => (process.exitCode = code));
