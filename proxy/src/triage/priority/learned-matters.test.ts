import fc from 'fast-check';
import { learnedMatter, passagesOf } from './learned-matters';
import { spelledOut } from './read-signals';
import { wholeSentences } from './whole-sentences';

const read = (text: string) => learnedMatter(wholeSentences(spelledOut(text)));
const STORY =
  'I bought it for my sister in the spring and she has used it nearly every day since then without any trouble. She lives on her own and likes things simple.';

test('what happened is found in a story, with its kind', () => {
  const hurt = read(`${STORY} Yesterday the handle came off in her hand and the boiling water ran over her legs.`);
  expect(hurt?.kind).toBe('safety');
  expect(hurt!.probability).toBeGreaterThan(0.65);
});

test('the same story about the colour is much less so', () => {
  const odds = (end: string) => {
    const { probability } = read(`${STORY} ${end}`)!;
    return probability / (1 - probability);
  };
  const hurt = odds('Yesterday the handle came off in her hand and the boiling water ran over her legs.');
  expect(hurt).toBeGreaterThan(
    3 * odds('Yesterday she asked me whether it also comes in green. Do you have it in green?'),
  );
});

test('a few words are left to the rules', () => {
  for (const text of ['', '???', 'hello', 'my kettle burned my hand']) expect(read(text)).toBeNull();
});

test('each sentence stands beside the next one, without what only frames them', () => {
  expect(passagesOf(['hello', 'one is red', 'two is blue', 'three is grey', 'thanks'])).toEqual([
    'one is red two is blue',
    'two is blue three is grey',
  ]);
  expect(passagesOf(['hello', 'one is red'])).toEqual(['one is red']);
});

test('any text has a probability', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { probability } = read(`${STORY} ${text}`)!;
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }),
  );
});
