import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFlow } from '../../flows/validator/validate-flow';
import { projectFile } from '../../proxy/src/project-file';
import { readSurroundings } from '../../workbench/flows-cli/surroundings';
import { flowFiles } from '../../workbench/platform/load-flows';
import type { Bench } from './measurement';

const FLOWS = 100;
const ROUNDS = 5;

/**
 * Flows that differ in every expression, so that nothing is remembered from one for the next: the product's own, with
 * another ending on the names of their actions and variables.
 */
function manyFlows(): { file: string; text: string }[] {
  const folder = projectFile('flows');
  const own = flowFiles(folder).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  return Array.from({ length: FLOWS }, (_, index) => {
    const { file, text } = own[index % own.length]!;
    const { properties } = JSON.parse(text) as { properties: { definition: { actions: object } } };
    const names = new Set(Object.keys(properties.definition.actions));
    const pattern = new RegExp(`(?<=["'])(${[...names].join('|')})(?=["'])`, 'g');
    return { file, text: text.replace(pattern, `$1_${index}`) };
  });
}

function medianOf(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((left, right) => left - right)[Math.floor(ROUNDS / 2)]!;
}

/** Validating a solution's worth of flows, against only reading their JSON. */
export const validation: Bench = {
  name: 'validation',
  meaning: 'validation of a hundred exported flows',
  run() {
    const flows = manyFlows();
    const around = readSurroundings(true);
    const start = performance.now();
    for (const flow of flows) validateFlow(flow, around);
    const first = performance.now() - start;
    const again = medianOf(() => flows.forEach((flow) => validateFlow(flow, around)));
    const reading = medianOf(() => flows.forEach(({ text }) => JSON.parse(text)));
    const bytes = flows.reduce((sum, { text }) => sum + text.length, 0);
    return Promise.resolve({
      bench: 'validation',
      about: `${FLOWS} flows of ${Math.round(bytes / FLOWS / 1000)} kB on average, every rule, against JSON.parse of the same texts`,
      figures: [
        { name: 'all of them, the first time', value: first, unit: 'ms' },
        { name: 'all of them, again', value: again, unit: 'ms' },
        { name: 'baseline: JSON.parse', value: reading, unit: 'ms' },
        { name: 'times the cost of the baseline', value: first / reading, unit: '×' },
      ],
    });
  },
};
