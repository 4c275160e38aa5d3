import { RunLog } from './run-log';
import { mailRun } from './desk.fixture';

it('forgets the oldest run when it holds too many', () => {
  const log = new RunLog(() => null, 2);
  for (const id of ['a', 'b', 'c']) log.remember({ ...mailRun(id), startTime: `2026-03-01T09:30:0${id}` });
  expect(log.view('a')).toBeNull();
  expect(log.summaries(10).map(({ run_id }) => run_id)).toEqual(['c', 'b']);
});

it('keeps the run of this start when an earlier one has the same id', () => {
  const log = new RunLog(() => null);
  log.runStarted({ ...mailRun('a'), status: 'Running' });
  log.remember(mailRun('a'));
  expect(log.view('a')?.status).toBe('Running');
});

it('tells nothing to a listener that has left', () => {
  const log = new RunLog(() => null);
  let heard = 0;
  log.listen(() => (heard += 1))();
  log.runStarted(mailRun());
  expect(heard).toBe(0);
});
