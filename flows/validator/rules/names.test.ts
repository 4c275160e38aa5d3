import { compose, condition, findingsFor } from '../fixtures/flow-text.fixture';

const found = (actions: Record<string, unknown>): string[] =>
  findingsFor({ actions })
    .filter(({ code }) => code === 'F003')
    .map(({ message, fix }) => `${message} ${fix}`);

describe('F003', () => {
  it('takes names of 80 characters with signs, and refuses 81', () => {
    expect(found({ [`${'x'.repeat(78)}:)`]: compose(1) })).toEqual([]);
    expect(found({ ['x'.repeat(81)]: compose(1) })).toEqual([
      expect.stringMatching(/has 81 characters; 80 are allowed/),
    ]);
  });
  it('offers the name without blanks', () =>
    expect(found({ 'Say hello': compose(1) })).toEqual([expect.stringMatching(/Write 'Say_hello'/)]));
  it('refuses an empty name', () =>
    expect(found({ '': compose(1) })).toEqual(['An action has no name. Give it a name.']));
  it('finds namesakes in other blocks, and reports the second', () =>
    expect(found({ C: condition({ Reply: compose(1) }, { Reply: compose(2) }) })).toEqual([
      expect.stringMatching(/^'Reply' is not unique: another action has the same name \(.*\/C\/actions\/Reply\)/),
    ]));
});
