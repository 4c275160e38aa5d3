import { after, compose, failing, foreach, initialize, scope, setVariable, shopCall } from '../testing/flow-builder';
import { chain, ifTrue, switchOn, until } from '../testing/actions';
import { type FlowCase } from './flow-case';

const S = ['Succeeded'];
const F = ['Failed'];
const ok = compose(1);
/** The names and statuses in `result()`. */
const resultOf = (container: string): ReturnType<typeof compose> => ({
  type: 'Select',
  inputs: { from: `@result('${container}')`, select: "@concat(item()?['name'],':',item()?['status'])" },
});
const body = (...names: string[]): { body: string[] } => ({ body: names });
const none = { retryPolicy: { type: 'none' } };

/** `result()`, `actions()`, `outputs()`, `body()` and variables, seen from later actions. */
export const referenceCases: FlowCase[] = [
  [
    'result of a scope: its first level only',
    { T: scope({ A: ok, U: scope({ Deep: ok }) }), R: after(resultOf('T'), { T: S }) },
    'Succeeded',
    {},
    { outputs: { R: body('A:Succeeded', 'U:Succeeded') } },
  ],
  [
    'result of a failed scope: skipped actions are in it',
    { T: scope({ A: failing(), B: after(ok, { A: S }) }), R: after(resultOf('T'), { T: F }) },
    'Succeeded',
    {},
    { outputs: { R: body('A:Failed', 'B:Skipped') } },
  ],
  [
    'result of a skipped scope',
    { A: failing(), T: after(scope({ B: ok }), { A: S }), R: after(resultOf('T'), { T: ['Skipped'] }) },
    'Succeeded',
    {},
    { outputs: { R: body('B:Skipped') } },
  ],
  [
    'result of an empty scope',
    { T: scope({}), R: after(resultOf('T'), { T: S }) },
    'Succeeded',
    {},
    { outputs: { R: body() } },
  ],
  [
    'result of a condition: both branches',
    { I: ifTrue('@true', { Y: ok }, { N: ok }), R: after(resultOf('I'), { I: S }) },
    'Succeeded',
    {},
    { outputs: { R: body('Y:Succeeded', 'N:Skipped') } },
  ],
  [
    'result of a switch: all cases',
    {
      W: switchOn(
        '@add(1,1)',
        [
          [1, { A: ok }],
          [2, { B: ok }],
        ],
        { D: ok },
      ),
      R: after(resultOf('W'), { W: S }),
    },
    'Succeeded',
    {},
    { outputs: { R: body('A:Skipped', 'B:Succeeded', 'D:Skipped') } },
  ],
  [
    'result of a Foreach: every iteration',
    { L: foreach("@createArray('1','x')", { A: compose('@int(item())') }), R: after(resultOf('L'), { L: F }) },
    'Succeeded',
    {},
    { outputs: { R: body('A:Succeeded', 'A:Failed') } },
  ],
  [
    'result of an Until: every pass',
    { U: until('@false', { A: ok }, { count: 2 }), R: after(resultOf('U'), { U: S }) },
    'Succeeded',
    {},
    { outputs: { R: body('A:Succeeded', 'A:Succeeded') } },
  ],
  [
    'result of a scope inside the same iteration',
    {
      L: foreach("@createArray('1','x')", {
        T: scope({ A: compose('@int(item())') }),
        R: after(resultOf('T'), { T: [...S, ...F] }),
      }),
    },
    'Succeeded',
    {},
    { outputs: { R: [body('A:Succeeded'), body('A:Failed')] } },
  ],
  [
    'result of an action that holds none is an error',
    { A: ok, R: after(resultOf('A'), { A: S }) },
    'Failed',
    { R: 'F' },
  ],
  [
    'result of what has not run is an error',
    { T: after(scope({ A: ok }), { R: S }), R: resultOf('T') },
    'Failed',
    { R: 'F', T: 'K' },
  ],
  [
    'the first failed action of a try, its code and status',
    {
      T: scope({ A: ok, B: shopCall('GetOrder', { id: '1' }, none) }),
      Q: after(
        { type: 'Query', inputs: { from: "@result('T')", where: "@equals(item()?['status'],'Failed')" } },
        { T: F },
      ),
      R: after(compose("@concat(first(body('Q'))?['code'],' ',first(body('Q'))?['outputs']?['statusCode'])"), { Q: S }),
    },
    'Succeeded',
    {},
    { answers: [404], outputs: { R: 'NotFound 404' } },
  ],
  [
    'results of two containers joined',
    {
      T: scope({ A: ok }),
      U: scope({ B: ok }),
      R: after(compose("@length(union(result('T'),result('U')))"), { T: S, U: S }),
    },
    'Succeeded',
    {},
    { outputs: { R: 2 } },
  ],
  [
    'outputs of a skipped action are null',
    { A: failing(), B: after(ok, { A: S }), R: after(compose("@coalesce(outputs('B'),'none')"), { B: ['Skipped'] }) },
    'Succeeded',
    {},
    { outputs: { R: 'none' } },
  ],
  [
    'body of a skipped action is null',
    { A: failing(), B: after(ok, { A: S }), R: after(compose("@coalesce(body('B'),'none')"), { B: ['Skipped'] }) },
    'Succeeded',
    {},
    { outputs: { R: 'none' } },
  ],
  [
    'body of a failed call is readable',
    { A: shopCall('GetOrder', { id: '1' }, none), R: after(compose("@body('A')?['error']?['message']"), { A: F }) },
    'Succeeded',
    {},
    { answers: [{ statusCode: 400, body: { error: { code: 'X', message: 'why' } } }], outputs: { R: 'why' } },
  ],
  [
    'outputs of an action that could not evaluate its inputs are null',
    { A: failing(), R: after(compose("@coalesce(outputs('A'),'none')"), { A: F }) },
    'Succeeded',
    {},
    { outputs: { R: 'none' } },
  ],
  [
    'actions() of one that has run',
    { A: ok, R: after(compose("@actions('A')?['status']"), { A: S }) },
    'Succeeded',
    {},
    { outputs: { R: 'Succeeded' } },
  ],
  [
    'actions() of a skipped one has its reason',
    { A: failing(), B: after(ok, { A: S }), R: after(compose("@actions('B')?['error']?['code']"), { B: ['Skipped'] }) },
    'Succeeded',
    {},
    { outputs: { R: 'ActionConditionFailed' } },
  ],
  [
    'actions() before it has run is an error',
    { R: compose("@actions('A')"), A: after(ok, { R: S }) },
    'Failed',
    { R: 'F' },
  ],
  [
    'an action that does not exist is an error',
    { R: compose("@outputs('Nowhere')") },
    'Failed',
    { R: 'F' },
    { codes: { R: 'InvalidTemplate' } },
  ],
  [
    'names with blanks mean those with underscores',
    { Get_it: ok, R: after(compose("@outputs('Get it')"), { Get_it: S }) },
    'Succeeded',
    {},
    { outputs: { R: 1 } },
  ],
  [
    'an action of a loop read behind it is the list of all iterations',
    { L: foreach('@createArray(1,2)', { A: compose('@mul(item(),2)') }), R: after(compose("@outputs('A')"), { L: S }) },
    'Succeeded',
    {},
    { outputs: { R: [2, 4] } },
  ],
  [
    'nested loops read behind them are one list',
    {
      L: foreach([[1, 2], [3]], { M: foreach('@item()', { A: compose('@item()') }) }),
      R: after(compose("@outputs('A')"), { L: S }),
    },
    'Succeeded',
    {},
    { outputs: { R: [1, 2, 3] } },
  ],
  [
    'an action of an Until read behind it is that of the last pass',
    {
      U: until("@equals(iterationIndexes('U'),2)", { A: compose("@iterationIndexes('U')") }),
      R: after(compose("@outputs('A')"), { U: S }),
    },
    'Succeeded',
    {},
    { outputs: { R: 2 } },
  ],
  [
    'member names are expressions too',
    { A: compose({ "@{concat('a',1)}": { 'x-@{add(1,1)}': [1, { '@{toUpper(string(2))}b': '@null' }] } }) },
    'Succeeded',
    {},
    { outputs: { A: { a1: { 'x-2': [1, { '2b': null }] } } } },
  ],
  [
    'an escaped expression is text',
    { A: compose(['@@concat(1)', 'a@@{b}', 'x@y']) },
    'Succeeded',
    {},
    { outputs: { A: ['@concat(1)', 'a@{b}', 'x@y'] } },
  ],
  [
    'an object in text is JSON',
    { A: compose('v: @{json(\'{"a":[1]}\')}') },
    'Succeeded',
    {},
    { outputs: { A: 'v: {"a":[1]}' } },
  ],
  [
    'text in a number variable is refused, and the old value stays',
    {
      ...chain({ V: initialize('v', 'integer', 5), X: setVariable('v', 'six') }),
      R: after(compose("@variables('v')"), { X: F }),
    },
    'Succeeded',
    { X: 'F' },
    { codes: { X: 'BadRequest' }, outputs: { R: 5 } },
  ],
  [
    'a number in a text variable is refused as well',
    chain({ V: initialize('v', 'string'), X: setVariable('v', 6) }),
    'Failed',
    { X: 'F' },
    { codes: { X: 'BadRequest' } },
  ],
  [
    'a fraction in an integer variable is refused',
    chain({ V: initialize('v', 'integer'), X: setVariable('v', 1.5) }),
    'Failed',
    { X: 'F' },
  ],
  [
    'an object variable takes no list',
    chain({ V: initialize('v', 'object'), X: setVariable('v', [1]) }),
    'Failed',
    { X: 'F' },
  ],
  [
    'the trigger is seen everywhere',
    { T: scope({ A: compose("@triggerBody()?['id']") }) },
    'Succeeded',
    {},
    { trigger: { id: 7 }, outputs: { A: 7 } },
  ],
  [
    'an action of a loop without items is an empty list behind it',
    { L: foreach('@createArray()', { A: compose('@item()') }), R: after(compose("@outputs('A')"), { L: S }) },
    'Succeeded',
    {},
    { outputs: { R: [] } },
  ],
];
