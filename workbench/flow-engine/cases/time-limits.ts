import { after, compose, failing, scope, wait } from '../testing/flow-builder';
import { ifTrue, within } from '../testing/actions';
import { type FlowCase } from './flow-case';

const ok = compose(1);
const TIMED_OUT = ['TimedOut'];
const waitUntil = (timestamp: unknown): ReturnType<typeof wait> => ({ type: 'Wait', inputs: { until: { timestamp } } });

/** Time limits and waits. */
export const timeLimitCases: FlowCase[] = [
  [
    'over the limit',
    { A: within('PT10S', wait(60)), B: after(ok, { A: TIMED_OUT }) },
    'Succeeded',
    { A: 'T', B: 'S' },
    { seconds: 10, codes: { A: 'ActionTimedOut' } },
  ],
  ['within the limit', { A: within('PT10S', wait(5)) }, 'Succeeded', { A: 'S' }, { seconds: 5 }],
  ['nobody handles it', { A: within('PT10S', wait(60)) }, 'Failed', { A: 'T' }, { runError: 'ActionFailed' }],
  [
    'a handler of failures does not fit',
    { A: within('PT10S', wait(60)), B: after(ok, { A: ['Failed'] }) },
    'Failed',
    { A: 'T', B: 'K' },
  ],
  ['an action that fails in time has failed', { A: within('PT10S', failing()) }, 'Failed', { A: 'F' }],
  ['a limit from an expression', { A: within("@concat('PT','10S')", wait(60)) }, 'Failed', { A: 'T' }, { seconds: 10 }],
  [
    'a limit that is no duration fails the action',
    { A: within("@concat('soon')", wait(60)) },
    'Failed',
    { A: 'F' },
    { seconds: 0 },
  ],
  [
    'a run lasts thirty days at the most',
    { A: wait(40, 'Day'), B: after(ok, { A: ['Succeeded'] }) },
    'TimedOut',
    { A: 'C', B: 'K' },
    { seconds: 30 * 86_400, runError: 'RunTimedOut' },
  ],
  [
    'thirty days in several waits',
    {
      A: wait(20, 'Day'),
      B: after(wait(9, 'Day'), { A: ['Succeeded'] }),
      C: after(wait(9, 'Day'), { B: ['Succeeded'] }),
    },
    'TimedOut',
    { A: 'S', B: 'S', C: 'C' },
    { seconds: 30 * 86_400 },
  ],
  ['days', { A: within('P2D', wait(5, 'Day')) }, 'Failed', { A: 'T' }, { seconds: 2 * 86_400 }],
  [
    'a container: what runs in it is cancelled, what waits is skipped',
    { A: within('PT10S', scope({ X: wait(60), Y: after(ok, { X: ['Succeeded'] }), Z: ok })) },
    'Failed',
    { A: 'T', X: 'C', Y: 'K', Z: 'S' },
    { errors: { Y: 'ActionDependencyFailed' } },
  ],
  [
    'a condition: both branches',
    { I: within('PT10S', ifTrue('@true', { X: wait(60), Y: after(ok, { X: ['Succeeded'] }) }, { N: ok })) },
    'Failed',
    { I: 'T', X: 'C', Y: 'K', N: 'K' },
  ],
  [
    'the tighter of two limits',
    { A: within('PT30S', scope({ B: within('PT10S', wait(60)) })) },
    'Failed',
    { A: 'F', B: 'T' },
    { seconds: 10 },
  ],
  [
    'the outer limit ends the inner one',
    { A: within('PT10S', scope({ B: within('PT30S', wait(60)) })) },
    'Failed',
    { A: 'T', B: 'C' },
    { seconds: 10 },
  ],
  ['a wait of nothing', { A: wait(0) }, 'Succeeded', { A: 'S' }, { seconds: 0 }],
  ['a wait until a time', { A: waitUntil('2026-03-02T10:00:00Z') }, 'Succeeded', { A: 'S' }, { seconds: 3600 }],
  [
    'a wait until a time that has passed',
    { A: waitUntil('2020-01-01T00:00:00Z') },
    'Succeeded',
    { A: 'S' },
    { seconds: 0 },
  ],
  [
    'a wait until an expression',
    { A: waitUntil('@addMinutes(utcNow(), 5)') },
    'Succeeded',
    { A: 'S' },
    { seconds: 300 },
  ],
  ['a wait until no time fails', { A: waitUntil('tomorrow') }, 'Failed', { A: 'F' }],
  ['a wait of 72 hours', { A: wait(72, 'Hour') }, 'Succeeded', { A: 'S' }, { seconds: 72 * 3600 }],
  [
    'a wait over the change to summer time is as long as it says: times are UTC',
    {
      A: wait(30, 'Day'),
      B: after(compose("@convertTimeZone(utcNow(),'UTC','Pacific Standard Time','HH:mm')"), { A: ['Succeeded'] }),
    },
    'Succeeded',
    { A: 'S' },
    { seconds: 30 * 86_400, outputs: { B: '02:00' } },
  ],
];
