import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Outcome } from '../../workbench/replay/outcome';
import { projectFile } from '../../proxy/src/project-file';

export interface ReplayFiles {
  input: string;
  output: string;
  data: string;
  channel: 'email' | 'chat';
}

/** When a replay is killed: so many milliseconds after its start, or after it told so many outcomes and a moment more. */
export type KillMoment = { afterStartMs: number } | { afterOutcomes: number; thenMs: number };

export interface ReplayEnd {
  wasKilled: boolean;
  exitCode: number | null;
  output: string;
  errors: string;
}

export type ToldOutcome = Outcome & { id: string };

const POLL_MS = 5;

/** Outcomes a replay has told, in the order of telling; a line that was cut off counts as not told. */
export function toldOutcomes(file: string): ToldOutcome[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { replay: ToldOutcome }).replay);
}

const countLines = (file: string): number =>
  existsSync(file) ? readFileSync(file).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0) : 0;

/**
 * Runs the built replay command in a process of its own, and kills it with SIGKILL at the given moment.
 * @param moment none: it may finish
 * @throws when there is no build
 */
export function runReplay({ input, output, data, channel }: ReplayFiles, moment?: KillMoment): Promise<ReplayEnd> {
  const program = projectFile('dist/workbench/replay/main.js');
  if (!existsSync(program)) throw new Error('There is no build to run: npm run build');
  const args = ['--in', input, '--out', output, '--data', data, '--channel', channel, '--json'];
  return new Promise((resolve, reject) => {
    // A run that is delivered again asks anew and may get fresher facts: the service warns of that, rightly.
    const env = { ...process.env, LOG_LEVEL: 'error' };
    const child = spawn(process.execPath, [program, ...args], { cwd: dirname(input), env });
    let printed = '';
    let errors = '';
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    const kill = () => void child.kill('SIGKILL');
    let timer: NodeJS.Timeout | undefined;
    if (moment !== undefined && 'afterStartMs' in moment) timer = setTimeout(kill, moment.afterStartMs);
    else if (moment !== undefined) {
      const before = countLines(output);
      timer = setInterval(() => {
        if (countLines(output) - before < moment.afterOutcomes) return;
        clearInterval(timer);
        timer = setTimeout(kill, moment.thenMs);
      }, POLL_MS);
    }
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      clearInterval(timer);
      clearTimeout(timer);
      resolve({ wasKilled: signal === 'SIGKILL', exitCode, output: printed, errors });
    });
  });
}
