import { refusal } from '../../../pcf-controls/mocks/refusal';
import type { Row } from '../../../pcf-controls/mocks/odata-query';
import type { DeskView, PendingApprovalView, TableView } from '../desk-data';

const DEADLINE_MS = 30_000;
const JSON_TYPE = { 'content-type': 'application/json' };

/** A list as the Web API gives it. */
export interface RowList {
  readonly value: readonly Row[];
  readonly '@odata.nextLink'?: string;
  readonly '@Microsoft.Dynamics.CRM.totalrecordcount'?: number;
}

/** @throws a refusal as the platform's own: an object with the words for the reader and the code */
async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, signal: AbortSignal.timeout(DEADLINE_MS) });
  } catch {
    throw refusal('The workbench does not answer. Is it still running in the terminal?', 0);
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const { error } = (body ?? {}) as { error?: { code: string; message: string } };
  const code = Number(error?.code);
  throw refusal(
    error?.message ?? `The workbench answered with status ${response.status}.`,
    Number.isNaN(code) ? response.status : code | 0,
  );
}

const send = <T>(method: string, path: string, body: unknown): Promise<T> =>
  ask(path, { method, headers: JSON_TYPE, body: JSON.stringify(body) });

/** Options stand as controls write them, `?$select=a&$filter=b eq 1`; the browser makes an address of them. */
const addressOf = (set: string, options: string): string => `/api/data/${set}${options}`;

/** The workbench behind the page. */
export const service = {
  desk: () => ask<DeskView>('/api/desk'),
  table: (name: string) => ask<TableView>(`/api/desk/tables/${name}`),
  approvals: () => ask<readonly PendingApprovalView[]>('/api/desk/approvals'),
  answer: (name: string, answer: { approver: string; response: string; comments: string }) =>
    send<unknown>('POST', `/api/desk/approvals/${encodeURIComponent(name)}`, answer),
  publishMetrics: () => send('POST', '/api/desk/metrics', {}),
  list: (set: string, options: string, pageSize?: number) =>
    ask<RowList>(addressOf(set, options), {
      headers: pageSize === undefined ? {} : { prefer: `odata.maxpagesize=${pageSize}` },
    }),
  fetchXml: (set: string, fetchXml: string) =>
    ask<RowList>(`/api/data/${set}?fetchXml=${encodeURIComponent(fetchXml)}`),
  row: (set: string, id: string, options: string) => ask<Row>(addressOf(`${set}(${id})`, options)),
  create: (set: string, row: object) => send<Row>('POST', `/api/data/${set}`, row),
  change: (set: string, id: string, row: object) => send<Row>('PATCH', `/api/data/${set}(${id})`, row),
};
export type Service = typeof service;
