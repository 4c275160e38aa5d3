import type { AssignedAgent, TicketRow } from '../../contract/desk';
import { assignmentNotice } from './assignment-notice';
import { ticket } from './sample-desk.fixture';

const due = { first_response_due: '2026-03-03T12:30:00Z', resolution_due: '2026-03-04T16:00:00Z' };

const notice = (row: Partial<TicketRow> = {}, columns: Partial<AssignedAgent> = {}, ticket_link?: string) =>
  assignmentNotice(
    {
      ticket: ticket({ customer_name: 'Carla Cliente', customer_email: 'carla@example.com', ...due, ...row }),
      agent: { agent_id: 'ada', name: 'Ada', email: 'ada@example.com', ...columns },
      ticket_link,
    },
    'assigned',
    'Europe/Berlin',
  );

it('says who wants what and by when, with the link to the ticket', () => {
  const { to, subject, html } = notice({ order_id: '12345' }, {}, 'https://desk.example.com/t?id=1&x=2');
  expect({ to, subject }).toEqual({
    to: 'ada@example.com',
    subject: 'Ticket assigned to you: Parcel is late [TKT-000042]',
  });
  for (const part of [
    'Hello Ada,',
    'Parcel is late',
    'Carla Cliente, carla@example.com',
    '12345',
    'delivery problem',
  ]) {
    expect(html).toContain(part);
  }
  expect(html).toContain('href="https://desk.example.com/t?id=1&amp;x=2"');
});

it('tells the time by the agent’s clock, by the desk’s when the agent’s is not known', () => {
  expect(notice({}, { time_zone: 'America/New_York' }).html).toMatch(/3 March 2026.* 07:30/);
  expect(notice({}, { time_zone: 'Europe/Atlantis' }).html).toMatch(/3 March 2026.* 13:30/);
  expect(notice({}, { time_zone: null }).html).toMatch(/3 March 2026.* 13:30/);
});

it('speaks no more of the first response once there was one', () => {
  const { html } = notice({ first_responded_at: '2026-03-03T09:00:00Z' });
  expect(html).not.toContain('First response');
  expect(html).toContain('Resolution due');
});

it.each([
  ['en', 'Ticket assigned to you', 'Priority', 'critical', 'lang="en"'],
  ['es-MX', 'Ticket asignado a usted', 'Prioridad', 'crítica', 'lang="es"'],
  ['fr', 'Ticket qui vous est attribué', 'Priorité', 'critique', 'lang="fr"'],
  ['de', 'Ticket an Sie zugewiesen', 'Priorität', 'kritisch', 'lang="de"'],
  ['fi', 'Ticket assigned to you', 'Priority', 'critical', 'lang="en"'],
])('writes to an agent in %s', (language, subject, label, priority, lang) => {
  const mail = notice({ priority: 'critical' }, { language });
  expect(mail.subject).toContain(subject);
  for (const part of [label, priority, lang]) expect(mail.html).toContain(part);
});

it('takes nothing of the ticket as markup, nor a line of its title as a header', () => {
  const { subject, html } = notice(
    { title: 'Late\r\nBcc: evil@example.com <b>', customer_name: '<img src=x onerror=alert(1)>' },
    { name: '<script>' },
    'javascript:alert(1)',
  );
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).not.toMatch(/<img|<script|<b>|javascript:/);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

it('has no address for an agent without exactly one', () => {
  const addresses = [undefined, null, '', 'not an address', 'ada@example.com; eve@example.com'];
  expect(addresses.map((email) => notice({}, { email }).to)).toEqual(['', '', '', '', '']);
});

it('says what is known when hardly anything is', () => {
  const { subject, html } = assignmentNotice(
    { ticket: { ticket_id: 'ticket-1', status: 'unassigned' }, agent: { agent_id: 'ada' } },
    'reminder',
    'UTC',
  );
  expect(subject).toBe('Follow up on your ticket');
  expect(html).not.toMatch(/undefined|null|<table/);
});
