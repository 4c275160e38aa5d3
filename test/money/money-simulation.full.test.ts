import { spawn } from 'node:child_process';
import { projectFile } from '../../proxy/src/project-file';

/** RCC_SIMULATION_SEED plays another seed. */
const SEED = process.env.RCC_SIMULATION_SEED ?? '1';
const ACTIONS = 100_000;

/** Runs the built command in a process of its own: without the test runner it takes half the time. */
function simulation(): Promise<{ code: number | null; output: string }> {
  const parameters = [projectFile('dist/test/money/main.js'), '--seed', SEED, '--actions', String(ACTIONS)];
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

it('100,000 refunds and cancellations: none doubled, none lost without a report', async () => {
  const { code, output } = await simulation();
  process.stdout.write(output);
  expect(output.match(/^BROKEN .*$/gm) ?? []).toEqual([]);
  expect({ code, actions: Number(/^(\d+) actions/m.exec(output)?.[1]) >= ACTIONS }).toEqual({ code: 0, actions: true });
}, 1_200_000);
