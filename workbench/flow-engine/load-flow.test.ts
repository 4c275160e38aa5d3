import { mkdtempSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFlow } from './load-flow';
import { FlowFormatError } from './plan/flow-format-error';
import { after, compose, flowText, foreach, initialize, scope, shopCall, SHOP, failing } from './testing/flow-builder';

const NAME = 'EmailIngestion-0A1B2C3D-1111-4222-8333-444444444444.json';
type Parts = Parameters<typeof flowText>[0];

function problemsOf(text: string, name = NAME): { pointer: string; message: string }[] {
  try {
    loadFlow({ name, text });
  } catch (error) {
    if (error instanceof FlowFormatError) return error.problems;
    throw error;
  }
  return [];
}
const problems = (parts: Parts): [string, string][] =>
  problemsOf(flowText(parts)).map(({ pointer, message }) => [pointer.replace('/properties/definition', ''), message]);

describe('loading a flow', () => {
  test("takes id and name from the file's name", () => {
    const flow = loadFlow({ name: `/some/where/${NAME}`, text: flowText({ actions: {} }) });
    expect([flow.id, flow.name]).toEqual(['0a1b2c3d-1111-4222-8333-444444444444', 'Email Ingestion']);
    expect(loadFlow({ name: NAME, text: flowText({ actions: {} }), displayName: 'E-Mail' }).name).toBe('E-Mail');
  });

  test('reads files, with or without a byte order mark', () => {
    const folder = mkdtempSync(join(tmpdir(), 'flow-'));
    try {
      const path = join(folder, NAME);
      writeFileSync(path, `\uFEFF${flowText({ actions: { A: compose(1) } })}`);
      expect(loadFlow(path).actions.actions).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('a custom connector is known by its logical name, a public one by its name', () => {
    const references = { mail: { connection: {}, api: { name: 'shared_office365' } } };
    const { connections } = loadFlow({ name: NAME, text: flowText({ actions: {}, references }) });
    expect([...connections].map(([key, { connector, logicalName }]) => [key, connector, logicalName])).toEqual([
      ['shop', SHOP, 'rcc_shopconnection'],
      ['mail', 'shared_office365', undefined],
    ]);
  });

  test('parameters keep their default value and schema name', () => {
    const parameters = {
      'Mailbox (rcc_Mailbox)': { type: 'String', defaultValue: 'a@b.test', metadata: { schemaName: 'rcc_Mailbox' } },
    };
    const flow = loadFlow({ name: NAME, text: flowText({ actions: {}, parameters }) });
    expect(flow.parameters.get('Mailbox (rcc_Mailbox)')).toEqual({
      defaultValue: 'a@b.test',
      schemaName: 'rcc_Mailbox',
    });
  });

  test.each<[string, string, string]>([
    ['text that is no JSON', '{', 'not valid JSON'],
    ['a list', '[]', 'The file holds a list, not a flow.'],
    ['another shape', '{}', '"properties"'],
    ['no definition', '{"properties":{}}', 'definition is missing'],
    [
      'connection references that are none',
      '{"properties":{"definition":{},"connectionReferences":[]}}',
      'must be an object',
    ],
    ['no trigger', '{"properties":{"definition":{}}}', 'exactly one trigger'],
  ])('%s is refused', (_name, text, message) => {
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ message: expect.stringContaining(message) as string }),
    ]);
  });

  test('a file name without a GUID is refused', () => {
    expect(problemsOf(flowText({ actions: {} }), 'Flow.json')[0]!.message).toContain('<Name>-<GUID>.json');
  });

  test.each<[string, Parts, [string, string | RegExp][]]>([
    [
      'an unsupported action type',
      { actions: { A: { type: 'Batch' } } },
      [['/actions/A/type', /'Batch' is not supported/]],
    ],
    [
      'an unsupported trigger type',
      { actions: {}, trigger: { type: 'Sliding' } },
      [['/triggers/manual/type', /'Sliding' is not supported/]],
    ],
    [
      'an expression that does not parse',
      { actions: { A: compose({ b: ['@concat('] }) } },
      [['/actions/A/inputs/b/0', /Expected/]],
    ],
    [
      'runAfter without a sibling',
      { actions: { A: after(compose(1), { B: ['Succeeded'] }) } },
      [['/actions/A/runAfter/B', /no action 'B'/]],
    ],
    [
      'runAfter with an unknown status',
      { actions: { A: compose(1), B: after(compose(1), { A: ['Done'] }) } },
      [['/actions/B/runAfter/A', /Succeeded, Failed/]],
    ],
    [
      'a circle',
      {
        actions: {
          A: after(compose(1), { B: ['Succeeded'] }),
          B: after(compose(1), { A: ['Succeeded'] }),
          C: compose(1),
        },
      },
      [['/actions', /wait for each other: A, B/]],
    ],
    [
      'two actions of one name',
      { actions: { A: compose(1), S: scope({ a: compose(1) }) } },
      [['/actions/S/actions/a', /two actions/]],
    ],
    [
      'Terminate in a loop',
      { actions: { L: foreach('@createArray()', { T: { type: 'Terminate', inputs: { runStatus: 'Failed' } } }) } },
      [['/actions/L/actions/T', /not allowed inside a loop/]],
    ],
    [
      'Response in a loop',
      {
        actions: {
          L: foreach('@createArray()', { S: scope({ T: { type: 'Response', inputs: { statusCode: 200 } } }) }),
        },
      },
      [['/actions/L/actions/S/actions/T', /not allowed inside a loop/]],
    ],
    [
      'Response without a Request',
      { actions: { T: { type: 'Response', inputs: { statusCode: 200 } } }, trigger: { type: 'Recurrence' } },
      [['/actions/T', /needs a Request trigger/]],
    ],
    [
      'a variable below the top level',
      { actions: { S: scope({ V: initialize('v', 'string') }) } },
      [['/actions/S/actions/V', /top level/]],
    ],
    [
      'an unknown variable type',
      { actions: { V: initialize('v', 'date') } },
      [['/actions/V/inputs/variables/0/type', /'date'/]],
    ],
    [
      'an unknown connection',
      { actions: { A: { type: 'OpenApiConnection', inputs: { host: { connectionName: 'nope', operationId: 'X' } } } } },
      [['/actions/A/inputs/host/connectionName', /'nope'/]],
    ],
    [
      'a retry policy that is none',
      { actions: { A: shopCall('GetOrder', {}, { retryPolicy: { type: 'often' } }) } },
      [['/actions/A/inputs/retryPolicy/type', /none, fixed/]],
    ],
    [
      'too many retries',
      { actions: { A: shopCall('GetOrder', {}, { retryPolicy: { type: 'fixed', count: 91, interval: 'PT5S' } }) } },
      [['/actions/A/inputs/retryPolicy/count', /from 1 to 90/]],
    ],
    [
      'a duration that is none',
      { actions: { A: { ...compose(1), limit: { timeout: '10s' } } } },
      [['/actions/A/limit/timeout', /ISO 8601/]],
    ],
    [
      'too many parallel iterations',
      { actions: { L: foreach('@createArray()', {}, 51) } },
      [['/actions/L/runtimeConfiguration/concurrency/repetitions', /from 1 to 50/]],
    ],
    [
      'a condition that is none',
      { actions: { I: { type: 'If', expression: { like: [1, 2] }, actions: {} } } },
      [['/actions/I/expression/like', /'like'/]],
    ],
    [
      'a condition with one operand',
      { actions: { I: { type: 'If', expression: { equals: [1] }, actions: {} } } },
      [['/actions/I/expression/equals', /1 operand/]],
    ],
    [
      'an Expression of an unknown kind',
      { actions: { A: { type: 'Expression', kind: 'Guess', inputs: {} } } },
      [['/actions/A/kind', /'Guess'/]],
    ],
    ['a wait for nothing', { actions: { A: { type: 'Wait', inputs: {} } } }, [['/actions/A/inputs', /interval/]]],
    [
      'a schema that is none',
      { actions: { A: { type: 'ParseJson', inputs: { content: 1, schema: { type: 'nothing' } } } } },
      [['/actions/A/inputs/schema', /cannot be used/]],
    ],
    [
      'several at once',
      { actions: { A: compose('@x'), B: { type: 'Odd' } } },
      [
        ['/actions/A/inputs', /'x'/],
        ['/actions/B/type', /'Odd'/],
      ],
    ],
  ])('%s is refused with its place', (_name, parts, expected) => {
    const found = problems(parts);
    expect(found.map(([pointer]) => pointer)).toEqual(expected.map(([pointer]) => pointer));
    found.forEach(([, message], i) => expect(message).toMatch(expected[i]![1]));
  });

  test('the error lists everything for a reader', () => {
    const text = flowText({ actions: { A: { type: 'Odd' }, B: failing() } });
    expect(() => loadFlow({ name: NAME, text })).toThrow(/EmailIngestion.*\n.*\/actions\/A\/type: .*'Odd'/);
  });
});
