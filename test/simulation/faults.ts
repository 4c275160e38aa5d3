import { createFaultyConnector, type Fault } from '../../workbench/flow-engine/faulty-connector';
import type { Clock, Connector, ConnectorRequest } from '../../workbench/flow-engine/types';
import { answered } from '../faults/fault-switch';
import type { Fate } from './fate';

const KINDS: readonly Fault[] = [
  answered(500),
  answered(429),
  { kind: 'drop' },
  { kind: 'answerLostAfterEffect' },
  { kind: 'delay', ms: 40_000 },
];

/** Nothing answers from one instant to another. */
export interface Outage {
  connector: string;
  from: Date;
  to: Date;
}

export interface FaultPlan {
  /** The share of calls that fail. */
  share: number;
  outages: readonly Outage[];
}

/** Everything that goes wrong between flows and connectors, the same for the same seed. */
export interface SimulatedFaults {
  wrap(name: string, connector: Connector, clock: Clock): Connector;
  /** From now on nothing fails any more. */
  end(): void;
  /** Whether an instant lies in an outage of a connector. */
  isOut(connector: string, at: Date): boolean;
}

export function createSimulatedFaults(fate: Fate, { share, outages }: FaultPlan): SimulatedFaults {
  let isOver = false;
  const calls = new Map<string, number>();
  const isOut = (connector: string, at: Date) =>
    outages.some((outage) => outage.connector === connector && outage.from <= at && at < outage.to);

  const faultOf = (name: string, { actionName, attempt }: ConnectorRequest, now: Date): Fault | undefined => {
    if (isOver) return undefined;
    if (isOut(name, now)) return answered(503);
    const call = `${name} ${actionName} ${attempt} ${now.toISOString().slice(0, 16)}`;
    const count = (calls.get(call) ?? 0) + 1;
    calls.set(call, count);
    return fate.of('fault', call, count) < share ? fate.pick(KINDS, 'kind', call, count) : undefined;
  };

  return {
    isOut,
    end() {
      isOver = true;
    },
    wrap: (name, connector, clock) => ({
      call(request) {
        const fault = faultOf(name, request, clock.now());
        return fault ? createFaultyConnector(connector, [{ fault }], clock).call(request) : connector.call(request);
      },
    }),
  };
}
