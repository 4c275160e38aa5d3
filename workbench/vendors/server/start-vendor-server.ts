import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault } from '../scenarios/scenario-order';
import type { Exchange, Reply, SandboxCall, VendorStandIn } from './exchange';
import { readFault, readFaultHeader, type FaultPlan } from './fault-plan';
import { send, spoil } from './spoil-answer';

/** The administrator's route of every stand-in. */
const FAULT_ROUTE = '/__sandbox/fault';
/** Makes one call fail. Like the route, it is for programs on this machine only. */
const FAULT_HEADER = 'x-sandbox-fault';
const MOST_BODY_BYTES = 1_000_000;

export interface VendorServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves one vendor's stand-in on loopback.
 * @param port 0 for any free one
 * @param record told of every call except the administrator's
 */
export async function startVendorServer(
  standIn: VendorStandIn,
  faults: FaultPlan,
  port: number,
  record: (call: SandboxCall) => void,
): Promise<VendorServer> {
  const server = createServer((request, response) => {
    readBody(request)
      .then((body) => handle(standIn, faults, record, exchangeOf(request, body), response))
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await listen(server, port);
  const { port: used } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${used}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function handle(
  standIn: VendorStandIn,
  faults: FaultPlan,
  record: (call: SandboxCall) => void,
  exchange: Exchange,
  response: ServerResponse,
): void {
  if (exchange.path === FAULT_ROUTE) {
    send(response, mayAskForFaults(response.req) ? setFault(standIn, faults, exchange) : REFUSED);
    return;
  }
  const header = exchange.headers[FAULT_HEADER];
  let planned: Fault | null;
  try {
    planned = header === undefined ? faults.next(standIn.vendor) : readFaultHeader(String(header), standIn.ownFaults);
  } catch (error) {
    send(response, { status: 400, body: { error: `${FAULT_HEADER}: ${(error as Error).message}` } });
    return;
  }
  if (header !== undefined && !mayAskForFaults(response.req)) {
    send(response, REFUSED);
    return;
  }
  const reply = standIn.answer(exchange, planned);
  const fault = planned ?? reply.fault;
  const status = fault ? spoil(response, fault, reply, standIn, exchange) : send(response, reply);
  record({ vendor: standIn.vendor, method: exchange.method, path: exchange.path, status });
}

const REFUSED = { status: 403, body: { error: 'Only programs on this machine may ask for faults, not web pages.' } };

/** Web pages send an Origin with everything that is not a plain look. */
const mayAskForFaults = ({ socket, headers }: IncomingMessage) =>
  headers.origin === undefined && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');

function setFault(standIn: VendorStandIn, faults: FaultPlan, exchange: Exchange): Reply {
  if (exchange.method !== 'POST') return { status: 405, body: { error: 'Send a POST with a fault, or with null.' } };
  try {
    const fault = readFault(exchange.body, standIn.ownFaults);
    faults.set(standIn.vendor, fault);
    return { status: 200, body: { vendor: standIn.vendor, fault } };
  } catch (error) {
    return { status: 400, body: { error: (error as Error).message } };
  }
}

function exchangeOf(request: IncomingMessage, body: string): Exchange {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    headers: request.headers,
    body,
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BODY_BYTES) throw new Error('request body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
