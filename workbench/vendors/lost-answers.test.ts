import { SANDBOX_CREDENTIAL } from './sandbox-credential';
import type { Fault } from './scenarios/scenario-order';
import { startVendorSandboxes, type VendorSandboxes } from './start-vendor-sandboxes';

let sandboxes: VendorSandboxes;
beforeEach(async () => {
  sandboxes = await startVendorSandboxes({ now: () => new Date('2026-03-10T12:00:00Z') });
});
afterEach(() => sandboxes.close());

const CHARGE = 'ch_1234567890';
const headers = {
  authorization: `Bearer ${SANDBOX_CREDENTIAL}`,
  'content-type': 'application/x-www-form-urlencoded',
  'idempotency-key': 'key',
};
const refund = (signal?: AbortSignal) =>
  fetch(`${sandboxes.stripe}/v1/refunds`, { method: 'POST', headers, body: `charge=${CHARGE}&amount=100`, signal });
const once = (kind: Fault['kind']) => sandboxes.setFault('stripe', { kind, times: 1 });
const givenBack = async () => {
  const charge = await fetch(`${sandboxes.stripe}/v1/charges/${CHARGE}`, { headers });
  return ((await charge.json()) as { amount_refunded: number }).amount_refunded;
};

/** The same request under the same key brings the saved answer. */
async function expectReplay(status: number, amount: number) {
  const again = await refund();
  expect(again.status).toBe(status);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(await givenBack()).toBe(amount);
}

describe('a refund whose answer is lost', () => {
  it('with the connection was made', async () => {
    once('lost_after_effect');
    await expect(refund()).rejects.toThrow();
    await expectReplay(200, 100);
  });

  it('in silence was made', async () => {
    once('silent_after_effect');
    const patience = new AbortController();
    const waiting = refund(patience.signal);
    while (sandboxes.calls().length === 0) await new Promise((resolve) => setImmediate(resolve));
    patience.abort();
    await expect(waiting).rejects.toThrow('aborted');
    await expectReplay(200, 100);
  });

  it('behind a saved error was made or not, and the error stays', async () => {
    once('saved_error_after_effect');
    expect((await refund()).status).toBe(500);
    await expectReplay(500, 100);
  });

  it('behind an error before the effect was not made', async () => {
    once('saved_error');
    expect((await refund()).status).toBe(500);
    await expectReplay(500, 0);
  });

  it('because nobody listened was not made, and is made under the same key', async () => {
    once('down');
    await expect(refund()).rejects.toThrow();
    expect(await givenBack()).toBe(0);
    expect((await refund()).status).toBe(200);
    expect(await givenBack()).toBe(100);
  });
});
