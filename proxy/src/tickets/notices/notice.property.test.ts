import fc from 'fast-check';
import type { Notice } from '../../contract/assignment';
import type { AssignedAgent, TicketRow } from '../../contract/desk';
import { readDeskTimes } from '../desk/read-desk-times';
import { escalation } from '../escalation/escalate-ticket';
import { feedback } from '../feedback/record-feedback';
import { resolution } from '../resolution/resolve-ticket';
import { createSurveyLinks } from '../resolution/survey-links';

const times = readDeskTimes({}, { timeZone: 'Europe/Berlin' });
const surveys = createSurveyLinks({ keys: ['a key for tests only'], baseUrl: () => 'https://support.example.com' });
const now = new Date('2026-03-01T09:30:00Z');

const PIECES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  'a',
  ' ',
  '\n',
  '\r\n',
  '\u0000',
  '\u2028',
  '[TKT-000999]',
  ';',
  '@',
  '=',
  '/',
];
const hostile = fc.string({
  unit: fc.constantFrom(...PIECES, 'javascript:', 'https://evil.example', '<script>', '</td>', 'onclick'),
  maxLength: 12,
});
const perhaps = fc.option(hostile);
const language = fc.constantFrom('en', 'es', 'fr', 'de', 'und', null, '<i>');
const tickets = fc.record({
  ticket_id: fc.constant('ticket-1'),
  ticket_number: fc.oneof(fc.constant('TKT-000123'), perhaps),
  title: perhaps,
  status: fc.constantFrom('assigned', 'unassigned'),
  language,
  order_id: perhaps,
  customer_email: fc.oneof(fc.constant('jane@example.com'), perhaps),
  customer_name: perhaps,
  agent_id: perhaps,
  agent_name: perhaps,
  created_at: fc.constant('2026-01-01T00:00:00Z'),
  first_response_due: fc.constant('2026-01-02T00:00:00Z'),
  review_reasons: perhaps,
}) as fc.Arbitrary<TicketRow>;
const agents = fc.record({
  agent_id: fc.constant('agent-7'),
  name: perhaps,
  email: fc.oneof(fc.constant('ana@example.com'), perhaps),
  language,
  time_zone: fc.oneof(fc.constant('Europe/Madrid'), perhaps),
}) as fc.Arbitrary<AssignedAgent>;

const OURS = /<\/?(?:div|p|br|table|tr|th|td|a)(?: (?:lang|cellpadding|align|valign|scope|href)="[^"<>]*")*>/g;

const expectSafe = ({ to, subject, html }: Notice): void => {
  const text = html.replace(OURS, '');
  expect(text).not.toMatch(/[<>]/);
  expect(text.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
  for (const [, address] of html.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^https?:\/\//i);
  expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  expect(subject).not.toContain('TKT-000999');
  expect(to).toMatch(/^$|^[^\s@;,<>"]+@[^\s@;,<>"]+(;[^\s@;,<>"]+@[^\s@;,<>"]+)*$/);
};

it('no mail holds markup, links or header lines that came with the data, whoever it is for', () => {
  fc.assert(
    fc.property(tickets, agents, perhaps, hostile, fc.boolean(), (ticket, agent, link, comment, byHand) => {
      // By hand only a ticket that an agent has is escalated.
      const manual = byHand && ticket.status === 'assigned';
      const ticket_link = link ?? 'https://example.com/a?b=1&c="2"';
      const { answer } = escalation({ ticket, agent, ticket_link, supervisor_email: comment, manual }, times, now);
      expectSafe(answer.agent_notice);
      expectSafe(answer.supervisor_notice);
      expectSafe(resolution({ ticket }, times, surveys, now).answer.notice);
      const thanked = {
        customer_email: ticket.customer_email ?? undefined,
        customer_name: ticket.customer_name ?? undefined,
        ticket_number: ticket.ticket_number ?? undefined,
        language: ticket.language ?? undefined,
      };
      expectSafe(feedback({ ticket_id: 'ticket-1', rating: 1, comment, ...thanked }, 'key', times, now).answer.notice);
    }),
    { numRuns: 500 },
  );
});
