import { Router } from 'express';
import { type Fault, type Overview } from './client/page-data';
import { caseOfRun, caseOfTicket } from './case-view';
import type { Desk } from './desk';
import { letter } from './letter';
import { readMessage } from './message-input';
import { messageRows } from './message-record';
import { newsStream } from './news-stream';
import { LETTER_POLICY } from './page-headers';
import { PageProblem } from './page-problem';
import type { RunLog } from './run-log';
import { samples } from './samples';
import { textOf, ticketView } from './ticket-view';

const FAULTS: Fault[] = ['none', 'down', 'slow', 'garbage', 'rate_limited'];
const LISTED = 25;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const known = <T>(found: T | null | undefined, what: string): T => {
  if (found == null)
    throw new PageProblem(404, 'not_found', `${what} is not known here. It may be from an earlier start.`);
  return found;
};

/** Everything below `/api`: what the page reads and the two things it can change. */
export function pageRoutes(desk: Desk, runs: RunLog): Router {
  const routes = Router();

  routes.get('/overview', (_request, response) => {
    const { mailbox, proxyUrl, dataFolder, flows } = desk;
    const overview: Overview = {
      mailbox,
      proxy: proxyUrl,
      data: dataFolder,
      vendors: desk.vendors(),
      faults: FAULTS,
      samples,
      flows,
    };
    response.json(overview);
  });

  routes.get('/news', newsStream(runs));

  routes.post('/messages', async (request, response) => {
    response.status(202).json(await desk.send(readMessage(request.body)));
  });

  routes.get('/runs', (_request, response) => {
    response.json(runs.summaries(LISTED));
  });
  routes.get('/runs/:run', (request, response) => {
    response.json(known(runs.view(request.params.run), 'This run'));
  });
  routes.get('/runs/:run/case', async (request, response) => {
    response.json(await caseOfRun(desk, known(runs.view(request.params.run), 'This run')));
  });
  routes.get('/runs/:run/actions/:action', (request, response) => {
    const { run, action } = request.params;
    const repetition = String(request.query.repetition ?? '')
      .split('.')
      .filter(Boolean)
      .map(Number);
    response.json(known(runs.detail(run, action, repetition), 'This action'));
  });

  routes.get('/tickets', async (_request, response) => {
    const rows = await desk.rows('rcc_tickets', { orderBy: 'rcc_ticketnumber desc', top: LISTED });
    response.json(rows.map(ticketView));
  });
  routes.get('/tickets/:ticket/case', async (request, response) => {
    const { ticket } = request.params;
    const found = GUID.test(ticket) ? await caseOfTicket(desk, runs, ticket) : null;
    response.json(known(found, 'This ticket'));
  });

  routes.get('/replies/:key', async (request, response) => {
    const { outbound } = await messageRows(desk, request.params.key);
    const html = known(outbound && textOf(outbound, 'rcc_body'), 'This reply');
    response.set('content-security-policy', LETTER_POLICY).type('html').send(letter(html));
  });

  routes.put('/vendors/:vendor/fault', (request, response) => {
    const fault = FAULTS.find((one) => one === (request.body as { fault?: unknown } | undefined)?.fault);
    if (!fault) throw new PageProblem(400, 'bad_fault', `The field fault must be one of ${FAULTS.join(', ')}.`);
    const { vendor } = request.params;
    if (!desk.vendors().some(({ id, origin }) => id === vendor && origin === 'sandbox')) {
      throw new PageProblem(404, 'not_found', `There is no sandbox called ${vendor}.`);
    }
    desk.setFault(vendor, fault);
    response.json(desk.vendors());
  });

  return routes;
}
