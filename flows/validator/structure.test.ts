import { compose, findingsFor, type FlowParts, flowText, scope } from './fixtures/flow-text.fixture';
import { fixtureSurroundings } from './fixtures/surroundings.fixture';
import { validateFlow } from './validate-flow';

const A = '/properties/definition/actions/A';
const found = (parts: FlowParts): string[] =>
  findingsFor(parts)
    .filter(({ code }) => code === 'F000')
    .map(({ pointer, message, fix }) => `${pointer} | ${message} | ${fix}`);
const wait = (inputs: object) => ({ A: { type: 'Wait', inputs } });
const http = (retryPolicy: object) => ({
  A: { type: 'Http', inputs: { method: 'GET', uri: 'https://shop.example/x', retryPolicy } },
});

const looping = (configuration: object) => ({
  A: { type: 'Foreach', foreach: "@json('[]')", actions: {}, runtimeConfiguration: configuration },
});
const until = (limit: object) => ({ A: { type: 'Until', expression: '@equals(1, 2)', limit, actions: {} } });
const action = (type: string, inputs: object, kind?: string) => ({ A: { type, inputs, ...(kind ? { kind } : {}) } });
const request = (method: string, uri: string) => action('Http', { method, uri });

describe('what exports hold is accepted', () => {
  it.each([
    ['no runAfter', { A: { type: 'Compose', inputs: 1 } }],
    ['statuses in capitals', { A: compose(1), B: { ...compose(2), runAfter: { A: ['SUCCEEDED', 'TIMEDOUT'] } } }],
    ['counts written as whole floats', http({ type: 'fixed', count: 5.0, interval: 'PT5S' })],
    ['a retry policy of type none', http({ type: 'none' })],
    ['a condition as one expression', { A: { type: 'If', expression: '@equals(1, 1)', actions: {} } }],
    ['an empty default branch', { A: { type: 'Switch', expression: '@true', cases: {}, default: {} } }],
    ['waiting until a time', wait({ until: { timestamp: '@utcNow()' } })],
    ['a count as text', until({ count: '5000', timeout: "PT@{variables('n')}M" })],
    ['an address in capitals', request('HEAD', 'HTTPS://a.example')],
    ['an address from expressions', request("@variables('method')", "@{variables('host')}/orders")],
    [
      'headers from an expression',
      { A: { type: 'Response', kind: 'Http', inputs: { statusCode: '@int(200)', headers: '@json(null)' } } },
    ],
  ])('%s', (_what, actions) => expect(found({ actions })).toEqual([]));

  it('a version called undefined, as some exports say', () => {
    const text = flowText({}).replace('"contentVersion":"1.0.0.0"', '"contentVersion":"undefined"');
    expect(validateFlow({ file: 'x', text }, fixtureSurroundings).findings).toEqual([]);
  });
});

/** Values out of the platform's bounds: what is wrong, the action, where, and what it must be. */
const outOfBounds: [string, Record<string, unknown>, string, string][] = [
  ['no pass at all', until({ count: 0 }), '/limit/count', 'from 1 to 5000'],
  ['too many passes', until({ count: 5001 }), '/limit/count', 'from 1 to 5000'],
  ['too many passes as text', until({ count: '5001' }), '/limit/count', 'from 1 to 5000'],
  ['a time limit in words', until({ timeout: '1 hour' }), '/limit/timeout', 'an ISO 8601 duration'],
  ['a method HTTP does not have', request('FETCH', 'https://a.example'), '/inputs/method', 'GET, PUT'],
  ['an address without a host', request('GET', '/orders'), '/inputs/uri', 'starts with https://'],
  ['an address of another kind', request('GET', 'ftp://a.example'), '/inputs/uri', 'starts with https://'],
  [
    '91 retries as text',
    http({ type: 'fixed', count: '91', interval: 'PT5S' }),
    '/inputs/retryPolicy/count',
    '1 to 90',
  ],
  ['no retry', http({ type: 'fixed', count: 0, interval: 'PT5S' }), '/inputs/retryPolicy/count', '1 to 90'],
  ['a status code of two digits', action('Response', { statusCode: 20 }, 'Http'), '/inputs/statusCode', 'such as 200'],
  ['an unknown end', action('Terminate', { runStatus: 'Skipped' }), '/inputs/runStatus', "'Succeeded', 'Failed'"],
  ['a child flow without a name', action('Workflow', { host: {} }), '/inputs/host', 'workflowReferenceName'],
  [
    'an unknown unit',
    wait({ interval: { count: 1, unit: 'Fortnight' } }),
    '/inputs/interval/unit',
    "'Second', 'Minute'",
  ],
  ['an unknown way to wait', wait({ since: {} }), '/inputs/since', "a member 'since'"],
  ['no time to wait until', wait({ until: { timestamp: 'tomorrow' } }), '/inputs/until/timestamp', 'a time such as'],
  ['a mapping that is missing', action('Select', { from: [] }), '/inputs', "lacks 'select'"],
  ['an unknown format', action('Table', { from: [], format: 'XML' }), '/inputs/format', "'HTML', 'CSV'"],
  ['a separator that is no text', action('Join', { from: [], joinWith: 1 }), '/inputs/joinWith', 'a text'],
  ['a schema in text', action('ParseJson', { content: 1, schema: '{}' }), '/inputs/schema', 'an object'],
  [
    'a unit of time no calendar has',
    action('Expression', { interval: 1, timeUnit: 'Decade' }, 'GetPastTime'),
    '/inputs/timeUnit',
    'Second, Minute',
  ],
  [
    'a time to add to nothing',
    action('Expression', { interval: 1, timeUnit: 'Day' }, 'AddToTime'),
    '/inputs',
    "'baseTime'",
  ],
  [
    '51 at a time',
    looping({ concurrency: { repetitions: 51 } }),
    '/runtimeConfiguration/concurrency/repetitions',
    '1 to 50',
  ],
  [
    '51 at a time as text',
    looping({ concurrency: { repetitions: '51' } }),
    '/runtimeConfiguration/concurrency/repetitions',
    '1 to 50',
  ],
  [
    'a misspelt concurrency',
    looping({ concurrency: { repetition: 5 } }),
    '/runtimeConfiguration/concurrency/repetition',
    'repetition',
  ],
  [
    'too many rows',
    looping({ paginationPolicy: { minimumItemCount: 100_001 } }),
    '/runtimeConfiguration/paginationPolicy/minimumItemCount',
    '1 to 100000',
  ],
];
describe('one finding for each thing that is wrong', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    [
      'an unknown type',
      { A: { type: 'Composed', inputs: 1 } },
      [`${A}/type | 'type' of the action 'A' must be one of 'OpenApiConnection', 'OpenApiConnectionWebhook'`],
    ],
    ['no type', { A: { runAfter: {} } }, [`${A} | The action 'A' lacks 'type'. | Add 'type'.`]],
    ['no object', { A: null }, [`${A} | The action 'A' must be an object, but is null. | Write an object.`]],
    [
      'a misspelt member',
      { A: { ...compose(1), runafter: {} } },
      [
        `${A}/runafter | The action 'A' has a member 'runafter', which the platform does not know there. | Write 'runAfter' if that is what is meant; else remove it.`,
      ],
    ],
    [
      'a misspelt status',
      { A: compose(1), B: { ...compose(2), runAfter: { A: ['Success'] } } },
      [
        "/properties/definition/actions/B/runAfter/A/0 | 'runAfter.A.0' of the action 'B' must be Succeeded, Failed, Skipped or TimedOut, but is 'Success'.",
      ],
    ],
    [
      'too many retries',
      http({ type: 'fixed', count: 100, interval: 'PT5S' }),
      [
        `${A}/inputs/retryPolicy/count | 'inputs.retryPolicy.count' of the action 'A' must be a whole number from 1 to 90, or an expression, but is 100.`,
      ],
    ],
    [
      'a duration in words',
      http({ type: 'fixed', count: 1, interval: '5 seconds' }),
      [
        `${A}/inputs/retryPolicy/interval | 'inputs.retryPolicy.interval' of the action 'A' must be an ISO 8601 duration such as PT30S or P1D, or an expression, but is '5 seconds'.`,
      ],
    ],
    [
      'half a retry policy',
      http({ type: 'exponential' }),
      [
        `${A}/inputs/retryPolicy | 'inputs.retryPolicy' of the action 'A' lacks 'count'.`,
        `${A}/inputs/retryPolicy | 'inputs.retryPolicy' of the action 'A' lacks 'interval'.`,
      ],
    ],
    [
      'two ways to wait',
      wait({ interval: { count: 1, unit: 'Hour' }, until: { timestamp: '@utcNow()' } }),
      [
        `${A}/inputs | 'inputs' of the action 'A' must be an object with either 'interval' or 'until'. | Keep one and remove the rest.`,
      ],
    ],
    [
      'an Until without limit',
      { A: { type: 'Until', expression: '@true', actions: {} } },
      [`${A} | The action 'A' lacks 'limit'.`],
    ],
    [
      'a place deep inside',
      { S: scope({ A: scope({ B: { type: 'Compose' } }) }) },
      ["/properties/definition/actions/S/actions/A/actions/B | The action 'B' lacks 'inputs'."],
    ],
    [
      'a block that is a list',
      { A: scope([] as never) },
      [`${A}/actions | 'actions' of the action 'A' must be an object, but is a list.`],
    ],
  ])('%s', (_what, actions, expected) => {
    const findings = found({ actions });
    expect(findings).toHaveLength(expected.length);
    findings.forEach((finding, index) => expect(finding).toContain(expected[index]));
  });

  it.each(outOfBounds)('%s', (_what, actions, place, wanted) => {
    const findings = found({ actions });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(new RegExp(`^${A}${place} \\| `));
    expect(findings[0]).toContain(wanted);
  });

  it.each<[string, object, string]>([
    ['a batch that is no expression', { splitOn: 'triggerBody()' }, '/splitOn'],
    ['a batch that is text', { splitOn: '@{triggerBody()}' }, '/splitOn'],
    [
      'too many runs at a time',
      { runtimeConfiguration: { concurrency: { runs: 101 } } },
      '/runtimeConfiguration/concurrency/runs',
    ],
    ['a method HTTP does not have', { inputs: { method: 'FETCH' } }, '/inputs/method'],
    ['a schema in text', { inputs: { schema: '{}' } }, '/inputs/schema'],
  ])('%s in a trigger', (_what, members, place) => {
    const findings = found({ trigger: { type: 'Request', kind: 'Http', ...members } });
    expect(findings.map((finding) => finding.split(' | ')[0])).toEqual([
      `/properties/definition/triggers/manual${place}`,
    ]);
  });

  it.each<[string, object, string]>([
    ['an unknown frequency', { frequency: 'Daily' }, '/frequency'],
    ['no interval', { interval: 0 }, '/interval'],
    ['no interval as text', { interval: '0' }, '/interval'],
    ['an hour too late', { schedule: { hours: [24] } }, '/schedule/hours/0'],
    ['an hour too late as text', { schedule: { hours: ['24'] } }, '/schedule/hours/0'],
    ['a minute too late', { schedule: { minutes: [60] } }, '/schedule/minutes/0'],
    ['a short weekday', { frequency: 'Week', schedule: { weekDays: ['Mon'] } }, '/schedule/weekDays/0'],
    ['a day no month has', { frequency: 'Month', schedule: { monthDays: [0] } }, '/schedule/monthDays/0'],
    ['an unknown member', { zone: 'UTC' }, '/zone'],
  ])('%s in a schedule', (_what, members, place) => {
    const trigger = { type: 'Recurrence', recurrence: { frequency: 'Day', interval: 1, timeZone: 'UTC', ...members } };
    expect(found({ trigger }).map((finding) => finding.split(' | ')[0])).toEqual([
      `/properties/definition/triggers/manual/recurrence${place}`,
    ]);
  });

  it('no trigger, and two of them', () => {
    const text = (triggers: object): string =>
      JSON.stringify({ ...(JSON.parse(flowText({})) as object) }).replace(
        /"triggers":.*?,"actions"/,
        `"triggers":${JSON.stringify(triggers)},"actions"`,
      );
    const messages = (triggers: object) =>
      validateFlow({ file: 'x', text: text(triggers) }, fixtureSurroundings).findings.map(({ message }) => message);
    const request = { type: 'Request', kind: 'Http' };
    expect(messages({})).toEqual([
      "'properties.definition.triggers' of the flow must hold at least 1, but holds none.",
    ]);
    expect(messages({ a: request, b: request })).toEqual([
      "'properties.definition.triggers' of the flow must hold at most 1, but holds 2.",
    ]);
  });
});
