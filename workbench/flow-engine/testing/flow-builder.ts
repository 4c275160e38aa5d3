import { loadFlow } from '../load-flow';
import { type Flow } from '../flow';
import { createOperationTable } from '../../../flows/operations/operation-table';
import { SHOP, SHOP_DOCUMENT } from '../../../flows/operations/testing/shop-document';
import { runFlow } from '../run-flow';
import { type RunHost, type RunTrigger } from '../run-host';
import { createSeededRandom } from '../seeded-random';
import { createVirtualClock } from '../virtual-clock';
import {
  type ActionRecord,
  type Connector,
  type ConnectorRequest,
  type ConnectorResponse,
  type RunRecord,
} from '../types';

type Json = Record<string, unknown>;
type Action = Json & { type: string };

export const START = new Date('2026-03-02T09:00:00.000Z');
export { SHOP, SHOP_DOCUMENT };
const GUID = '11111111-2222-4333-8444-555555555555';

/** An action that calls the shop. */
export function shopCall(operationId: string, parameters: Json = {}, inputs: Json = {}): Action {
  const host = {
    connectionName: 'shop',
    operationId,
    apiId: '/providers/Microsoft.PowerApps/apis/shared_rcc-5fshop-5f0123',
  };
  return { type: 'OpenApiConnection', inputs: { host, parameters, ...inputs } };
}

export const compose = (inputs: unknown): Action => ({ type: 'Compose', inputs });
/** Fails with `InvalidTemplate`. */
export const failing = (): Action => compose("@int('no number')");
export const after = (action: Action, runAfter: Record<string, string[]>): Action => ({ ...action, runAfter });
export const scope = (actions: Record<string, Action>): Action => ({ type: 'Scope', actions });
export const wait = (count: unknown, unit = 'Second'): Action => ({
  type: 'Wait',
  inputs: { interval: { count, unit } },
});
export const initialize = (name: string, type: string, value?: unknown): Action => ({
  type: 'InitializeVariable',
  inputs: { variables: [{ name, type, ...(value === undefined ? {} : { value }) }] },
});
export const setVariable = (name: string, value: unknown): Action => ({ type: 'SetVariable', inputs: { name, value } });
export const foreach = (items: unknown, actions: Record<string, Action>, repetitions?: number): Action => ({
  type: 'Foreach',
  foreach: items,
  actions,
  ...(repetitions === undefined ? {} : { runtimeConfiguration: { concurrency: { repetitions } } }),
});

export interface FlowParts {
  actions: Record<string, Action>;
  trigger?: Json;
  parameters?: Json;
  references?: Json;
  staticResults?: Json;
  id?: string;
  name?: string;
}

/** The text of an exported flow. */
export function flowText({ actions, trigger, parameters = {}, references = {}, staticResults }: FlowParts): string {
  return JSON.stringify({
    properties: {
      connectionReferences: {
        shop: {
          runtimeSource: 'embedded',
          connection: { connectionReferenceLogicalName: 'rcc_shopconnection' },
          api: { name: 'shared_rcc-5fshop-5f0123', logicalName: SHOP },
        },
        ...references,
      },
      definition: {
        $schema:
          'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
        contentVersion: '1.0.0.0',
        parameters,
        triggers: { manual: trigger ?? { type: 'Request', kind: 'Button', inputs: { schema: {} } } },
        actions,
        ...(staticResults ? { staticResults } : {}),
      },
    },
    schemaVersion: '1.0.0.0',
  });
}

export function buildFlow(parts: FlowParts): Flow {
  return loadFlow({ name: `${parts.name ?? 'TestFlow'}-${parts.id ?? GUID}.json`, text: flowText(parts) });
}

/** A connector that answers by a function and keeps what it was asked. */
export function recordingConnector(
  answer: (request: ConnectorRequest) => Partial<ConnectorResponse> | Promise<Partial<ConnectorResponse>>,
): Connector & { requests: ConnectorRequest[] } {
  const requests: ConnectorRequest[] = [];
  return {
    requests,
    async call(request) {
      requests.push(request);
      return { statusCode: 200, headers: {}, body: null, ...(await answer(request)) };
    },
  };
}

/** A host on a virtual clock with seeded random numbers and the shop connector. */
export function testHost(connector: Connector = recordingConnector(() => ({})), more: Partial<RunHost> = {}): RunHost {
  return {
    connectors: new Map([[SHOP, connector]]),
    operations: createOperationTable({ documents: { [SHOP]: SHOP_DOCUMENT } }),
    clock: createVirtualClock(START),
    random: createSeededRandom(1),
    childFlows: () => undefined,
    ...more,
  };
}

/** Runs a flow made of these actions on a test host. */
export function run(
  actions: Record<string, Action>,
  host: RunHost = testHost(),
  trigger: Partial<RunTrigger> = {},
  parts: Omit<FlowParts, 'actions'> = {},
): Promise<RunRecord> {
  return runFlow(buildFlow({ actions, ...parts }), { outputs: { headers: {}, body: {} }, ...trigger }, host);
}

/** The records of an action, one per repetition. */
export function recordsOf(record: RunRecord, name: string): ActionRecord[] {
  return record.actions.filter((action) => action.name === name);
}

/** The only record of an action. */
export function recordOf(record: RunRecord, name: string): ActionRecord {
  const found = recordsOf(record, name);
  if (found.length !== 1) throw new Error(`'${name}' has ${found.length} records.`);
  return found[0]!;
}

/** Statuses by action name, for actions outside loops. */
export function statuses(record: RunRecord): Record<string, string> {
  return Object.fromEntries(record.actions.map((action) => [action.name, action.status]));
}

/** Seconds between the start of the test and a moment of a record. */
export function secondsIn(timestamp: string | undefined): number {
  return (Date.parse(timestamp ?? '') - START.getTime()) / 1000;
}
