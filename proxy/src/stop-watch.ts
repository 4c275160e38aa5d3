/** A stop-watch in whole milliseconds. */
export const stopWatch = (): (() => number) => {
  const start = performance.now();
  return () => Math.round(performance.now() - start);
};
