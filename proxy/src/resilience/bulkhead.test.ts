import fc from 'fast-check';
import { BulkheadFull, createBulkhead } from './bulkhead';
import { startDeadline } from './deadline';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a bulkhead', () => {
  it('lets at most so many run, everybody in turn, and gives every place back', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.nat(12), async (most, calls) => {
        const bulkhead = createBulkhead({ most, mostWaiting: 12 });
        const order: number[] = [];
        let running = 0;
        await Promise.all(
          Array.from({ length: calls }, async (_, call) => {
            const leave = await bulkhead.enter(startDeadline(5000));
            running += 1;
            expect(running).toBeLessThanOrEqual(most);
            order.push(call);
            await settled();
            running -= 1;
            leave();
            leave();
          }),
        );
        expect(order).toEqual(Array.from({ length: calls }, (_, call) => call));
        for (let place = 0; place < most; place += 1) await bulkhead.enter(startDeadline(0));
      }),
    ));

  it('turns away at once who would wait in too long a row', async () => {
    const bulkhead = createBulkhead({ most: 1, mostWaiting: 1 });
    const leave = await bulkhead.enter(startDeadline(5000));
    const second = bulkhead.enter(startDeadline(5000));
    await expect(bulkhead.enter(startDeadline(5000))).rejects.toThrow(BulkheadFull);
    leave();
    expect(await second).toBeInstanceOf(Function);
  });

  it('lets nobody wait beyond a deadline or after giving up, and gives them no place', async () => {
    const bulkhead = createBulkhead({ most: 1, mostWaiting: 2 });
    const leave = await bulkhead.enter(startDeadline(5000));
    const abort = new AbortController();
    const hurried = bulkhead.enter(startDeadline(5));
    const gone = bulkhead.enter(startDeadline(5000, abort.signal));
    const ends = Promise.allSettled([hurried, gone]);
    abort.abort();
    await expect(bulkhead.enter(startDeadline(5000, abort.signal))).rejects.toThrow(BulkheadFull);
    expect(await ends).toMatchObject([{ reason: expect.any(BulkheadFull) }, { reason: expect.any(BulkheadFull) }]);
    leave();
    expect(await bulkhead.enter(startDeadline(0))).toBeInstanceOf(Function);
  });
});
