import type { AgentRow, BusinessHoursRow, TicketRow } from '../../contract/desk';
import type { DeskTimes } from '../desk/desk-times';
import { readDeskTimes } from '../desk/read-desk-times';

/** Monday to Friday, 09:00 to 17:00 in Berlin; closed on the 6th of March 2026, a Friday. */
export const berlinHours: BusinessHoursRow = {
  time_zone: 'Europe/Berlin',
  weekly_intervals: JSON.stringify(
    Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ from: '09:00', to: '17:00' }]]),
    ),
  ),
  holidays: '[{"date":"2026-03-06","name":"Works outing"}]',
};

export const timesOf = (business_hours?: BusinessHoursRow): DeskTimes =>
  readDeskTimes({ business_hours }, { timeZone: 'UTC' });

/** A Tuesday, 11:00 in Berlin. */
export const TUESDAY_MORNING = new Date('2026-03-03T10:00:00Z');

export const ticket = (columns: Partial<TicketRow> = {}): TicketRow => ({
  ticket_id: 'ticket-1',
  ticket_number: 'TKT-000042',
  title: 'Parcel is late',
  status: 'unassigned',
  status_version: 3,
  channel: 'email',
  intent: 'delivery_issue',
  sentiment: 'neutral',
  priority: 'normal',
  team: 'delivery',
  language: 'en',
  created_at: '2026-03-03T08:00:00Z',
  ...columns,
});

export const agent = (columns: Partial<AgentRow> = {}): AgentRow => ({
  agent_id: 'ada',
  teams: ['delivery'],
  languages: 'en,es',
  capacity: 10,
  ...columns,
});
