import * as fc from 'fast-check';
import { CHOICE_DEFAULTS, readChoice, readChoices } from './choices';
import { readPairs, writePairs } from '../../shared/pairs';
import { STATUSES } from './vocabulary';

describe('what a maker writes into a property', () => {
  it('is read as it was written, whatever the spaces and lines', () => {
    const NAMES = ['one', 'two', 'three'] as const;
    const texts = fc.record({ one: fc.nat(), two: fc.nat(), three: fc.nat() });
    fc.assert(
      fc.property(texts, fc.constantFrom('; ', ';', ' ;\n', '\n'), (pairs, between) => {
        const text = writePairs(pairs).split('; ').join(between);
        expect(Object.fromEntries(readPairs('property', text, NAMES))).toEqual(
          Object.fromEntries(Object.entries(pairs).map(([name, value]) => [name, String(value)])),
        );
      }),
    );
  });

  it('may say that there is no such column', () => {
    expect(readPairs('columns', 'one=; ', ['one'])).toEqual(new Map([['one', '']]));
  });

  it.each(['other=1', 'one', 'one=1=2', '=1'])(
    'that is not name=value (%s) is refused with the property and the names',
    (text) => {
      const read = () => readPairs('columns', text, ['one', 'two']);
      expect(read).toThrow(`columns: "${text}" is not name=value with one of one, two.`);
    },
  );
});

describe('the choices', () => {
  it('translate both ways and leave out words without a number', () => {
    const choice = readChoice('statusValues', 'new=1; closed=2', STATUSES);
    expect([
      choice.word(2),
      choice.value('new'),
      choice.word(7),
      choice.value('waiting'),
      choice.word(undefined),
    ]).toEqual(['closed', 1, undefined, undefined, undefined]);
    expect(choice.words).toEqual(['new', 'closed']);
  });

  it('refuse what is no whole number', () => {
    expect(() => readChoice('statusValues', 'new=one', STATUSES)).toThrow('statusValues: "one" of new is not a whole');
  });

  it('know the numbers of our own tables without being told', () => {
    const { status, intent } = readChoices((property) => CHOICE_DEFAULTS[property]);
    expect([status.value('new'), status.value('answered'), status.value('resolved'), status.value('closed')]).toEqual([
      1, 727000001, 727000007, 2,
    ]);
    expect(intent.word(727000006)).toBe('other');
  });
});
