import { stopOnSignals } from './stop-signals';

function terminal() {
  const listeners: (() => void)[] = [];
  const exits: number[] = [];
  let time = 0;
  return {
    exits,
    said: [] as string[],
    pass: (ms: number) => (time += ms),
    press: () => listeners[0]?.(),
    process: {
      on: (_: string, listener: () => void) => listeners.push(listener),
      exit: (code: number) => void exits.push(code),
    },
    now: () => time,
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('closes everything on Ctrl-C and ends with 0', async () => {
  const at = terminal();
  let closed = 0;
  stopOnSignals(
    () => Promise.resolve(void closed++),
    (line) => at.said.push(line),
    at,
  );
  at.press();
  await settled();
  expect({ closed, exits: at.exits }).toEqual({ closed: 1, exits: [0] });
});

it('takes one key press that arrives twice for one', async () => {
  const at = terminal();
  stopOnSignals(
    () => new Promise(() => undefined),
    () => undefined,
    at,
  );
  at.press();
  at.pass(20);
  at.press();
  await settled();
  expect(at.exits).toEqual([]);
});

it('stops at once on a second Ctrl-C', () => {
  const at = terminal();
  stopOnSignals(
    () => new Promise(() => undefined),
    () => undefined,
    at,
  );
  at.press();
  at.pass(1500);
  at.press();
  expect(at.exits).toEqual([130]);
});

it('tells what could not be closed and ends with 1', async () => {
  const at = terminal();
  stopOnSignals(
    () => Promise.reject(new Error('the store is gone')),
    (line) => at.said.push(line),
    at,
  );
  at.press();
  await settled();
  expect(at.exits).toEqual([1]);
  expect(at.said.join()).toContain('the store is gone');
});
