import { seededGuids } from './guid';

it('seeded GUIDs are well formed, differ, and come again with the same seed only', () => {
  const made = (seed: string) => Array.from({ length: 2000 }, seededGuids(seed));
  expect(new Set([...made('a'), ...made('b')]).size).toBe(4000);
  expect(made('a')).toEqual(made('a'));
  for (const guid of made('a'))
    expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
