import { isFlowObject } from '../../../flows/expressions/value-types';
import { escapePointer } from '../../../flows/file/json-pointer';
import { PORTS } from '../actions/port-call';
import { type TriggerPlan } from '../flow';
import { type FlowCompiler, type JsonObject } from './flow-compiler';
import { hasOption, secureProperties } from './settings';
import { connectionOf, designerOperation } from './wire-form';

const OPERATION_TRIGGERS = new Set(['OpenApiConnection', 'OpenApiConnectionNotification', 'OpenApiConnectionWebhook']);
/** The older way of writing connector triggers: by method and path. */
const WIRE_TRIGGERS = new Set(['ApiConnection', 'ApiConnectionNotification', 'ApiConnectionWebhook']);
const HTTP_TRIGGERS = new Map<string, string>([
  ['Http', PORTS.http],
  ['HttpWebhook', PORTS.httpWebhook],
]);
/** `Request` comes in many kinds (Button, PowerAppV2, Skills, Http …), which differ in who calls. */
const OTHER_TRIGGERS = new Set(['Request', 'Recurrence']);

/** Runs at a time and waiting starts the platform allows to be set (documented). */
const MOST_RUNS = 100;
/** Waiting starts when the setting names none (documented: ten more than the runs at a time). */
const WAITING_BEYOND_RUNS = 10;

const object = (value: unknown): JsonObject => (isFlowObject(value) ? value : {});

/** Compiles the one trigger of a definition. */
export function readTrigger(compiler: FlowCompiler, name: string, written: unknown, pointer: string): TriggerPlan {
  const place = `${pointer}/${escapePointer(name)}`;
  const definition = object(written);
  const type = String(definition.type);
  const inputs = object(definition.inputs);
  const secure = secureProperties(definition);
  return {
    name,
    type,
    ...(typeof definition.kind === 'string' ? { kind: definition.kind } : {}),
    ...readSource(compiler, type, definition, place),
    parameters: object(inputs.parameters ?? inputs.queries),
    ...(isFlowObject(definition.recurrence) ? { recurrence: definition.recurrence } : {}),
    ...readConcurrency(compiler, definition, place),
    ...(definition.splitOn === undefined
      ? {}
      : { splitOn: compiler.template(definition.splitOn, `${place}/splitOn`, '') }),
    conditions: readConditions(compiler, definition.conditions, `${place}/conditions`),
    secureInputs: secure.has('inputs'),
    secureOutputs: secure.has('outputs'),
  };
}

/** Connector and operation a trigger listens to. */
function readSource(
  compiler: FlowCompiler,
  type: string,
  definition: JsonObject,
  place: string,
): Pick<TriggerPlan, 'connector' | 'operationId'> {
  const inputs = object(definition.inputs);
  if (OPERATION_TRIGGERS.has(type)) return readHost(compiler, object(inputs.host), `${place}/inputs/host`);
  const request = `${String(inputs.method ?? 'get').toUpperCase()} ${String(inputs.path ?? inputs.uri ?? '')}`.trim();
  if (WIRE_TRIGGERS.has(type)) {
    const key = connectionOf(inputs) ?? '';
    const connector = compiler.connections.get(key)?.connector ?? key;
    return { connector, operationId: designerOperation(definition) ?? request };
  }
  const port = HTTP_TRIGGERS.get(type);
  if (port !== undefined) return { connector: port, operationId: request };
  if (!OTHER_TRIGGERS.has(type)) compiler.problem(`${place}/type`, `The trigger type '${type}' is not supported.`);
  return {};
}

function readHost(
  compiler: FlowCompiler,
  host: JsonObject,
  place: string,
): Pick<TriggerPlan, 'connector' | 'operationId'> {
  const reference = compiler.connections.get(String(host.connectionName));
  if (!reference) {
    compiler.problem(`${place}/connectionName`, `There is no connection reference '${String(host.connectionName)}'.`);
  }
  return { connector: reference?.connector ?? '', operationId: String(host.operationId) };
}

/** `runtimeConfiguration.concurrency`; the option `SingleInstance` means one run and nothing that waits. */
function readConcurrency(
  compiler: FlowCompiler,
  definition: JsonObject,
  place: string,
): Pick<TriggerPlan, 'concurrentRuns' | 'maximumWaitingRuns'> {
  if (hasOption(definition, 'SingleInstance')) return { concurrentRuns: 1, maximumWaitingRuns: 0 };
  const { runs, maximumWaitingRuns } = object(object(definition.runtimeConfiguration).concurrency);
  if (runs === undefined) return {};
  const read = (value: unknown, name: string): number => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= 1 && number <= MOST_RUNS) return number;
    const message = `'${name}' must be an integer from 1 to ${MOST_RUNS}.`;
    compiler.problem(`${place}/runtimeConfiguration/concurrency/${name}`, message);
    return 1;
  };
  const concurrentRuns = read(runs, 'runs');
  const waiting = maximumWaitingRuns ?? Math.min(MOST_RUNS, concurrentRuns + WAITING_BEYOND_RUNS);
  return { concurrentRuns, maximumWaitingRuns: read(waiting, 'maximumWaitingRuns') };
}

function readConditions(compiler: FlowCompiler, conditions: unknown, place: string): TriggerPlan['conditions'] {
  if (conditions === undefined) return [];
  if (!Array.isArray(conditions)) {
    compiler.problem(place, 'Conditions must be a list.');
    return [];
  }
  return conditions.map((condition, index) => {
    const { expression } = object(condition);
    if (typeof expression !== 'string') {
      compiler.problem(`${place}/${index}/expression`, 'A condition has an expression that gives true or false.');
    }
    const template = compiler.template(expression ?? null, `${place}/${index}/expression`, '');
    return { expression: String(expression), template };
  });
}
