import { openElsewhere, OpenMarks } from './collision';

const NOW = new Date('2026-03-02T15:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const ben = { id: 'ben', name: 'Ben' };

it('Somebody else has a ticket open for five minutes after opening it', () => {
  expect(openElsewhere({ openedBy: ben, openedOn: ago(299) }, 'me', NOW)).toBe('Ben');
  expect(openElsewhere({ openedBy: ben, openedOn: ago(300) }, 'me', NOW)).toBeUndefined();
  expect(openElsewhere({ openedBy: ben, openedOn: ago(1) }, 'ben', NOW)).toBeUndefined();
  expect(openElsewhere({ openedBy: ben }, 'me', NOW)).toBeUndefined();
});

it('A ticket is marked at most once a minute, each by itself', () => {
  const marks = new OpenMarks();
  expect([
    marks.isDue('1', ago(60)),
    marks.isDue('1', ago(1)),
    marks.isDue('2', ago(1)),
    marks.isDue('1', NOW),
  ]).toEqual([true, false, true, true]);
});
