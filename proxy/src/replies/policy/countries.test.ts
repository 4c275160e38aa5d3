import { countriesIn, namesCountry, withoutCountryNames } from './countries';

it.each([
  ['to the USA, the U.S. or EE. UU.', ['US']],
  ['in the US', ['US']],
  ['tell us about it', []],
  ['uk, England and Gran Bretaña', ['GB']],
  ['Northern Ireland', ['GB']],
  ['Ireland', ['IE']],
  ['brazil / Brasil', ['BR']],
  ['a Perú y Japón', ['PE', 'JP']],
  ['ellos irán mañana', []],
  ['the jersey is too small', []],
  ['Germany, Alemania', ['DE']],
  ['support@shop.example', []],
])('finds the countries of "%s"', (text, codes) => {
  expect([...countriesIn(text)]).toEqual(codes);
});

it('counts a member state as named by "European Union", and no other country', () => {
  expect(namesCountry('We deliver to the European Union.', 'IE')).toBe(true);
  expect(namesCountry('Enviamos a la Unión Europea.', 'ES')).toBe(true);
  expect(namesCountry('We deliver to the European Union.', 'BR')).toBe(false);
  expect(namesCountry('We deliver to the European Union and Norway.', 'NO')).toBe(true);
});

it('puts one word for every country', () => {
  expect(withoutCountryNames('Do you ship to South Korea?', 'en')).toBe('Do you ship to country?');
});
