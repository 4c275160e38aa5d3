import { runFlow } from '../../workbench/flow-engine/run-flow';
import { after, buildFlow, compose, foreach, testHost } from '../../workbench/flow-engine/testing/flow-builder';
import { type Bench, comparison, ratesOf } from './measurement';

const IN_A_ROW = 20;
const IN_THE_LOOP = 30;

/** A run of actions that call nobody, against as many awaited promises that do nothing. */
export const actions: Bench = {
  name: 'actions',
  meaning: 'execution of a flow action without input and output',
  async run() {
    const row = Object.fromEntries(
      Array.from({ length: IN_A_ROW }, (_, index) => [
        `Step_${index}`,
        index === 0
          ? compose("@triggerBody()?['text']")
          : after(compose(`@concat(outputs('Step_${index - 1}'), '.')`), { [`Step_${index - 1}`]: ['Succeeded'] }),
      ]),
    );
    const loop = foreach(`@range(0, ${IN_THE_LOOP})`, { Double: compose('@mul(item(), 2)') }, 1);
    const last = `Step_${IN_A_ROW - 1}`;
    const flow = buildFlow({ actions: { ...row, Each: after(loop, { [last]: ['Succeeded'] }) } });
    const host = testHost();
    const run = () => runFlow(flow, { outputs: { headers: {}, body: { text: 'x' } } }, host);
    const record = await run();
    if (record.status !== 'Succeeded') throw new Error(`The flow of the bench ended ${record.status}`);
    const times = record.actions.length;
    const nothing = async () => {
      for (let count = 0; count < times; count += 1) await Promise.resolve();
    };
    const rates = await ratesOf({ engine: { run, times }, promises: { run: nothing, times } });
    return {
      bench: 'actions',
      about: `runs of ${times} actions, ${IN_A_ROW} in a row and the others in a loop, against awaited promises that do nothing`,
      figures: comparison('actions', rates.engine, 'awaited promises', rates.promises),
    };
  },
};
