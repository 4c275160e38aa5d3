import { createContext } from '../mocks';
import { wordsOf } from './words';

const wordsIn = (languageId: number) =>
  wordsOf(
    createContext({
      parameters: {},
      languageId,
      resx: {
        1033: { Of: '{1} of {0}', Twice: '{0}, {0}', Only: 'English' },
        3082: { Of: '{0}: {1}', Twice: '{0}, {0}' },
      },
    }),
  );
const words = wordsIn(1033);

it('a text has its values where its language wants them', () => {
  expect(words('Of', 10, 'Three')).toBe('Three of 10');
  expect(wordsIn(3082)('Of', 10, 'Three')).toBe('10: Three');
  expect(words('Twice', 'hey')).toBe('hey, hey');
});

it('a value is not read as a text', () => {
  expect(words('Of', '$& {1}', '$1')).toBe('$1 of $& {1}');
  expect(words('Of', '', 0)).toBe('0 of ');
});

it('a missing value leaves its place to be seen', () => {
  expect(words('Of', 10)).toBe('{1} of 10');
});

it('a text that is not translated is English; one that is not there is its key, as on the platform', () => {
  expect(wordsIn(3082)('Only')).toBe('English');
  expect(words('Nowhere')).toBe('Nowhere');
});
