import { openMailDesk, type MailDesk } from '../desk.fixture';

const UTC = '(UTC) Coordinated Universal Time';
const MADRID = '(UTC+01:00) Brussels, Copenhagen, Madrid, Paris';
const PACIFIC = '(UTC-08:00) Pacific Time (US & Canada)';
const item = { subject: 'Call back', start: '2026-03-03T09:00:00', end: '2026-03-03T09:15:00', timeZone: UTC };

let desk: MailDesk;
beforeEach(() => (desk = openMailDesk()));
afterEach(() => desk.close());

type Event = Record<string, unknown> & { id: string; start: string; end: string };
async function create(part: Record<string, unknown> = {}): Promise<Event> {
  const { statusCode, body } = await desk.call('V4CalendarPostItem', { table: 'Calendar', item: { ...item, ...part } });
  expect(statusCode).toBe(200);
  return body as Event;
}
async function view(from: string, to: string, more: Record<string, unknown> = {}): Promise<Event[]> {
  const args = { calendarId: 'Calendar', startDateTimeUtc: from, endDateTimeUtc: to, ...more };
  const { statusCode, body } = await desk.call('GetEventsCalendarViewV3', args);
  expect(statusCode).toBe(200);
  return body.value as Event[];
}
const starts = async (...args: Parameters<typeof view>) => (await view(...args)).map(({ start }) => start.slice(0, 16));

describe('V4CalendarPostItem', () => {
  it('keeps the event and answers its times in UTC', async () => {
    const event = await create({
      timeZone: PACIFIC,
      requiredAttendees: 'ana@example.com;bo@example.com',
      showAs: 'tentative',
    });
    desk.restart();
    expect(desk.outlook.events()).toEqual([event]);
    expect(event).toMatchObject({
      subject: 'Call back',
      start: '2026-03-03T17:00:00.0000000',
      end: '2026-03-03T17:15:00.0000000',
      startWithTimeZone: '2026-03-03T17:00:00+00:00',
      endWithTimeZone: '2026-03-03T17:15:00+00:00',
      timeZone: 'UTC',
      requiredAttendees: 'ana@example.com;bo@example.com',
      organizer: 'support@shop.example',
      showAs: 'tentative',
      recurrence: 'none',
    });
    expect(event.webLink).toContain(event.id);
    expect(event.iCalUId).toEqual(expect.any(String));
  });

  it.each([
    [MADRID, '2026-03-28T12:00:00', '2026-03-28T11:00'],
    [MADRID, '2026-03-29T12:00:00', '2026-03-29T10:00'],
    [MADRID, '2026-10-25T12:00:00', '2026-10-25T11:00'],
    [UTC, '2026-03-29T12:00:00', '2026-03-29T12:00'],
    ['', '2026-03-29T12:00:00', '2026-03-29T12:00'],
    ['(UTC+05:45) Kathmandu', '2026-03-29T12:00:00', '2026-03-29T06:15'],
  ])('in %s, %s is %s UTC', async (timeZone, start, expected) => {
    expect((await create({ timeZone, start, end: start })).start).toBe(`${expected}:00.0000000`);
  });

  it.each([
    ['an offset', { start: '2026-03-03T09:00:00+01:00' }, 'ErrorInvalidRequest'],
    ['a Z with a zone other than UTC', { start: '2026-03-03T09:00:00Z', timeZone: MADRID }, 'ErrorInvalidRequest'],
    ['a date that there is not', { start: '2026-02-30T09:00:00' }, 'ErrorInvalidRequest'],
    ['an end before the start', { end: '2026-03-03T08:59:59' }, 'ErrorPropertyValidationFailure'],
    ['a zone by its IANA name', { timeZone: 'Europe/Madrid' }, 'ErrorInvalidRequest'],
    ['no zone', { timeZone: undefined }, 'ErrorInvalidRequest'],
    ['no subject', { subject: '' }, 'ErrorInvalidRequest'],
    ['an attendee that is no address', { requiredAttendees: 'Ana' }, 'ErrorInvalidRecipients'],
    ['an all-day event in the middle of a day', { isAllDay: true }, 'ErrorPropertyValidationFailure'],
    ['a recurrence it does not know', { recurrence: 'hourly' }, 'ErrorInvalidRequest'],
    [
      'a series that ends before it starts',
      { recurrence: 'daily', recurrenceEnd: '2026-03-02' },
      'ErrorPropertyValidationFailure',
    ],
    ['a day that there is not', { recurrence: 'weekly', selectedDaysOfWeek: ['Funday'] }, 'ErrorInvalidRequest'],
  ])('refuses %s', async (_, part, code) => {
    const args = { table: 'Calendar', item: { ...item, ...part } };
    expect(await desk.refusal('V4CalendarPostItem', args)).toBe(`400 ${code}`);
    expect(desk.outlook.events()).toEqual([]);
  });

  it('takes a Z that says the same as the zone', async () => {
    expect((await create({ start: '2026-03-03T09:00:00Z' })).start).toBe('2026-03-03T09:00:00.0000000');
  });

  it('refuses a calendar that there is not', async () => {
    expect(await desk.refusal('V4CalendarPostItem', { table: 'Holidays', item })).toBe('404 ErrorItemNotFound');
  });
});

describe('V4CalendarPatchItem', () => {
  it('moves an event and keeps what it is not told', async () => {
    const { id, iCalUId } = await create({ location: 'Room 1', requiredAttendees: 'ana@example.com' });
    desk.now += 60_000;
    const change = { ...item, start: '2026-03-04T10:00:00.0000000', end: '2026-03-04T10:15:00.0000000' };
    const { body } = await desk.call('V4CalendarPatchItem', { table: 'Calendar', id, item: change });
    expect(body).toMatchObject({ id, iCalUId, start: '2026-03-04T10:00:00.0000000', location: 'Room 1' });
    expect(body.lastModifiedDateTime).not.toBe(body.createdDateTime);
    desk.restart();
    expect((await desk.call('V3CalendarGetItem', { table: 'Calendar', id })).body).toEqual(body);
  });

  it.each(['subject', 'start', 'end', 'timeZone'])('demands %s again', async (name) => {
    const { id } = await create();
    const args = { table: 'Calendar', id, item: { ...item, [name]: undefined } };
    expect(await desk.refusal('V4CalendarPatchItem', args)).toBe('400 ErrorInvalidRequest');
  });
});

it('a deleted event is gone', async () => {
  const { id } = await create();
  expect((await desk.call('CalendarDeleteItem_V2', { calendar: 'Calendar', event: id })).statusCode).toBe(204);
  desk.restart();
  const gone = '404 ErrorItemNotFound';
  expect(await desk.refusal('V3CalendarGetItem', { table: 'Calendar', id })).toBe(gone);
  expect(await desk.refusal('CalendarDeleteItem_V2', { calendar: 'Calendar', event: id })).toBe(gone);
  expect(await desk.refusal('V4CalendarPatchItem', { table: 'Calendar', id, item })).toBe(gone);
});

describe('V4CalendarGetItems', () => {
  const subjects = async (args: Record<string, unknown>) => {
    const { body } = await desk.call('V4CalendarGetItems', { table: 'Calendar', ...args });
    return (body.value as Event[]).map(({ subject }) => subject);
  };

  it('filters, orders and pages as Graph does', async () => {
    for (const [subject, day] of [
      ['B', '03'],
      ['A', '05'],
      ['C', '04'],
    ] as const) {
      await create({ subject, start: `2026-03-${day}T09:00:00`, end: `2026-03-${day}T10:00:00` });
    }
    expect(await subjects({ $orderby: 'Start/DateTime Asc' })).toEqual(['B', 'C', 'A']);
    const $filter = "start/dateTime ge '2026-03-04T00:00:00.0000000Z' and start/dateTime le '2026-03-04T23:00:00'";
    expect(await subjects({ $filter })).toEqual(['C']);
    expect(await subjects({ $filter: "subject eq 'a' or contains(subject,'b')" })).toEqual(['B', 'A']);
    expect(await subjects({ $orderby: 'subject', $skip: 1, $top: 1 })).toEqual(['B']);
  });

  it('refuses a property it does not know', async () => {
    const args = { table: 'Calendar', $filter: "mood eq 'good'" };
    expect(await desk.refusal('V4CalendarGetItems', args)).toBe('400 ErrorInvalidRequest');
  });
});

describe('GetEventsCalendarViewV3', () => {
  it('shows what touches the time, in order', async () => {
    await create({ subject: 'Late', start: '2026-03-03T23:30:00', end: '2026-03-04T00:30:00' });
    await create();
    expect(await starts('2026-03-03T00:00:00Z', '2026-03-04T00:00:00Z')).toEqual([
      '2026-03-03T09:00',
      '2026-03-03T23:30',
    ]);
    expect(await starts('2026-03-04T00:00:00Z', '2026-03-05T00:00:00Z')).toEqual(['2026-03-03T23:30']);
    expect(await starts('2026-03-03', '2026-03-05', { search: 'late' })).toEqual(['2026-03-03T23:30']);
  });

  it('a daily series keeps its local time when the clocks change', async () => {
    await create({
      timeZone: MADRID,
      start: '2026-03-27T09:00:00',
      end: '2026-03-27T09:15:00',
      recurrence: 'daily',
      numberOfOccurences: 4,
    });
    expect(await starts('2026-03-01', '2026-04-30')).toEqual([
      '2026-03-27T08:00',
      '2026-03-28T08:00',
      '2026-03-29T07:00',
      '2026-03-30T07:00',
    ]);
  });

  it.each([
    ['weekly', { selectedDaysOfWeek: ['Monday', 'wednesday'] }, ['03-04', '03-09', '03-11', '03-16']],
    ['weekly', {}, ['03-03', '03-10', '03-17', '03-24']],
    ['monthly', {}, ['03-03', '04-03', '05-03', '06-03']],
    ['monthly', { start: '2026-01-31T09:00:00', end: '2026-01-31T10:00:00' }, ['01-31', '02-28', '03-31', '04-30']],
    ['yearly', { recurrenceEnd: '2027-12-31' }, ['03-03', '03-03']],
    ['daily', { recurrenceEnd: '2026-03-05' }, ['03-03', '03-04', '03-05']],
  ])('expands a %s series with %j', async (recurrence, part, days) => {
    await create({ recurrence, numberOfOccurences: 4, ...part });
    expect((await starts('2026-01-01', '2030-01-01')).map((start) => start.slice(5, 10))).toEqual(days);
  });

  it('shows a day of an endless series under an id of its own, which can be read but not changed', async () => {
    const { id } = await create({ recurrence: 'weekly' });
    const [day] = await view('2028-03-07', '2028-03-08');
    expect(day).toMatchObject({ seriesMasterId: id, start: '2028-03-07T09:00:00.0000000' });
    expect((await desk.call('V3CalendarGetItem', { table: 'Calendar', id: day!.id })).body).toEqual(day);
    const args = { calendar: 'Calendar', event: day!.id };
    expect(await desk.refusal('CalendarDeleteItem_V2', args)).toBe('400 ErrorInvalidRequest');
  });

  it('refuses more than five years at once', async () => {
    const args = { calendarId: 'Calendar', startDateTimeUtc: '2026-01-01', endDateTimeUtc: '2031-01-02' };
    expect(await desk.refusal('GetEventsCalendarViewV3', args)).toBe('400 ErrorCalendarViewRangeTooBig');
  });
});

it('lists its calendars', async () => {
  const { body } = await desk.call('CalendarGetTables_V2');
  expect(body.value).toMatchObject([{ id: 'Calendar', name: 'Calendar', owner: { address: 'support@shop.example' } }]);
});
