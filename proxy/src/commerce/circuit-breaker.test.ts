import { createCircuitBreaker } from './circuit-breaker';

const options = { windowMs: 1000, failures: 4, restMs: 500 };
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
    expect(breaker.secondsUntilTrial()).toBe(1);
  });

  it('stays closed while most calls succeed', () => {
    const { breaker } = started();
    for (let calls = 0; calls < 20; calls += 1)
      expect(call(breaker, calls % 3 === 0 ? 'failed' : 'succeeded')).toBe(true);
    expect(breaker.secondsUntilTrial()).toBe(0);
  });

  it('forgets failures of an earlier window', () => {
    const { breaker, clock } = started();
    for (let calls = 0; calls < 3; calls += 1) call(breaker, 'failed');
    clock.ms = 1001;
    expect(call(breaker, 'failed')).toBe(true);
    expect(breaker.allows()).toBe(true);
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
