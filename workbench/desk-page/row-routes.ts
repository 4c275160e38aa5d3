import { type Request, Router } from 'express';
import type { Dataverse } from '../dataverse/dataverse';
import { callOutsideRuns } from '../flow-engine/call-outside-runs';
import type { ConnectorResponse } from '../flow-engine/types';
import { PageProblem } from '../page/page-problem';

/** What the page may do with the rows of each table; a control asks for nothing else. */
const ALLOWED: Readonly<Record<string, readonly ('read' | 'create' | 'change')[]>> = {
  rcc_tickets: ['read', 'change'],
  rcc_messages: ['read', 'create'],
  rcc_moneyactions: ['read', 'create'],
  rcc_dailymetrics: ['read'],
  rcc_agentprofiles: ['read'],
  systemusers: ['read'],
};
/** Query options of a list and of a row, as the Web API names them. */
const LIST_OPTIONS = ['$select', '$filter', '$orderby', '$expand', '$top', '$skiptoken', 'fetchXml'];
const ROW_OPTIONS = ['$select', '$expand'];
/** These are read with their percent signs, as they stand in an address. */
const ENCODED = new Set(['$filter', '$orderby']);

/** `/rcc_tickets` and `/rcc_tickets(5e1f0000-…)`. */
const SET = /^\/(\w+)$/;
const ROW = /^\/(\w+)\(([0-9a-f-]{36})\)$/i;

/**
 * The rows of the desk's tables in the manner of the Web API: lists, rows, new rows, changes. Whatever is written goes
 * the way of any other write, so it starts the flows it would start.
 */
export function rowRoutes(dataverse: Pick<Dataverse, 'call'>): Router {
  const routes = Router();
  const ask = async (operation: string, args: Record<string, unknown>) =>
    bodyOf(await callOutsideRuns(dataverse, operation, args, 'desk'));

  routes.get(SET, async (request, response) => {
    const entityName = allowed(request, 'read');
    const args = optionsOf(request, LIST_OPTIONS);
    response.json(await ask('ListRecords', { entityName, prefer: request.get('prefer'), ...args }));
  });
  routes.get(ROW, async (request, response) => {
    const entityName = allowed(request, 'read');
    const args = optionsOf(request, ROW_OPTIONS);
    response.json(await ask('GetItem', { entityName, recordId: request.params[1], ...args }));
  });
  routes.post(SET, async (request, response) => {
    const entityName = allowed(request, 'create');
    response.status(201).json(await ask('CreateRecord', { entityName, item: itemOf(request) }));
  });
  routes.patch(ROW, async (request, response) => {
    const entityName = allowed(request, 'change');
    const args = { entityName, recordId: request.params[1], item: itemOf(request) };
    response.json(await ask('UpdateOnlyRecord', args));
  });
  return routes;
}

/** @throws {PageProblem} 404 for a table the desk does not have, 403 for what it may not do with one it has */
function allowed(request: Request, what: 'read' | 'create' | 'change'): string {
  const set = request.params[0] ?? '';
  const may = Object.hasOwn(ALLOWED, set) ? ALLOWED[set] : undefined;
  if (may === undefined) {
    const known = Object.keys(ALLOWED).join(', ');
    throw new PageProblem(404, 'unknown_table', `The desk has no table "${set}". It has ${known}.`);
  }
  if (may.includes(what)) return set;
  throw new PageProblem(403, 'not_allowed', `The desk may ${may.join(' and ')} rows of ${set}, but not ${what} them.`);
}

/** @throws {PageProblem} 400 for an option that is not known, or is given twice */
function optionsOf({ query }: Request, known: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      if (!known.includes(name)) {
        const list = known.join(', ');
        throw new PageProblem(400, 'bad_query', `The query option ${name} is not known. Known here: ${list}.`);
      }
      if (typeof value !== 'string') throw new PageProblem(400, 'bad_query', `Give the query option ${name} once.`);
      return [name, ENCODED.has(name) ? encodeURIComponent(value) : value];
    }),
  );
}

/** @throws {PageProblem} 400 when the body is no object */
function itemOf({ body }: Request): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw new PageProblem(400, 'bad_row', 'Send one JSON object with the columns to write.');
}

/** @throws {PageProblem} with the status, code and words of a refusal */
function bodyOf({ statusCode, body }: ConnectorResponse): unknown {
  if (statusCode < 300) return body;
  const { error } = (body ?? {}) as { error?: { code?: string; message?: string } };
  throw new PageProblem(statusCode, error?.code || 'refused', error?.message ?? `The tables answered ${statusCode}.`);
}
