import { actions } from './actions';
import { readArguments, usage } from './arguments';
import { controls } from './controls';
import { day } from './day';
import { expressions } from './expressions';
import type { Bench, BenchResult } from './measurement';
import { metrics } from './metrics';
import { orderContext } from './order-context';
import { tableOf } from './result-table';
import { packing } from './pack';
import { runMemory } from './run-memory';
import { store } from './store';
import { triage } from './triage';
import { validation } from './validation';
import { week } from './week';

/** The day comes first, so that its peak memory is its own. */
const BENCHES: readonly Bench[] = [
  day,
  triage,
  expressions,
  actions,
  validation,
  runMemory,
  store,
  metrics,
  orderContext,
  controls,
  packing,
  week,
];

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2), BENCHES);
  if (given === 'help') {
    process.stdout.write(usage(BENCHES));
    return 0;
  }
  if ('problem' in given) {
    process.stderr.write(`bench: ${given.problem}\n\n${usage(BENCHES)}`);
    return 2;
  }
  const results: BenchResult[] = [];
  for (const bench of given.benches) {
    const result = await bench.run();
    results.push(result);
    if (!given.json) process.stdout.write(`${tableOf(result)}\n`);
  }
  if (given.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (problem: Error) => {
    process.stderr.write(`bench: ${problem.message}\n`);
    process.exitCode = 1;
  },
);
