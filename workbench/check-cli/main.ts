import { existsSync } from 'node:fs';
import { runCheck } from './run-check';

if (existsSync('.env')) process.loadEnvFile('.env');

runCheck(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
