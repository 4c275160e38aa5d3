import type { RequestHandler } from 'express';
import { PageProblem } from './page-problem';

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The name in a Host header, without the port. */
const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * Keeps foreign web pages out. A page elsewhere may point a name of its own at this machine (so the Host must be a
 * local name) or send a form here (so a change must come from this page's own origin and carry JSON, which a form
 * cannot).
 */
export const requestGuard: RequestHandler = (request, _response, next) => {
  const host = request.headers.host ?? '';
  if (!LOCAL_NAMES.has(hostName(host))) {
    throw new PageProblem(
      403,
      'foreign_host',
      'Open the workbench by its local address, for example http://127.0.0.1:3000.',
    );
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const { origin, 'sec-fetch-site': site } = request.headers;
    const foreign = origin !== undefined ? origin !== `http://${host}` : site !== undefined && site !== 'same-origin';
    if (foreign) throw new PageProblem(403, 'foreign_origin', 'Only the workbench page itself may do this.');
    if (!request.is('application/json')) {
      throw new PageProblem(415, 'not_json', 'Send JSON with the header content-type: application/json.');
    }
  }
  next();
};
