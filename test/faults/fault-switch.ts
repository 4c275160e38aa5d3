import { createFaultyConnector, type Fault, type FaultRule } from '../../workbench/flow-engine/faulty-connector';
import { createVirtualClock } from '../../workbench/flow-engine/virtual-clock';
import type { Connector } from '../../workbench/flow-engine/types';

/** What goes wrong with the calls of which action, or of every action of a connector. */
export interface Strike {
  action?: string;
  connector?: string;
  rule: FaultRule;
}

/** Faults that can be changed while the product runs. */
export interface FaultSwitch {
  wrapConnector: (name: string, connector: Connector) => Connector;
  /** From now on these; an empty list ends them. */
  set(strikes: readonly Strike[]): void;
  /** Actions that have called a connector since the last `set`. */
  called(): ReadonlySet<string>;
}

/** A way in which one call fails. */
export interface NamedFault {
  name: string;
  rule: FaultRule;
  /** Whether later attempts fare no better. */
  isLasting: boolean;
}

/** An answer that says nothing but its status. */
export const answered = (statusCode: number): Fault => ({
  kind: 'status',
  statusCode,
  body: { error: { code: 'Broken', message: 'Broken for a test.' } },
});

/** Every way a connector call can go wrong, passing and lasting. */
export const CALL_FAULTS: readonly NamedFault[] = [
  { name: 'is answered 500 every time', rule: { fault: answered(500) }, isLasting: true },
  {
    name: 'is answered with a web page every time',
    rule: { fault: { kind: 'status', statusCode: 502, body: '<html><body>502 Bad Gateway</body></html>' } },
    isLasting: true,
  },
  { name: 'is answered 429 once', rule: { attempt: 1, fault: answered(429) }, isLasting: false },
  { name: 'loses its connection once', rule: { attempt: 1, fault: { kind: 'drop' } }, isLasting: false },
  { name: 'never gets a connection', rule: { fault: { kind: 'drop' } }, isLasting: true },
  {
    name: 'loses the answer after the effect once',
    rule: { attempt: 1, fault: { kind: 'answerLostAfterEffect' } },
    isLasting: false,
  },
  {
    name: 'loses every answer after the effect',
    rule: { fault: { kind: 'answerLostAfterEffect' } },
    isLasting: true,
  },
];

/** Answered by something in between that only knows HTML. */
export const isWebPage = (fault: Fault): boolean => fault.kind === 'status' && typeof fault.body === 'string';

export const BROKEN: FaultRule = { fault: answered(500) };

/** Stands between the flows and every connector; lets calls through until told otherwise. */
export function createFaultSwitch(): FaultSwitch {
  let strikes: readonly Strike[] = [];
  /** Kept as long as the strikes, because a rule counts calls. */
  let struck = new Map<string, Connector>();
  const called = new Set<string>();
  // Only delays run on a clock, and none of these faults is one.
  const clock = createVirtualClock(new Date(0));
  return {
    set(next) {
      strikes = next;
      struck = new Map();
      called.clear();
    },
    called: () => new Set(called),
    wrapConnector: (name, connector) => ({
      call(request) {
        called.add(request.actionName);
        const index = strikes.findIndex(
          ({ action, connector: of }) =>
            (action === undefined || action === request.actionName) && (of === undefined || of === name),
        );
        const strike = strikes[index];
        if (strike === undefined) return connector.call(request);
        const key = `${index} ${name}`;
        const faulty = struck.get(key) ?? createFaultyConnector(connector, [strike.rule], clock);
        struck.set(key, faulty);
        return faulty.call(request);
      },
    }),
  };
}
