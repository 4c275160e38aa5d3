import { createFaultyConnector, type Fault } from '../../workbench/flow-engine/faulty-connector';
import type { Clock, Connector } from '../../workbench/flow-engine/types';
import { openProduct, type TestProduct } from '../product/open-product';
import { connectorActionsOf } from './connector-actions';
import { CALL_FAULTS } from './fault-switch';

/** Copilot Studio gives a flow up after this long (FlowActionTimedOut). */
const PATIENCE_MS = 100_000;
/** Longer than any connector waits for an answer. */
const NEVER_MS = 600_000;

const FAULTS: { name: string; fault: Fault; attempt?: number }[] = [
  ...CALL_FAULTS.map(({ name, rule }) => ({ name, fault: rule.fault, attempt: rule.attempt })),
  { name: 'does not answer', fault: { kind: 'delay', ms: NEVER_MS } },
  {
    name: 'asks for a long rest every time',
    fault: { kind: 'status', statusCode: 429, headers: { 'Retry-After': '90' } },
  },
];

let product: TestProduct;
let clock: Clock;
/** Which calls go wrong, and how. */
let struck: { actions: ReadonlySet<string>; fault: Fault; attempt?: number } | undefined;

beforeAll(async () => {
  product = await openProduct({
    wrapConnector: (_name, connector): Connector => ({
      call(request) {
        if (struck === undefined || !struck.actions.has(request.actionName)) return connector.call(request);
        const { fault, attempt } = struck;
        return createFaultyConnector(connector, [{ fault, attempt }], clock).call(request);
      },
    }),
  });
  clock = product.clock;
});
afterAll(() => product.close());

/** Says something, without and with the fault, and tells how long the answer took on the flows' clock. */
async function secondsToAnswer(text: string, conversation?: string): Promise<number> {
  const before = clock.now().getTime();
  let answered = before;
  const { platform } = product.product;
  const body = { text: conversation ?? `${before}-${Math.random()}`, text_1: String(Math.random()), text_2: text };
  const answer = await platform.request('Chat Processing', body).then((found) => {
    answered = clock.now().getTime();
    return found;
  });
  await platform.idle();
  expect(answer.statusCode).toBe(200);
  expect((answer.body as { reply: string }).reply).not.toBe('');
  return (answered - before) / 1000;
}

describe.each(FAULTS)('A chat turn is answered before Copilot gives up, when a call $name', ({ fault, attempt }) => {
  afterEach(() => (struck = undefined));

  it('whichever call it is', async () => {
    const late: Record<string, number> = {};
    for (const action of connectorActionsOf('Chat Processing')) {
      struck = { actions: new Set([action]), fault, attempt };
      const seconds = await secondsToAnswer('How do I return my order?');
      if (seconds * 1000 >= PATIENCE_MS) late[action] = seconds;
    }
    expect(late).toEqual({});
  });

  it('and when all calls do', async () => {
    struck = { actions: connectorActionsOf('Chat Processing'), fault, attempt };
    expect((await secondsToAnswer('How do I return my order?')) * 1000).toBeLessThan(PATIENCE_MS);
  });
});
