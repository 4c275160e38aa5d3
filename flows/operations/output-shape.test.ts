import { type OutputShape, shapeOfOutputs } from './output-shape';
import { readSwaggerOperations } from './swagger-operations';

/** The shape behind steps of names; `[]` steps into a list. */
function at(shape: OutputShape, ...steps: string[]): OutputShape | undefined {
  return steps.reduce<OutputShape | undefined>(
    (current, step) => (step === '[]' ? current?.item : current?.members.get(step)),
    shape,
  );
}

describe('the shape of an answer', () => {
  const shape = shapeOfOutputs([
    { path: 'value', type: 'array' },
    { path: 'value[]/subject', type: 'string' },
    { path: 'value[]/attachments[]/name', type: 'string' },
    { path: 'value[]/dynamicProperties/*', type: 'object' },
    { path: 'value[]/*', type: 'object' },
    { path: '@odata.nextLink', type: 'string' },
  ]);

  it('has lists, their elements and members inside them', () => {
    expect(at(shape, 'value')?.kind).toBe('list');
    expect(at(shape, 'value', '[]', 'attachments', '[]', 'name')?.kind).toBe('scalar');
    expect(at(shape, 'values')).toBeUndefined();
  });

  it('is open exactly where the declaration is', () => {
    expect([shape.open, at(shape, 'value', '[]')?.open, at(shape, 'value', '[]', 'dynamicProperties')?.open]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('wraps files, is open for an object or list that says no more, and nothing without a body', () => {
    expect([...shapeOfOutputs([{ path: '.', type: 'string', format: 'binary' }]).members.keys()]).toEqual([
      '$content-type',
      '$content',
    ]);
    expect(shapeOfOutputs([{ path: 'schema', type: 'object' }]).members.get('schema')?.open).toBe(true);
    expect(shapeOfOutputs([{ path: '.', type: 'array' }]).item?.open).toBe(true);
    expect(shapeOfOutputs([{ path: '[]/Name', type: 'string' }]).item?.members.has('Name')).toBe(true);
    expect(shapeOfOutputs([]).kind).toBe('nothing');
  });
});

describe('the shape of a document’s answer', () => {
  const answer = (schema?: object) =>
    readSwaggerOperations({
      paths: { '/a': { get: { operationId: 'A', responses: { '200': schema ? { schema } : {} } } } },
      definitions: {
        Line: { type: 'object', properties: { id: { type: 'string' }, next: { $ref: '#/definitions/Line' } } },
      },
    })[0]!.operation.body;

  it('follows references, lists and additional properties', () => {
    const shape = answer({
      type: 'object',
      properties: {
        lines: { type: 'array', items: { $ref: '#/definitions/Line' } },
        more: { type: 'object', additionalProperties: true },
        extra: { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { type: 'string' } },
      },
    });
    expect(at(shape, 'lines', '[]', 'next', 'id')?.kind).toBe('scalar');
    expect([at(shape, 'more')?.open, at(shape, 'extra')?.open, shape.open]).toEqual([true, true, false]);
  });

  it('ends somewhere for a schema that holds itself', () => {
    expect(JSON.stringify(answer({ $ref: '#/definitions/Line' })).length).toBeLessThan(10_000);
  });

  it('is nothing for a success without a schema', () => expect(answer().kind).toBe('nothing'));
});
