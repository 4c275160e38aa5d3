import { existsSync } from 'node:fs';
import { type EvaluateArguments, readArguments, usage } from './arguments';
import { evaluate, figuresOf, shortfalls } from './evaluate';
import { MEASURES } from './measures';
import { languageModel } from './measures/language-model';
import { openContext } from './open-context';
import { openModelReader } from './open-reader';
import { readOwnCases } from './own-cases';
import { progressOn } from './progress';
import { offlineReader } from './reader';
import { sayInterval, sayValue } from './report/markdown';
import { reportJson, writeReport } from './report/write-report';
import { runReview } from './review/run-review';
import { readThresholds, sayThreshold, type Thresholds, thresholdFile } from './thresholds';

async function runEvaluation(given: EvaluateArguments): Promise<number> {
  const progress = progressOn(process.stderr);
  const own = given.input === undefined ? undefined : readOwnCases(given.input);
  const model = given.model === 'azure' ? openModelReader(given, process.env) : undefined;
  const context = openContext({
    reader: model ?? offlineReader(),
    own,
    labelledFolder: given.labelled,
    progress: progress.show,
  });
  // The thresholds are those of the product's own cases.
  const thresholds: Thresholds = own ? {} : readThresholds(thresholdFile(given.replay));
  const measures = model ? [...given.measures, languageModel(model)] : given.measures;
  const evaluation = await evaluate(context, measures, thresholds);
  progress.clear();
  const notes =
    context.labelledFolder === null && !own
      ? ['Messages of other people were skipped: no folder with them was given (`--labelled`, or `RCC_REFERENCE_DIR`).']
      : [];
  const report = writeReport(evaluation, notes, given.output);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  if (given.json) say(JSON.stringify(reportJson(evaluation, notes), null, 2));
  else {
    const figures = figuresOf(evaluation);
    const width = Math.max(...figures.map(({ name }) => name.length));
    for (const figure of figures)
      say(`${figure.name.padEnd(width)}  ${sayValue(figure)}  (${sayInterval(figure)}; n ${figure.n})`);
    if (given.errors)
      for (const { id, what, wanted, got, text } of evaluation.parts.flatMap(({ errors = [] }) => errors))
        say(`${id}  ${what}: ${got} instead of ${wanted}\n    ${text.replace(/\s+/g, ' ').slice(0, 300)}`);
    notes.forEach(say);
    say(`report: ${report}`);
  }
  const short = shortfalls(evaluation);
  for (const { name, threshold, figure, short: by } of short)
    process.stderr.write(
      `evaluate: ${name} is ${sayValue(figure!)}, must be ${sayThreshold(threshold)}: short by ${by.toFixed(3)}\n`,
    );
  return short.length > 0 ? 1 : 0;
}

async function main(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const given = readArguments(process.argv.slice(2), MEASURES);
  if (given === 'help') {
    process.stdout.write(usage(MEASURES));
    return 0;
  }
  if ('problem' in given) {
    process.stderr.write(`evaluate: ${given.problem}\n\n${usage(MEASURES)}`);
    return 2;
  }
  if (given.command === 'evaluate') return runEvaluation(given);
  runReview(given, (line) => process.stdout.write(`${line}\n`));
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (problem: Error) => {
    process.stderr.write(`evaluate: ${problem.message}\n`);
    process.exitCode = 1;
  },
);
