import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { request } from 'undici';
import { readSettings } from '../../proxy/src/settings';
import { startProxy } from '../../proxy/src/start-proxy';
import { startVendorSandboxes, type VendorSandboxes } from '../../workbench/vendors/start-vendor-sandboxes';

export interface ServiceOnSandboxes {
  sandboxes: VendorSandboxes;
  /** Posts to an operation under a key of its own. @returns the body of the answer, whatever its status */
  post(path: string, body: object): Promise<Record<string, unknown>>;
  /** Does something. @returns which vendors were asked meanwhile, each as often as it was */
  vendorsAsked(work: () => Promise<unknown>): Promise<string[]>;
  /** Everything it has logged. */
  logged(): string;
  close(): Promise<void>;
}

/** Starts the whole service over the vendors' sandboxes and a temporary folder. @param environment further settings */
export async function startServiceOnSandboxes(environment: Record<string, string>): Promise<ServiceOnSandboxes> {
  const folder = mkdtempSync(join(tmpdir(), 'rcc-privacy-'));
  const sandboxes = await startVendorSandboxes();
  let log = '';
  const logTo = new Writable({
    write(line: Buffer, _encoding, done) {
      log += line.toString();
      done();
    },
  });
  const settings = readSettings({
    PORT: '0',
    LOG_LEVEL: 'trace',
    RCC_DATA_DIR: folder,
    SHOPIFY_SANDBOX_URL: sandboxes.shopify,
    UPS_SANDBOX_URL: sandboxes.ups,
    FEDEX_SANDBOX_URL: sandboxes.fedex,
    STRIPE_SANDBOX_URL: sandboxes.stripe,
    ...environment,
  });
  const proxy = await startProxy(settings, { logTo });
  let keys = 0;
  return {
    sandboxes,
    async post(path, body) {
      const answer = await request(`${proxy.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `question ${(keys += 1)}` },
        body: JSON.stringify(body),
      });
      return (await answer.body.json()) as Record<string, unknown>;
    },
    async vendorsAsked(work) {
      const before = sandboxes.calls().length;
      await work();
      return sandboxes
        .calls()
        .slice(before)
        .map(({ vendor }) => vendor);
    },
    logged: () => log,
    async close() {
      await proxy.close();
      await sandboxes.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
