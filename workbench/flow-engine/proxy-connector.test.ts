import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { createProxyConnector, type ProxyConnector } from './proxy-connector';
import { SHOP_DOCUMENT } from './testing/flow-builder';
import { ConnectionError, ConnectionTimeout, type ConnectorRequest } from './types';

type Handler = (request: IncomingMessage & { text: string }, response: ServerResponse) => void;

let server: Server;
let handle: Handler;
let connector: ProxyConnector;
const sockets = new Set<unknown>();

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => handle(Object.assign(request, { text: Buffer.concat(parts).toString() }), response));
  });
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  connector = make();
});

afterAll(async () => {
  await connector.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const make = (more: object = {}): ProxyConnector =>
  createProxyConnector({ document: SHOP_DOCUMENT, baseUrl: base(), ...more });
const request = (
  operationId: string,
  args: Record<string, unknown>,
  signal = new AbortController().signal,
): ConnectorRequest => ({
  operationId,
  arguments: args,
  runId: 'r',
  actionName: 'A',
  attempt: 1,
  signal,
});
const place = { 'Idempotency-Key': 'k', body: { number: '1', name: 'ä' } };

test('requests are built from the document', async () => {
  const seen: unknown[] = [];
  handle = ({ method, url, headers, text }, response) => {
    seen.push({
      method,
      url,
      key: headers['idempotency-key'],
      type: headers['content-type'],
      api: headers['x-api-key'],
      text,
    });
    response.writeHead(201, { 'content-type': 'application/json', 'x-id': '9' }).end('{"ok":true,"n":5.0}');
  };
  const answer = await connector.call(request('PlaceOrder', place));
  await connector.call(request('GetOrder', { id: 'a/b c', fields: 'x&y' }));
  expect(seen).toEqual([
    {
      method: 'POST',
      url: '/orders',
      key: 'k',
      type: 'application/json',
      api: undefined,
      text: '{"number":"1","name":"ä"}',
    },
    { method: 'GET', url: '/orders/a%2Fb%20c?fields=x%26y', key: undefined, type: undefined, api: undefined, text: '' },
  ]);
  expect(answer).toMatchObject({ statusCode: 201, headers: { 'x-id': '9' }, body: { ok: true } });
});

test('base path, key and security definition are used', async () => {
  let seen: unknown;
  handle = ({ url, headers }, response) => {
    seen = [url, headers['x-rcc-key']];
    response.end();
  };
  const document = {
    ...SHOP_DOCUMENT,
    basePath: '/v2/',
    securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-RCC-Key' } },
  };
  const other = make({ document, apiKey: 'secret', baseUrl: `${base()}/api` });
  await other.call(request('GetOrder', { id: '1' }));
  await other.close();
  expect(seen).toEqual(['/api/v2/orders/1', 'secret']);
});

test('errors of the service are answers', async () => {
  handle = (_, response) => response.writeHead(429, { 'retry-after': '7' }).end('{"error":{"code":"RCC_BUSY"}}');
  expect(await connector.call(request('PlaceOrder', place))).toMatchObject({
    statusCode: 429,
    headers: { 'retry-after': '7' },
    body: { error: { code: 'RCC_BUSY' } },
  });
});

test('an empty body is null, one that is no JSON stays text', async () => {
  handle = (_, response) => response.writeHead(204).end();
  expect((await connector.call(request('PlaceOrder', place))).body).toBeNull();
  handle = (_, response) => response.writeHead(502).end('<html>Bad gateway</html>');
  expect((await connector.call(request('PlaceOrder', place))).body).toBe('<html>Bad gateway</html>');
});

test('connections are kept', async () => {
  handle = (_, response) => response.end('{}');
  await connector.call(request('GetOrder', { id: '1' }));
  const before = sockets.size;
  for (let i = 0; i < 5; i += 1) await connector.call(request('GetOrder', { id: String(i) }));
  expect(sockets.size).toBe(before);
});

test('a dropped connection is a connection error', async () => {
  handle = ({ socket }) => socket.destroy();
  await expect(connector.call(request('PlaceOrder', place))).rejects.toThrow(ConnectionError);
});

test('a refused connection is a connection error', async () => {
  const nobody = make({ baseUrl: 'http://127.0.0.1:1' });
  await expect(nobody.call(request('GetOrder', { id: '1' }))).rejects.toThrow(ConnectionError);
  await nobody.close();
});

test('a service that does not answer in time is a time-out', async () => {
  handle = () => undefined;
  const hasty = make({ timeoutMs: 50 });
  await expect(hasty.call(request('PlaceOrder', place))).rejects.toThrow(ConnectionTimeout);
  await hasty.close();
});

test('an aborted call ends with the reason', async () => {
  const controller = new AbortController();
  handle = () => controller.abort(new Error('the run has ended'));
  await expect(connector.call(request('PlaceOrder', place, controller.signal))).rejects.toThrow('the run has ended');
});

test('an operation that is not in the document is an error naming it', async () => {
  await expect(connector.call(request('Nope', {}))).rejects.toThrow("'Nope'");
});
