import { findingsFor } from '../fixtures/flow-text.fixture';

const A = '/properties/definition/actions/A';
const each = (foreach: unknown) => ({ A: { type: 'Foreach', foreach, actions: {} } });
const select = (from: unknown) => ({ A: { type: 'Select', inputs: { from, select: '@item()' } } });
const found = (actions: Record<string, unknown>) =>
  findingsFor({ actions }).map(({ code, severity, pointer }) => `${code} ${severity} ${pointer}`);

describe('F046', () => {
  it.each([['items'], ["@{json('[]')}"], ["@@json('[]')"], ["@'a'"]])('finds that %j is no list to loop over', (list) =>
    expect(found(each(list))).toEqual([`F046 error ${A}/foreach`]),
  );
  it.each([['items'], [5], [{}], [null], ["@'a'"]])('finds that %j is no list of rows', (list) =>
    expect(found(select(list))).toEqual([`F046 error ${A}/inputs/from`]),
  );
  it('only warns of rows from text with an expression, by which exports fail on purpose', () =>
    expect(found(select("rows: @{json('[]')}"))).toEqual([`F046 warning ${A}/inputs/from`]));
  it.each([["@json('[]')"], [[1, '@rand(1, 9)']]])('accepts %j', (list) => {
    expect(found(each(list))).toEqual([]);
    expect(found(select(list))).toEqual([]);
  });
  it('looks at Query, Table and Join too', () => {
    const actions = {
      Q: { type: 'Query', inputs: { from: 'x', where: '@true' } },
      T: { type: 'Table', inputs: { from: 'x', format: 'CSV' } },
      J: { type: 'Join', inputs: { from: 'x', joinWith: ',' } },
    };
    expect(found(actions)).toHaveLength(3);
  });
});
