import { type Flow } from '../flow';
import { type RunHost, type RunTrigger } from '../run-host';
import { type RunRecord } from '../types';
import { FlowRun } from './flow-run';
import { ACTION_FAILED, runBlock } from './run-block';

/** Runs a flow to its end. See `runFlow`. */
export async function startRun(flow: Flow, trigger: RunTrigger, host: RunHost): Promise<RunRecord> {
  const run = new FlowRun(flow, host, trigger);
  host.observer?.runStarted?.(run.record);
  const finished = runBlock(flow.actions, run.rootScope).then((status) =>
    run.end(status, status === 'Failed' ? ACTION_FAILED : undefined),
  );
  await Promise.race([finished, run.ended]);
  return run.record;
}
