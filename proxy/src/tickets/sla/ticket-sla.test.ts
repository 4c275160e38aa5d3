import { createBusinessCalendar } from './business-calendar';
import { readBusinessHours, WEEKDAYS } from './business-hours';
import { asTableRow } from './hours.fixture';
import { duesAfterPause, openingDues, type TicketClockRow, ticketSla } from './ticket-sla';

const hours = WEEKDAYS.slice(1, 6).map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
const calendar = createBusinessCalendar(readBusinessHours(asTableRow(hours), 'Europe/London'));
const minutes = { firstResponse: 60, resolution: 480 };
/** Written on a Friday at 16:30 in London. */
const created_at = '2026-06-05T15:30:00Z';
const dues = { first_response_due: '2026-06-08T08:30:00.000Z', resolution_due: '2026-06-08T15:30:00.000Z' };

const read = (row: Partial<TicketClockRow>, now: string) =>
  ticketSla(calendar, { created_at, ...row }, minutes, new Date(now));

it('a ticket of Friday afternoon is due in the hours of Monday', () => {
  expect(openingDues(calendar, new Date(created_at), minutes)).toEqual(dues);
});

it('tells both clocks, from the due columns or from the creation when they are empty', () => {
  const expected = {
    ...dues,
    first_response_state: 'breached',
    first_response_remaining_minutes: -15,
    resolution_state: 'on_track',
    resolution_remaining_minutes: 405,
  };
  expect(read({ first_response_due: null, resolution_due: ' ' }, '2026-06-08T08:45:00Z')).toEqual(expected);
  expect(read(dues, '2026-06-08T08:45:00Z')).toEqual(expected);
});

it('columns that pauses have moved win over the creation', () => {
  const row = { ...dues, resolution_due: '2026-06-09T10:00:00+01:00' };
  expect(read(row, '2026-06-08T15:45:00Z')).toMatchObject({
    resolution_state: 'nearing',
    resolution_due: '2026-06-09T09:00:00.000Z',
    resolution_remaining_minutes: 75,
  });
});

it('the first response stops the first clock, the resolution both', () => {
  const later = '2026-06-10T12:00:00Z';
  expect(read({ first_responded_at: '2026-06-08T08:00:00Z' }, later)).toMatchObject({
    first_response_state: 'on_track',
    resolution_state: 'breached',
  });
  expect(read({ resolved_at: '2026-06-08T08:00:00Z' }, later)).toMatchObject({
    first_response_state: 'on_track',
    first_response_remaining_minutes: 30,
    resolution_state: 'on_track',
  });
});

it('waiting for the customer pauses what still runs', () => {
  const row = { first_responded_at: '2026-06-08T08:10:00Z', sla_paused_since: '2026-06-08T08:10:00Z' };
  expect(read(row, '2026-06-09T08:00:00Z')).toMatchObject({
    first_response_state: 'on_track',
    first_response_due: dues.first_response_due,
    resolution_state: 'paused',
    resolution_due: '2026-06-09T15:20:00.000Z',
  });
});

it('after the pause the resolution is due later, the answered first response as before', () => {
  const row = {
    created_at,
    ...dues,
    first_responded_at: '2026-06-08T08:10:00Z',
    sla_paused_since: '2026-06-08T08:10:00Z',
  };
  expect(duesAfterPause(calendar, row, minutes, new Date('2026-06-09T08:10:00Z'))).toEqual({
    first_response_due: dues.first_response_due,
    resolution_due: '2026-06-09T15:30:00.000Z',
  });
  const unanswered = duesAfterPause(
    calendar,
    { ...row, first_responded_at: null },
    minutes,
    new Date('2026-06-09T08:10:00Z'),
  );
  expect(unanswered.first_response_due).toBe('2026-06-09T08:30:00.000Z');
  const running = { ...row, sla_paused_since: null };
  expect(duesAfterPause(calendar, running, minutes, new Date('2026-06-09T08:10:00Z'))).toEqual(dues);
});

it('the share of minutes that is near can be chosen', () => {
  const sla = ticketSla(calendar, { created_at }, minutes, new Date('2026-06-08T12:00:00Z'), 0.5);
  expect(sla.resolution_state).toBe('nearing');
});

it.each(['2026-06-08', '2026-06-08T08:00:00', 'soon', '2026-13-08T08:00:00Z'])(
  'refuses the instant %s, naming the column',
  (text) => {
    expect(() => read({ resolved_at: text }, created_at)).toThrow(
      expect.objectContaining({ code: 'RCC_INVALID_REQUEST', target: 'resolved_at' }),
    );
  },
);

it('asks for the creation when a due time is to be worked out', () => {
  expect(() => read({ created_at: '' }, '2026-06-08T08:45:00Z')).toThrow(/created_at must be given/);
});
