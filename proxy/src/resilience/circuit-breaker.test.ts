import { createCircuitBreaker } from './circuit-breaker';

const options = { windowMs: 1000, failures: 4, inARow: 4, restMs: 500, longestRestMs: 60_000 };
const started = () => {
  const clock = { ms: 0 };
  return { clock, breaker: createCircuitBreaker(options, () => clock.ms) };
};
type Breaker = ReturnType<typeof createCircuitBreaker>;
const call = (breaker: Breaker, outcome: 'succeeded' | 'failed' | 'abandoned') => {
  if (!breaker.allows()) return false;
  breaker[outcome]();
  return true;
};

describe('circuit breaker', () => {
  it('opens at the given number of failures and says when it will try again', () => {
    const { breaker } = started();
    for (let calls = 0; calls < 4; calls += 1) expect(call(breaker, 'failed')).toBe(true);
    expect(breaker.allows()).toBe(false);
    expect(breaker.secondsToWait()).toBe(1);
  });

  it('stays closed while most calls succeed', () => {
    const { breaker } = started();
    for (let calls = 0; calls < 20; calls += 1)
      expect(call(breaker, calls % 3 === 0 ? 'failed' : 'succeeded')).toBe(true);
    expect(breaker.secondsToWait()).toBe(0);
  });

  it('forgets failures of an earlier window when there was a success since', () => {
    const { breaker, clock } = started();
    for (const outcome of ['failed', 'failed', 'failed', 'succeeded'] as const) call(breaker, outcome);
    clock.ms = 1001;
    expect(call(breaker, 'failed')).toBe(true);
    expect(breaker.allows()).toBe(true);
  });

  it('opens after failures in a row, however long each of them takes', () => {
    const { breaker, clock } = started();
    for (let calls = 0; calls < 4; calls += 1) {
      clock.ms += 3000;
      expect(call(breaker, 'failed')).toBe(true);
    }
    expect(breaker.rests()).toBe(true);
  });

  it('opens within a second for a vendor asked ten times a second that fails at once', () => {
    const clock = { ms: 0 };
    const breaker = createCircuitBreaker(undefined, () => clock.ms);
    for (let calls = 0; calls < 1000; calls += 1) call(breaker, 'succeeded');
    clock.ms = 60_000;
    while (call(breaker, 'failed')) clock.ms += 100;
    expect(clock.ms - 60_000).toBeLessThan(1000);
  });

  it('stays away from an exhausted vendor, says until when, and looks again after a minute all the same', () => {
    const { breaker, clock } = started();
    breaker.allows();
    breaker.exhausted(7200);
    expect([breaker.allows(), breaker.secondsToWait()]).toEqual([false, 7200]);
    clock.ms = 59_999;
    expect(breaker.allows()).toBe(false);
    clock.ms = 60_000;
    expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
    breaker.exhausted(7140);
    expect([breaker.rests(), breaker.secondsToWait()]).toEqual([true, 7140]);
  });

  it('lets exactly one trial call through after its rest and closes when that succeeds', () => {
    const { breaker, clock } = started();
    for (let calls = 0; calls < 4; calls += 1) call(breaker, 'failed');
    clock.ms = 500;
    expect(breaker.allows()).toBe(true);
    expect(breaker.allows()).toBe(false);
    breaker.succeeded();
    expect(breaker.allows()).toBe(true);
  });

  it('rests again when the trial call fails, and tries anew when it was abandoned', () => {
    const { breaker, clock } = started();
    for (let calls = 0; calls < 4; calls += 1) call(breaker, 'failed');
    clock.ms = 500;
    expect(call(breaker, 'abandoned')).toBe(true);
    expect(call(breaker, 'failed')).toBe(true);
    expect(breaker.allows()).toBe(false);
    clock.ms = 1000;
    expect(breaker.allows()).toBe(true);
  });
});
