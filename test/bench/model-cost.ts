import { execFileSync } from 'node:child_process';
import { projectFile } from '../../proxy/src/project-file';
import { readIntentModel } from '../../proxy/src/triage/intent/intent-model';
import type { Figure } from './measurement';

const LOADS = 21;
const PROCESSES = 5;
const MEGABYTE = 1024 * 1024;

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Reading the files and checking them, as a start does. */
function loadMilliseconds(): number {
  const folder = projectFile('proxy/models');
  return median(
    Array.from({ length: LOADS }, () => {
      const start = performance.now();
      readIntentModel(folder);
      return performance.now() - start;
    }),
  );
}

/** What a fresh process holds after it ran a piece of code and collected its garbage. */
function residentMegabytes(code: string): number {
  const script = `${code}; gc(); process.stdout.write(String(process.memoryUsage().rss))`;
  const rss = () => Number(execFileSync(process.execPath, ['--expose-gc', '-e', script], { encoding: 'utf8' }));
  return median(Array.from({ length: PROCESSES }, rss)) / MEGABYTE;
}

/**
 * What the intent model costs a process: the time to load it, and the memory of rules, code and weights after a few
 * hundred messages beside that of the same process without them.
 * @param texts messages to classify
 */
export function modelCost(texts: readonly string[]): Figure[] {
  const classifier = require.resolve('../../proxy/src/triage/intent/classify-intent');
  const messages = `const texts = ${JSON.stringify(texts)}`;
  const without = residentMegabytes(messages);
  const withModel = residentMegabytes(
    `${messages}; const { classifyIntent } = require(${JSON.stringify(classifier)}); for (const text of texts) classifyIntent('', text)`,
  );
  return [
    { name: 'loading the intent model', value: loadMilliseconds(), unit: 'ms' },
    { name: 'baseline: resident memory of a process without it', value: without, unit: 'MB' },
    { name: 'more resident memory with it', value: withModel - without, unit: 'MB' },
  ];
}
