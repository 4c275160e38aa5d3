import { readFileSync } from 'node:fs';

/** A process, told apart from a later one that got the same number. */
export interface ProcessIdentity {
  pid: number;
  /** Start time in clock ticks since boot, and the boot's id; null where the system does not tell. */
  started: string | null;
}

/**
 * When a process began, on systems with a /proc file system.
 * Source: proc(5), field 22 of /proc/PID/stat; the command name in field 2 may hold blanks, so counting starts after it.
 * @returns null when the system does not tell or there is no such process
 */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot}/${ticks}`;
  } catch {
    return null;
  }
}

/** The running process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: processStart(process.pid) };
}

/** Whether that very process still lives: a number that was given to another process since does not count. */
export function isRunning(identity: ProcessIdentity): boolean {
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return identity.started === null || processStart(identity.pid) === identity.started;
}
