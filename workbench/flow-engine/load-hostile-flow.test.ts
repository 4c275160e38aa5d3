import { loadFlow } from './load-flow';
import { FlowFormatError } from './plan/flow-format-error';
import { runFlow } from './run-flow';
import { after, buildFlow, compose, flowText, foreach, scope, testHost } from './testing/flow-builder';
import { ifTrue } from './testing/actions';

type Actions = Parameters<typeof buildFlow>[0]['actions'];

const NAME = 'Hostile-0A1B2C3D-1111-4222-8333-444444444444.json';
const S = ['Succeeded'];

function problemsOf(text: string): string[] {
  try {
    loadFlow({ name: NAME, text });
    return [];
  } catch (error) {
    if (error instanceof FlowFormatError) return error.problems.map(({ pointer, message }) => `${pointer} ${message}`);
    throw error;
  }
}

function nested(depth: number, wrap: (inside: Actions, level: number) => Actions): Actions {
  let actions: Actions = { Core: compose(1) };
  for (let level = depth; level > 0; level -= 1) actions = wrap(actions, level);
  return actions;
}

describe('flows of unreasonable size', () => {
  test('ten thousand actions in a row', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `A${index}`);
    const actions = Object.fromEntries(
      names.map((name, index) => [name, index === 0 ? compose(1) : after(compose(1), { [names[index - 1]!]: S })]),
    );
    const record = await runFlow(buildFlow({ actions }), { outputs: {} }, testHost());
    expect([record.status, record.actions.length]).toEqual(['Succeeded', 10_000]);
  });

  test('ten thousand actions skipped in a row', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `A${index}`);
    const actions = Object.fromEntries(
      names.map((name, index) => [
        name,
        index === 0 ? compose("@int('x')") : after(compose(1), { [names[index - 1]!]: S }),
      ]),
    );
    const record = await runFlow(buildFlow({ actions }), { outputs: {} }, testHost());
    expect([record.status, record.actions.at(-1)?.status]).toEqual(['Failed', 'Skipped']);
  });

  test('ten thousand actions waiting for each other in a circle', () => {
    const actions = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [
        `A${index}`,
        after(compose(1), { [`A${(index + 1) % 10_000}`]: S }),
      ]),
    );
    const [problem, ...others] = problemsOf(flowText({ actions }));
    expect(problem).toMatch(/wait for each other: A0, A1, .*, …\.$/);
    expect(others).toEqual([]);
  });

  test('an action behind a circle is not said to be in it', () => {
    const actions = {
      A: after(compose(1), { B: S }),
      B: after(compose(1), { A: S }),
      C: after(compose(1), { B: S }),
      D: compose(1),
      E: after(compose(1), { C: S, D: S }),
    };
    expect(problemsOf(flowText({ actions }))).toEqual([expect.stringMatching(/wait for each other: A, B\.$/)]);
  });

  test('a file of ten megabytes', async () => {
    const filler = 'x'.repeat(10_000);
    const actions = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`A${index}`, compose(`${filler}@{add(${index},1)}`)]),
    );
    const text = flowText({ actions });
    expect(text.length).toBeGreaterThan(10_000_000);
    const record = await runFlow(loadFlow({ name: NAME, text }), { outputs: {} }, testHost());
    expect(record.status).toBe('Succeeded');
  });

  test('ten thousand actions that pass secured data on, written last to first', () => {
    const last = 9_999;
    const actions = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [
        `A${last - index}`,
        last === index
          ? { ...compose('secret'), runtimeConfiguration: { secureData: { properties: ['outputs'] } } }
          : after(compose(`@outputs('A${last - index - 1}')`), { [`A${last - index - 1}`]: S }),
      ]),
    );
    const flow = buildFlow({ actions });
    expect(flow.actions.actions.every(({ hideOutputs }) => hideOutputs)).toBe(true);
  });
});

describe('flows of unreasonable depth', () => {
  const inScopes = (depth: number): Actions => nested(depth, (inside, level) => ({ [`S${level}`]: scope(inside) }));

  test('two hundred containers in each other run', async () => {
    const record = await runFlow(buildFlow({ actions: inScopes(200) }), { outputs: {} }, testHost());
    expect([record.status, record.actions.length]).toEqual(['Succeeded', 201]);
  });

  test('two hundred loops in conditions in loops run', async () => {
    const actions = nested(100, (inside, level) => ({
      [`L${level}`]: foreach('@createArray(1)', { [`I${level}`]: ifTrue('@true', inside) }),
    }));
    const record = await runFlow(buildFlow({ actions }), { outputs: {} }, testHost());
    expect([record.status, record.actions.length]).toEqual(['Succeeded', 201]);
  });

  test('more containers in each other are one problem with its place', () => {
    const found = problemsOf(flowText({ actions: inScopes(201) }));
    expect(found).toEqual([expect.stringMatching(/\/S200\/actions\/S201\/actions Containers may be nested 200 deep/)]);
  });

  test.each<[string, string]>([
    ['lists in lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects in objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['lists around a number that needs the slow reader', `${'['.repeat(100_000)}5.0${']'.repeat(100_000)}`],
    ['five hundred containers in each other', JSON.stringify(inScopes(500))],
  ])('%s are refused', (_name, value) => {
    const text = flowText({ actions: { A: compose('HERE') } }).replace('"HERE"', value);
    expect(problemsOf(text)).toEqual([expect.stringContaining('nested deeper than')]);
  });

  test('a condition of four hundred operators in each other', async () => {
    let expression: unknown = { equals: [1, 1] };
    for (let level = 0; level < 400; level += 1) expression = { not: expression };
    const record = await runFlow(buildFlow({ actions: { I: ifTrue(expression, {}) } }), { outputs: {} }, testHost());
    expect(record.actions[0]?.inputs).toEqual({ expressionResult: true });
  });
});

describe('members of a wrong type', () => {
  const wrong: unknown[] = [null, 5, 'text', [], [1], {}, true];
  const good: Record<string, object> = {
    Compose: { inputs: 1 },
    InitializeVariable: { inputs: { variables: [{ name: 'v', type: 'string' }] } },
    SetVariable: { inputs: { name: 'v', value: 1 } },
    If: { expression: '@true', actions: {}, else: { actions: {} } },
    Switch: { expression: 1, cases: { C: { case: 1, actions: {} } }, default: { actions: {} } },
    Scope: { actions: {} },
    Foreach: { foreach: [], actions: {} },
    Until: { expression: '@true', actions: {}, limit: {} },
    Wait: { inputs: { interval: { count: 1, unit: 'Second' } } },
    Terminate: { inputs: { runStatus: 'Failed' } },
    Response: { inputs: { statusCode: 200 } },
    Workflow: { inputs: { host: { workflowReferenceName: 'x' } } },
    Query: { inputs: { from: [], where: '@true' } },
    Select: { inputs: { from: [], select: 1 } },
    Join: { inputs: { from: [], joinWith: '' } },
    Table: { inputs: { from: [], format: 'CSV' } },
    ParseJson: { inputs: { content: 1, schema: {} } },
    Expression: { kind: 'CurrentTime', inputs: {} },
    Http: { inputs: { method: 'GET', uri: 'x' } },
    HttpWebhook: { inputs: { subscribe: {} } },
    Function: { inputs: { function: { id: 'x' } } },
    ApiConnection: { inputs: { host: {} } },
    OpenApiConnection: { inputs: { host: { connectionName: 'shop', operationId: 'GetOrder' }, parameters: {} } },
  };

  test.each(Object.entries(good))('%s: any member may be anything; it is refused or runs', async (type, members) => {
    const settings = ['runAfter', 'limit', 'runtimeConfiguration', 'operationOptions', 'kind', 'inputs'];
    for (const member of new Set([...Object.keys(members), ...settings])) {
      for (const value of wrong) {
        const text = flowText({ actions: { A: { ...members, type, [member]: value } } });
        if (problemsOf(text).length > 0) continue;
        const record = await runFlow(loadFlow({ name: NAME, text }), { outputs: {} }, testHost());
        expect(record.actions.filter(({ error }) => error?.code === 'InternalError')).toEqual([]);
        expect(record.status).not.toBe('Running');
      }
    }
  });

  test.each(['triggers', 'actions', 'parameters', 'staticResults'])('%s may be anything', (member) => {
    for (const value of wrong) {
      const content = JSON.parse(flowText({ actions: {} })) as { properties: { definition: Record<string, unknown> } };
      content.properties.definition[member] = value;
      expect(() => problemsOf(JSON.stringify(content))).not.toThrow();
    }
  });
});
