import { Pool } from 'undici';
import {
  readSwaggerOperations,
  type SwaggerDocument,
  type SwaggerOperation,
} from '../../flows/operations/swagger-operations';
import { textOfValue } from '../../flows/expressions/text-of-value';
import { parseJsonText } from '../../flows/expressions/json-text';
import {
  ConnectionError,
  ConnectionTimeout,
  type Connector,
  type ConnectorRequest,
  type ConnectorResponse,
} from './types';

export interface ProxyConnectorOptions {
  /** The custom connector's Swagger 2.0 document. */
  document: SwaggerDocument;
  /** Where the service listens, `http://127.0.0.1:5000`; the document's `basePath` is added. */
  baseUrl: string;
  /** Sent in the header the document's security definition names, when given. */
  apiKey?: string;
  /** Deadline of one call; the platform gives 120 seconds. */
  timeoutMs?: number;
  /** Connections kept open at most. */
  connections?: number;
}

export interface ProxyConnector extends Connector {
  /** Closes the kept connections. */
  close(): Promise<void>;
}

const PLATFORM_DEADLINE_MS = 120_000;

/**
 * The custom connector as the platform calls it: each operation as an HTTP request built from the connector's own
 * document. The deadline runs in real time, since the service does.
 */
export function createProxyConnector(options: ProxyConnectorOptions): ProxyConnector {
  const { document, baseUrl, apiKey, timeoutMs = PLATFORM_DEADLINE_MS, connections = 16 } = options;
  const operations = new Map(readSwaggerOperations(document).map((each) => [each.operation.operationId, each]));
  const base = new URL(baseUrl);
  const prefix = `${base.pathname}${document.basePath ?? ''}`.replace(/\/+/g, '/').replace(/\/$/, '');
  const keyHeader = apiKeyHeader(document);
  const pool = new Pool(base.origin, { connections, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  return {
    close: () => pool.close(),
    async call(request): Promise<ConnectorResponse> {
      const known = operations.get(request.operationId);
      if (!known) throw new Error(`The connector document has no operation '${request.operationId}'.`);
      const deadline = AbortSignal.timeout(timeoutMs);
      const { path, headers, body } = build(known, request.arguments, prefix);
      if (apiKey !== undefined) headers[keyHeader] = apiKey;
      try {
        const answer = await pool.request({
          method: known.method as 'POST',
          path,
          headers,
          body,
          signal: AbortSignal.any([request.signal, deadline]),
        });
        return {
          statusCode: answer.statusCode,
          headers: flatHeaders(answer.headers),
          body: readBody(await answer.body.text()),
        };
      } catch (error) {
        throw unanswered(request, error, deadline.aborted);
      }
    },
  };
}

function apiKeyHeader(document: SwaggerDocument): string {
  const defined = Object.values(document.securityDefinitions ?? {}).find(
    (each) => each.type === 'apiKey' && each.in === 'header',
  );
  return (defined?.name ?? 'X-API-Key').toLowerCase();
}

function build(
  { path, places }: SwaggerOperation,
  args: ConnectorRequest['arguments'],
  prefix: string,
): { path: string; headers: Record<string, string>; body: string | null } {
  const given = (name: string): boolean => args[name] !== undefined && args[name] !== null;
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(textOfValue(args[name])));
  const query = new URLSearchParams(
    places.query.filter(given).map((name): [string, string] => [name, textOfValue(args[name])]),
  );
  const headers: Record<string, string> = { accept: 'application/json' };
  for (const name of places.header.filter(given)) headers[name.toLowerCase()] = textOfValue(args[name]);
  const hasBody = places.body !== undefined && args[places.body] !== undefined;
  if (hasBody) headers['content-type'] = 'application/json';
  const search = query.toString();
  return {
    path: prefix + filled + (search === '' ? '' : `?${search}`),
    headers,
    body: hasBody ? JSON.stringify(args[places.body!]) : null,
  };
}

function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]],
    ),
  );
}

/** A body that is no JSON (a gateway's page) stays text, as on the platform; an empty one is null. */
function readBody(text: string): unknown {
  if (text === '') return null;
  try {
    return parseJsonText(text);
  } catch {
    return text;
  }
}

function unanswered(request: ConnectorRequest, error: unknown, late: boolean): Error {
  if (request.signal.aborted) return request.signal.reason as Error;
  const { code, message } = error as { code?: string; message?: string };
  if (late || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
    return new ConnectionTimeout(`'${request.operationId}' was not answered in time.`);
  }
  return new ConnectionError(`'${request.operationId}' got no answer: ${code ?? message ?? 'connection failed'}.`);
}
