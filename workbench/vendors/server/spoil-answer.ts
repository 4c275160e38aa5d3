import type { ServerResponse } from 'node:http';
import type { Fault } from '../scenarios/scenario-order';
import type { Exchange, Reply, VendorStandIn } from './exchange';

const SLOW_MS = 60_000;
const DRIP_MS = 100;

/** Sends a complete answer. */
export function send(response: ServerResponse, { status, headers, body }: Reply): number {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
  return status;
}

/**
 * Misbehaves in one of the documented ways.
 * @returns the status sent, or null when the caller never gets a complete answer
 */
export function spoil(
  response: ServerResponse,
  fault: Fault,
  reply: Reply,
  standIn: VendorStandIn,
  exchange: Exchange,
): number | null {
  switch (fault.kind) {
    case 'down':
    case 'lost_after_effect':
      response.destroy();
      return null;
    case 'reset':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
      response.write('{"', () => response.socket?.resetAndDestroy());
      return null;
    case 'slow':
      return later(response, fault.delayMs ?? SLOW_MS, reply);
    case 'never':
    case 'silent_after_effect':
      return null;
    case 'drip':
      drip(response);
      return null;
    case 'empty':
      return send(response, { status: 200, body: '' });
    case 'garbage':
      return send(response, { status: 200, body: JSON.stringify(reply.body).slice(0, 20) });
    case 'html':
      return send(response, {
        status: 502,
        headers: { 'content-type': 'text/html' },
        body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
      });
    case 'server_error':
      return send(response, standIn.serverError(exchange));
    case 'saved_error':
    case 'saved_error_after_effect':
      return send(response, reply.status >= 500 ? reply : standIn.serverError(exchange));
    case 'rate_limited':
      return send(response, withHeaders(standIn.rateLimited(fault, exchange), fault.headers));
    case 'unauthorized':
      return send(response, standIn.unauthorized(exchange));
    case 'transfer_cut':
      return cut(response, reply);
    // What a vendor's own kinds mean is in its answer already.
    default:
      return send(response, reply);
  }
}

const withHeaders = (reply: Reply, headers: Fault['headers']): Reply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
});

/** Sends half of the body and ends the connection. */
function cut(response: ServerResponse, { status, headers, body }: Reply): null {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
  return null;
}

function later(response: ServerResponse, delayMs: number, reply: Reply): number {
  const timer = setTimeout(() => send(response, reply), delayMs);
  response.on('close', () => clearTimeout(timer));
  return reply.status;
}

/** Keeps the connection busy with white space for as long as the caller stays. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  const timer = setInterval(() => response.write(' '), DRIP_MS);
  response.on('close', () => clearInterval(timer));
}
