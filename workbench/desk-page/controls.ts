import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import type { ControlsState } from './desk-data';

/** The controls the page shows. */
export const SHOWN = ['TicketTriage', 'TicketAnalytics', 'OrderContext'] as const;

/** Built controls, or their way to it. */
export interface Controls {
  /** Holds a folder for each. */
  readonly folder: string;
  readonly state: ControlsState;
  /** What the builder said last, or what is missing and what to do. */
  readonly said: string;
  /** Ends a build that is under way. */
  stop(): void;
}

const BUILDER = projectFile('pcf-controls/build.js');
const BUILT = join(dirname(BUILDER), 'out', 'controls');
/** A build that finds nothing to do has ended by then. */
const WORTH_TELLING_MS = 2000;

const isBuilt = (folder: string): boolean => SHOWN.every((name) => existsSync(join(folder, name, 'bundle.js')));

/** The controls in a folder as they are; nothing is built. */
export function controlsAsBuilt(folder = BUILT): Controls {
  return {
    folder,
    get state() {
      return isBuilt(folder) ? 'ready' : 'missing';
    },
    said: 'The controls are not built. Run: npm run controls',
    stop: () => undefined,
  };
}

/**
 * Builds what has changed of the controls, in a process of its own, while everything else runs already.
 * @param say told when it takes a while, what the builder says, and how it ended
 * @param builder the program that builds; a test gives its own
 */
export function buildControls(
  say: (line: string) => void,
  builder = [BUILDER, '--if-changed'],
  folder = BUILT,
): Controls {
  const build = spawn(process.execPath, builder, { stdio: ['ignore', 'pipe', 'pipe'] });
  let state: ControlsState = 'building';
  let said = '';
  let isTold = false;
  const tell = (line: string): void => {
    said = line;
    if (isTold) say(line);
  };
  const timer = setTimeout(() => {
    isTold = true;
    say('The controls of the desk are being built, which takes a minute or two; everything else runs.');
  }, WORTH_TELLING_MS);
  const listen = (part: Buffer): void => {
    for (const line of String(part).split('\n')) if (line.trim() !== '') tell(line.trim());
  };
  build.stdout.on('data', listen);
  build.stderr.on('data', listen);
  const end = (isDone: boolean): void => {
    if (state !== 'building') return;
    clearTimeout(timer);
    state = isDone && isBuilt(folder) ? 'ready' : 'missing';
    if (state === 'ready') return tell('The controls of the desk are built.');
    isTold = true;
    tell('The controls of the desk could not be built; everything else runs. What is wrong says: npm run controls');
  };
  build.once('error', () => end(false));
  build.once('close', (code, signal) => signal === null && end(code === 0));
  return {
    folder,
    get state() {
      return state;
    },
    get said() {
      return said;
    },
    stop() {
      clearTimeout(timer);
      build.kill();
    },
  };
}
