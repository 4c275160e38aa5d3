import { setMaxListeners } from 'node:events';
import fc from 'fast-check';
import { createVirtualClock } from './virtual-clock';

const START = new Date('2026-03-02T09:00:00Z');
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the virtual clock', () => {
  test('days pass at once', async () => {
    const clock = createVirtualClock(START);
    await clock.sleep(3 * 86_400_000);
    expect(clock.now().toISOString()).toBe('2026-03-05T09:00:00.000Z');
  });

  test('sleepers wake by time, then in the order they went to sleep', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20), { maxLength: 40 }), async (times) => {
        const clock = createVirtualClock(START);
        const woken: number[] = [];
        await Promise.all(times.map((ms, i) => clock.sleep(ms).then(() => woken.push(i))));
        const expected = times.map((_, i) => i).sort((a, b) => times[a]! - times[b]! || a - b);
        expect(woken).toEqual(expected);
        expect(clock.now().getTime()).toBe(START.getTime() + Math.max(0, ...times));
      }),
      { numRuns: 30 },
    );
  });

  test('time stands still while something is held', async () => {
    const clock = createVirtualClock(START);
    const release = clock.hold();
    let woken = false;
    const sleep = clock.sleep(1000).then(() => (woken = true));
    for (let i = 0; i < 5; i += 1) await tick();
    expect([woken, clock.now()]).toEqual([false, START]);
    release();
    release();
    await sleep;
    expect(clock.now().getTime()).toBe(START.getTime() + 1000);
  });

  test('two holds need two releases', async () => {
    const clock = createVirtualClock(START);
    const first = clock.hold();
    const second = clock.hold();
    let woken = false;
    const sleep = clock.sleep(1).then(() => (woken = true));
    first();
    first();
    for (let i = 0; i < 5; i += 1) await tick();
    expect(woken).toBe(false);
    second();
    await sleep;
  });

  test('what a sleeper does before it sleeps again comes before later timers', async () => {
    const clock = createVirtualClock(START);
    const seen: string[] = [];
    const busy = async (): Promise<void> => {
      await clock.sleep(10);
      for (let i = 0; i < 20; i += 1) await Promise.resolve();
      seen.push(`busy ${clock.now().getTime() - START.getTime()}`);
    };
    await Promise.all([busy(), clock.sleep(11).then(() => seen.push('later'))]);
    expect(seen).toEqual(['busy 10', 'later']);
  });

  test('an aborted sleep rejects and does not move time', async () => {
    const clock = createVirtualClock(START);
    const controller = new AbortController();
    setMaxListeners(0, controller.signal);
    const sleeps = Array.from({ length: 200 }, () => clock.sleep(5000, controller.signal));
    const settled = Promise.allSettled(sleeps);
    const other = clock.sleep(7000);
    controller.abort(new Error('enough'));
    expect((await settled).every((each) => each.status === 'rejected')).toBe(true);
    expect([clock.waiting, clock.now()]).toEqual([1, START]);
    await other;
    expect(clock.now().getTime()).toBe(START.getTime() + 7000);
    await expect(clock.sleep(1, controller.signal)).rejects.toThrow('enough');
  });
});
