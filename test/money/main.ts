import { parseArgs } from 'node:util';
import { endsTable, simulateMoney } from './simulate-money';

const HELP = `Usage: node scripts/run.js test/money/main.js [--seed NUMBER] [--actions NUMBER]

Simulates refunds and cancellations under crashes, lost answers, duplicates and vendors that fail, and says what was
done twice or lost without a report. The same seed gives the same run.

  --seed     1 when left out
  --actions  how many approved refunds and cancellations; 100000 when left out
  --help     this text

Exit code 0: every promise held. 1: one did not. 2: wrong arguments.
`;

/** @throws when an option is unknown or is no whole number */
function readArguments(argv: string[]) {
  const options = {
    seed: { type: 'string' },
    actions: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values } = parseArgs({ args: argv, options });
  const number = (name: 'seed' | 'actions', fallback: number) => {
    const value = values[name] ?? String(fallback);
    if (!/^[1-9]\d{0,8}$/.test(value)) throw new Error(`--${name} must be a whole number from 1 to 999999999`);
    return Number(value);
  };
  return { help: values.help ?? false, seed: number('seed', 1), actions: number('actions', 100_000) };
}

async function main(): Promise<number> {
  let given: ReturnType<typeof readArguments>;
  try {
    given = readArguments(process.argv.slice(2));
  } catch (problem) {
    process.stderr.write(`money: ${(problem as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (given.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { seed, actions } = given;
  const started = performance.now();
  let told = 0;
  const simulated = await simulateMoney({
    seed,
    actions,
    onProgress({ figures, broken }) {
      if (figures.actions - told < 10_000) return;
      told = figures.actions;
      const seconds = Math.round((performance.now() - started) / 1000);
      process.stderr.write(`${told} of ${actions} actions after ${seconds} s, ${broken.length} promises broken\n`);
    },
  });
  process.stdout.write(endsTable(simulated));
  for (const text of simulated.broken) process.stdout.write(`BROKEN ${text}\n`);
  process.stdout.write(`${simulated.broken.length} promises broken, seed ${seed}\n`);
  return simulated.broken.length === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
