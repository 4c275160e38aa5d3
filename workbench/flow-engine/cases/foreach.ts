import {
  after,
  compose,
  failing,
  foreach,
  initialize,
  scope,
  setVariable,
  shopCall,
  wait,
} from '../testing/flow-builder';
import { count, counted, ifTrue, increment, until, within } from '../testing/actions';
import { type FlowCase } from './flow-case';

const S = ['Succeeded'];
const F = ['Failed'];
const ok = compose(1);
const asNumber = compose('@int(item())');

/** Loops over items: order, failures, concurrency, nesting. */
export const foreachCases: FlowCase[] = [
  ['no items, no iteration', { L: foreach('@createArray()', { A: ok }) }, 'Succeeded', { L: 'S', A: '' }],
  [
    'null is an error that a handler can catch',
    { L: foreach("@triggerBody()?['x']", { A: ok }), H: after(ok, { L: F }) },
    'Succeeded',
    { L: 'F', A: '', H: 'S' },
    { codes: { L: 'ExpressionEvaluationFailed' } },
  ],
  [
    'null made an empty list is fine',
    { L: foreach("@coalesce(triggerBody()?['x'], json('[]'))", { A: ok }) },
    'Succeeded',
    { L: 'S' },
  ],
  ['text is no list', { L: foreach("@concat('ab')", { A: ok }) }, 'Failed', { L: 'F' }],
  ['text that is no expression is no list either', { L: foreach('abc', { A: ok }) }, 'Failed', { L: 'F', A: '' }],
  ['an object is no list', { L: foreach("@json('{}')", { A: ok }) }, 'Failed', { L: 'F' }],
  [
    'a list written out, with expressions in it',
    { L: foreach([1, '@add(1,1)', 'x'], { A: compose('@item()') }) },
    'Succeeded',
    { A: 'SSS' },
    { outputs: { A: [1, 2, 'x'] } },
  ],
  [
    'an expression that fails fails the loop, not the engine',
    { L: foreach("@json('[')", { A: ok }) },
    'Failed',
    { L: 'F' },
    { codes: { L: 'InvalidTemplate' } },
  ],
  [
    'items in their order',
    { L: foreach('@createArray(7,8,9)', { A: compose("@items('L')") }) },
    'Succeeded',
    { L: 'S', A: 'SSS' },
    { outputs: { A: [7, 8, 9] }, order: ['A[0]', 'A[1]', 'A[2]', 'L'] },
  ],
  [
    'an iteration that fails does not stop the others',
    { L: foreach("@createArray('1','x','3')", { A: asNumber, B: after(ok, { A: S }) }) },
    'Failed',
    { L: 'F', A: 'SFS', B: 'SKS' },
    { codes: { L: 'ActionFailed' } },
  ],
  [
    'an iteration that mends its failure does not fail the loop',
    { L: foreach("@createArray('1','x')", { A: asNumber, B: after(ok, { A: F }) }) },
    'Succeeded',
    { L: 'S', A: 'SF', B: 'KS' },
  ],
  ['every iteration failing', { L: foreach('@range(0,3)', { A: failing() }) }, 'Failed', { L: 'F', A: 'FFF' }],
  [
    'the last iteration failing alone',
    { L: foreach("@createArray('1','x')", { A: asNumber }), H: after(ok, { L: F }) },
    'Succeeded',
    { L: 'F', A: 'SF', H: 'S' },
  ],
  [
    'one at a time unless told otherwise',
    { L: foreach('@range(0,4)', { W: wait(10) }) },
    'Succeeded',
    { W: 'SSSS' },
    { seconds: 40 },
  ],
  ['two at a time', { L: foreach('@range(0,5)', { W: wait(10) }, 2) }, 'Succeeded', { L: 'S' }, { seconds: 30 }],
  ['fifty at a time', { L: foreach('@range(0,50)', { W: wait(10) }, 50) }, 'Succeeded', { L: 'S' }, { seconds: 10 }],
  [
    'more at a time than there are items',
    { L: foreach('@range(0,2)', { W: wait(10) }, 20) },
    'Succeeded',
    { L: 'S' },
    { seconds: 10 },
  ],
  [
    'the number at a time written as text',
    {
      L: {
        ...foreach('@range(0,4)', { W: wait(10) }),
        runtimeConfiguration: { concurrency: { repetitions: '4' } },
      },
    },
    'Succeeded',
    { L: 'S' },
    { seconds: 10 },
  ],
  [
    'the number at a time from an expression',
    {
      L: {
        ...foreach('@range(0,4)', { W: wait(10) }),
        runtimeConfiguration: { concurrency: { repetitions: '@add(1,1)' } },
      },
    },
    'Succeeded',
    { L: 'S' },
    { seconds: 20 },
  ],
  [
    'a number at a time that does not fit fails the loop',
    {
      L: {
        ...foreach('@range(0,4)', { W: wait(10) }),
        runtimeConfiguration: { concurrency: { repetitions: '@add(50,1)' } },
      },
    },
    'Failed',
    { L: 'F', W: '' },
  ],
  [
    'in turn, though more at a time are allowed',
    { L: { ...foreach('@range(0,3)', { W: wait(10) }, 20), operationOptions: 'Sequential' } },
    'Succeeded',
    { L: 'S' },
    { seconds: 30 },
  ],
  [
    'the next item starts as soon as one is done',
    { L: foreach('@createArray(30,10,10,10)', { W: wait('@item()') }, 2) },
    'Succeeded',
    { W: 'SSSS' },
    { seconds: 30, order: ['W[1]', 'W[2]', 'W[0]', 'W[3]', 'L'] },
  ],
  [
    'a failed iteration does not stop the ones beside it',
    { L: foreach("@createArray('x','2','3')", { A: asNumber, W: after(wait(10), { A: S }) }, 3) },
    'Failed',
    { L: 'F', A: 'FSS', W: 'KSS' },
    { seconds: 10 },
  ],
  [
    'variables are shared between iterations side by side',
    { V: count(), L: after(foreach('@range(0,10)', { A: increment() }, 10), { V: S }), R: after(counted(), { L: S }) },
    'Succeeded',
    { R: 'S' },
    { outputs: { R: 10 } },
  ],
  [
    'a variable read back later may be that of another iteration',
    {
      V: initialize('v', 'integer'),
      L: after(
        foreach(
          '@createArray(1,2)',
          {
            X: setVariable('v', '@item()'),
            W: after(wait(1), { X: S }),
            R: after(compose("@variables('v')"), { W: S }),
          },
          2,
        ),
        { V: S },
      ),
    },
    'Succeeded',
    { R: 'SS' },
    { outputs: { R: [2, 2] } },
  ],
  [
    'a Compose keeps apart what a variable mixes up',
    {
      L: foreach(
        '@createArray(1,2)',
        { X: compose('@item()'), W: after(wait(1), { X: S }), R: after(compose("@outputs('X')"), { W: S }) },
        2,
      ),
    },
    'Succeeded',
    { R: 'SS' },
    { outputs: { R: [1, 2] } },
  ],
  [
    'a loop in a loop knows both items',
    {
      L: foreach('@createArray(1,2)', {
        M: foreach('@createArray(10,20)', { A: compose("@add(items('L'),items('M'))") }),
      }),
    },
    'Succeeded',
    { L: 'S', M: 'SS', A: 'SSSS' },
    { outputs: { A: [11, 21, 12, 22] } },
  ],
  [
    'item() is that of the innermost loop',
    { L: foreach('@createArray(1,2)', { M: foreach('@createArray(10)', { A: compose('@item()') }) }) },
    'Succeeded',
    { A: 'SS' },
    { outputs: { A: [10, 10] } },
  ],
  [
    'an inner loop over the item of the outer one',
    { L: foreach([[1, 2], [3], []], { M: foreach('@item()', { A: compose('@item()') }) }) },
    'Succeeded',
    { M: 'SSS', A: 'SSS' },
    { outputs: { A: [1, 2, 3] } },
  ],
  [
    'an inner failure fails its outer iteration alone',
    {
      L: foreach([['1'], ['x'], ['3']], { M: foreach('@item()', { A: asNumber }), B: after(ok, { M: S }) }),
    },
    'Failed',
    { L: 'F', M: 'SFS', B: 'SKS' },
  ],
  [
    'the item of a loop that is not around is an error',
    { L: foreach('@createArray(1)', { A: ok }), R: after(compose("@items('L')"), { L: S }) },
    'Failed',
    { R: 'F' },
    { codes: { R: 'InvalidTemplate' } },
  ],
  ['item() outside any loop is an error', { R: compose('@item()') }, 'Failed', { R: 'F' }],
  [
    'an Until in a Foreach counts its own passes',
    {
      V: count(),
      L: after(
        foreach('@createArray(1,2)', {
          U: until("@equals(mod(variables('n'),2),0)", { A: increment() }),
        }),
        { V: S },
      ),
    },
    'Succeeded',
    { U: 'SS', A: 'SSSS' },
  ],
  [
    'item() inside an Until is that of the Foreach around it',
    { L: foreach('@createArray(5,6)', { U: until('@true', { A: compose('@item()') }) }) },
    'Succeeded',
    { A: 'SS' },
    { outputs: { A: [5, 6] } },
  ],
  [
    'branches in an iteration are taken by its item',
    { L: foreach('@range(1,3)', { I: ifTrue('@equals(item(),2)', { Y: ok }, { N: failing() }) }) },
    'Failed',
    { I: 'FSF', Y: 'KSK', N: 'FKF' },
  ],
  [
    'a time limit ends the loop in the middle',
    { L: within('PT15S', foreach('@range(0,4)', { W: wait(10) })), H: after(ok, { L: ['TimedOut'] }) },
    'Succeeded',
    { L: 'T', W: 'SC', H: 'S' },
    { seconds: 15 },
  ],
  [
    'a retry in one iteration holds up only that one',
    {
      L: foreach(
        "@createArray('a','b')",
        { A: shopCall('GetOrder', { id: '@item()' }, { retryPolicy: { type: 'fixed', count: 1, interval: 'PT30S' } }) },
        2,
      ),
    },
    'Succeeded',
    { A: 'SS' },
    { answers: [503, 200, 200], seconds: 30, billable: 4 },
  ],
  [
    'a scope around the work of an iteration catches its failure',
    { L: foreach("@createArray('x','2')", { T: scope({ A: asNumber }), C: after(ok, { T: F }) }) },
    'Succeeded',
    { L: 'S', T: 'FS', C: 'SK' },
  ],
  [
    'iterations side by side see their own item and results',
    {
      L: foreach(
        '@range(0,3)',
        {
          W: wait("@sub(10,items('L'))"),
          A: after(compose("@add(items('L'),100)"), { W: S }),
          B: after(compose("@outputs('A')"), { A: S }),
        },
        3,
      ),
    },
    'Succeeded',
    { B: 'SSS' },
    { outputs: { B: [100, 101, 102] } },
  ],
  [
    'an action from before the loop is seen in it',
    {
      P: compose('base'),
      L: after(foreach('@createArray(1)', { A: compose("@concat(outputs('P'),item())") }), { P: S }),
    },
    'Succeeded',
    { A: 'S' },
    { outputs: { A: ['base1'] } },
  ],
  [
    'iterationIndexes counts iterations from zero',
    { L: foreach("@createArray('a','b')", { A: compose("@iterationIndexes('L')") }) },
    'Succeeded',
    { A: 'SS' },
    { outputs: { A: [0, 1] } },
  ],
];
