import { slaMinutes } from './sla-policy';

const row = (priority: 'low' | 'high', first_response_minutes = 30, resolution_minutes = 240) => ({
  priority,
  first_response_minutes,
  resolution_minutes,
});

it('takes the row of the priority, else its default', () => {
  expect(slaMinutes('high', [row('low', 1, 2), row('high')])).toEqual({ firstResponse: 30, resolution: 240 });
  expect(slaMinutes('high', [row('low')], [row('high', 5, 6)])).toEqual({ firstResponse: 5, resolution: 6 });
  expect(slaMinutes('high', [row('high')], [row('high', 5, 6)])).toEqual({ firstResponse: 30, resolution: 240 });
});

it.each([
  ['no row', [row('low')], 'body/sla_policies', 'must have a row for the priority high'],
  ['two rows', [row('high'), row('high')], 'body/sla_policies/1/priority', 'a second time'],
  ['no minutes', [row('high', 0)], 'body/sla_policies/0/first_response_minutes', 'at least 1, not 0'],
  ['half a minute', [row('high', 1, 1.5)], 'body/sla_policies/0/resolution_minutes', 'not 1.5'],
])('refuses %s, naming the field', (_name, rows, target, message) => {
  expect(() => slaMinutes('high', rows)).toThrow(
    expect.objectContaining({ code: 'RCC_INVALID_REQUEST', target, message: expect.stringContaining(message) }),
  );
});
