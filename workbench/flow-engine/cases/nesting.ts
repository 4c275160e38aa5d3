import { after, compose, failing, foreach, scope, wait } from '../testing/flow-builder';
import { ALWAYS, ifTrue, switchOn, terminate, within } from '../testing/actions';
import { type FlowCase } from './flow-case';

const S = ['Succeeded'];
const F = ['Failed'];
const ok = compose(1);
const bad = failing();

/** Try, catch and finally, and containers within containers. */
export const nestingCases: FlowCase[] = [
  ['an empty scope succeeds', { T: scope({}) }, 'Succeeded', { T: 'S' }],
  [
    'a failed scope says that an action failed',
    { T: scope({ A: bad }) },
    'Failed',
    { T: 'F', A: 'F' },
    { codes: { T: 'ActionFailed', A: 'InvalidTemplate' }, runError: 'ActionFailed' },
  ],
  [
    'a container is recorded after what is in it',
    { T: scope({ A: ok, U: after(scope({ B: ok }), { A: S }) }) },
    'Succeeded',
    { T: 'S' },
    { order: ['A', 'B', 'U', 'T'], billable: 4 },
  ],
  [
    'a skipped scope skips all that is in it',
    { A: bad, T: after(scope({ B: ok, U: scope({ C: ok }) }), { A: S }) },
    'Failed',
    { T: 'K', B: 'K', U: 'K', C: 'K' },
    { errors: { T: 'ActionConditionFailed', B: 'ActionDependencyFailed', C: 'ActionDependencyFailed' }, billable: 1 },
  ],
  [
    'try, catch, finally with nothing wrong',
    {
      Try: scope({ A: ok }),
      Catch: after(scope({ B: ok }), { Try: ['Failed', 'TimedOut'] }),
      Finally: after(scope({ C: ok }), { Catch: ALWAYS }),
    },
    'Succeeded',
    { Try: 'S', Catch: 'K', B: 'K', Finally: 'S', C: 'S' },
  ],
  [
    'try, catch, finally with a failure leaves a good run',
    {
      Try: scope({ A: bad }),
      Catch: after(scope({ B: ok }), { Try: ['Failed', 'TimedOut'] }),
      Finally: after(scope({ C: ok }), { Catch: ALWAYS }),
    },
    'Succeeded',
    { Try: 'F', Catch: 'S', Finally: 'S' },
  ],
  [
    'a catch that fails is covered by the finally behind it',
    {
      Try: scope({ A: bad }),
      Catch: after(scope({ B: bad }), { Try: F }),
      Finally: after(scope({ C: ok }), { Catch: ALWAYS }),
    },
    'Succeeded',
    { Try: 'F', Catch: 'F', Finally: 'S' },
  ],
  [
    'a finally that fails fails the run',
    { Try: scope({ A: ok }), Finally: after(scope({ C: bad }), { Try: ALWAYS }) },
    'Failed',
    { Try: 'S', Finally: 'F' },
  ],
  [
    'a catch that ends the run as failed keeps the failure',
    {
      Try: scope({ A: bad }),
      Finally: after(scope({ C: ok }), { Try: ALWAYS }),
      Was_failed: after(
        ifTrue(
          { not: { equals: ["@actions('Try')?['status']", 'Succeeded'] } },
          { Mark: terminate('Failed', { code: '500' }) },
        ),
        { Finally: ALWAYS },
      ),
    },
    'Failed',
    { Try: 'F', Finally: 'S', Was_failed: 'C', Mark: 'S' },
    { runError: '500' },
  ],
  [
    'the same mark is not made when nothing failed',
    {
      Try: scope({ A: ok }),
      Was_failed: after(
        ifTrue(
          { not: { equals: ["@actions('Try')?['status']", 'Succeeded'] } },
          { Mark: terminate('Failed', { code: '500' }) },
        ),
        { Try: ALWAYS },
      ),
    },
    'Succeeded',
    { Was_failed: 'S', Mark: 'K' },
  ],
  [
    'what follows a failed scope is skipped, its catch makes the run fail nevertheless',
    { Try: scope({ A: bad }), Next: after(ok, { Try: S }), Catch: after(ok, { Try: F }) },
    'Failed',
    { Try: 'F', Next: 'K', Catch: 'S' },
  ],
  [
    'a time-out in a try is caught as one',
    { Try: within('PT5S', scope({ W: wait(60) })), Catch: after(ok, { Try: ['TimedOut'] }) },
    'Succeeded',
    { Try: 'T', W: 'C', Catch: 'S' },
    { seconds: 5 },
  ],
  [
    'a catch of failures alone does not catch a time-out',
    { Try: within('PT5S', scope({ W: wait(60) })), Catch: after(ok, { Try: F }) },
    'Failed',
    { Try: 'T', Catch: 'K' },
  ],
  [
    'a time-out inside a scope makes the scope fail',
    { Try: scope({ W: within('PT5S', wait(60)) }), Catch: after(ok, { Try: F }) },
    'Succeeded',
    { Try: 'F', W: 'T', Catch: 'S' },
  ],
  [
    'try in try: the inner failure stays inside',
    {
      Outer: scope({ Inner: scope({ A: bad }), Mend: after(ok, { Inner: F }), B: after(ok, { Mend: S }) }),
      Catch: after(ok, { Outer: F }),
    },
    'Succeeded',
    { Outer: 'S', Inner: 'F', B: 'S', Catch: 'K' },
  ],
  [
    'try in try: what the inner catch does not mend reaches the outer one',
    { Outer: scope({ Inner: scope({ A: bad }), Mend: after(bad, { Inner: F }) }), Catch: after(ok, { Outer: F }) },
    'Succeeded',
    { Outer: 'F', Mend: 'F', Catch: 'S' },
  ],
  [
    'a loop in a scope in a condition fails all of them',
    { I: ifTrue('@true', { T: scope({ L: foreach('@createArray(1,2)', { A: bad }) }) }) },
    'Failed',
    { I: 'F', T: 'F', L: 'F', A: 'FF' },
  ],
  [
    'a switch in a loop takes its case anew for each item',
    {
      L: foreach('@createArray(1,2,3)', {
        W: switchOn(
          '@item()',
          [
            [1, { A: ok }],
            [2, { B: ok }],
          ],
          { D: ok },
        ),
      }),
    },
    'Succeeded',
    { W: 'SSS', A: 'SKK', B: 'KSK', D: 'KKS' },
  ],
  [
    'parallel scopes run side by side, and one failure is enough',
    { T: scope({ A: wait(10) }), U: scope({ B: wait(20) }), V: scope({ C: bad }) },
    'Failed',
    { T: 'S', U: 'S', V: 'F' },
    { seconds: 20 },
  ],
  [
    'a scope ends when its slowest action ends',
    { T: scope({ A: wait(10), B: wait(30) }), Z: after(wait(1), { T: S }) },
    'Succeeded',
    { Z: 'S' },
    { seconds: 31 },
  ],
  [
    'skipped leaves of a scope count as what they were skipped for',
    { T: scope({ A: ok, B: after(ok, { A: F }), C: after(ok, { B: S }) }) },
    'Succeeded',
    { T: 'S', B: 'K', C: 'K' },
  ],
];
