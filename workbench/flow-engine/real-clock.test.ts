import { createRealClock } from './real-clock';

test('sleeping ends, and an abort ends it with its reason', async () => {
  const clock = createRealClock();
  const before = clock.now().getTime();
  await clock.sleep(5);
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(before + 4);
  const controller = new AbortController();
  const sleep = clock.sleep(60_000, controller.signal);
  controller.abort(new Error('enough'));
  await expect(sleep).rejects.toThrow('enough');
  await expect(clock.sleep(60_000, controller.signal)).rejects.toThrow('enough');
  clock.hold()();
});

test('a sleeper in the background keeps to the time of day, over a sleep of the machine too', async () => {
  jest.useFakeTimers();
  try {
    let woken = false;
    void createRealClock()
      .sleep(3_600_000, undefined, { background: true })
      .then(() => (woken = true));
    await jest.advanceTimersByTimeAsync(30_000);
    expect(woken).toBe(false);
    jest.setSystemTime(Date.now() + 3_600_000);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(woken).toBe(true);
  } finally {
    jest.useRealTimers();
  }
});
