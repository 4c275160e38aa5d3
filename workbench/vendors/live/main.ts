import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { planText, readLivePlan } from './live-plan';

const HELP = `Usage: npm run test:live

Runs the tests of the vendors' clients against the real services whose keys are set in .env or in the environment, one
vendor independent of the other. Beside its keys each vendor needs to know what to ask about: LIVE_SHOPIFY_ORDER,
LIVE_UPS_NUMBER, LIVE_FEDEX_NUMBER, LIVE_STRIPE_CHARGE. The same tests run against the sandboxes in npm test.

Nothing is written, except with RCC_LIVE_WRITES=1 and a Stripe key of test mode: one refund of one unit.
Exit status: 0 all passed, 1 something failed, 2 nothing could be tried.
`;

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = main();

/** @returns the exit status of the tests, or 2 when there is nothing to ask */
function main(): number {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  try {
    const plan = readLivePlan(process.env);
    console.log(planText(plan));
    if (Object.keys(plan.subjects).length === 0) {
      console.error('Nothing could be tried. Set the keys and what to ask about in .env or in the environment.');
      return 2;
    }
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const jest = require.resolve('jest/bin/jest');
  return spawnSync(process.execPath, [jest, '--config', 'jest.live.config.js'], { stdio: 'inherit' }).status ?? 1;
}
