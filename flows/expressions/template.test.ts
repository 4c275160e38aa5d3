import { SAMPLE_CONTEXT } from './testing/expression-cases';
import { toPlainJson } from './json-text';
import { compileTemplate, evaluateTemplate, TemplateError } from './template';

const valueOf = (value: unknown): unknown => toPlainJson(evaluateTemplate(compileTemplate(value), SAMPLE_CONTEXT));

describe('templates', () => {
  test.each<[string, unknown, unknown]>([
    ['plain text stays', 'hello', 'hello'],
    ['numbers and null stay', [1, null, true], [1, null, true]],
    ['a full expression keeps its type', '@add(1,2)', 3],
    ['a full expression of null is null', "@triggerBody()?['nope']", null],
    ['an interpolation is text', '@{add(1,2)}', '3'],
    ['an interpolation of null is empty', "a@{triggerBody()?['nope']}b", 'ab'],
    ['an interpolation of an object is compact JSON', '@{triggerOutputs().headers}', '{"X-Id":"7"}'],
    ['an interpolation of an array is compact JSON', 'ids: @{createArray(1, 2)}', 'ids: [1,2]'],
    ['several interpolations', "@{variables('count')} of @{add(2,2)}", '3 of 4'],
    ['an interpolation first, text after', '@{add(1,1)}!', '2!'],
    ['braces inside strings', "x@{concat('}', '{')}y", 'x}{y'],
    ['quotes inside strings inside', "x@{concat('it''s }')}y", "xit's }y"],
    ['two at signs are one', '@@add(1,2)', '@add(1,2)'],
    ['two at signs before a brace', '@@{x}', '@{x}'],
    ['two at signs before a brace in the middle', 'a @@{x} @{add(1,1)}', 'a @{x} 2'],
    ['an escape at the front, an interpolation after', '@@me @{add(1,1)}', '@me 2'],
    ['a lone at sign in the middle is text', 'support@example.com', 'support@example.com'],
    ['two at signs in the middle stay', 'a@@b', 'a@@b'],
    ['names of members are templates', { "@{concat('a','b')}": 1 }, { ab: 1 }],
    ['a name with an escape', { '@@odata.type': 'x' }, { '@odata.type': 'x' }],
    [
      'a name with an at sign inside',
      { 'rcc_Ticket@odata.bind': "@concat('/t(','1)')" },
      { 'rcc_Ticket@odata.bind': '/t(1)' },
    ],
    ['schema is not a template', { schema: { x: '@add(1,2)' }, y: '@add(1,2)' }, { schema: { x: '@add(1,2)' }, y: 3 }],
    ['metadata is not a template', { metadata: '@nonsense' }, { metadata: '@nonsense' }],
    ['deep inside', { a: [{ b: '@add(1,1)' }, 'c'] }, { a: [{ b: 2 }, 'c'] }],
  ])('%s', (_name, template, expected) => {
    expect(valueOf(template)).toEqual(expected);
  });

  test('values without expressions are not copied', () => {
    const value = { a: [1, { b: 'x' }] };
    expect(evaluateTemplate(compileTemplate(value), SAMPLE_CONTEXT)).toBe(value);
  });

  test.each<[string, unknown, string]>([
    ['an expression that does not parse', { a: ['x', '@concat('] }, '/a/1'],
    ['an interpolation that is never closed', { 'a/b': '@{add(1,2)' }, '/a~1b'],
    ['a name that does not parse', { '@{': 1 }, '/@{'],
  ])('%s is an error with its place', (_name, template, pointer) => {
    expect(() => compileTemplate(template)).toThrow(TemplateError);
    expect(() => compileTemplate(template)).toThrow(expect.objectContaining({ pointer }));
  });
});
