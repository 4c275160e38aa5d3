import { readChoices } from './choices';

const people = [
  { id: 'a', name: 'Anna', address: 'a@shop.example', time_zone: null },
  { id: 'b', name: 'Ben', address: 'b@shop.example', time_zone: 'Europe/London' },
];

it.each([
  ['', 'en-US', ['Anna', 1033, 'light']],
  ['', 'es-MX', ['Anna', 3082, 'light']],
  ['?person=b&language=1033&theme=dark', 'es', ['Ben', 1033, 'dark']],
  ['?person=gone&language=9999&theme=loud', 'de', ['Anna', 1033, 'light']],
])('reads "%s" of a browser in %s', (query, browser, expected) => {
  const { person, language, theme } = readChoices(query, people, browser);
  expect([person.name, language, theme]).toEqual(expected);
});

it('says that nobody is there', () => {
  expect(() => readChoices('', [], 'en')).toThrow('Nobody works at this desk');
});
