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

  test('a sleeper in the background wakes on the way to another one, and never by itself', async () => {
    const clock = createVirtualClock(START);
    const woken: number[] = [];
    const tickFor = async (count: number): Promise<void> => {
      for (let each = 1; each <= count; each += 1) {
        await clock.sleep(3_600_000, undefined, { background: true });
        woken.push((clock.now().getTime() - START.getTime()) / 3_600_000);
      }
    };
    void tickFor(1000);
    for (let i = 0; i < 5; i += 1) await tick();
    expect([woken, clock.now()]).toEqual([[], START]);
    await clock.sleep(2.5 * 3_600_000);
    expect(woken).toEqual([1, 2]);
    for (let i = 0; i < 5; i += 1) await tick();
    expect(clock.now().getTime()).toBe(START.getTime() + 2.5 * 3_600_000);
    expect(clock.waiting).toBe(1);
  });

  test('runs until an instant: everyone due until then, and nobody after it', async () => {
    const clock = createVirtualClock(START);
    const seen: string[] = [];
    const note = (name: string) => () => seen.push(name);
    void clock.sleep(60_000, undefined, { background: true }).then(note('background'));
    void clock
      .sleep(120_000)
      .then(() => clock.sleep(60_000))
      .then(note('again, at the instant itself'));
    const later = clock.sleep(180_001).then(note('later'));
    const end = new Date(START.getTime() + 180_000);
    await clock.runUntil(end);
    expect([seen, clock.now()]).toEqual([['background', 'again, at the instant itself'], end]);
    await clock.runUntil(end);
    expect(seen).toHaveLength(2);
    await later;
    expect(clock.now().getTime()).toBe(START.getTime() + 180_001);
  });

  test('does not run on while something is held', async () => {
    const clock = createVirtualClock(START);
    const release = clock.hold();
    let there = false;
    const run = clock.runUntil(new Date(START.getTime() + 1)).then(() => (there = true));
    for (let i = 0; i < 5; i += 1) await tick();
    expect([there, clock.now()]).toEqual([false, START]);
    await expect(clock.runUntil(START)).rejects.toThrow('already on its way');
    release();
    await run;
    expect(clock.now().getTime()).toBe(START.getTime() + 1);
  });

  test('an aborted sleeper in the background leaves the others alone', async () => {
    const clock = createVirtualClock(START);
    const controller = new AbortController();
    const aborted = clock.sleep(10, controller.signal, { background: true });
    controller.abort(new Error('enough'));
    await expect(aborted).rejects.toThrow('enough');
    await clock.sleep(20);
    expect([clock.now().getTime(), clock.waiting]).toEqual([START.getTime() + 20, 0]);
  });
});
