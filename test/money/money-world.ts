import type { Transport } from '../../proxy/src/commerce/transport';
import { createMoneyActions } from '../../proxy/src/commerce/actions/create-money-actions';
import type { MoneyActions } from '../../proxy/src/commerce/actions/money-actions';
import { openMoneyPolicy } from '../../proxy/src/commerce/actions/money-policy';
import { createShopifyClient } from '../../proxy/src/commerce/shopify/shopify-client';
import { createStripeClient } from '../../proxy/src/commerce/stripe/stripe-client';
import { projectFile } from '../../proxy/src/project-file';
import { SANDBOX_CREDENTIAL } from '../../workbench/vendors/sandbox-credential';
import type { ScenarioOrder } from '../../workbench/vendors/scenarios/scenario-order';
import { createShopifyStandIn } from '../../workbench/vendors/shopify/shopify-stand-in';
import { createVendorState, type VendorState } from '../../workbench/vendors/state/vendor-state';
import { createStripeStandIn } from '../../workbench/vendors/stripe/stripe-stand-in';
import { Crash, createCrashingStore } from './crashing-store';
import type { MemoryActionStore } from './memory-action-store';
import { type Protection, unprotected } from './protections';
import type { Weather } from './storm';
import { createVendorLine } from './vendor-line';
import type { VirtualTime } from './virtual-time';

/** The vendors of some orders, in memory: the product's own sandboxes, with what has happened at them. */
export interface MoneyWorld {
  state: VendorState;
  /** Lines to the vendors in one order's weather. */
  linesIn(weather: Weather): Lines;
}

export interface Lines {
  shopify: Transport;
  stripe: Transport;
}

/** One run of the service, until it dies. */
export interface Process {
  actions: MoneyActions;
  isDead(): boolean;
}

const ADDRESS = { origin: 'sandbox', baseUrl: 'http://127.0.0.1' } as const;
const SHOP = { ...ADDRESS, accessToken: SANDBOX_CREDENTIAL, apiVersion: '2026-07' };
const PAYMENTS = { ...ADDRESS, apiKey: SANDBOX_CREDENTIAL };
const ATTEMPT_MS = 3_000;
const ANSWER_WITHIN_MS = 20_000;

const shippedPolicy = openMoneyPolicy(projectFile('proxy/policies/money.json'), (error) => {
  throw error;
})();

export function createMoneyWorld(
  orders: readonly ScenarioOrder[],
  time: VirtualTime,
  without?: Protection,
): MoneyWorld {
  const state = createVendorState(time.now, orders);
  const shop = createShopifyStandIn(state);
  const payments = createStripeStandIn(state);
  return {
    state,
    linesIn(weather) {
      const options = { time, next: weather.call, restSeconds: weather.restSeconds, ...unprotected.line(without) };
      return {
        shopify: createVendorLine({ ...options, standIn: shop }),
        stripe: createVendorLine({ ...options, standIn: payments }),
      };
    },
  };
}

/** Starts the service anew over what is stored. */
export function startProcess(
  stored: MemoryActionStore,
  lines: Lines,
  weather: Weather,
  time: VirtualTime,
  without?: Protection,
): Process {
  const store = createCrashingStore(unprotected.store(without, stored), weather.write);
  const options = {
    attemptTimeoutMs: ATTEMPT_MS,
    now: time.now,
    wait: (ms: number) => {
      time.pass(ms);
      return Promise.resolve();
    },
    // The storms are longer than any rest, and each process sees only one of them.
    breaker: { windowMs: 1, failures: Infinity, inARow: Infinity, restMs: 0, longestRestMs: 0 },
  };
  const shopify = createShopifyClient(SHOP, { ...options, transport: onlyWhile(store.isDead, lines.shopify) });
  const stripe = createStripeClient(PAYMENTS, { ...options, transport: onlyWhile(store.isDead, lines.stripe) });
  const actions = createMoneyActions({
    shopify,
    stripe,
    store,
    policy: () => shippedPolicy,
    now: time.now,
    answerWithinMs: ANSWER_WITHIN_MS,
  });
  return { actions, isDead: store.isDead };
}

/** A process that has died sends nothing more, and hears nothing more. */
function onlyWhile(isDead: () => boolean, line: Transport): Transport {
  const alive = () => {
    if (isDead()) throw new Crash('this process has ended');
  };
  return {
    async send(request, timeoutMs, caller) {
      alive();
      const answer = await line.send(request, timeoutMs, caller);
      alive();
      return answer;
    },
    close: () => line.close(),
  };
}
