import {
  after,
  compose,
  foreach,
  initialize,
  recordOf,
  run,
  secondsIn,
  setVariable,
  statuses,
  testHost,
  wait,
} from '../testing/flow-builder';

const S = ['Succeeded'];
type Actions = Parameters<typeof run>[0];

/** Runs actions one after the other. */
function chain(actions: Actions): Actions {
  const names = Object.keys(actions);
  return Object.fromEntries(
    names.map((name, i) => [name, i === 0 ? actions[name]! : after(actions[name]!, { [names[i - 1]!]: S })]),
  );
}

const action = (type: string, inputs: unknown, more: object = {}) => ({ type, inputs, ...more });
const outputsOf = async (actions: Actions, name = 'A'): Promise<unknown> => {
  const record = recordOf(await run(chain(actions)), name);
  return record.status === 'Succeeded' ? record.outputs : record.code;
};
const bodyOf = async (type: string, inputs: unknown, more: object = {}): Promise<unknown> => {
  const outputs = await outputsOf({ A: action(type, inputs, more) });
  return typeof outputs === 'object' ? (outputs as { body: unknown }).body : outputs;
};

describe('variables', () => {
  const read = compose("@variables('v')");

  test.each<[string, Actions, unknown]>([
    ['start as they are given', { I: initialize('v', 'string', "@concat('a','b')"), A: read }, 'ab'],
    ['start as null without a value', { I: initialize('v', 'array'), A: read }, null],
    ['types are written in any case', { I: initialize('v', 'Integer', 5), A: read }, 5],
    ['are set', { I: initialize('v', 'string', 'a'), X: setVariable('v', 'b'), A: read }, 'b'],
    ['names compare without case', { I: initialize('V', 'string', 'a'), A: read }, 'a'],
    [
      'are raised by one',
      { I: initialize('v', 'integer', 5), X: action('IncrementVariable', { name: 'v' }), A: read },
      6,
    ],
    [
      'are raised by a value',
      { I: initialize('v', 'integer', 5), X: action('IncrementVariable', { name: 'v', value: '@add(1,1)' }), A: read },
      7,
    ],
    [
      'are lowered',
      { I: initialize('v', 'integer', 5), X: action('DecrementVariable', { name: 'v', value: 7 }), A: read },
      -2,
    ],
    [
      'floats are raised by fractions',
      { I: initialize('v', 'float', 1), X: action('IncrementVariable', { name: 'v', value: 0.5 }), A: read },
      1.5,
    ],
    [
      'an integer in a float variable is a float',
      { I: initialize('v', 'float', 5), A: compose("@div(variables('v'),2)") },
      2.5,
    ],
    [
      'text is appended',
      {
        I: initialize('v', 'string', 'a'),
        X: action('AppendToStringVariable', { name: 'v', value: '-@{add(1,1)}' }),
        A: read,
      },
      'a-2',
    ],
    [
      'items are appended',
      { I: initialize('v', 'array', [1]), X: action('AppendToArrayVariable', { name: 'v', value: 2 }), A: read },
      [1, 2],
    ],
    [
      'an array is appended as one item',
      { I: initialize('v', 'array', []), X: action('AppendToArrayVariable', { name: 'v', value: [2] }), A: read },
      [[2]],
    ],
    [
      'a value of another type is an error',
      { I: initialize('v', 'integer', 5), A: setVariable('v', 'x') },
      'BadRequest',
    ],
    ['an unknown variable is an error', { A: compose("@variables('w')") }, 'InvalidTemplate'],
    ['setting an unknown variable is an error', { A: setVariable('w', 1) }, 'InvalidTemplate'],
    [
      'text cannot be raised',
      { I: initialize('v', 'string', 'a'), A: action('IncrementVariable', { name: 'v' }) },
      'BadRequest',
    ],
    [
      'text takes no items',
      { I: initialize('v', 'string', 'a'), A: action('AppendToArrayVariable', { name: 'v', value: 1 }) },
      'BadRequest',
    ],
  ])('%s', async (_name, actions, expected) => {
    expect(await outputsOf(actions)).toEqual(expected);
  });

  test('a value read before an append does not change', async () => {
    const record = await run(
      chain({
        I: initialize('v', 'array', []),
        X: action('AppendToArrayVariable', { name: 'v', value: 1 }),
        Before: compose("@variables('v')"),
        Y: action('AppendToArrayVariable', { name: 'v', value: 2 }),
        After: compose("@variables('v')"),
      }),
    );
    expect([recordOf(record, 'Before').outputs, recordOf(record, 'After').outputs]).toEqual([[1], [1, 2]]);
  });

  test('ten thousand items are appended without copying them each time', async () => {
    const record = await run(
      chain({
        I: initialize('v', 'array', []),
        L: foreach('@range(0,10000)', { X: action('AppendToArrayVariable', { name: 'v', value: '@item()' }) }),
        A: compose("@length(variables('v'))"),
      }),
    );
    expect(recordOf(record, 'A').outputs).toBe(10_000);
  });
});

describe('data operations', () => {
  const rows = '@json(\'[{"n":1,"t":"a"},{"n":2,"t":"b, \\"c\\""},{"n":3,"t":"<d>"}]\')';

  test.each<[string, string, unknown, unknown]>([
    ['Query keeps the rows that fit', 'Query', { from: '@range(1,4)', where: '@greater(item(),2)' }, [3, 4]],
    ['Query needs a truth value', 'Query', { from: '@range(1,4)', where: '@item()' }, 'InvalidTemplate'],
    ['Query needs an array', 'Query', { from: "@concat('a')", where: '@true' }, 'BadRequest'],
    [
      'Select makes objects',
      'Select',
      { from: '@range(1,2)', select: { No: '@item()', Text: 'n@{item()}' } },
      [
        { No: 1, Text: 'n1' },
        { No: 2, Text: 'n2' },
      ],
    ],
    ['Select makes values', 'Select', { from: '@range(1,2)', select: '@mul(item(),10)' }, [10, 20]],
    ['Select of nothing', 'Select', { from: '@createArray()', select: '@item()' }, []],
    ['Select of null is an error', 'Select', { from: '@null', select: '@item()' }, 'BadRequest'],
    [
      'Join writes rows as text',
      'Join',
      { from: '@createArray(1,null,json(\'{"a":1}\'))', joinWith: '; ' },
      '1; ; {"a":1}',
    ],
    ['Table as CSV', 'Table', { from: rows, format: 'CSV' }, 'n,t\r\n1,a\r\n2,"b, ""c"""\r\n3,<d>'],
    [
      'Table as HTML is escaped',
      'Table',
      { from: rows, format: 'HTML', columns: [{ header: 'A & B', value: "@item()?['t']" }] },
      '<table><thead><tr><th>A &amp; B</th></tr></thead><tbody><tr><td>a</td></tr><tr><td>b, &quot;c&quot;</td></tr><tr><td>&lt;d&gt;</td></tr></tbody></table>',
    ],
    ['Table of nothing', 'Table', { from: '@createArray()', format: 'CSV' }, ''],
  ])('%s', async (_name, type, inputs, expected) => {
    expect(await bodyOf(type, inputs)).toEqual(expected);
  });

  test('item() inside a loop means the row', async () => {
    const query = action('Query', { from: '@range(1,5)', where: "@equals(item(),items('L'))" });
    const record = await run({ L: foreach('@createArray(4)', { A: query }) });
    expect(recordOf(record, 'A').outputs).toEqual({ body: [4] });
  });
});

describe('ParseJson', () => {
  const schema = {
    type: 'object',
    properties: { a: { type: 'integer' }, b: { type: ['string', 'null'] } },
    required: ['a'],
  };

  test.each<[string, unknown, unknown]>([
    ['reads text', '{"a":1,"b":null}', { a: 1, b: null }],
    ['takes values', { a: 1 }, { a: 1 }],
    ['a value that does not match fails', { a: 'x' }, 'ValidationFailed'],
    ['a missing member fails', {}, 'ValidationFailed'],
    ['broken text fails', '{a', 'InvalidTemplate'],
    ['null fails', null, 'InvalidTemplate'],
  ])('%s', async (_name, content, expected) => {
    expect(await bodyOf('ParseJson', { content, schema })).toEqual(expected);
  });

  test('says what does not match', async () => {
    const record = await run({ A: action('ParseJson', { content: { a: 'x', b: 5 }, schema }) });
    expect(recordOf(record, 'A').outputs).toEqual({
      errors: [
        { path: 'a', message: 'must be integer' },
        { path: 'b', message: 'must be string,null' },
      ],
    });
  });

  test('designer keywords and older drafts do no harm', async () => {
    const odd = { ...schema, $schema: 'http://json-schema.org/draft-04/schema#', 'x-ms-test': 1 };
    expect(await bodyOf('ParseJson', { content: { a: 1 }, schema: odd })).toEqual({ a: 1 });
  });

  test('the schema is a template: exports escape names that begin with @', async () => {
    const escaped = { type: 'object', properties: { '@@odata.etag': { type: 'string' } }, required: ['@@odata.etag'] };
    expect(await bodyOf('ParseJson', { content: '{"@odata.etag":"W/1"}', schema: escaped })).toEqual({
      '@odata.etag': 'W/1',
    });
    expect(await bodyOf('ParseJson', { content: '{"@odata.etag":1}', schema: escaped })).toBe('ValidationFailed');
  });

  test('the schema may be computed', async () => {
    const computed = { type: "@{concat('inte', 'ger')}" };
    expect(await bodyOf('ParseJson', { content: '5', schema: computed })).toBe(5);
    expect(await bodyOf('ParseJson', { content: '"x"', schema: computed })).toBe('ValidationFailed');
  });
});

describe('times, numbers and waits', () => {
  const base = '2026-03-02T09:00:00Z';

  test.each<[string, string, unknown, unknown]>([
    ['AddToTime', 'AddToTime', { baseTime: base, interval: 1, timeUnit: 'Month' }, '2026-04-02T09:00:00.0000000Z'],
    [
      'SubtractFromTime',
      'SubtractFromTime',
      { baseTime: base, interval: 2, timeUnit: 'Day' },
      '2026-02-28T09:00:00.0000000Z',
    ],
    [
      'ConvertTimeZone',
      'ConvertTimeZone',
      { baseTime: base, sourceTimeZone: 'UTC', destinationTimeZone: 'Pacific Standard Time', formatString: 'g' },
      '3/2/2026 1:00 AM',
    ],
    ['CurrentTime', 'CurrentTime', {}, '2026-03-02T09:00:00.0000000Z'],
    ['GetFutureTime', 'GetFutureTime', { interval: 1, timeUnit: 'Week' }, '2026-03-09T09:00:00.0000000Z'],
    ['GetPastTime', 'GetPastTime', { interval: 90, timeUnit: 'Minute' }, '2026-03-02T07:30:00.0000000Z'],
    ['FormatNumber', 'FormatNumber', { number: 1234.5, format: 'C2', locale: 'en-us' }, '$1,234.50'],
    ['a missing input is an error', 'AddToTime', { baseTime: base, interval: 1 }, 'InvalidTemplate'],
  ])('%s', async (_name, kind, inputs, expected) => {
    expect(await bodyOf('Expression', inputs, { kind })).toEqual(expected);
  });

  test.each<[string, unknown, number]>([
    ['seconds', { interval: { count: 30, unit: 'Second' } }, 30],
    ['an expression', { interval: { count: '@add(1,1)', unit: 'Hour' } }, 7200],
    ['a month', { interval: { count: 1, unit: 'Month' } }, 31 * 86_400],
    ['a timestamp', { until: { timestamp: '2026-03-02T10:00:00Z' } }, 3600],
    ['a timestamp that has passed', { until: { timestamp: '2026-03-01T10:00:00Z' } }, 0],
  ])('waiting for %s', async (_name, inputs, seconds) => {
    const host = testHost(undefined, { maxDurationMs: Infinity });
    expect(secondsIn((await run({ A: action('Wait', inputs) }, host)).endTime)).toBe(seconds);
  });

  test('a wait without a number is an error', async () => {
    expect(statuses(await run({ A: wait('soon') }))).toEqual({ A: 'Failed' });
  });
});
