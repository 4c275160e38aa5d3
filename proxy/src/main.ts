import { existsSync } from 'node:fs';
import { readSettings } from './settings';
import { startProxy } from './start-proxy';

const HELP = `Usage: node dist/proxy/src/main.js [--help]

Starts the service behind the connector. Settings come from the environment and from a file .env in the working
folder; .env.example names them all. Without keys the vendors are off: npm start runs everything with stand-ins.
Ctrl-C stops it.`;

const known = new Set(['SettingsError', 'DataFolderError', 'ListenError', 'PolicyFileError']);

async function main(): Promise<void> {
  const [argument] = process.argv.slice(2);
  if (argument === '--help' || argument === '-h') return console.log(HELP);
  if (argument !== undefined)
    throw Object.assign(new Error(`${argument} is not known.\n\n${HELP}`), { name: 'SettingsError' });
  if (existsSync('.env')) process.loadEnvFile('.env');
  const proxy = await startProxy(readSettings(process.env));
  const stop = () => {
    proxy.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

main().catch((error: Error) => {
  // What an operator can put right needs no stack.
  console.error(known.has(error.name) ? error.message : error);
  process.exit(1);
});
