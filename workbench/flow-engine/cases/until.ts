import { after, compose, failing, foreach, initialize, setVariable, wait } from '../testing/flow-builder';
import { chain, count, counted, increment, until, within } from '../testing/actions';
import { type FlowCase } from './flow-case';

const F = ['Failed'];
const ok = compose(1);
const never = '@false';
const failAtLimit = { operationOptions: 'FailWhenLimitsReached' };

/** Loops until something is true: test, limits, failures. */
export const untilCases: FlowCase[] = [
  [
    'the body runs before the first test',
    chain({ V: count(), U: until('@true', { A: increment() }) }),
    'Succeeded',
    { A: 'S' },
  ],
  [
    'it goes on until the test is true',
    chain({ V: count(), U: until("@equals(variables('n'),3)", { A: increment() }), R: counted() }),
    'Succeeded',
    { U: 'S', A: 'SSS' },
    { outputs: { R: 3 } },
  ],
  [
    'a test written as an object',
    chain({
      V: count(),
      U: until({ and: [{ greater: ["@variables('n')", 1] }, { not: { equals: [1, 2] } }] }, { A: increment() }),
    }),
    'Succeeded',
    { A: 'SS' },
  ],
  [
    'the test sees the results of the last pass',
    chain({
      V: count(),
      U: until("@equals(outputs('B'),2)", chain({ A: increment(), B: counted() })),
    }),
    'Succeeded',
    { B: 'SS' },
  ],
  [
    'a reached count is no failure',
    { U: until(never, { A: ok }, { count: 3, timeout: 'PT1H' }) },
    'Succeeded',
    { U: 'S', A: 'SSS' },
  ],
  [
    'a reached count is one when asked for',
    { U: { ...until(never, { A: ok }, { count: 3 }), ...failAtLimit }, H: after(ok, { U: F }) },
    'Succeeded',
    { U: 'F', A: 'SSS', H: 'S' },
  ],
  [
    'no failure when the last pass allowed makes the test true',
    chain({
      V: count(),
      U: { ...until("@equals(variables('n'),3)", { A: increment() }, { count: 3 }), ...failAtLimit },
    }),
    'Succeeded',
    { U: 'S', A: 'SSS' },
  ],
  ['one pass', { U: until(never, { A: ok }, { count: 1 }) }, 'Succeeded', { A: 'S' }],
  ['the count written as text', { U: until(never, { A: ok }, { count: '2' }) }, 'Succeeded', { A: 'SS' }],
  ['the count from an expression', { U: until(never, { A: ok }, { count: '@add(1,1)' }) }, 'Succeeded', { A: 'SS' }],
  [
    'a count that does not fit fails the loop',
    { U: until(never, { A: ok }, { count: '@sub(1,1)' }) },
    'Failed',
    { U: 'F', A: '' },
  ],
  ['sixty passes without a count', { U: until(never, { A: ok }, {}) }, 'Succeeded', { A: 'S'.repeat(60) }],
  [
    'an hour without a time limit',
    { U: until(never, { W: wait(25, 'Minute') }, {}) },
    'Succeeded',
    { W: 'SSS' },
    { seconds: 75 * 60 },
  ],
  [
    'the time limit is looked at between passes',
    { U: until(never, { W: wait(50) }, { count: 60, timeout: 'PT2M' }) },
    'Succeeded',
    { W: 'SSS' },
    { seconds: 150 },
  ],
  [
    'a time limit that is just reached ends the loop',
    { U: until(never, { W: wait(60) }, { timeout: 'PT2M' }) },
    'Succeeded',
    { W: 'SS' },
    { seconds: 120 },
  ],
  [
    'a reached time limit fails the loop when asked to',
    { U: { ...until(never, { W: wait(60) }, { timeout: 'PT2M' }), ...failAtLimit } },
    'Failed',
    { U: 'F', W: 'SS' },
  ],
  [
    'the time limit from an expression',
    { U: until(never, { W: wait(60) }, { timeout: "@concat('PT','3M')" }) },
    'Succeeded',
    { W: 'SSS' },
  ],
  [
    'a failed pass fails the loop',
    { U: until(never, { A: failing() }), H: after(ok, { U: F }) },
    'Succeeded',
    { U: 'F', A: 'F', H: 'S' },
  ],
  [
    'a failure mended in its pass lets the loop go on',
    { U: until(never, { A: failing(), B: after(ok, { A: F }) }, { count: 2 }) },
    'Succeeded',
    { U: 'S', A: 'FF', B: 'SS' },
  ],
  ['a test that is no truth value fails the loop', { U: until('@add(1,1)', { A: ok }) }, 'Failed', { U: 'F', A: 'S' }],
  [
    'a test that cannot be read fails the loop',
    { U: until("@equals(outputs('A')['x'],1)", { A: ok }) },
    'Failed',
    { U: 'F', A: 'S' },
    { codes: { U: 'InvalidTemplate' } },
  ],
  [
    'a loop in a loop',
    chain({
      V: count(),
      U: until("@greaterOrEquals(variables('n'),4)", {
        W: until("@equals(mod(variables('n'),2),0)", { A: increment() }),
      }),
    }),
    'Succeeded',
    { U: 'S', W: 'SS', A: 'SSSS' },
  ],
  [
    'a Foreach in an Until runs anew in each pass',
    { U: until(never, { L: foreach('@createArray(1,2)', { A: compose('@item()') }) }, { count: 2 }) },
    'Succeeded',
    { L: 'SS', A: 'SSSS' },
    { outputs: { A: [1, 2, 1, 2] } },
  ],
  [
    'iterationIndexes counts passes from zero',
    { U: until(never, { A: compose("@iterationIndexes('U')") }, { count: 3 }) },
    'Succeeded',
    { A: 'SSS' },
    { outputs: { A: [0, 1, 2] } },
  ],
  ['there is no item in an Until', { U: until('@true', { A: compose('@item()') }) }, 'Failed', { A: 'F' }],
  [
    'polling every hour for three days takes no time at all',
    chain({
      V: count(),
      D: initialize('done', 'boolean', false),
      U: until(
        "@variables('done')",
        chain({ W: wait(1, 'Hour'), A: increment(), B: setVariable('done', "@equals(variables('n'),72)") }),
        { count: 100, timeout: 'P7D' },
      ),
    }),
    'Succeeded',
    { U: 'S', W: 'S'.repeat(72) },
    { seconds: 72 * 3600 },
  ],
  [
    'a limit of the loop as an action would be is its own, not a time-out',
    { U: within('PT1M', until(never, { W: wait(40) })) },
    'Succeeded',
    { U: 'S', W: 'SS' },
    { seconds: 80 },
  ],
];
