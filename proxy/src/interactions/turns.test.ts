import { createTurns } from './turns';

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

it('runs the turns of a conversation in the order they came, others beside them', async () => {
  const inTurn = createTurns();
  const done: string[] = [];
  await Promise.all([
    inTurn('a', async () => (await later(30), done.push('a1'))),
    inTurn('a', () => Promise.resolve(done.push('a2'))),
    inTurn('b', () => Promise.resolve(done.push('b1'))),
  ]);
  expect(done).toEqual(['b1', 'a1', 'a2']);
});

it('goes on after a turn that failed', async () => {
  const inTurn = createTurns();
  const failed = inTurn('a', () => Promise.reject(new Error('no')));
  const next = inTurn('a', () => Promise.resolve('yes'));
  await expect(failed).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});
