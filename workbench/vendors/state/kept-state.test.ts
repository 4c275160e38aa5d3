import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateFolderError } from '../../state/state-folder-error';
import { orderByExactNumber } from '../scenarios/scenario-store';
import { type SandboxOptions, startVendorSandboxes, type VendorSandboxes } from '../start-vendor-sandboxes';

const HOUR = 3_600_000;
const AUTHORIZED = { authorization: 'Bearer sandbox', 'content-type': 'application/x-www-form-urlencoded' };

let parent: string;
let folder: string;
let now: Date;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'sandboxes-'));
  folder = join(parent, 'sandboxes');
  now = new Date('2026-11-20T10:00:00Z');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

async function refund(stripe: string, key: string, form: Record<string, string>) {
  const response = await fetch(`${stripe}/v1/refunds`, {
    method: 'POST',
    headers: { ...AUTHORIZED, 'idempotency-key': key },
    body: new URLSearchParams(form),
  });
  const replayed = response.headers.get('idempotent-replayed') === 'true';
  return { status: response.status, replayed, body: (await response.json()) as { id: string } };
}

/** Starts the sandboxes, lets something happen, and stops them. */
async function during<T>(
  happens: (sandboxes: VendorSandboxes) => Promise<T>,
  options: SandboxOptions = { stateFolder: folder },
): Promise<T> {
  const sandboxes = await startVendorSandboxes({ now: () => now, ...options });
  try {
    return await happens(sandboxes);
  } finally {
    await sandboxes.close();
  }
}

describe('what was done to the orders', () => {
  const order = orderByExactNumber('12345')!;
  const pending = orderByExactNumber('12392')!;
  const form = { charge: 'ch_1234567890', amount: '500', 'metadata[at]': 'the desk' };

  it('survives a restart with its dates and keys, until a key is forgotten', async () => {
    const [first, before] = await during(async ({ stripe, state }) => {
      const made = await refund(stripe, 'key-1', form);
      state.change(order).cancellation = { doneAt: now, reason: 'CUSTOMER', staffNote: null };
      state.change(order).shopRefunds.push({ position: 0, at: now, note: 'n', lines: [], payments: [] });
      const end = { at: new Date(now.getTime() + HOUR), status: 'failed' };
      state.change(pending).chargeRefunds.push({ ...state.historyOf(order).chargeRefunds[0]!, end });
      state.shopKeys.set('shop-key', { input: 'i', position: 0 });
      await refund(stripe, 'key-2', { charge: 'ch_nothing' });
      return [made, structuredClone([state.historyOf(order), state.historyOf(pending)])] as const;
    });
    expect(first.status).toBe(200);
    now = new Date(now.getTime() + 23 * HOUR);
    await during(async ({ stripe, state }) => {
      expect([state.historyOf(order), state.historyOf(pending)]).toEqual(before);
      expect(state.shopKeys.get('shop-key')).toEqual({ input: 'i', position: 0 });
      expect(await refund(stripe, 'key-1', form)).toEqual({ ...first, replayed: true });
      expect((await refund(stripe, 'key-1', { ...form, amount: '600' })).status).toBe(400);
    });
    now = new Date(now.getTime() + 2 * HOUR);
    const later = await during(({ stripe }) => refund(stripe, 'key-1', form));
    expect(later).toMatchObject({ status: 200, replayed: false });
    expect(later.body.id).not.toBe(first.body.id);
  });

  it('is told afresh without a folder', async () => {
    const made = (key: string) => during(({ stripe }) => refund(stripe, key, form), {});
    expect((await made('key-2')).body.id).toBe((await made('key-1')).body.id);
  });

  it('names the damaged file and the remedy, and leaves nothing running', async () => {
    await during(({ stripe }) => refund(stripe, 'key-1', form));
    const [file] = readdirSync(folder).filter((name) => name.startsWith('journal'));
    writeFileSync(join(folder, file!), '{"half a line\n');
    const problem = await during(() => Promise.resolve(undefined)).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(StateFolderError);
    expect((problem as Error).message).toContain(join(folder, file!));
    expect((problem as Error).message).toMatch(/Restore the file from a copy, or move the folder away/);
    rmSync(folder, { recursive: true });
    expect((await during(({ stripe }) => refund(stripe, 'key-1', form))).replayed).toBe(false);
  });
});
