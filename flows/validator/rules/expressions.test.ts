import { compose, findingsFor } from '../fixtures/flow-text.fixture';

const found = (inputs: unknown): string[] =>
  findingsFor({ actions: { A: compose(inputs) } }).map(({ code, message, fix }) => `${code} ${message} ${fix}`);

describe('F004', () => {
  it('shows the expression and says what was expected where', () =>
    expect(found("@concat('a' 'b')")).toEqual([
      expect.stringMatching(/^F004 The expression @concat\('a' 'b'\) of 'A' cannot be read: .*position 11/),
    ]));
  it('points to the string, also inside of lists', () =>
    expect(findingsFor({ actions: { A: compose(['@true', '@(']) } }).map(({ pointer }) => pointer)).toEqual([
      '/properties/definition/actions/A/inputs/1',
    ]));
  it('takes escapes, mail addresses and a lone sign for text', () =>
    expect(found(['@@x', 'a@b', 'a @ b', '@@{x}'])).toEqual([]));
  it('leaves the descriptions of trigger and actions alone', () => {
    const trigger = { type: 'Request', kind: 'Http', description: '@(' };
    expect(findingsFor({ trigger, actions: { A: { ...compose(1), description: '@(' } } })).toEqual([]);
  });
});

describe('F005', () => {
  it('suggests the function that was probably meant', () =>
    expect(found("@formatDatetme(utcNow(), 'd')")).toEqual([
      expect.stringMatching(/'formatDatetme' is not known\. Did you mean 'formatDateTime'/),
    ]));
  it('takes any case', () => expect(found("@CONCAT(ToLower('A'), 'b')")).toEqual([]));
  it('counts arguments', () =>
    expect(found("@replace('a', 'b')")).toEqual([expect.stringMatching(/^F005 In 'A': .*'replace' takes 3/)]));
  it('looks at literals', () =>
    expect(found("@addDays(utcNow(), 'two')")).toEqual([expect.stringMatching(/^F005 In 'A': 'addDays', argument 2/)]));
  it('reports an unknown function once for each string', () =>
    expect(found(['@{nope(1)} @{nope(2)}', '@nope(3)'])).toHaveLength(2));
  it('knows the address webhook triggers give', () => expect(found('@listCallbackUrl()')).toEqual([]));
});
