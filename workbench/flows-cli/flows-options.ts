import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run flows -- COMMAND [options]

  list                          the product's flows: trigger, actions, connections
  validate [FILE or FOLDER …]   holds flows against the rules; the product's own when none is named
  run FLOW                      runs a flow once and shows what it did
  trace RUN                     shows a run again: its id, the beginning of one, or "last"
  mailbox add NAME, list, refresh, remove NAME
                                further mailboxes customers write to, each with its own copy of Email Ingestion

validate
  --standalone        flows of another solution: only what can be judged from the file itself
  --json              { "files": [{ "file", "findings": [{ "code", "severity", "pointer", "message", "fix" }] }] }
  Exit code 1 when there is an error; warnings alone give 0. The rules: docs/flow-rules.md.

run
  FLOW                a file, or the name of one of the product's flows ("Email Ingestion")
  --trigger FILE      what starts it, as JSON: the trigger's body, or { "headers", "body" }; made up when left out
  --fault FILE        what goes wrong: [{ "operation", "attempt", "fault": { "kind": "status", "statusCode": 503 } }]
  --clock ISO         what time it is when the run starts; waiting then takes no time (default: now)
  --seed NUMBER       makes random numbers repeatable (default: 1)
  --set NAME=VALUE    value of an environment variable, by schema name; may be repeated
  --standalone        a flow of another solution: connectors answer from --mocks, else with samples
  --mocks FILE        answers by action or operation: { "Get_row": { "statusCode": 200, "body": { … } } }
  --stand-ins         with --standalone: Dataverse, Outlook and SharePoint behave, empty at first
  --strict            with --standalone: a call without an answer in --mocks fails
  --save-mocks FILE   with --standalone: writes the answers that were given, to be edited
  --json              the whole record of the run and of its child runs
  Without --standalone the whole product takes part: service, tables, mailbox and vendor sandboxes, new for each run.
  Exit code 0 when the run succeeded, 1 when it did not or the flow cannot be run.

trace
  --action NAME       inputs, outputs and tries of one action, in every repetition
  --all               every repetition of loops, also the successful ones
  --json              the record
  Finds runs of this command and of npm start.

mailbox
  NAME                what people call the mailbox, such as "Returns mailbox": names its variable and its flow
  --spanish NAME      with add: what it is called in Spanish
  add makes the copy and the variable with the address, remove undoes that, refresh makes all copies anew after the
  original was changed. Exit code 1 of list: a copy is stale.

  --data DIR          folder for the records of runs (RCC_DATA_DIR, .data when left out)
  --help              this text

JSON is easier to pass on with npm run --silent flows -- … --json. The forms of the files: workbench/flows-cli/README.md.
Exit code 2: the command was not understood.
`;

const COMMANDS = ['list', 'validate', 'run', 'trace', 'mailbox'] as const;

export interface FlowsOptions {
  command: (typeof COMMANDS)[number];
  /** Files, a flow, a run, or what to do with which mailbox. */
  subjects: string[];
  standalone: boolean;
  standIns: boolean;
  strict: boolean;
  json: boolean;
  all: boolean;
  trigger?: string;
  fault?: string;
  mocks?: string;
  saveMocks?: string;
  /** Start of the virtual clock. */
  clock?: Date;
  seed: number;
  /** Environment variables by schema name. */
  values: Record<string, string>;
  action?: string;
  data?: string;
  /** A mailbox's Spanish name. */
  spanish?: string;
}

/** The command was not understood; the message says why. */
export class UsageError extends Error {
  override name = 'UsageError';
}

const OPTIONS = {
  standalone: { type: 'boolean' },
  'stand-ins': { type: 'boolean' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  trigger: { type: 'string' },
  fault: { type: 'string' },
  mocks: { type: 'string' },
  'save-mocks': { type: 'string' },
  clock: { type: 'string' },
  seed: { type: 'string' },
  set: { type: 'string', multiple: true },
  action: { type: 'string' },
  data: { type: 'string' },
  spanish: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Which options belong to which command; the others are refused, so that a slip does not go unnoticed. */
const BELONGS: Record<FlowsOptions['command'], readonly (keyof typeof OPTIONS)[]> = {
  list: ['json'],
  validate: ['standalone', 'json'],
  run: [
    'standalone',
    'stand-ins',
    'strict',
    'json',
    'all',
    'trigger',
    'fault',
    'mocks',
    'save-mocks',
    'clock',
    'seed',
    'set',
    'data',
  ],
  trace: ['action', 'all', 'json', 'data'],
  mailbox: ['spanish'],
};

/**
 * Reads the command line.
 * @returns null when help was asked for
 * @throws {UsageError}
 */
export function readFlowsOptions(argv: readonly string[]): FlowsOptions | null {
  const { values, positionals } = parse(argv);
  if (values.help) return null;
  const [word, ...subjects] = positionals;
  const command = COMMANDS.find((one) => one === word);
  if (!command)
    throw new UsageError(word ? `There is no command '${word}'.` : `Name a command: ${COMMANDS.join(', ')}.`);
  const stray = Object.keys(values).find((name) => !BELONGS[command].includes(name as keyof typeof OPTIONS));
  if (stray) throw new UsageError(`${command} does not take --${stray}.`);
  if (command === 'run' && subjects.length !== 1) throw new UsageError('run takes one flow: a file or a name.');
  if (command === 'trace' && subjects.length !== 1) throw new UsageError('trace takes one run: its id, or "last".');
  if (command === 'list' && subjects.length > 0) throw new UsageError('list takes no names.');
  for (const name of ['mocks', 'save-mocks', 'stand-ins', 'strict'] as const) {
    if (values[name] !== undefined && !values.standalone) throw new UsageError(`--${name} needs --standalone.`);
  }
  return {
    command,
    subjects,
    standalone: values.standalone ?? false,
    standIns: values['stand-ins'] ?? false,
    strict: values.strict ?? false,
    json: values.json ?? false,
    all: values.all ?? false,
    trigger: values.trigger,
    fault: values.fault,
    mocks: values.mocks,
    saveMocks: values['save-mocks'],
    ...(values.clock === undefined ? {} : { clock: readClock(values.clock) }),
    seed: readSeed(values.seed),
    values: readValues(values.set ?? []),
    action: values.action,
    data: values.data,
    spanish: values.spanish,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]!);
  }
}

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** A time without a zone is UTC. */
function readClock(text: string): Date {
  const zoned = /T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : text.includes('T') ? `${text}Z` : text;
  const time = ISO.test(text) ? new Date(zoned) : new Date(NaN);
  if (Number.isNaN(time.getTime())) {
    throw new UsageError(`--clock must be an ISO time such as 2026-03-29T00:30:00Z, not '${text}'.`);
  }
  return time;
}

function readSeed(text = '1'): number {
  const seed = Number(text);
  if (Number.isSafeInteger(seed) && text.trim() !== '') return seed;
  throw new UsageError(`--seed must be a whole number, not '${text}'.`);
}

function readValues(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair): [string, string] => {
      const sign = pair.indexOf('=');
      if (sign < 1) throw new UsageError(`--set wants NAME=VALUE, not '${pair}'.`);
      return [pair.slice(0, sign), pair.slice(sign + 1)];
    }),
  );
}
