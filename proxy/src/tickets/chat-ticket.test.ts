import { triaged } from '../server/fake-services';
import { chatTicket, type ChatTicketMemory } from './chat-ticket';
import { readDeskTimes } from './desk/read-desk-times';

const times = readDeskTimes({}, { timeZone: 'UTC' });
const at = (time: string) => new Date(`2026-03-02T${time}:00.000Z`);
const request = { conversation_id: 'c', message_id: '1', text: 'Hi' };
const turn = (
  time: string,
  before: ChatTicketMemory | null,
  { action = 'answer', priority = 'normal' }: { action?: 'answer' | 'handoff'; priority?: 'normal' | 'critical' } = {},
) => chatTicket(request, { action, triage: { ...triaged, priority } }, before, times, at(time));

it('a conversation keeps its ticket, its title and its clocks', () => {
  const first = turn('09:00', null);
  const second = chatTicket(
    { ...request, text: 'Something else' },
    { action: 'answer', triage: { ...triaged, clean_text: 'Something else' } },
    first.ticket,
    times,
    at('10:00'),
  );
  expect(second).toEqual(first);
  expect(first.row).toMatchObject({ first_response_due: '2026-03-02T17:00:00.000Z' });
});

it('the highest priority so far decides when it is due', () => {
  const { ticket } = turn('09:00', null, { priority: 'critical' });
  expect(turn('10:00', ticket).row.first_response_due).toBe('2026-03-02T10:00:00.000Z');
});

it('once a person was called the clocks run from there, and later turns move nothing', () => {
  const first = turn('09:00', null);
  const handedOver = turn('12:00', first.ticket, { action: 'handoff' });
  expect(handedOver.row.first_response_due).toBe('2026-03-02T20:00:00.000Z');
  expect(turn('13:00', handedOver.ticket, { action: 'handoff' }).row).toEqual(handedOver.row);
  expect(turn('14:00', handedOver.ticket).row).toEqual(handedOver.row);
});
