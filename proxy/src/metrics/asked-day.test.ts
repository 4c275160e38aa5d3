import { askedDay } from './asked-day';

const now = new Date('2026-03-10T18:30:00Z');

it.each([
  ['UTC', '2026-03-10'],
  ['Asia/Tokyo', '2026-03-11'],
  ['America/Los_Angeles', '2026-03-10'],
])('without a date it is today in %s: %s', (timeZone, date) => {
  expect(askedDay({}, timeZone, now).date).toBe(date);
});

it('is the named day wherever the desk is', () => {
  const day = askedDay({ date: '2026-01-02' }, 'Asia/Tokyo', now);
  expect(day).toEqual({
    date: '2026-01-02',
    from: new Date('2026-01-01T15:00:00Z'),
    to: new Date('2026-01-02T15:00:00Z'),
  });
});

it('lies where the clock of the desk stands now', () => {
  for (const timeZone of ['Europe/Berlin', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const { from, to } = askedDay({}, timeZone, now);
    expect(from <= now && now < to).toBe(true);
  }
});
