import type { RunTrigger } from '../flow-engine/run-host';

/** What a trigger hands over: one answer of its connector, which `splitOn` may turn into several runs. */
export type TriggerOutputs = RunTrigger['outputs'];

/** The part of a stand-in that raises its connector's triggers. */
export interface TriggerSource<Event> {
  /** The connector's API name. */
  connector: string;
  /**
   * Called once per flow when the platform starts.
   * @param parameters as in the flow, still flat, with expressions resolved
   * @returns what the flow gets for an event, nothing when the event is none of its; no function for an operation that
   * the source does not raise
   * @throws for parameters it cannot honour
   */
  subscribe(
    operationId: string,
    parameters: Record<string, unknown>,
  ): ((event: Event) => TriggerOutputs | undefined) | undefined;
}
