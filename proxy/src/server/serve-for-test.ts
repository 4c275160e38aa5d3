import { Writable } from 'node:stream';
import { request } from 'undici';
import type { Store } from '../events/store';
import { createLog } from '../log';
import type { Services } from '../routes/operation';
import { createServer, type ServerOptions } from '../server';
import { readSettings, type Settings } from '../settings';
import { addressOf, listen, stopListening } from './listen';

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: never;
}

export interface ServedForTest {
  url: string;
  /** Sends JSON, or the very text when given one. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Every log line so far. */
  logged(): string;
  stop(): Promise<void>;
}

/** Serves the routes on a free loopback port, with the given parts behind them. */
export async function serveForTest(
  store: Store,
  services: Services,
  options: { settings?: Partial<Settings> } & Omit<ServerOptions, 'log'> = {},
): Promise<ServedForTest> {
  let logged = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString();
      done();
    },
  });
  const settings = { ...readSettings({}), ...options.settings };
  const app = createServer(settings, services, store, { ...options, log: createLog('trace', sink) });
  const server = await listen(app, '127.0.0.1', 0);
  const url = addressOf(server);
  return {
    url,
    post: async (path, body, headers = {}) => {
      const answer = await request(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await answer.body.text();
      return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(text) as never };
    },
    logged: () => logged,
    stop: () => stopListening(server, 1000),
  };
}
