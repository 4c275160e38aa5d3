import type { Notice } from '../../contract/assignment';
import { closing, greeting } from '../../replies/salutation';
import { addressList } from '../notices/addresses';
import { instantText } from '../notices/instant-text';
import { NO_NOTICE, noticeOf } from '../notices/notice';
import { subjectWithTitle } from '../notices/subject-with-title';
import { ticketFacts } from '../notices/ticket-facts';
import { agentName, delayText, type Lateness } from './escalation-note';

const words = (code: string | null | undefined): string => (code ?? '').replaceAll('_', ' ');

/**
 * What a supervisor is told of a delay, with all that is needed to act; none while only the agent is reminded. It is in
 * English, because no language of a supervisor is known; times are the desk's.
 */
export function supervisorNotice(lateness: Lateness): Notice {
  const { request, delay, level, deskZone } = lateness;
  if (delay.action !== 'escalate' && delay.action !== 'tell_supervisor') return NO_NOTICE;
  const { ticket } = request;
  const time = (at: string | null | undefined) => at && instantText(new Date(at), deskZone, 'en');
  const escalated = delay.action === 'escalate';
  const late = delay.reason === 'first_response_overdue' ? 'First response overdue' : 'A customer waits';
  const subject = escalated ? 'Ticket escalated' : late;
  const withAgent = ticket.agent_id ?? request.agent?.agent_id;
  return noticeOf({
    to: addressList(request.supervisor_email),
    subject: subjectWithTitle(subject, ticket),
    ticketNumber: ticket.ticket_number,
    language: 'en',
    parts: [
      greeting(null, 'en'),
      delayText(lateness),
      escalated
        ? 'Please see to it that the customer is answered: help the agent, or give the ticket to somebody else.'
        : 'Please give it to somebody.',
      {
        facts: [
          ['Number', ticket.ticket_number],
          ...ticketFacts(ticket, deskZone, 'en'),
          ['Tone', words(ticket.sentiment)],
          ['Team', words(ticket.team)],
          ['Agent', withAgent ? agentName(request) : 'nobody'],
          ['Agent’s address', withAgent ? request.agent?.email : undefined],
          ['Status before', words(ticket.status)],
          ['Escalation level', escalated ? String(level) : undefined],
          ['Channel', words(ticket.channel)],
          ['Created', time(ticket.created_at)],
          ['Assigned', time(ticket.assigned_at)],
          ['First response sent', time(ticket.first_responded_at)],
          ['Customer last wrote', time(ticket.last_customer_activity_at)],
          ['Agent’s last action', time(ticket.last_agent_activity_at)],
          [
            'Review reasons',
            words(ticket.review_reasons)
              .split(';')
              .map((one) => one.trim())
              .filter(Boolean)
              .join(', '),
          ],
        ],
      },
      { link: request.ticket_link, label: 'Open the ticket' },
      closing('en'),
    ],
  });
}
