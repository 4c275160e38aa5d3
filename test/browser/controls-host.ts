import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The page with the built controls, as a person starts it. */
export interface ControlsHost {
  url: string;
  close(): Promise<void>;
}

/**
 * Starts `npm run controls -- show` on a free port, with the controls as they are built now, or those built into the
 * folder RCC_CONTROLS.
 * @param root the folder of the repository
 * @throws Error with what the command said when it does not start
 */
export function startControlsHost(root: string): Promise<ControlsHost> {
  const from = process.env.RCC_CONTROLS;
  const command = [join(root, 'pcf-controls/build.js'), 'show', '--as-built', '--no-open', '--port', '0'];
  const host = spawn(process.execPath, from === undefined ? command : [...command, '--from', from], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => host.once('exit', () => resolve()));
  const close = () => {
    host.kill();
    return ended;
  };
  let complaints = '';
  host.stderr.on('data', (said: Buffer) => (complaints += String(said)));
  return new Promise((resolve, reject) => {
    host.stdout.once('data', (said: Buffer) => resolve({ url: String(said).trim(), close }));
    host.once('exit', () => reject(new Error(`The page of the controls did not start. ${complaints}`)));
  });
}
