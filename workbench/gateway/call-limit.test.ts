import { createCallLimit } from './call-limit';

it('stops the call too many, says when to come back, and keeps its word', () => {
  let now = 0;
  const secondsToWait = createCallLimit({ calls: 2, seconds: 60 }, { now: () => new Date(now) });
  expect(secondsToWait()).toBe(0);
  now = 34_000;
  expect(secondsToWait()).toBe(0);
  expect(secondsToWait()).toBe(26);
  now = 60_000;
  expect(secondsToWait()).toBe(0);
  expect(secondsToWait()).toBe(34);
});
