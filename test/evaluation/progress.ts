const EVERY_MS = 150;

/** One line on a terminal that says what is measured; silent when the stream is no terminal. */
export function progressOn(stream: NodeJS.WriteStream) {
  let last = 0;
  return {
    show(what: string, done: number, of: number): void {
      const now = Date.now();
      if (!stream.isTTY || now - last < EVERY_MS) return;
      last = now;
      stream.write(`\r\u001b[K${what}: ${done} of ${of}`);
    },
    /** Clears the line, before anything else is written. */
    clear(): void {
      if (stream.isTTY && last > 0) stream.write('\r\u001b[K');
    },
  };
}
