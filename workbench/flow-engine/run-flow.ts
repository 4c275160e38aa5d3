import { type Flow } from './flow';
import { type RunHost, type RunTrigger } from './run-host';
import { startRun } from './run/start-run';
import { type RunRecord } from './types';

/**
 * Runs a flow once, from its trigger's outputs to its end, and gives the record of the run. Whatever goes wrong inside
 * the flow ends in the record, as it does in the portal.
 *
 * A caller that waits for the flow's answer takes it from `trigger.onResponse`, because the run goes on after it; without
 * any Response the record's `response` stays empty (the platform then answers 502).
 */
export function runFlow(flow: Flow, trigger: RunTrigger, host: RunHost): Promise<RunRecord> {
  return startRun(flow, trigger, host);
}
