import fc from 'fast-check';
import { startDeadline, type Deadline } from '../resilience/deadline';
import { VendorError } from './vendor-error';
import { createVendorMemory, type VendorQuestion } from './vendor-memory';

const down = new VendorError('ups', 'RCC_UPSTREAM_UNAVAILABLE', 'ups is down');
const slow = new VendorError('ups', 'RCC_UPSTREAM_TIMEOUT', 'ups is slow');
const soon = () => startDeadline(5000);

function remembering(freshMs = 10_000, staleMs = 60_000, most?: number) {
  const clock = { ms: 0 };
  const memory = createVendorMemory('ups', { freshMs, staleMs }, () => new Date(clock.ms), most);
  return { memory, clock };
}

/** A question whose answers the test gives, one after the other. */
function questionOf<T>(...answers: (T | Error)[]) {
  let asked = 0;
  const question: VendorQuestion<T> = {
    words: ['Thing'],
    ask: () => {
      const answer = answers[Math.min((asked += 1), answers.length) - 1];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as T);
    },
  };
  return { question, asked: () => asked };
}

/** A question that stays open until the test answers it. */
function openQuestion() {
  const calls: { deadline: Deadline; answer(value: string): void; fail(error: Error): void }[] = [];
  const question: VendorQuestion<string> = {
    words: ['Thing'],
    ask: (deadline) => new Promise((answer, fail) => calls.push({ deadline, answer, fail })),
  };
  return { question, calls };
}

describe('what a vendor said', () => {
  it('is used again while it is fresh, and asked for again after that', async () => {
    const { memory, clock } = remembering();
    const { question, asked } = questionOf('one', 'two');
    expect(await memory.read(question, soon())).toMatchObject({ value: 'one', asked: true });
    clock.ms = 9_999;
    expect(await memory.read(question, soon())).toEqual({ value: 'one', at: new Date(0), failure: null, asked: false });
    clock.ms = 10_000;
    expect(await memory.read(question, soon())).toMatchObject({ value: 'two', at: new Date(10_000), asked: true });
    expect(asked()).toBe(2);
  });

  it('is shown with its time and the failure when the vendor fails, and not when it is too old', async () => {
    const { memory, clock } = remembering();
    const { question } = questionOf('one', down);
    await memory.read(question, soon());
    clock.ms = 60_000;
    expect(await memory.read(question, soon())).toEqual({ value: 'one', at: new Date(0), failure: down, asked: true });
    clock.ms = 60_001;
    await expect(memory.read(question, soon())).rejects.toBe(down);
  });

  it('is not kept when there was nothing, and gives way when there is nothing any more', async () => {
    const { memory, clock } = remembering();
    const { question, asked } = questionOf<string | null>(null, 'one', null, down);
    expect((await memory.read(question, soon())).value).toBeNull();
    expect((await memory.read(question, soon())).value).toBe('one');
    clock.ms = 20_000;
    expect((await memory.read(question, soon())).value).toBeNull();
    await expect(memory.read(question, soon())).rejects.toBe(down);
    expect(asked()).toBe(4);
  });

  it('does not cover up a mistake of ours', async () => {
    const { memory, clock } = remembering();
    const { question } = questionOf('one', new TypeError('a mistake'));
    await memory.read(question, soon());
    clock.ms = 20_000;
    await expect(memory.read(question, soon())).rejects.toThrow(TypeError);
  });

  it('is forgotten on demand, and a call that was under way then is not remembered', async () => {
    const { memory } = remembering();
    const { question, calls } = openQuestion();
    const before = memory.read(question, soon());
    memory.forget(['Thing']);
    const after = memory.read(question, soon());
    calls[0]!.answer('before the change');
    calls[1]!.answer('after it');
    expect([(await before).value, (await after).value]).toEqual(['before the change', 'after it']);
    expect(await memory.read(question, soon())).toMatchObject({ value: 'after it', asked: false });
  });

  it('is forgotten by a word of the question, and the answers to other questions stay', async () => {
    const { memory } = remembering();
    const { question: one, asked: askedOne } = questionOf('one', 'one again');
    const { question: other, asked: askedOther } = questionOf('other', 'other again');
    const [order, parcel] = [
      { ...one, words: ['order', '#12345'] },
      { ...other, words: ['parcel', '12345'] },
    ];
    await memory.read(order, soon());
    await memory.read(parcel, soon());
    memory.forget(['#12345', 'no such word']);
    expect((await memory.read(order, soon())).value).toBe('one again');
    expect((await memory.read(parcel, soon())).value).toBe('other');
    expect([askedOne(), askedOther()]).toEqual([2, 1]);
  });

  it('is asked for every time when nothing is to be kept', async () => {
    const { memory } = remembering(0, 0);
    const { question, asked } = questionOf('one', 'two', down);
    await memory.read(question, soon());
    expect((await memory.read(question, soon())).value).toBe('two');
    await expect(memory.read(question, soon())).rejects.toBe(down);
    expect(asked()).toBe(3);
  });

  it('is never what the answer to another question was, whatever the words, and the memory never grows beyond its size', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            words: fc.array(fc.constantFrom('Order', '1', '12', '2', '","', ''), { maxLength: 3 }),
            fails: fc.boolean(),
            pass: fc.nat(8000),
          }),
          { maxLength: 40 },
        ),
        fc.integer({ min: 1, max: 5 }),
        async (questions, most) => {
          const { memory, clock } = remembering(10_000, 30_000, most);
          const said = new Map<string, number>();
          for (const { words, fails, pass } of questions) {
            clock.ms += pass;
            const same = JSON.stringify(words);
            const ask = () => (fails ? Promise.reject(down) : Promise.resolve({ words, at: clock.ms }));
            const reading = await memory.read({ words, ask }, soon()).catch(() => undefined);
            if (!reading) continue;
            expect(reading.value.words).toEqual(words);
            expect(reading.at.getTime()).toBe(reading.value.at);
            const age = clock.ms - reading.value.at;
            expect(age).toBeLessThanOrEqual(reading.failure ? 30_000 : 10_000);
            if (age === 0) said.set(same, clock.ms);
            expect(reading.value.at).toBe(said.get(same));
          }
        },
      ),
    ));

  it('gives way to newer answers beyond its size', async () => {
    const { memory } = remembering(10_000, 60_000, 2);
    let asked = 0;
    const read = (word: string) =>
      memory.read({ words: [word], ask: () => Promise.resolve((asked += 1)) }, soon()).then(({ value }) => value);
    expect([await read('a'), await read('b'), await read('c')]).toEqual([1, 2, 3]);
    expect([await read('c'), await read('b'), await read('a')]).toEqual([3, 2, 4]);
  });
});

describe('an equal question at the same time', () => {
  it('makes one call for everybody', async () => {
    const { memory } = remembering(0, 0);
    const { question, calls } = openQuestion();
    const all = Promise.all(Array.from({ length: 50 }, () => memory.read(question, soon())));
    calls[0]!.answer('one');
    expect(new Set((await all).map(({ value }) => value))).toEqual(new Set(['one']));
    expect(calls).toHaveLength(1);
  });

  it('goes on when the one who came first has gone, and ends when all have', async () => {
    const { memory } = remembering();
    const { question, calls } = openQuestion();
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [first, second].map(({ signal }) => memory.read(question, startDeadline(5000, signal)));
    const ends = Promise.allSettled(asked);
    first.abort();
    await expect(asked[0]).rejects.toMatchObject({ code: 'RCC_UPSTREAM_TIMEOUT' });
    expect(calls[0]!.deadline.signal?.aborted).toBe(false);
    second.abort();
    await ends;
    expect(calls[0]!.deadline.signal?.aborted).toBe(true);
    void memory.read(question, soon()).catch(() => undefined);
    expect(calls).toHaveLength(2);
    calls[1]!.fail(down);
  });

  it('lets nobody wait beyond their own deadline', async () => {
    const { memory } = remembering();
    const { question, calls } = openQuestion();
    const first = memory.read(question, soon());
    await expect(memory.read(question, startDeadline(5))).rejects.toMatchObject({ code: 'RCC_UPSTREAM_TIMEOUT' });
    calls[0]!.answer('one');
    expect((await first).value).toBe('one');
  });

  it('is asked anew by whoever has time left when the first one had too little', async () => {
    const { memory } = remembering();
    const { question, calls } = openQuestion();
    const hurried = memory.read(question, startDeadline(5));
    const patient = memory.read(question, soon());
    calls[0]!.fail(slow);
    await expect(hurried).rejects.toBe(slow);
    calls[1]!.answer('one');
    expect((await patient).value).toBe('one');
  });
});
