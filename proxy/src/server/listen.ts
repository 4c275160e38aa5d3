import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Thrown when the service cannot listen; the message says what helps. */
export class ListenError extends Error {
  override name = 'ListenError';
}

const REMEDY: Record<string, string> = {
  EADDRINUSE: 'is in use. Stop what listens there, or choose another port with PORT.',
  EACCES: 'may not be used by this user. Choose a port from 1024 up with PORT.',
  EADDRNOTAVAIL: 'is no address of this machine. Set HOST to one of its own.',
};

/** @throws {ListenError} when the port is in use or the address cannot be had */
export async function listen(app: RequestListener, host: string, port: number): Promise<Server> {
  const server = createHttpServer({ requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 }, app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const remedy = REMEDY[error.code ?? ''] ?? `cannot be listened on (${error.message}).`;
      reject(new ListenError(`${host}:${port} ${remedy}`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  return server;
}

/** The address a caller on this machine uses. */
export const addressOf = (server: Server): string => {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
};

/** Takes no new connections, lets running answers finish, and cuts off what is left after `graceMs`. */
export async function stopListening(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept alive becomes idle only when its answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
