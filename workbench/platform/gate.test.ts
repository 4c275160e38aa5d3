import type { Connector, ConnectorRequest } from '../flow-engine/types';
import { createVirtualClock } from '../flow-engine/virtual-clock';
import { createGate } from './gate';

const request = (signal = new AbortController().signal): ConnectorRequest => ({
  operationId: 'Any',
  arguments: {},
  runId: 'run',
  actionName: 'action',
  attempt: 1,
  signal,
});
const answer = { statusCode: 200, headers: {}, body: null };
const pending = Symbol('pending');
const stateOf = (call: Promise<unknown>) => Promise.race([call, new Promise((done) => setTimeout(done, 20, pending))]);

describe('the gate', () => {
  it('lets answers and errors through while it is open', async () => {
    const gate = createGate();
    expect(await gate.guard({ call: () => Promise.resolve(answer) }).call(request())).toBe(answer);
    await expect(gate.guardRemote({ call: () => Promise.reject(new Error('x')) }).call(request())).rejects.toThrow('x');
  });

  it('answers nothing once it is shut, whatever the call comes to, and begins nothing', async () => {
    const gate = createGate();
    let calls = 0;
    let end: { resolve: (value: typeof answer) => void; reject: (error: Error) => void }[] = [];
    const connector: Connector = {
      call: () => {
        calls += 1;
        return new Promise((resolve, reject) => end.push({ resolve, reject }));
      },
    };
    const guarded = gate.guard(connector);
    const [first, second] = [guarded.call(request()), guarded.call(request())];
    gate.shut();
    end[0]!.resolve(answer);
    end[1]!.reject(new Error('too late'));
    end = [];
    expect(await Promise.all([first, second, guarded.call(request())].map(stateOf))).toEqual([
      pending,
      pending,
      pending,
    ]);
    expect(calls).toBe(2);
  });

  it('gives up remote calls when it is shut, and when the caller gives up', async () => {
    const gate = createGate();
    const signals: AbortSignal[] = [];
    const remote = gate.guardRemote({
      call: ({ signal }) => {
        signals.push(signal);
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
      },
    });
    const caller = new AbortController();
    const given = remote.call(request(caller.signal));
    caller.abort(new Error('given up'));
    await expect(given).rejects.toThrow('given up');
    const shut = remote.call(request());
    gate.shut();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(await stateOf(shut)).toBe(pending);
  });

  it('lets sleepers sleep on once it is shut, and moves no time for them', async () => {
    const gate = createGate();
    const clock = createVirtualClock(new Date('2026-03-02T09:30:00Z'));
    const guarded = gate.guardClock(clock);
    await guarded.sleep(1000);
    const caller = new AbortController();
    const given = guarded.sleep(1000, caller.signal);
    caller.abort(new Error('given up'));
    await expect(given).rejects.toThrow('given up');
    const sleeping = guarded.sleep(86_400_000);
    gate.shut();
    expect(await stateOf(sleeping)).toBe(pending);
    expect(await stateOf(guarded.sleep(1))).toBe(pending);
    expect([clock.waiting, clock.now().toISOString()]).toEqual([0, '2026-03-02T09:30:01.000Z']);
  });
});
