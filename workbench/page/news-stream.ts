import type { RequestHandler } from 'express';
import type { RunLog } from './run-log';

/** Keeps a line open that nothing is said on; some networks cut silent ones. */
const HEARTBEAT_MS = 20_000;

/** Server-sent events with the news of all runs. */
export function newsStream(runs: RunLog): RequestHandler {
  return (request, response) => {
    response.set({ 'content-type': 'text/event-stream', connection: 'keep-alive' });
    response.write('retry: 1500\n\n');
    const stop = runs.listen((news) => response.write(`data: ${JSON.stringify(news)}\n\n`));
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    request.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  };
}
