import { after, compose, failing, foreach, scope, shopCall, wait } from '../testing/flow-builder';
import { ALWAYS, ifTrue, respond, switchOn, terminate } from '../testing/actions';
import { type FlowCase } from './flow-case';

const S = ['Succeeded'];
const F = ['Failed'];
const ok = compose(1);

/** Terminate: how the run ends, and what becomes of everything else. */
export const endingCases: FlowCase[] = [
  ['ends the run as succeeded', { A: terminate('Succeeded') }, 'Succeeded', { A: 'S' }],
  ['ends the run as failed', { A: terminate('Failed') }, 'Failed', { A: 'S' }, { runError: 'Terminated' }],
  ['ends the run as cancelled', { A: terminate('Cancelled') }, 'Cancelled', { A: 'S' }],
  [
    'ends the run with its own error',
    { A: terminate('Failed', { code: '42', message: 'no' }) },
    'Failed',
    {},
    { runError: '42' },
  ],
  [
    'ends a run as succeeded that had failed',
    { A: failing(), T: after(terminate('Succeeded'), { A: F }) },
    'Succeeded',
    { A: 'F' },
  ],
  [
    'ends a run as failed that would have succeeded',
    { A: ok, T: after(terminate('Failed'), { A: S }) },
    'Failed',
    { A: 'S' },
  ],
  [
    'skips what has not started, with what is in it',
    { T: terminate('Succeeded'), B: after(ok, { T: S }), C: after(scope({ D: ok }), { B: S }) },
    'Succeeded',
    { T: 'S', B: 'K', C: 'K', D: 'K' },
    { codes: { B: 'Terminated', D: 'Terminated' }, billable: 1 },
  ],
  [
    'skips even what would run after anything',
    { T: terminate('Failed'), Z: after(ok, { T: ALWAYS }) },
    'Failed',
    { Z: 'K' },
  ],
  [
    'cancels what is under way',
    { W: wait(60), A: wait(10), T: after(terminate('Failed'), { A: S }) },
    'Failed',
    { W: 'C', A: 'S', T: 'S' },
    { seconds: 10, codes: { W: 'ActionCancelled' } },
  ],
  [
    'cancels the containers it stands in',
    { T: scope({ U: scope({ X: terminate('Failed'), Y: after(ok, { X: S }) }) }), Z: after(ok, { T: S }) },
    'Failed',
    { X: 'S', U: 'C', T: 'C', Y: 'K', Z: 'K' },
  ],
  [
    'cancels a loop beside it in the middle',
    { L: foreach('@range(0,9)', { W: wait(10) }), A: wait(25), T: after(terminate('Cancelled'), { A: S }) },
    'Cancelled',
    { L: 'C', W: 'SSC' },
    { seconds: 25 },
  ],
  [
    'cancels a retry that waits',
    {
      C: shopCall('GetOrder', { id: '1' }, { retryPolicy: { type: 'fixed', count: 5, interval: 'PT1H' } }),
      W: wait(30),
      T: after(terminate('Failed'), { W: S }),
    },
    'Failed',
    { C: 'C', W: 'S' },
    { answers: [503], seconds: 30 },
  ],
  [
    'stands in a branch that is not taken and does nothing',
    { I: ifTrue('@false', { T: terminate('Failed') }), Z: after(ok, { I: S }) },
    'Succeeded',
    { T: 'K', Z: 'S' },
  ],
  [
    'ends the run from the branch that is taken',
    { I: ifTrue('@true', { T: terminate('Failed') }, { N: ok }), Z: after(ok, { I: ALWAYS }) },
    'Failed',
    { I: 'C', T: 'S', N: 'K', Z: 'K' },
  ],
  [
    'ends the run from a case',
    {
      W: switchOn('@add(0,1)', [
        [1, { T: terminate('Cancelled') }],
        [2, { A: ok }],
      ]),
    },
    'Cancelled',
    { W: 'C', T: 'S', A: 'K' },
  ],
  [
    'the first of two decides',
    { A: terminate('Succeeded'), B: after(terminate('Failed'), { A: S }) },
    'Succeeded',
    { A: 'S', B: 'K' },
  ],
  [
    'an error text that cannot be read leaves the run going',
    { T: terminate('Failed', { code: '1', message: "@int('x')" }), Z: after(ok, { T: F }) },
    'Succeeded',
    { T: 'F', Z: 'S' },
  ],
  [
    'after an answer the answer stays',
    { R: respond(200), T: after(terminate('Failed'), { R: S }) },
    'Failed',
    {},
    { response: 200 },
  ],
  [
    'before an answer there is none',
    { T: terminate('Succeeded'), R: after(respond(200), { T: S }) },
    'Succeeded',
    { R: 'K' },
    { response: null },
  ],
];
