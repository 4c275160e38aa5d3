import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { projectFile } from '../../proxy/src/project-file';

/** The built service in a process of its own. */
export interface ServiceProcess {
  /** Where it listens; rejected when it ends before. */
  url: Promise<string>;
  /** Ends it, if it has not ended, and waits until it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** What it printed to standard error. */
  errors(): string;
}

/**
 * Starts the built service on a data folder and the given sandboxes.
 * @throws when there is no build
 */
export function startService(dataDir: string, vendors: { shopify: string; stripe: string }): ServiceProcess {
  const program = projectFile('dist/proxy/src/main.js');
  if (!existsSync(program)) throw new Error('There is no build to run: npm run build');
  const child = spawn(process.execPath, [program], {
    // A .env of somebody else's is not read.
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'info',
      RCC_DATA_DIR: dataDir,
      SHOPIFY_SANDBOX_URL: vendors.shopify,
      STRIPE_SANDBOX_URL: vendors.stripe,
      MONEY_RECONCILE_SECONDS: '1',
      BRONZE_INTERVAL_SECONDS: '1',
    },
  });
  const exited = once(child, 'exit');
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const url = listeningAt(child);
  // Nobody may be waiting for it any more.
  url.catch(() => undefined);
  return {
    url,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
    },
    errors: () => errors,
  };
}

/** Reads the log until it says where the service listens. */
function listeningAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout!.on('data', (text: Buffer) => {
      if (printed === 'heard') return;
      printed += text.toString();
      const url = /"url":"(http:[^"]+)"/.exec(printed)?.[1];
      if (url === undefined) return;
      printed = 'heard';
      resolve(url);
    });
    child.once('exit', () => reject(new Error('the service ended before it listened')));
  });
}
