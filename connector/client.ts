import { Pool } from 'undici';

/** The part of a Swagger 2.0 document the client reads. */
export interface ClientDocument {
  paths: Record<string, Record<string, ClientOperation>>;
}

interface ClientParameter {
  name: string;
  in: string;
  required?: boolean;
}

interface ClientOperation {
  operationId: string;
  parameters?: ClientParameter[];
}

export interface ConnectorCall {
  operationId: string;
  /** By parameter name; a body parameter is one object under its name. */
  arguments: Record<string, unknown>;
  signal?: AbortSignal;
}

export interface ConnectorAnswer {
  statusCode: number;
  /** By lower-case name; several values of one header are joined by commas. */
  headers: Record<string, string>;
  /** Parsed when it is JSON, else the text; undefined when empty. */
  body: unknown;
}

export interface ConnectorClient {
  /**
   * @throws {ConnectorCallError} when the document has no such operation, or the arguments are not its parameters
   * @throws {NoAnswerError} when no answer came; the effect may or may not have happened
   */
  call(call: ConnectorCall): Promise<ConnectorAnswer>;
  close(): Promise<void>;
}

/** The call does not fit the document; nothing was sent. */
export class ConnectorCallError extends Error {
  override name = 'ConnectorCallError';
}

/** The connection failed, was cut or took too long. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError';
}

/** The platform gives a connector call about two minutes. */
const PLATFORM_DEADLINE_MS = 120_000;

const operationsOf = (document: ClientDocument) =>
  new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        operation.operationId,
        { path, method: method.toUpperCase(), parameters: operation.parameters ?? [] },
      ]),
    ),
  );

type ClientEntry = ReturnType<typeof operationsOf> extends Map<string, infer Entry> ? Entry : never;

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

const checkArguments = (operationId: string, parameters: ClientParameter[], given: Record<string, unknown>): void => {
  const names = parameters.map((parameter) => parameter.name);
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) {
      throw new ConnectorCallError(`${operationId} has no parameter ${name}; it has ${names.join(', ')}.`);
    }
  }
  for (const { name, required } of parameters) {
    if (required && !isGiven(given[name])) throw new ConnectorCallError(`${operationId} needs the parameter ${name}.`);
  }
};

const headerText = (operationId: string, name: string, value: unknown): string => {
  const text = String(value);
  if (!/^[\x20-\x7e]*$/.test(text)) {
    throw new ConnectorCallError(
      `${operationId}: the header ${name} holds characters outside ASCII; encode the value with uriComponent().`,
    );
  }
  return text;
};

const requestFor = (operationId: string, { path, parameters }: ClientEntry, given: Record<string, unknown>) => {
  checkArguments(operationId, parameters, given);
  const headers: Record<string, string> = {};
  const query = new URLSearchParams();
  let filled = path;
  let body: string | undefined;
  for (const { name, in: where } of parameters) {
    const value = given[name];
    if (!isGiven(value)) continue;
    if (where === 'header') headers[name.toLowerCase()] = headerText(operationId, name, value);
    else if (where === 'query') query.set(name, String(value));
    else if (where === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(String(value)));
    else {
      body = JSON.stringify(value);
      headers['content-type'] = 'application/json';
    }
  }
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  return { path: `${filled}${search}`, headers, body };
};

const parsed = (text: string, type: string): unknown => {
  if (text === '') return undefined;
  if (!type.includes('json')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/**
 * Calls the service the way the platform calls a custom connector: operations and parameters come from the document.
 * @param options.apiKey left out while the service is open on loopback
 */
export function createConnectorClient(
  document: ClientDocument,
  options: { baseUrl: string; apiKey?: string; deadlineMs?: number },
): ConnectorClient {
  const { baseUrl, apiKey, deadlineMs = PLATFORM_DEADLINE_MS } = options;
  const operations = operationsOf(document);
  const pool = new Pool(baseUrl, { connections: 32 });
  return {
    async call({ operationId, arguments: given, signal }) {
      const operation = operations.get(operationId);
      if (!operation) throw new ConnectorCallError(`The connector has no operation ${operationId}.`);
      const { path, headers, body } = requestFor(operationId, operation, given);
      if (apiKey !== undefined) headers['x-api-key'] = apiKey;
      const deadline = AbortSignal.timeout(deadlineMs);
      try {
        const answer = await pool.request({
          path,
          method: operation.method as 'POST',
          headers,
          body,
          signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        });
        const answered = Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
        );
        const text = await answer.body.text();
        return { statusCode: answer.statusCode, headers: answered, body: parsed(text, answered['content-type'] ?? '') };
      } catch (cause) {
        throw new NoAnswerError(`${operationId}: no answer came (${(cause as Error).message}).`, { cause });
      }
    },
    close: () => pool.close(),
  };
}
