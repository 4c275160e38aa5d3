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

describe('what exports hold is accepted', () => {
  it.each([
    ['no runAfter', { A: { type: 'Compose', inputs: 1 } }],
    ['statuses in capitals', { A: compose(1), B: { ...compose(2), runAfter: { A: ['SUCCEEDED', 'TIMEDOUT'] } } }],
    ['counts written as whole floats', http({ type: 'fixed', count: 5.0, interval: 'PT5S' })],
    ['a retry policy of type none', http({ type: 'none' })],
    ['a condition as one expression', { A: { type: 'If', expression: '@equals(1, 1)', actions: {} } }],
    ['an empty default branch', { A: { type: 'Switch', expression: '@true', cases: {}, default: {} } }],
    ['waiting until a time', wait({ until: { timestamp: '@utcNow()' } })],
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
