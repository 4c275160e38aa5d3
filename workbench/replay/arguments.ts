import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run replay -- --in FILE.jsonl [--channel email|chat] [--out FILE.jsonl] [--json] [--data DIR]

Sends every message of a file through the flows, as if it had come in by mail or chat, and says what came of it. One JSON
object per line, with "text", or with "subject" and "body"; "from" and "id" may be added. Vendors are sandboxes unless
their keys are set; no mail leaves this machine.

  --in FILE       the messages
  --channel NAME  email or chat (default: email)
  --out FILE      each object with its outcome under "replay", written as it becomes known
  --json          the summary as JSON
  --data DIR      folder for the state (default: .data/replay). The same file again over the same state makes no second
                  reply and no second ticket; a replay that was interrupted goes on where it stopped
  --concurrency N runs at the same time (default: 8)
  --help          this text

Exit code 0: every message was answered or queued for a person. 1: not so, or the replay failed. 2: wrong arguments.
`;

export interface Arguments {
  input: string;
  channel: 'email' | 'chat';
  output?: string;
  json: boolean;
  data: string;
  concurrency: number;
}

/** @returns the arguments, `'help'`, or what is wrong with them */
export function readArguments(argv: readonly string[]): Arguments | 'help' | { problem: string } {
  let values: Record<'in' | 'channel' | 'out' | 'data' | 'concurrency', string | undefined> & {
    json?: boolean;
    help?: boolean;
  };
  try {
    const string = { type: 'string' } as const;
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        in: string,
        channel: string,
        out: string,
        data: string,
        concurrency: string,
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }) as { values: typeof values });
  } catch (problem) {
    return { problem: (problem as Error).message };
  }
  if (values.help) return 'help';
  if (!values.in) return { problem: '--in is missing: name the file with the messages' };
  const channel = values.channel ?? 'email';
  if (channel !== 'email' && channel !== 'chat') return { problem: '--channel is email or chat' };
  const concurrency = Number(values.concurrency ?? 8);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
    return { problem: '--concurrency is a whole number from 1 to 64' };
  }
  if (values.out !== undefined && values.out === values.in) return { problem: '--out is the same file as --in' };
  return {
    input: values.in,
    channel,
    output: values.out,
    json: values.json ?? false,
    data: values.data ?? '.data/replay',
    concurrency,
  };
}
