const EVERY_MS = 150;

/** One line on a terminal that says how far a run is; silent when the stream is no terminal. */
export function progressOn(stream: NodeJS.WriteStream, totalBytes: number) {
  let last = 0;
  return {
    show(bytes: number, messages: number): void {
      const now = Date.now();
      if (!stream.isTTY || now - last < EVERY_MS) return;
      last = now;
      const share = totalBytes > 0 ? Math.min(100, Math.floor((bytes / totalBytes) * 100)) : 100;
      stream.write(`\r${share} %  ${messages} messages`);
    },
    /** Clears the line, before anything else is written. */
    clear(): void {
      if (stream.isTTY && last > 0) stream.write('\r\u001b[K');
    },
  };
}
