import type {
  Accepted,
  ActionDetail,
  CaseView,
  Fault,
  NewMessage,
  Overview,
  PageError,
  RunSummary,
  RunView,
  TicketView,
  VendorView,
} from './page-data.js';

/** The server refused or could not be reached; the message is for the reader. */
export class ServiceError extends Error {
  override name = 'ServiceError';
}

const DEADLINE_MS = 30_000;

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, signal: AbortSignal.timeout(DEADLINE_MS) });
  } catch {
    throw new ServiceError('The workbench does not answer. Is it still running in the terminal?');
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const said = (body as PageError | null)?.error.message;
    throw new ServiceError(said ?? `The workbench answered with status ${response.status}.`);
  }
  return body as T;
}

const send = <T>(method: string, path: string, body: unknown): Promise<T> =>
  ask(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const part = encodeURIComponent;

export const service = {
  overview: () => ask<Overview>('/api/overview'),
  send: (message: NewMessage) => send<Accepted>('POST', '/api/messages', message),
  runs: () => ask<RunSummary[]>('/api/runs'),
  run: (runId: string) => ask<RunView>(`/api/runs/${part(runId)}`),
  action: (runId: string, name: string, repetition: number[]) =>
    ask<ActionDetail>(`/api/runs/${part(runId)}/actions/${part(name)}?repetition=${repetition.join('.')}`),
  caseOfRun: (runId: string) => ask<CaseView>(`/api/runs/${part(runId)}/case`),
  tickets: () => ask<TicketView[]>('/api/tickets'),
  caseOfTicket: (ticketId: string) => ask<CaseView>(`/api/tickets/${part(ticketId)}/case`),
  setFault: (vendor: string, fault: Fault) =>
    send<VendorView[]>('PUT', `/api/vendors/${part(vendor)}/fault`, { fault }),
};
