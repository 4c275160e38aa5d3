import { readFlowDocument } from '../../../flows/file/read-flow-document';
import { flowText } from '../../flow-engine/testing/flow-builder';
import { sampleOfOutputs } from './sample-of-outputs';
import { sampleOfSchema } from './sample-of-schema';
import { SAMPLE_TIME } from './sample-text';
import { sampleTrigger } from './sample-trigger';
import { sampleOf } from './value-shape';
import { TRIGGER_HEADERS, whatAFlowReads } from './what-a-flow-reads';

type Parts = Parameters<typeof flowText>[0];
const documentOf = (parts: Partial<Parts>) => readFlowDocument('F.json', flowText({ actions: {}, ...parts }));
const readsOf = (parts: Partial<Parts>, owner: string) => {
  const shape = whatAFlowReads(documentOf(parts)).get(owner);
  return shape && sampleOf(shape, owner);
};
const call = { type: 'OpenApiConnection', inputs: { host: {}, parameters: {} } };
const compose = (inputs: unknown) => ({ type: 'Compose', inputs });

describe('what a flow reads of an answer', () => {
  it('is found through paths, loops, parsing, filtering and variables', () => {
    const actions = {
      Get: call,
      Parsed: {
        type: 'ParseJson',
        inputs: {
          content: "@body('Get')?['text']",
          schema: { type: 'object', properties: { n: { type: 'integer' } } },
        },
      },
      Few: { type: 'Query', inputs: { from: "@outputs('Get')?['body/rows']", where: "@equals(item()?['kind'], 'a')" } },
      Keep: { type: 'SetVariable', inputs: { name: 'v', value: "@body('Get')?['kept']" } },
      Each: {
        type: 'Foreach',
        foreach: "@coalesce(body('Few'), json('[]'))",
        actions: { Use: compose("@concat(items('Each')?['name'], item()?['deep/er'])") },
      },
      Last: compose(
        "@{first(outputs('Get')?['body']?['rows'])?['id']} @{variables('v')?['inner']} @{addDays(body('Get')?['at'], 1)}",
      ),
    };
    expect(readsOf({ actions }, 'get')).toEqual({
      text: { n: 1 },
      rows: [
        {
          kind: 'a',
          name: 'sample name',
          deep: { er: 'sample er' },
          id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        },
      ],
      kept: { inner: 'sample inner' },
      at: SAMPLE_TIME,
    });
  });

  it('takes the value a condition or a switch compares with', () => {
    const actions = {
      Get: call,
      If: {
        type: 'If',
        expression: {
          and: [{ equals: ["@body('Get')?['state']", 'open'] }, { greater: ["@outputs('Get')?['body/n']", 3] }],
        },
        actions: {},
      },
      By: { type: 'Switch', expression: "@body('Get')?['way']", cases: { One: { case: 7, actions: {} } } },
    };
    expect(readsOf({ actions }, 'get')).toEqual({ state: 'open', n: 3, way: 7 });
  });

  it('does not go astray in actions that stand for each other', () => {
    const actions = { A: compose("@outputs('B')"), B: compose("@outputs('A')?['x']") };
    expect(whatAFlowReads(documentOf({ actions })).size).toBe(0);
  });

  it('knows the headers of a request', () => {
    const actions = {
      A: compose("@triggerOutputs()['headers']['x-shop']"),
      B: compose("@triggerOutputs()?['headers/x-b']"),
    };
    expect(readsOf({ actions }, TRIGGER_HEADERS)).toEqual({ 'x-shop': 'sample x-shop', 'x-b': 'sample x-b' });
  });
});

describe('samples', () => {
  it('fit a schema', () => {
    const schema = {
      type: 'object',
      properties: {
        mail: { type: 'string', format: 'email' },
        when: { type: 'string', format: 'date-time' },
        list: { type: 'array', items: { type: 'number' } },
        kind: { enum: ['x', 'y'] },
        maybe: { type: ['null', 'boolean'] },
      },
    };
    expect(sampleOfSchema(schema, 'body')).toEqual({
      mail: 'person@example.com',
      when: SAMPLE_TIME,
      list: [1],
      kind: 'x',
      maybe: true,
    });
  });

  it('join what is declared with what is read', () => {
    const actions = { Get: call, A: compose("@equals(body('Get')?['value'][0]?['own'], 5)") };
    const outputs = [
      { path: 'value', type: 'array' },
      { path: 'value[]/id', type: 'integer' },
      { path: 'value[]/*', type: 'object' },
    ];
    expect(sampleOfOutputs(outputs, whatAFlowReads(documentOf({ actions })).get('get'), 'Get')).toEqual({
      value: [{ id: 1, own: 5 }],
    });
  });

  it('start a flow that splits what its trigger gives', () => {
    const trigger = { type: 'OpenApiConnectionNotification', inputs: {}, splitOn: "@triggerOutputs()?['body/value']" };
    const document = documentOf({ trigger, actions: { A: compose("@triggerBody()?['subject']") } });
    const declared = [
      { path: 'value', type: 'array' },
      { path: 'value[]/id', type: 'string' },
    ];
    expect(sampleTrigger(document, whatAFlowReads(document), declared).body).toEqual({
      value: [{ id: expect.any(String) as string, subject: 'sample subject' }],
    });
  });

  it('give a form its inputs, and JSON where the flow parses a text', () => {
    const schema = { type: 'object', properties: { text: { type: 'string' }, number: { type: 'number' } } };
    const document = documentOf({
      trigger: { type: 'Request', kind: 'Button', inputs: { schema } },
      actions: {
        P: {
          type: 'ParseJson',
          inputs: {
            content: "@triggerBody()?['text']",
            schema: { type: 'object', properties: { a: { type: 'integer' } } },
          },
        },
      },
    });
    expect(sampleTrigger(document, whatAFlowReads(document), undefined).body).toEqual({ text: '{"a":1}', number: 1 });
  });
});
