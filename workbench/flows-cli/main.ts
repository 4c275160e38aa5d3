import { existsSync } from 'node:fs';
import { runFlowsCommand } from './run-flows-command';

if (existsSync('.env')) process.loadEnvFile('.env');

runFlowsCommand(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(text),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
