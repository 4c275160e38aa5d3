import { administratorNotices } from './administrator-notices';

const error = { flow: 'Email Ingestion', run_id: 'r', message: 'm', action: 'Draft', code: '502' };
const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1, 9, minutes));

it('is quiet for an hour about the same kind of error, then speaks again', () => {
  const due = administratorNotices();
  expect([0, 1, 59, 60, 61].map((minutes) => due(error, at(minutes)))).toEqual([true, false, false, true, false]);
});

it('speaks about every critical failure, and about no warning', () => {
  const due = administratorNotices();
  expect(due({ ...error, severity: 'critical' }, at(0))).toBe(true);
  expect(due({ ...error, severity: 'critical' }, at(1))).toBe(true);
  expect(due({ ...error, severity: 'warning', code: 'other' }, at(2))).toBe(false);
});

it('tells flows, actions and codes apart', () => {
  const due = administratorNotices();
  expect(due(error, at(0))).toBe(true);
  expect(due({ ...error, flow: 'Chat Processing' }, at(0))).toBe(true);
  expect(due({ ...error, action: 'Triage' }, at(0))).toBe(true);
  expect(due({ ...error, code: '503' }, at(0))).toBe(true);
});
