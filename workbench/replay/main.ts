import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { createVirtualClock } from '../flow-engine/virtual-clock';
import { RunMessages } from '../start/run-messages';
import { startProblem } from '../start/start-problem';
import { startProduct, type Product } from '../start/start-product';
import { type Arguments, readArguments, USAGE } from './arguments';
import type { Outcome } from './outcome';
import { openOutcomeFile, type OutcomeFile } from './outcome-file';
import { readMessages, type ReplayFile } from './read-messages';
import { replay, RunWatch } from './replay';
import { summarize, summaryLines } from './summary';
import { TimeShares } from './time-shares';

const INTERRUPTED = 130;

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (given === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  if ('problem' in given) {
    process.stderr.write(`replay: ${given.problem}\n\n${USAGE}`);
    return 2;
  }
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort(new Error('interrupted'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let file: ReplayFile;
  let outcomes: OutcomeFile | undefined;
  try {
    file = await readMessages(given.input, given.channel);
    outcomes = given.output === undefined ? undefined : openOutcomeFile(given.output);
  } catch (problem) {
    process.stderr.write(`replay: ${(problem as Error).message}\n`);
    return 1;
  }
  for (const { line, problem } of file.badLines) process.stderr.write(`line ${line} ${problem}\n`);
  const timing = new TimeShares();
  const runs = new RunMessages();
  const watch = new RunWatch(runs);
  let product: Product | undefined;
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    product = await startProduct({
      environment: { ...process.env, PORT: '0', RCC_DATA_DIR: resolve(given.data) },
      clock: createVirtualClock(new Date()),
      concurrency: given.concurrency,
      observer: watch,
      wrapConnector: (name, connector) => timing.wrapConnector(name, runs.wrapConnector(name, connector)),
    });
    return await report(given, file, { product, watch, timing, outcomes, signal: interrupt.signal });
  } catch (problem) {
    if (!interrupt.signal.aborted) {
      process.stderr.write(`replay: ${startProblem(problem, 'npm run replay')}\n`);
      return 1;
    }
    process.stderr.write('\nreplay: interrupted; the same command goes on from here\n');
    return INTERRUPTED;
  } finally {
    outcomes?.close();
    await product?.close();
  }
}

interface Running {
  product: Product;
  watch: RunWatch;
  timing: TimeShares;
  outcomes: OutcomeFile | undefined;
  signal: AbortSignal;
}

/** Replays and prints what came of it. @returns the exit code */
async function report(given: Arguments, file: ReplayFile, running: Running): Promise<number> {
  const { product, watch, timing, outcomes, signal } = running;
  const known = outcomes?.known ?? new Map<string, Outcome>();
  const found: Outcome[] = file.messages.flatMap(({ id }) => known.get(id) ?? []);
  const bar = progressBar(file.messages.length, found.length);
  const start = performance.now();
  await replay(
    file.messages.filter(({ id }) => !known.has(id)),
    {
      platform: product.platform,
      watch,
      channel: given.channel,
      concurrency: given.concurrency,
      signal,
      onOutcome: (message, outcome) => {
        outcomes?.add(message, outcome);
        found.push(outcome);
        bar?.update(found.length);
      },
    },
  ).finally(() => bar?.stop());
  const summary = summarize({
    outcomes: found,
    badLines: file.badLines.length,
    failedRuns: product.platform.runCounts.Failed ?? 0,
    runTimes: watch.times,
    elapsedMs: performance.now() - start,
    shares: timing.shares(watch.times.reduce((sum, ms) => sum + ms, 0)),
  });
  process.stdout.write(given.json ? `${JSON.stringify(summary, null, 2)}\n` : `${summaryLines(summary).join('\n')}\n`);
  return summary.unfinished > 0 ? 1 : 0;
}

function progressBar(total: number, done: number): SingleBar | undefined {
  if (!process.stderr.isTTY) return undefined;
  const bar = new SingleBar({ format: '{bar} {value}/{total} messages, {eta_formatted} left', stream: process.stderr });
  bar.start(total, done);
  return bar;
}

void main().then((code) => {
  process.exitCode = code;
});
