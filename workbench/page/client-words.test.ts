import { counted, duration, moment, percent, sourceName, words } from './client/words';

it.each([
  ['payment_issue', 'Payment issue'],
  ['message.replied', 'Message replied'],
  ['fedex', 'FedEx'],
  ['TimedOut', 'Timed out'],
  ['', ''],
])('the code %j reads %j', (code, read) => expect(words(code)).toBe(read));

it.each([
  [0, '0 ms'],
  [999.4, '999 ms'],
  [1000, '1.0 s'],
  [59_949, '59.9 s'],
  [59_960, '1 min 0 s'],
  [125_000, '2 min 5 s'],
])('%d milliseconds read %s', (ms, read) => expect(duration(ms)).toBe(read));

it('counts one action and several', () => {
  expect([counted(0, 'action'), counted(1, 'action'), counted(2, 'action')]).toEqual([
    '0 actions',
    '1 action',
    '2 actions',
  ]);
});

it('rounds a share to whole percent', () => expect(percent(0.956)).toBe('96 %'));

it('names the day of an instant unless it is today', () => {
  const now = new Date(2026, 2, 2, 12);
  const at = (day: number) => new Date(2026, 2, day, 9, 30, 15).toISOString();
  expect(moment(at(2), now)).toMatch(/30/);
  expect(moment(at(2), now)).not.toMatch(/15/);
  expect(moment(at(2), now, true)).toMatch(/30.15/);
  expect(moment(at(1), now)).toMatch(/Sun/);
  expect(moment('no instant', now)).toBe('no instant');
});

it('names a vendor, and a policy page by its file', () => {
  expect(sourceName('ups')).toBe('UPS');
  expect(sourceName('policies/en/returns.md#how')).toBe('policies/en/returns.md#how');
});
