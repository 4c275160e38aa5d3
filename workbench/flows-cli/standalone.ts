import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ExpressionError } from '../../flows/expressions/expression-error';
import { type FlowDocument } from '../../flows/file/flow-document';
import { readFlowFileName } from '../../flows/file/flow-file-name';
import { readFlowDocument } from '../../flows/file/read-flow-document';
import { type OperationTable } from '../../flows/operations/operation-table';
import { createFaultyConnector } from '../flow-engine/faulty-connector';
import { type Flow } from '../flow-engine/flow';
import { loadFlow } from '../flow-engine/load-flow';
import { runFlow } from '../flow-engine/run-flow';
import { type RunHost, type RunTrigger } from '../flow-engine/run-host';
import { createSeededRandom } from '../flow-engine/seeded-random';
import { triggerRuns } from '../flow-engine/trigger-runs';
import { type Connector, type RunRecord } from '../flow-engine/types';
import { createVirtualClock } from '../flow-engine/virtual-clock';
import { CommandProblem } from './command-problem';
import { type FileFault } from './fault-file';
import { createMockConnector, type GivenAnswer } from './mock-connector';
import { createMocks, type MockedCall, type Mocks } from './mocks-file';
import { openOperations } from './open-operations';
import { sampleOfOutputs } from './samples/sample-of-outputs';
import { declaredByTrigger, sampleTrigger } from './samples/sample-trigger';
import { type ValueShape } from './samples/value-shape';
import { whatAFlowReads } from './samples/what-a-flow-reads';
import { openStandIns } from './stand-ins';
import { readOperations } from './surroundings';

export interface StandaloneOptions {
  trigger?: RunTrigger['outputs'];
  mocks?: Mocks;
  /** Dataverse, Outlook and SharePoint behave, empty at first, instead of giving samples. */
  standIns: boolean;
  /** A call the mocks have no answer for fails, instead of getting a sample. */
  strict: boolean;
  faults: readonly FileFault[];
  /** Told of every fault that strikes. */
  struck: (fault: FileFault) => void;
  clock?: Date;
  seed: number;
  values: Readonly<Record<string, unknown>>;
}

export interface StandaloneResult {
  /** Child runs included, in the order of their ends. */
  runs: RunRecord[];
  answers: GivenAnswer[];
  unusedMocks: string[];
}

/** A flow of another solution, with the flows beside it. */
interface ForeignFlow {
  document: FlowDocument;
  flow: Flow;
  reads: ReadonlyMap<string, ValueShape>;
}

/** Files need no GUID here; the engine wants one. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

function readForeignFlow(file: string, text: string): ForeignFlow {
  const name = basename(file);
  const known = readFlowFileName(name);
  const flow = loadFlow({ name: known ? name : `${name.replace(/\.json$/i, '')}-${NO_ID}.json`, text });
  const document = readFlowDocument(file, text);
  return { document, flow, reads: whatAFlowReads(document) };
}

/**
 * Runs an exported flow on its own: connectors answer from the mocks or with samples, child flows are looked for beside
 * the file.
 * @throws {FlowFormatError} when the flow cannot be run here
 */
export async function runStandalone(file: string, text: string, options: StandaloneOptions): Promise<StandaloneResult> {
  const operations = readOperations();
  const main = readForeignFlow(file, text);
  const flows = new Map([[main.flow.id, main]]);
  const answers: GivenAnswer[] = [];
  const runs: RunRecord[] = [];
  const mocks = options.mocks ?? createMocks({}, '');
  const clock = createVirtualClock(options.clock ?? new Date());

  const standIns = options.standIns ? openStandIns(clock, options.seed) : undefined;
  const connectors = new Map<string, Connector>();
  const connectorFor = (name: string): Connector => {
    let connector = connectors.get(name);
    if (!connector) {
      const mock = createMockConnector(name, {
        mocks,
        standIn: standIns?.connectors.get(name),
        sample: options.strict ? () => undefined : (call) => sampleAnswer(call, flows, operations),
        given: (answer) => answers.push(answer),
      });
      const rules = options.faults.filter((fault) => fault.connector === undefined || fault.connector === name);
      connector = createFaultyConnector(mock, rules, clock, options.struck);
      connectors.set(name, connector);
    }
    return connector;
  };
  const host: RunHost = {
    connectors: { get: connectorFor },
    operations: openOperations(operations),
    clock,
    random: createSeededRandom(seedOf(options.seed, main.flow.id)),
    parameters: options.values,
    childFlows: (id) => {
      const known = flows.get(id) ?? findBeside(file, id);
      if (known) flows.set(id, known);
      return known?.flow;
    },
    observer: { runEnded: (run) => runs.push(run) },
  };
  const { flow, document, reads } = main;
  const trigger = options.trigger ?? sampleTrigger(document, reads, declaredByTrigger(flow, operations));
  try {
    for (const outputs of startsOf(flow, trigger, host)) await runFlow(flow, { outputs }, host);
  } finally {
    standIns?.close();
  }
  return { runs, answers, unusedMocks: mocks.unused() };
}

/** Flows that run with the same seed at the same time still get runs, and GUIDs, of their own. */
function seedOf(seed: number, flowId: string): number {
  return createHash('sha256').update(`${seed}/${flowId}`).digest().readUInt32BE();
}

/** @throws {CommandProblem} when the trigger's splitting or conditions cannot make anything of what it was given */
function startsOf(flow: Flow, trigger: RunTrigger['outputs'], host: RunHost): RunTrigger['outputs'][] {
  try {
    return triggerRuns(flow, trigger, host);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new CommandProblem(`The trigger '${flow.trigger.name}' cannot start the flow with this: ${error.message}`);
  }
}

/** A child flow in the same folder, by the GUID in its file's name. */
function findBeside(file: string, id: string): ForeignFlow | undefined {
  const folder = dirname(file);
  const name = readdirSync(folder).find((one) => readFlowFileName(one)?.id === id);
  return name === undefined ? undefined : readForeignFlow(join(folder, name), readFileSync(join(folder, name), 'utf8'));
}

function sampleAnswer(
  { actionName, connector, operationId }: MockedCall,
  flows: ReadonlyMap<string, ForeignFlow>,
  operations: OperationTable,
) {
  const key = actionName.toLowerCase();
  const reader = [...flows.values()].find(({ document }) => document.actionsByKey.has(key));
  const declared = operations.find(connector, operationId)?.outputs ?? [];
  return { statusCode: 200, headers: {}, body: sampleOfOutputs(declared, reader?.reads.get(key), actionName) };
}
