import { byId, element } from './element.js';
import type { RunSummary, TicketView } from './page-data.js';
import { statusMark, tag } from './status-mark.js';
import { ticketStatus } from './ticket-card.js';
import { duration, moment, words } from './words.js';

/** Fills a table's body; `data-label` repeats the column's name where a narrow screen stacks the cells. */
function fill(bodyId: string, labels: string[], rows: (Node | string)[][], nothing: string): void {
  const body = byId(bodyId);
  if (rows.length === 0) {
    body.replaceChildren(element('tr', {}, element('td', { colspan: labels.length, class: 'quiet' }, nothing)));
    return;
  }
  body.replaceChildren(
    ...rows.map((cells) =>
      element('tr', {}, ...cells.map((cell, index) => element('td', { 'data-label': labels[index] ?? '' }, cell))),
    ),
  );
}

const when = (at: string | null): Node | string => (at ? element('time', { datetime: at }, moment(at)) : '');

/** The newest tickets; a click opens one. */
export function drawTickets(tickets: TicketView[]): void {
  fill(
    'ticket-rows',
    ['Ticket', 'Title', 'Status', 'Intent', 'Priority', 'Opened'],
    tickets.map((ticket) => [
      element('a', { class: 'ticket-number', href: `#/ticket/${ticket.ticket_id}` }, ticket.number),
      ticket.title,
      ticketStatus(ticket.status),
      words(ticket.intent ?? ''),
      tag(
        words(ticket.priority ?? ''),
        ticket.priority === 'critical' ? 'bad' : ticket.priority === 'high' ? 'warn' : 'plain',
      ),
      when(ticket.created_at),
    ]),
    'No ticket yet. Send a message to open the first.',
  );
}

/** The newest flow runs; a click opens one. */
export function drawRuns(runs: RunSummary[]): void {
  fill(
    'run-rows',
    ['Message', 'Flow', 'Status', 'Actions', 'Took', 'Started'],
    runs.map((run) => [
      element('a', { href: `#/run/${run.run_id}` }, run.title || run.flow),
      run.flow,
      statusMark(run.status),
      String(run.counted_actions),
      run.duration_ms == null ? '' : duration(run.duration_ms),
      when(run.started_at),
    ]),
    'No run yet.',
  );
}
