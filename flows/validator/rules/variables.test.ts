import {
  change,
  compose,
  condition,
  findingsFor,
  foreach,
  messagesOf,
  scope,
  variable,
} from '../fixtures/flow-text.fixture';

const read = (name: string, ...after: string[]) => compose(`@variables('${name}')`, ...after);

describe('F009', () => {
  it.each([
    ['names in another case', { I: variable('Count', 'integer', 1), A: read('cOUNT', 'I') }],
    ['types in another case', { I: variable('v', 'Integer', 1), A: read('v', 'I') }],
    ['use in an inner block', { I: variable('v', 'string'), S: scope({ A: read('v') }, 'I') }],
    [
      'an integer for a float',
      { I: variable('v', 'float', 1), A: change('IncrementVariable', 'v', 2, 'I'), B: read('v', 'A') },
    ],
    ['an expression, whatever it gives', { I: variable('v', 'boolean', "@triggerBody()?['text']"), A: read('v', 'I') }],
    [
      'anything appended to an array',
      { I: variable('v', 'array', []), A: change('AppendToArrayVariable', 'v', { a: 1 }, 'I'), B: read('v', 'A') },
    ],
    [
      'counting by one',
      { I: variable('v', 'integer'), A: change('DecrementVariable', 'v', undefined, 'I'), B: read('v', 'A') },
    ],
  ])('accepts %s', (_what, actions) => expect(findingsFor({ actions })).toEqual([]));

  it.each([
    ['a name nobody initialises', { A: read('v') }, /^'A' uses the variable 'v', which is never initialised/],
    [
      'a name nobody initialises, set',
      { A: change('SetVariable', 'v', 1) },
      /^'A' uses the variable 'v', which is never/,
    ],
    [
      'use before it is initialised',
      { A: read('v'), I: variable('v', 'string', 'x', 'A') },
      /^'A' uses the variable 'v', but 'I' does not certainly initialise it before/,
    ],
    [
      'use beside it',
      { I: variable('v', 'string', 'x'), S: scope({ A: read('v') }) },
      /^'A' uses the variable 'v', but 'I'/,
    ],
    [
      'a second initialisation',
      { I: variable('v', 'string', 'x'), J: variable('V', 'string', 'y', 'I'), A: read('v', 'J') },
      /^'J' initialises the variable 'V' again; 'I' does it already/,
    ],
    [
      'a text for an integer',
      { I: variable('v', 'integer', '5'), A: read('v', 'I') },
      /^'I' gives the variable 'v' a value of type String/,
    ],
    [
      'interpolated text for a boolean',
      { I: variable('v', 'boolean', true), A: change('SetVariable', 'v', '@{equals(1, 1)}', 'I'), B: read('v', 'A') },
      /^'A' gives the variable 'v' a value of type String, but it is of type boolean/,
    ],
    [
      'a float for an integer',
      { I: variable('v', 'integer', 1), A: change('SetVariable', 'v', 1.5, 'I'), B: read('v', 'A') },
      /^'A' gives the variable 'v' a value of type Float/,
    ],
    [
      'appending to an integer',
      { I: variable('v', 'integer', 1), A: change('AppendToArrayVariable', 'v', 2, 'I'), B: read('v', 'A') },
      /^'A' is of type AppendToArrayVariable, but the variable 'v' is of type integer/,
    ],
    [
      'setting a variable from itself',
      {
        I: variable('v', 'string', 'x'),
        A: change('SetVariable', 'v', "@concat(variables('V'), 'y')", 'I'),
        B: read('v', 'A'),
      },
      /^'A' sets 'v' from its own value/,
    ],
  ])('refuses %s', (_what, actions, message) => {
    expect(messagesOf('F009', { actions })).toEqual([expect.stringMatching(message)]);
  });

  it('refuses variables in the trigger', () => {
    const trigger = { type: 'Request', kind: 'Http', conditions: [{ expression: "@equals(variables('v'), 1)" }] };
    const actions = { I: variable('v', 'integer', 1), A: read('v', 'I') };
    expect(messagesOf('F009', { trigger, actions })).toEqual([
      "The trigger uses the variable 'v', but it runs before every action.",
    ]);
  });
});

it('F009 only warns of interpolated text for another type, which exports hold', () => {
  const severities = (value: string) =>
    findingsFor({ actions: { I: variable('v', 'integer', value), A: read('v', 'I') } }).map(({ severity }) => severity);
  expect(severities('@{add(1, 1)}')).toEqual(['warning']);
  expect(severities('2')).toEqual(['error']);
});

it.each([
  ['AppendToStringVariable', 'string', 'x', "and @{variables('V')}"],
  ['AppendToArrayVariable', 'array', [], "@length(variables('v'))"],
  ['IncrementVariable', 'integer', 1, "@variables('v')"],
  ['DecrementVariable', 'integer', 1, "@variables('v')"],
])(
  'F009 only warns when %s uses its own variable: what the platform does is not documented',
  (type, of, start, value) => {
    const actions = { I: variable('v', of, start), A: change(type, 'v', value, 'I'), B: read('v', 'A') };
    expect(findingsFor({ actions })).toEqual([
      expect.objectContaining({
        code: 'F009',
        severity: 'warning',
        pointer: '/properties/definition/actions/A/inputs/value',
        message: expect.stringContaining(`'A' is of type ${type} and uses the very variable it changes`) as string,
      }),
    ]);
  },
);

describe('F020', () => {
  const loop = (repetitions: number | undefined, actions: Record<string, unknown>) => ({
    I: variable('v', 'string', 'x'),
    L: { ...foreach(actions, 'I'), ...(repetitions ? { runtimeConfiguration: { concurrency: { repetitions } } } : {}) },
    B: read('v', 'L'),
  });
  const set = { C: condition({ A: change('SetVariable', 'v', 'y') }, {}) };
  it('warns of a parallel loop, however deep inside of it', () =>
    expect(messagesOf('F020', { actions: loop(2, set) })).toHaveLength(1));
  it('is content with one iteration at a time', () => {
    expect(messagesOf('F020', { actions: loop(1, set) })).toEqual([]);
    expect(messagesOf('F020', { actions: loop(undefined, set) })).toEqual([]);
  });
});

describe('F022', () => {
  it('tells a variable nobody reads from one nobody touches', () => {
    const actions = {
      I: variable('v', 'string', 'x'),
      J: variable('w', 'string', 'x', 'I'),
      A: change('SetVariable', 'w', 'y', 'J'),
    };
    expect(messagesOf('F022', { actions })).toEqual([
      "The variable 'v' is never used.",
      "The variable 'w' is set, but never read.",
    ]);
  });
  it('says nothing when the name read is computed', () => {
    const actions = { I: variable('v', 'string', 'x'), A: compose("@variables(triggerBody()?['text'])", 'I') };
    expect(messagesOf('F022', { actions })).toEqual([]);
  });
});
