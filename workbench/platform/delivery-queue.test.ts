import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal, type Journal } from '../state/journal';
import { openDeliveryQueue, type Delivery, type DeliveryQueue } from './delivery-queue';

let folder: string;
let journal: Journal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-'));
  journal = openJournal(folder);
});
afterEach(() => {
  journal.close();
  rmSync(folder, { recursive: true, force: true });
});

const delivery = (body: unknown): Delivery => ({ flowId: 'f', outputs: { body }, acceptedOn: '2026-03-02T09:30:15Z' });

function accept(queue: DeliveryQueue, ...bodies: unknown[]): void {
  const work = queue.prepare(bodies.map(delivery));
  journal.write(work.changes);
  work.begin();
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of deliveries', () => {
  it('runs them in order, no more than allowed at the same time', async () => {
    const begun: unknown[] = [];
    const ends: (() => void)[] = [];
    const queue = openDeliveryQueue(journal, 'test', 2, ({ outputs }) => {
      begun.push(outputs.body);
      return new Promise((resolve) => ends.push(resolve));
    });
    accept(queue, 1, 2, 3);
    expect(begun).toEqual([]);
    queue.start();
    accept(queue, 4);
    expect(begun).toEqual([1, 2]);
    ends[1]!();
    await turn();
    expect(begun).toEqual([1, 2, 3]);
    expect(queue.size).toBe(3);
    for (const end of ends) end();
    await turn();
    for (const end of ends) end();
    await queue.idle();
    expect(begun).toEqual([1, 2, 3, 4]);
    expect(queue.size).toBe(0);
  });

  it('hands the unfinished ones, and only those, to the next start in their order', async () => {
    const first = openDeliveryQueue(journal, 'test', 2, ({ outputs }) =>
      outputs.body === 'done' ? Promise.resolve() : new Promise(() => undefined),
    );
    first.start();
    accept(first, 'done', 'stuck', 'done', 'stuck too', 'waiting');
    await turn();
    journal.close();
    journal = openJournal(folder);
    const begun: unknown[] = [];
    const second = openDeliveryQueue(journal, 'test', 1, ({ outputs }) => {
      begun.push(outputs.body);
      return Promise.resolve();
    });
    accept(second, 'new');
    second.start();
    await second.idle();
    expect(begun).toEqual(['stuck', 'stuck too', 'waiting', 'new']);
  });

  it('keeps a delivery whose run broke, says so, and goes on with the others', async () => {
    const queue = openDeliveryQueue(journal, 'test', 1, ({ outputs }) =>
      outputs.body === 'bad' ? Promise.reject(new Error('broken')) : Promise.resolve(),
    );
    queue.start();
    accept(queue, 'bad', 'good');
    await expect(queue.idle()).rejects.toThrow('broken');
    expect(queue.size).toBe(1);
  });

  it('runs each once when a run accepts further ones while it begins', async () => {
    const begun: unknown[] = [];
    const queue = openDeliveryQueue(journal, 'test', 3, ({ outputs }) => {
      begun.push(outputs.body);
      if (Number(outputs.body) < 4) accept(queue, Number(outputs.body) + 1);
      return Promise.resolve();
    });
    queue.start();
    accept(queue, 1);
    await queue.idle();
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('holds a flow to its own limit, in order, without holding up the others', async () => {
    const begun: unknown[] = [];
    const ends = new Map<unknown, () => void>();
    const limitOf = (flowId: string) => (flowId === 'one' ? 1 : undefined);
    const run = ({ outputs }: Delivery) => {
      begun.push(outputs.body);
      return new Promise<void>((resolve) => ends.set(outputs.body, resolve));
    };
    const queue = openDeliveryQueue(journal, 'test', 3, run, limitOf);
    const work = queue.prepare([
      ...['a', 'b', 'c'].map((body) => ({ ...delivery(body), flowId: 'one' })),
      ...['x', 'y', 'z'].map((body) => ({ ...delivery(body), flowId: 'other' })),
    ]);
    journal.write(work.changes);
    queue.start();
    work.begin();
    expect(begun).toEqual(['a', 'x', 'y']);
    ends.get('x')!();
    await turn();
    expect(begun).toEqual(['a', 'x', 'y', 'z']);
    for (const body of ['y', 'z']) ends.get(body)!();
    await turn();
    expect([begun.length, queue.isIdle, queue.size]).toEqual([4, false, 3]);
    for (const body of ['a', 'b', 'c']) {
      ends.get(body)!();
      await turn();
    }
    await queue.idle();
    expect(begun).toEqual(['a', 'x', 'y', 'z', 'b', 'c']);
    expect(queue.size).toBe(0);
  });

  it('lets others work while a run waits, and still counts it as under way', async () => {
    const begun: unknown[] = [];
    const places: { leave(): () => void }[] = [];
    const ends: (() => void)[] = [];
    const queue = openDeliveryQueue(journal, 'test', 1, ({ outputs }, _key, place) => {
      begun.push(outputs.body);
      places.push(place);
      return new Promise((resolve) => ends.push(resolve));
    });
    queue.start();
    accept(queue, 1, 2, 3);
    expect(begun).toEqual([1]);
    const comeBack = places[0]!.leave();
    const comeBackToo = places[0]!.leave();
    expect(begun).toEqual([1, 2]);
    comeBackToo();
    comeBack();
    ends[1]!();
    await turn();
    expect([begun, queue.isIdle]).toEqual([[1, 2], false]);
    places[0]!.leave();
    ends[0]!();
    await turn();
    expect(begun).toEqual([1, 2, 3]);
    ends[2]!();
    await queue.idle();
    expect(queue.size).toBe(0);
  });

  it('begins nothing after it is stopped', async () => {
    const begun: unknown[] = [];
    let end = () => {};
    const queue = openDeliveryQueue(journal, 'test', 1, ({ outputs }) => {
      begun.push(outputs.body);
      return new Promise((resolve) => (end = resolve));
    });
    queue.start();
    accept(queue, 1, 2);
    queue.stop();
    const idle = queue.idle();
    end();
    await idle;
    expect(begun).toEqual([1]);
    expect(queue.size).toBe(1);
  });

  it('takes thousands without keeping those that are done', async () => {
    let done = 0;
    const queue = openDeliveryQueue(journal, 'test', 8, async () => {
      await Promise.resolve();
      done += 1;
    });
    queue.start();
    for (let round = 0; round < 50; round += 1) {
      accept(queue, ...Array.from({ length: 100 }, (_, index) => index));
      await queue.idle();
    }
    expect(done).toBe(5000);
    expect(queue.size).toBe(0);
  });
});
