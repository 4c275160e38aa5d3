import { isFlowObject } from '../../../flows/expressions/value-types';
import { type TriggerPlan } from '../flow';
import { secureProperties } from './compile-block';
import { escapePointer, type FlowCompiler } from './flow-compiler';

const CONNECTOR_TRIGGERS = new Set(['OpenApiConnection', 'OpenApiConnectionNotification', 'OpenApiConnectionWebhook']);
/** The platform's limit. */
const MOST_CONCURRENT_RUNS = 100;
const TRIGGERS = new Set([...CONNECTOR_TRIGGERS, 'Request', 'Recurrence']);

const object = (value: unknown): Record<string, unknown> => (isFlowObject(value) ? value : {});

/** Compiles the one trigger of a definition. */
export function readTrigger(compiler: FlowCompiler, name: string, written: unknown, pointer: string): TriggerPlan {
  const place = `${pointer}/${escapePointer(name)}`;
  const definition = object(written);
  const type = String(definition.type);
  if (!TRIGGERS.has(type)) compiler.problem(`${place}/type`, `The trigger type '${type}' is not supported.`);
  const inputs = object(definition.inputs);
  const secure = secureProperties(definition);
  return {
    name,
    type,
    ...(typeof definition.kind === 'string' ? { kind: definition.kind } : {}),
    ...(CONNECTOR_TRIGGERS.has(type) ? readHost(compiler, object(inputs.host), `${place}/inputs/host`) : {}),
    parameters: object(inputs.parameters),
    ...(isFlowObject(definition.recurrence) ? { recurrence: definition.recurrence } : {}),
    ...(definition.splitOn === undefined
      ? {}
      : { splitOn: compiler.template(definition.splitOn, `${place}/splitOn`, '') }),
    conditions: readConditions(compiler, definition.conditions, `${place}/conditions`),
    ...readConcurrency(compiler, object(definition.runtimeConfiguration).concurrency, `${place}/runtimeConfiguration`),
    secureInputs: secure.has('inputs'),
    secureOutputs: secure.has('outputs'),
  };
}

function readHost(
  compiler: FlowCompiler,
  host: Record<string, unknown>,
  place: string,
): Pick<TriggerPlan, 'connector' | 'operationId'> {
  const reference = compiler.connections.get(String(host.connectionName));
  if (!reference) {
    compiler.problem(`${place}/connectionName`, `There is no connection reference '${String(host.connectionName)}'.`);
  }
  return { connector: reference?.connector ?? '', operationId: String(host.operationId) };
}

/** Without the setting any number of runs may go on at the same time (documented). */
function readConcurrency(
  compiler: FlowCompiler,
  concurrency: unknown,
  place: string,
): Pick<TriggerPlan, 'concurrentRuns'> {
  const written = object(concurrency).runs;
  if (written === undefined) return {};
  const runs = Number(written);
  if (Number.isInteger(runs) && runs >= 1 && runs <= MOST_CONCURRENT_RUNS) return { concurrentRuns: runs };
  compiler.problem(`${place}/concurrency/runs`, `runs must be 1 to ${MOST_CONCURRENT_RUNS}.`);
  return {};
}

function readConditions(compiler: FlowCompiler, conditions: unknown, place: string): TriggerPlan['conditions'] {
  if (conditions === undefined) return [];
  if (!Array.isArray(conditions)) {
    compiler.problem(place, 'Conditions must be a list.');
    return [];
  }
  return conditions.map((condition, index) =>
    compiler.template(object(condition).expression ?? null, `${place}/${index}/expression`, ''),
  );
}
