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
