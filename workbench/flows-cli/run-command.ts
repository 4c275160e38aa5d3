import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { readFlowFileName } from '../../flows/file/flow-file-name';
import { readFlowDocument } from '../../flows/file/read-flow-document';
import { type FlowDocument, UnreadableFlow } from '../../flows/file/flow-document';
import { validateFlow } from '../../flows/validator/validate-flow';
import { type Flow } from '../flow-engine/flow';
import { loadFlow } from '../flow-engine/load-flow';
import { FlowFormatError, type FlowProblem } from '../flow-engine/plan/flow-format-error';
import { type RunTrigger } from '../flow-engine/run-host';
import { type RunRecord } from '../flow-engine/types';
import { type CommandOutput } from './command-output';
import { CommandProblem, fileProblem } from './command-problem';
import { type FileFault, readFaultFile } from './fault-file';
import { findingText } from './finding-text';
import { findFlowFile, ownFlowFiles } from './flow-files';
import { type FlowsOptions } from './flows-options';
import { missingInputs } from './form-inputs';
import { type GivenAnswer } from './mock-connector';
import { readMocksFile } from './mocks-file';
import { type ProductRunOptions, runInProduct } from './product-run';
import { readTextFile } from './read-json-file';
import { dataFolder, saveRuns } from './run-folder';
import { runText } from './run-text';
import { declaredByTrigger, sampleTrigger } from './samples/sample-trigger';
import { whatAFlowReads } from './samples/what-a-flow-reads';
import { runStandalone } from './standalone';
import { readOperations, readSurroundings } from './surroundings';
import { readTriggerFile } from './trigger-file';

/**
 * Runs a flow once.
 * @returns the exit code: 0 when every run succeeded, or the trigger's conditions kept it from running
 * @throws {CommandProblem} {FlowFormatError}
 */
export async function run(options: FlowsOptions, say: CommandOutput): Promise<number> {
  const file = findFlowFile(options.subjects[0]!);
  const text = readTextFile(file);
  try {
    return await runFile(file, text, options, say);
  } catch (error) {
    if (error instanceof FlowFormatError) throw new CommandProblem(whyNot(file, text, error.problems, options));
    if (!(error instanceof UnreadableFlow)) throw error;
    throw new CommandProblem(whyNot(file, text, [{ pointer: '', message: error.message }], options));
  }
}

/** The validator's words where it has any, because it says what to do; else the engine's. */
function whyNot(file: string, text: string, problems: readonly FlowProblem[], { standalone }: FlowsOptions): string {
  const { findings } = validateFlow({ file, text }, readSurroundings(standalone));
  const errors = findings.filter(({ severity }) => severity === 'error').map(findingText);
  const lines = errors.length > 0 ? errors : problems.map(({ pointer, message }) => `  ${pointer || '/'}: ${message}`);
  return [`${file} cannot be run:`, ...lines].join('\n');
}

async function runFile(file: string, text: string, options: FlowsOptions, say: CommandOutput): Promise<number> {
  const faults = options.fault === undefined ? [] : readFaultFile(options.fault);
  const trigger = options.trigger === undefined ? undefined : readTriggerFile(options.trigger);
  const document = readFlowDocument(file, text);
  const missing = trigger ? missingInputs(document, trigger.body) : [];
  if (missing.length > 0) say.note(`The trigger lacks what the flow's form requires: ${missing.join(', ')}.\n`);
  const idle = new Set(faults);
  const common = { faults, struck: (fault: FileFault) => idle.delete(fault), clock: options.clock, seed: options.seed };
  if (options.standalone) {
    const mocks = options.mocks === undefined ? undefined : readMocksFile(options.mocks);
    const values = typedValues(options.values, document);
    const { standIns, strict } = options;
    const result = await runStandalone(file, text, { ...common, values, standIns, strict, trigger, mocks });
    noteIdleFaults(idle, faults, say);
    noteAnswers(result.answers, result.unusedMocks, say);
    if (options.saveMocks !== undefined) saveMocks(options.saveMocks, result.answers, say);
    return show(result.runs, options, say);
  }
  const { runs, sent } = await runOwn(file, text, document, trigger, options, common, say);
  noteIdleFaults(idle, faults, say);
  if (!options.json) for (const mail of sent) say.note(`A mail was sent to ${mail.to}: ${mail.subject}\n`);
  const asked = loadFlow({ name: file, text }).name;
  if (runs.length > 0 && !runs.some(({ flowName }) => flowName === asked)) {
    say.note(`${asked} itself did not run: the conditions of its trigger are not met.\n`);
  }
  return show(runs, options, say);
}

function runOwn(
  file: string,
  text: string,
  document: FlowDocument,
  given: RunTrigger['outputs'] | undefined,
  options: FlowsOptions,
  common: Pick<ProductRunOptions, 'faults' | 'struck' | 'clock' | 'seed'>,
  say: CommandOutput,
) {
  const id = readFlowFileName(file)?.id;
  const own = ownFlowFiles().find((path) => readFlowFileName(path)!.id === id);
  if (own === undefined || relative(own, file) !== '') {
    throw new CommandProblem(`${file} is none of the product's flows. Run it with --standalone.`);
  }
  const flow = loadFlow({ name: file, text });
  const trigger = given ?? madeUpTrigger(flow, document, say);
  return runInProduct({ ...common, flow, trigger, values: typedValues(options.values, document) });
}

/** A question whose answer the sandboxes know. */
const SAMPLE_MAIL = { from: 'customer@example.com', subject: 'My order', body: 'Where is order 12345?' };

function madeUpTrigger(flow: Flow, document: FlowDocument, say: CommandOutput): RunTrigger['outputs'] {
  say.note('No --trigger was given: the run starts with a sample.\n');
  if (flow.trigger.operationId === 'OnNewEmailV3') return { body: SAMPLE_MAIL };
  return sampleTrigger(document, whatAFlowReads(document), declaredByTrigger(flow, readOperations()));
}

/** Values of the command line as the variables' types want them. */
function typedValues(values: Record<string, string>, { parameters }: FlowDocument): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, text]): [string, unknown] => {
      const declared = [...parameters.values()].find(({ schemaName }) => schemaName === name);
      if (!declared) {
        const known = [...parameters.values()].flatMap(({ schemaName }) => schemaName ?? []);
        throw new CommandProblem(`--set ${name}: the flow has no such variable; it has ${known.join(', ') || 'none'}.`);
      }
      if (declared.definition.type === 'String') return [name, text];
      try {
        return [name, JSON.parse(text)];
      } catch {
        throw new CommandProblem(`--set ${name}: '${text}' is no ${String(declared.definition.type)}.`);
      }
    }),
  );
}

function show(runs: readonly RunRecord[], options: FlowsOptions, say: CommandOutput): number {
  saveRuns(dataFolder(options.data), runs);
  if (runs.length === 0) say.note('The trigger’s conditions are not met, so no run was started.\n');
  // Parents end after their children and are read before them.
  const shown = [...runs].reverse();
  const main = shown.filter(({ parentRunId }) => parentRunId === undefined);
  if (options.json) say.out(`${JSON.stringify({ runs: shown }, null, 2)}\n`);
  else {
    say.out(main.map((record) => runText(record, options)).join('\n'));
    for (const { flowName, status, runId } of runs.filter(({ parentRunId }) => parentRunId !== undefined)) {
      say.out(`It called ${flowName}: ${status}; see npm run flows -- trace ${runId}\n`);
    }
  }
  return main.every(({ status }) => status === 'Succeeded') ? 0 : 1;
}

/** A fault that never strikes is mostly a slip in its name. */
function noteIdleFaults(idle: ReadonlySet<FileFault>, faults: readonly FileFault[], say: CommandOutput): void {
  const places = [...idle].map((fault) => `/${faults.indexOf(fault)}`);
  if (places.length > 0) say.note(`In the file of faults, but no call was struck by: ${places.join(', ')}.\n`);
}

function noteAnswers(answers: readonly GivenAnswer[], unused: readonly string[], say: CommandOutput): void {
  const samples = [...new Set(answers.filter(({ source }) => source === 'sample').map(({ actionName }) => actionName))];
  if (samples.length > 0) {
    say.note(
      `Answered with samples: ${samples.join(', ')}. Write your own with --mocks FILE; --save-mocks FILE gives a start.\n`,
    );
  }
  if (unused.length > 0) say.note(`In the file of mocks, but never asked for: ${unused.join(', ')}.\n`);
}

/** Writes the answers that were given, one list per action in the order of its calls. */
function saveMocks(path: string, answers: readonly GivenAnswer[], say: CommandOutput): void {
  const byAction: Record<string, unknown[]> = {};
  for (const { actionName, answer } of answers) (byAction[actionName] ??= []).push(answer);
  const content = Object.fromEntries(
    Object.entries(byAction).map(([name, list]) => [name, list.length === 1 ? list[0] : list]),
  );
  try {
    writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    throw fileProblem(error, path);
  }
  say.note(`The answers were written to ${path}.\n`);
}
