import { isFlowObject } from '../../../flows/expressions/value-types';
import { type FlowDocument } from '../../../flows/file/flow-document';
import { type OperationTable } from '../../../flows/operations/operation-table';
import { type Flow } from '../../flow-engine/flow';
import { type RunTrigger } from '../../flow-engine/run-host';
import { type DeclaredOutput, sampleOfOutputs } from './sample-of-outputs';
import { sampleOfSchema } from './sample-of-schema';
import { SAMPLE_GUID, SAMPLE_TIME } from './sample-text';
import { sampleOf, type ValueShape } from './value-shape';
import { splitPath, TRIGGER_HEADERS } from './what-a-flow-reads';

/** What the platform adds to a call of a Request trigger; flows read the caller from it. */
const CALLER_HEADERS = {
  'x-ms-user-name': 'Sample Person',
  'x-ms-user-email': 'person@example.com',
  'x-ms-user-id': SAMPLE_GUID,
  'x-ms-user-timestamp': SAMPLE_TIME,
  // Keys of the caller's connections, which invoker connections unpack.
  'X-MS-APIM-Tokens': Buffer.from(JSON.stringify({ $ConnectionKey: 'sample' })).toString('base64'),
};

/**
 * Made-up outputs of a flow's trigger: by the schema of its request or the operation's description, and by what the
 * flow reads of them.
 * @param reads what the flow reads, as `whatAFlowReads` gives it
 * @param declared outputs of the trigger's operation, if it is known
 */
export function sampleTrigger(
  flow: FlowDocument,
  reads: ReadonlyMap<string, ValueShape>,
  declared: readonly DeclaredOutput[] | undefined,
): RunTrigger['outputs'] {
  const { headers, body } = sampleBody(flow, reads.get(''), declared);
  const read = reads.get(TRIGGER_HEADERS);
  const more = read ? (sampleOf(read, 'headers') as Record<string, string>) : {};
  return { headers: { ...more, ...headers }, body };
}

function sampleBody(
  flow: FlowDocument,
  shape: ValueShape | undefined,
  declared: readonly DeclaredOutput[] | undefined,
): RunTrigger['outputs'] {
  const { trigger } = flow;
  if (!trigger) return { headers: {}, body: null };
  if (trigger.type === 'Request') {
    const { inputs } = trigger.definition;
    const schema = isFlowObject(inputs) ? inputs.schema : undefined;
    const fromSchema = sampleOfSchema(schema, 'body');
    const read = sampleOfOutputs([], shape, 'body');
    const body = isFlowObject(read) && isFlowObject(fromSchema) ? asked(read, fromSchema) : (fromSchema ?? read);
    return { headers: CALLER_HEADERS, body };
  }
  if (trigger.type === 'Recurrence') return { headers: {}, body: null };
  const { splitOn } = trigger.definition;
  if (typeof splitOn !== 'string') return { headers: {}, body: sampleOfOutputs(declared ?? [], shape, 'body') };
  // With splitOn the flow reads items, while the trigger hands over all of them.
  const path = splitPath(flow);
  const start = [...path.slice(0, -1), `${path.at(-1) ?? ''}[]`].join('/');
  const ofItem = (declared ?? []).flatMap(({ path: place, ...rest }): DeclaredOutput[] =>
    place.startsWith(`${start}/`) ? [{ path: place.slice(start.length + 1), ...rest }] : [],
  );
  const item = sampleOfOutputs(ofItem, shape, 'item');
  const list: unknown = [item];
  return { headers: {}, body: path.reduceRight((inside, name) => ({ [name]: inside }), list) };
}

/** The form's inputs; a text that the flow parses is JSON. */
function asked(read: Record<string, unknown>, form: Record<string, unknown>): Record<string, unknown> {
  const body: Record<string, unknown> = { ...read, ...form };
  for (const [name, value] of Object.entries(form)) {
    const wanted = read[name];
    if (typeof value !== 'string' || wanted === undefined) continue;
    body[name] =
      typeof wanted === 'object' && wanted !== null
        ? JSON.stringify(wanted)
        : typeof wanted === 'string'
          ? wanted
          : value;
  }
  return body;
}

/** What is declared of the answer of a connector's trigger, if its operation is known. */
export function declaredByTrigger(
  { trigger: { connector, operationId } }: Flow,
  operations: OperationTable,
): readonly DeclaredOutput[] | undefined {
  return connector && operationId ? operations.find(connector, operationId)?.outputs : undefined;
}
