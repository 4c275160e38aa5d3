import { DataFolderError } from '../../proxy/src/events/folder-lock';
import { ListenError } from '../../proxy/src/server/listen';
import { SettingsError } from '../../proxy/src/settings/setting';
import { StateFolderError } from '../state/state-folder-error';
import { UsageError } from './start-options';

/** A part that cannot start, told with the remedy. */
export class StartError extends Error {
  override name = 'StartError';
}

/** Already written for the operator. */
const SPEAKING = [UsageError, SettingsError, ListenError, StartError];

/**
 * What to tell the operator: what is wrong and what helps, without a stack.
 * @param error whatever kept the workbench from starting
 * @param command what was started, as it is typed; it takes the option `--data`
 */
export function startProblem(error: unknown, command = 'npm start'): string {
  if (!(error instanceof Error)) return `The workbench cannot start: ${String(error)}`;
  if (error instanceof DataFolderError || error instanceof StateFolderError)
    return `${error.message} Choose another folder with ${command} -- --data DIR.`;
  if (SPEAKING.some((kind) => error instanceof kind)) return error.message;
  return `The workbench cannot start: ${error.message}`;
}

/** What a port is for, and how another is chosen. */
export interface PortUse {
  what: string;
  port: number;
  remedy: string;
}

/** Explains why a port cannot be had; anything else is given back as it is. */
export function portProblem(error: unknown, { what, port, remedy }: PortUse): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    return new StartError(`Port ${port} for ${what} is in use, perhaps by another start. ${remedy}`);
  }
  if (code === 'EACCES') return new StartError(`Port ${port} for ${what} may not be used by this user. ${remedy}`);
  return error;
}
