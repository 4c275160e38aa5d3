import { createVirtualClock } from '../virtual-clock';
import { START, secondsIn } from '../testing/flow-builder';
import { TriggerConcurrency } from './trigger-concurrency';

/** Starts ten runs of ten seconds each at once; gives the seconds at which those that were taken ended. */
async function endsOfTen(limits: ConstructorParameters<typeof TriggerConcurrency>[0]): Promise<number[]> {
  const clock = createVirtualClock(START);
  const runs = new TriggerConcurrency(limits);
  const one = async (): Promise<number> => {
    await clock.sleep(10_000);
    return secondsIn(clock.now().toISOString());
  };
  const started = Array.from({ length: 10 }, () => runs.start(one));
  return Promise.all(started.filter((run) => run !== undefined));
}

describe('runs of one trigger', () => {
  test('without a limit go side by side', async () => {
    expect(await endsOfTen({})).toEqual(new Array(10).fill(10));
  });

  test('wait for each other, in the order in which they came', async () => {
    expect(await endsOfTen({ concurrentRuns: 1, maximumWaitingRuns: 100 })).toEqual([
      10, 20, 30, 40, 50, 60, 70, 80, 90, 100,
    ]);
    expect(await endsOfTen({ concurrentRuns: 4, maximumWaitingRuns: 100 })).toEqual([
      10, 10, 10, 10, 20, 20, 20, 20, 30, 30,
    ]);
  });

  test('are turned away when too many wait', async () => {
    expect(await endsOfTen({ concurrentRuns: 2, maximumWaitingRuns: 3 })).toEqual([10, 10, 20, 20, 30]);
    expect(await endsOfTen({ concurrentRuns: 1, maximumWaitingRuns: 0 })).toEqual([10]);
  });

  test('a run that fails gives its place to the next', async () => {
    const runs = new TriggerConcurrency({ concurrentRuns: 1, maximumWaitingRuns: 1 });
    const failed = runs.start(() => Promise.reject(new Error('broken')));
    const next = runs.start(() => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('done');
    expect(await runs.start(() => Promise.resolve('again'))).toBe('again');
  });
});
