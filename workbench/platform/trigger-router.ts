import type { Flow } from '../flow-engine/flow';
import type { RunHost } from '../flow-engine/run-host';
import { triggerRuns } from '../flow-engine/trigger-runs';
import type { PendingWork } from '../state/outbox';
import type { Delivery } from './delivery-queue';
import { resolveTriggerSetting } from './trigger-parameters';
import type { TriggerOutputs, TriggerSource } from './trigger-source';

/** Turns events into the runs they start. */
export interface TriggerRouter {
  /** Lets the flows with this connector's triggers hear of its events. @throws naming a flow whose parameters it refuses */
  connect<Event>(source: TriggerSource<Event>): void;
  /** Flows whose trigger comes from a connector and that nothing has been connected to. */
  unraised(): Flow[];
  /** The work an event starts, to be stored with it. */
  accept(connector: string, event: unknown): PendingWork;
}

type TriggerHost = Pick<RunHost, 'clock' | 'random' | 'parameters'>;

/** @param prepare the work that a trigger's answer starts for a flow */
export function createTriggerRouter(
  flows: readonly Flow[],
  host: TriggerHost,
  prepare: (flow: Flow, outputs: TriggerOutputs) => PendingWork,
): TriggerRouter {
  const waiting = new Set(flows.filter(({ trigger }) => trigger.connector !== undefined));
  const listeners = new Map<string, { flow: Flow; outputsOf: (event: unknown) => TriggerOutputs | undefined }[]>();

  return {
    connect(source) {
      const heard = [...waiting].flatMap((flow) => {
        const { connector, operationId = '' } = flow.trigger;
        if (connector !== source.connector) return [];
        const outputsOf = subscribe(flow, source, operationId, host);
        if (!outputsOf) return [];
        waiting.delete(flow);
        return [{ flow, outputsOf: outputsOf as (event: unknown) => TriggerOutputs | undefined }];
      });
      listeners.set(source.connector, [...(listeners.get(source.connector) ?? []), ...heard]);
    },
    unraised: () => [...waiting],
    accept(connector, event) {
      const works = (listeners.get(connector) ?? []).flatMap(({ flow, outputsOf }) => {
        const outputs = outputsOf(event);
        return outputs === undefined ? [] : [prepare(flow, outputs)];
      });
      return {
        changes: works.flatMap(({ changes }) => changes),
        begin() {
          for (const work of works) work.begin();
        },
      };
    },
  };
}

function subscribe<Event>(
  flow: Flow,
  source: TriggerSource<Event>,
  operationId: string,
  host: TriggerHost,
): ReturnType<TriggerSource<Event>['subscribe']> {
  try {
    const parameters = resolveTriggerSetting(flow, host, flow.trigger.parameters) as Record<string, unknown>;
    return source.subscribe(operationId, parameters);
  } catch (error) {
    throw new Error(`The trigger of '${flow.name}': ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The runs that a trigger's answer starts, after `splitOn` and conditions. */
export function deliveriesOf(flow: Flow, outputs: TriggerOutputs, host: TriggerHost): Delivery[] {
  const acceptedOn = host.clock.now().toISOString();
  return triggerRuns(flow, outputs, host).map((one) => ({ flowId: flow.id, outputs: one, acceptedOn }));
}
