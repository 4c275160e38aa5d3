import { CommandProblem } from './command-problem';
import { createMocks } from './mocks-file';

const call = (actionName: string, operationId = 'GetItem', connector = 'shared_x') => ({
  actionName,
  operationId,
  connector,
});
const ok = (body: unknown) => ({ statusCode: 200, headers: {}, body });

describe('mocks', () => {
  it('answer by the action first, then by the operation of the connector, then by the operation', () => {
    const mocks = createMocks({ Get_row: 1, 'shared_x/GetItem': 2, GetItem: 3 }, 'm');
    expect(mocks.answer(call('Get row'))).toEqual(ok(1));
    expect(mocks.answer(call('Other'))).toEqual(ok(2));
    expect(mocks.answer(call('Other', 'GetItem', 'shared_y'))).toEqual(ok(3));
    expect(mocks.answer(call('Other', 'ListRecords'))).toBeUndefined();
  });

  it('take a value as the body unless it says a status or a body', () => {
    const mocks = createMocks(
      { A: { name: 'x' }, B: { statusCode: 404 }, C: { body: [1] }, D: [1, 2], E: { body: 1, name: 2 } },
      'm',
    );
    expect(['A', 'B', 'C', 'D', 'E'].map((name) => mocks.answer(call(name)))).toEqual([
      ok({ name: 'x' }),
      { statusCode: 404, headers: {}, body: null },
      ok([1]),
      ok([1, 2]),
      ok({ body: 1, name: 2 }),
    ]);
  });

  it('go through a list of answers, and repeat the last', () => {
    const mocks = createMocks({ A: [{ statusCode: 503 }, { body: 'there' }] }, 'm');
    expect([1, 2, 3].map(() => mocks.answer(call('A'))!.statusCode)).toEqual([503, 200, 200]);
  });

  it('hand out copies, which a run may change', () => {
    const mocks = createMocks({ A: { list: [1] } }, 'm');
    (mocks.answer(call('A'))!.body as { list: number[] }).list.push(2);
    expect(mocks.answer(call('A'))).toEqual(ok({ list: [1] }));
  });

  it('name what was never asked for', () => {
    const mocks = createMocks({ A: 1, B: 2 }, 'm');
    mocks.answer(call('a'));
    expect(mocks.unused()).toEqual(['B']);
  });

  it.each([
    [[], 'm: write an object of answers by action or operation, such as { "GetItem": { … } }.'],
    [{ A: { statusCode: 'bad' } }, "m: 'A': 'statusCode' is a number such as 200."],
    [{ A: [{ body: 1 }, { statusCode: 99 }] }, "m: 'A': 'statusCode' is a number such as 200."],
  ])('refuse %j', (content, message) => {
    expect(() => createMocks(content, 'm')).toThrow(new CommandProblem(message));
  });
});
