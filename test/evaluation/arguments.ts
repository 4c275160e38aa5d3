import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Measure } from './measure';

export interface EvaluateArguments {
  command: 'evaluate';
  model: 'offline' | 'azure';
  measures: readonly Measure[];
  input?: string;
  output: string;
  json: boolean;
  errors: boolean;
  record?: string;
  replay?: string;
  labelled?: string;
}

export interface ReviewArguments {
  command: 'review';
  /** The folder of the bronze files. */
  bronze: string;
  /** A day such as 2026-03-01; everything otherwise. */
  since?: string;
  /** Left out, the review is written to the standard output. */
  output?: string;
  /** Ids of messages to take into the cases, or `corrected` for all that were corrected. */
  add: readonly string[];
}

export function usage(all: readonly Measure[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  return `Usage: npm run evaluate -- [options]
       npm run evaluate -- --review [--data DIR | --bronze DIR] [--since DAY] [--out FILE] [--add ID …]

Measures how well messages are read and answered, and writes a report with pictures.

  --model NAME     offline (default), or azure: the language model of the settings
  --only NAMES     measure these alone, with commas between:
${all.map(({ name, meaning }) => `                     ${name.padEnd(width)}  ${meaning}`).join('\n')}
  --in FILE        measure your own labelled messages: JSON lines as in test/evaluation/cases,
                   or CSV with the columns text and intent
  --out DIR        where the report goes (default: .data/evaluation)
  --json           the figures as JSON on the standard output
  --errors         list what was read wrongly, of the development part or your own file
  --record FILE    with --model azure: keep every answer, so that it can be replayed
  --replay FILE    with --model azure: answer from such a file; no key is needed and nothing is sent
  --labelled DIR   the folder with labelled messages of other people
                   (default: data/intent below RCC_REFERENCE_DIR; without it that part is skipped)

  --review         what was recorded: uncertain and corrected messages, why people had to take over,
                   questions nobody had an answer for; personal data is removed
  --data DIR       the data folder of the product (default: RCC_DATA_DIR or .data)
  --bronze DIR     the folder of the exported events itself
  --since DAY      only from this day on, such as 2026-03-01
  --add ID         take this message into test/evaluation/cases/dev/from-review.jsonl with the agent's labels;
                   may be repeated; "corrected" takes every corrected one
  --help           this text

Exit code 0: measured, every threshold reached. 1: below a threshold, or it failed. 2: wrong arguments.
`;
}

const OPTIONS = {
  model: { type: 'string' },
  only: { type: 'string' },
  in: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  errors: { type: 'boolean' },
  record: { type: 'string' },
  replay: { type: 'string' },
  labelled: { type: 'string' },
  review: { type: 'boolean' },
  data: { type: 'string' },
  bronze: { type: 'string' },
  since: { type: 'string' },
  add: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];
type Problem = { problem: string };

const OF_REVIEW = ['data', 'bronze', 'since', 'add'] as const;
const OF_EVALUATION = ['model', 'only', 'in', 'json', 'errors', 'record', 'replay', 'labelled'] as const;

function reviewArguments(values: Values): ReviewArguments | Problem {
  const strange = OF_EVALUATION.find((name) => values[name] !== undefined);
  if (strange) return { problem: `--${strange} does not go with --review` };
  const { data, bronze, since, out, add = [] } = values;
  if (data !== undefined && bronze !== undefined) return { problem: 'give --data or --bronze, not both' };
  if (since !== undefined && !(/^\d{4}-\d\d-\d\d$/.test(since) && !Number.isNaN(Date.parse(since))))
    return { problem: `--since is a day such as 2026-03-01, not '${since}'` };
  const folder = bronze ?? join(data ?? (process.env.RCC_DATA_DIR || '.data'), 'Files', 'bronze');
  return { command: 'review', bronze: folder, since, output: out, add };
}

function evaluateArguments(values: Values, all: readonly Measure[]): EvaluateArguments | Problem {
  const strange = OF_REVIEW.find((name) => values[name] !== undefined);
  if (strange) return { problem: `--${strange} goes with --review only` };
  const { model = 'offline', only, record, replay } = values;
  if (model !== 'offline' && model !== 'azure') return { problem: `--model is offline or azure, not '${model}'` };
  if (model === 'offline' && (record ?? replay) !== undefined)
    return { problem: '--record and --replay go with --model azure' };
  if (record !== undefined && replay !== undefined) return { problem: 'give --record or --replay, not both' };
  const names = only?.split(',').map((name) => name.trim());
  const known = all.map(({ name }) => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined) return { problem: `there is no measure '${unknown}'; there are ${known.join(', ')}` };
  return {
    command: 'evaluate',
    model,
    measures: names ? all.filter(({ name }) => names.includes(name)) : all,
    input: values.in,
    output: values.out ?? join('.data', 'evaluation'),
    json: values.json ?? false,
    errors: values.errors ?? false,
    record,
    replay,
    labelled: values.labelled,
  };
}

/** @returns the arguments, `'help'`, or what is wrong with them */
export function readArguments(
  argv: readonly string[],
  all: readonly Measure[],
): EvaluateArguments | ReviewArguments | 'help' | Problem {
  try {
    const { values } = parseArgs({ args: [...argv], options: OPTIONS });
    if (values.help) return 'help';
    return values.review ? reviewArguments(values) : evaluateArguments(values, all);
  } catch (problem) {
    return { problem: (problem as Error).message };
  }
}
