import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runFlow } from '../../workbench/flow-engine/run-flow';
import {
  after,
  buildFlow,
  compose,
  foreach,
  initialize,
  shopCall,
  testHost,
} from '../../workbench/flow-engine/testing/flow-builder';
import type { Bench } from './measurement';

const RUNS = 100_000;
const SETTLED = 10_000;
const MEGABYTE = 1024 * 1024;

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / MEGABYTE;
}

/** Whether a long life costs memory: the heap after ten thousand runs against the heap after a hundred thousand. */
export const runMemory: Bench = {
  name: 'run-memory',
  meaning: 'memory over a hundred thousand runs of a flow',
  async run() {
    const flow = buildFlow({
      actions: {
        List: initialize('list', 'array', []),
        Ask: after(shopCall('GetOrder', { id: "@{triggerBody()?['number']}" }), { List: ['Succeeded'] }),
        Each: after(foreach('@range(0, 3)', { Double: compose("@add(item(), triggerBody()?['number'])") }, 2), {
          Ask: ['Succeeded'],
        }),
        Last: after(compose("@concat('order ', string(triggerBody()?['number']), ' of ', utcNow())"), {
          Each: ['Succeeded'],
        }),
      },
    });
    // Requests and records are dropped, as whoever stores them would.
    const host = testHost({ call: () => Promise.resolve({ statusCode: 200, headers: {}, body: { number: 1 } }) });
    let settled = 0;
    const start = performance.now();
    for (let number = 1; number <= RUNS; number += 1) {
      const { status } = await runFlow(flow, { outputs: { headers: {}, body: { number } } }, host);
      if (status !== 'Succeeded') throw new Error(`Run ${number} ended ${status}`);
      if (number === SETTLED) settled = heapAfterCollection();
    }
    const seconds = (performance.now() - start) / 1000;
    const end = heapAfterCollection();
    return {
      bench: 'run-memory',
      about: `${RUNS.toLocaleString('en-US')} runs of a flow with a loop and a connector call, each with other data`,
      figures: [
        { name: `baseline: heap after ${SETTLED.toLocaleString('en-US')} runs`, value: settled, unit: 'MB' },
        { name: 'heap after all runs', value: end, unit: 'MB' },
        { name: 'times the baseline', value: end / settled, unit: '×' },
        { name: 'runs per second', value: RUNS / seconds, unit: '1/s' },
      ],
    };
  },
};
