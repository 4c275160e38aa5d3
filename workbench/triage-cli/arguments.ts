import { parseArgs } from 'node:util';
import { CHANNELS, type Channel } from '../../proxy/src/contract/vocabulary';

export const USAGE = `Usage: npm run triage -- --in FILE.jsonl --out FILE.jsonl [--channel email|chat|app]

Reads messages, one JSON object per line, with "text", or with "subject" and "body"; "from" may be added.
Writes every object with the result under "triage". Lines that cannot be read are reported and written as they are.
It runs offline: nothing leaves this machine.

  --in FILE       the messages
  --out FILE      where the results go; appears only when the run is complete
  --channel NAME  how the messages came in, when a line does not say (default: email)
  --help          this text

Exit code 0: the file was processed, also with bad lines. 1: it could not be read or written. 2: wrong arguments.
`;

export interface Arguments {
  input: string;
  output: string;
  channel: Channel;
}

/** @returns the arguments, `'help'`, or what is wrong with them */
export function readArguments(argv: readonly string[]): Arguments | 'help' | { problem: string } {
  let values: { in?: string; out?: string; channel?: string; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        in: { type: 'string' },
        out: { type: 'string' },
        channel: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (problem) {
    return { problem: (problem as Error).message };
  }
  if (values.help) return 'help';
  if (!values.in) return { problem: '--in is missing: name the file with the messages' };
  if (!values.out) return { problem: '--out is missing: name the file for the results' };
  const channel = CHANNELS.find((one) => one === (values.channel ?? 'email'));
  if (!channel) return { problem: `--channel is one of ${CHANNELS.join(', ')}` };
  return { input: values.in, output: values.out, channel };
}
