/** A terminal sends Ctrl-C to npm and to us, and npm may pass its own on: two so close together are one. */
const SAME_KEYPRESS_MS = 400;

interface Process {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): void;
}

/**
 * Stops on the first Ctrl-C (or SIGTERM) with exit code 0 once all is closed, and at once on the second (130).
 * @param stop closes everything; a failure is told and ends with exit code 1
 */
export function stopOnSignals(
  stop: () => Promise<void>,
  say: (line: string) => void,
  { process: self = process as Process, now = () => performance.now() } = {},
): void {
  let first: number | undefined;
  const heard = (): void => {
    if (first === undefined) {
      first = now();
      say('Stopping. Press Ctrl-C again to stop at once.');
      stop().then(
        () => self.exit(0),
        (error: Error) => {
          say(`Not everything could be closed: ${error.message}`);
          self.exit(1);
        },
      );
    } else if (now() - first > SAME_KEYPRESS_MS) {
      self.exit(130);
    }
  };
  self.on('SIGINT', heard);
  self.on('SIGTERM', heard);
}
