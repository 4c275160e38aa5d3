import type { EscalateTicketRequest } from '../../contract/resolution';
import { subjectText } from '../../replies/reply-subject';
import { addressList } from '../notices/addresses';
import { instantText } from '../notices/instant-text';
import type { Delay, Patience } from './delay';

/** All that is written about a delay comes from this. */
export interface Lateness {
  request: EscalateTicketRequest;
  delay: Delay;
  patience: Patience;
  /** The level the ticket has with it. */
  level: number;
  /** The desk's IANA zone. */
  deskZone: string;
}

/** The agent's name as far as it is known. */
export const agentName = ({ agent, ticket }: EscalateTicketRequest): string =>
  subjectText(agent?.name ?? ticket.agent_name ?? '') || 'the agent';

/** `50 hours`, or `50 business hours`. */
export const hoursText = (hours: number, { business_hours_only }: EscalateTicketRequest): string =>
  `${hours} ${business_hours_only ? 'business ' : ''}${hours === 1 ? 'hour' : 'hours'}`;

/** What has happened, in one sentence of English; empty when nothing is to be done. */
export function delayText({ request, delay, deskZone }: Lateness): string {
  if (delay.action === 'none') return '';
  if (delay.reason === 'manual') return 'Somebody escalated the ticket by hand.';
  const time = (at: Date) => instantText(at, deskZone, 'en');
  if (delay.due) {
    const owed =
      delay.reason === 'first_response_overdue'
        ? 'its first response was due'
        : 'its customer waits for an answer that was due';
    return `Nobody has the ticket, and ${owed} on ${time(delay.due)}.`;
  }
  const since = delay.silentSince ? `, since ${time(delay.silentSince)}` : '';
  return `No action by ${agentName(request)} for ${hoursText(delay.silentHours, request)}${since}.`;
}

/** What is written into the notes of the ticket, in English; empty when nothing is to be done. */
export function escalationNote(lateness: Lateness): string {
  const { request, delay, level } = lateness;
  if (delay.action === 'none') return '';
  if (delay.action === 'remind_agent') return `${delayText(lateness)} A reminder goes to the agent.`;
  const told = addressList(request.supervisor_email)
    ? 'A mail goes to the supervisor.'
    : 'No supervisor is told, because no address of one is known.';
  const raised = delay.action === 'escalate' ? ` Escalated to level ${level}.` : '';
  return `${delayText(lateness)}${raised} ${told}`;
}
