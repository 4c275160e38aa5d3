import { TickingClock } from './ticking-clock';

describe('the clock of a control', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-03-02T12:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  it('has one timer however many watch, and none when nobody does', () => {
    const clock = new TickingClock(10_000);
    expect(jest.getTimerCount()).toBe(0);
    const leave = [clock.subscribe(jest.fn()), clock.subscribe(jest.fn())];
    expect(jest.getTimerCount()).toBe(1);
    for (const go of leave) go();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('tells the same instant to all until the next tick', () => {
    const clock = new TickingClock(10_000);
    const seen: string[] = [];
    clock.subscribe(() => seen.push(clock.now.toISOString()));
    jest.advanceTimersByTime(25_000);
    expect(seen).toEqual(['2026-03-02T12:00:10.000Z', '2026-03-02T12:00:20.000Z']);
    expect(clock.now.toISOString()).toBe('2026-03-02T12:00:20.000Z');
  });

  it('stands still while it is hidden and catches up at once', () => {
    const clock = new TickingClock(10_000);
    const watcher = jest.fn();
    clock.subscribe(watcher);
    clock.show(false);
    jest.advanceTimersByTime(60_000);
    expect([watcher.mock.calls.length, jest.getTimerCount()]).toEqual([0, 0]);
    clock.show(true);
    expect(watcher).toHaveBeenCalledTimes(1);
    expect(clock.now.toISOString()).toBe('2026-03-02T12:01:00.000Z');
  });

  it('leaves no timer behind', () => {
    const clock = new TickingClock();
    clock.subscribe(jest.fn());
    clock.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
