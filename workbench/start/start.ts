import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildControls } from '../desk-page/controls';
import { banner, firstStart } from './banner';
import { HELP, readOptions } from './start-options';
import { startProblem } from './start-problem';
import { startWorkbench } from './start-workbench';
import { stopOnSignals } from './stop-signals';

const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const { help, port, data, model } = readOptions(process.argv.slice(2));
  if (help) return say(HELP);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const controls = buildControls(say);
  // However this ends: a build would go on by itself.
  process.once('exit', () => controls.stop());
  const workbench = await startWorkbench({
    environment: {
      ...process.env,
      ...(port === undefined ? {} : { WORKBENCH_PORT: port }),
      ...(data === undefined ? {} : { RCC_DATA_DIR: data }),
    },
    model,
    onFirstStart: (folder) => say(firstStart(folder)),
    // The compiled script stands beside the compiled client.
    clientFolder: join(__dirname, '..', 'page', 'browser'),
    modulesFolder: join(__dirname, '..', 'desk-page', 'browser'),
    controls,
  });
  stopOnSignals(() => {
    controls.stop();
    return workbench.close();
  }, say);
  const { pageUrl, serviceUrl, dataFolder, vendors } = workbench;
  say(banner({ page: pageUrl, service: serviceUrl, dataFolder, vendors }));
}

main().catch((error: unknown) => {
  console.error(startProblem(error));
  process.exit(1);
});
