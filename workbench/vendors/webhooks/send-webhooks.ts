import type { Clock } from '../../flow-engine/types';
import type { VendorChange, VendorState } from '../state/vendor-state';
import { shopMessages } from './shop-messages';
import { type SignedRequest, signedByShopify, signedByStripe } from './signed-request';
import { stripeMessages } from './stripe-messages';

type Sender = VendorChange['vendor'];

export interface WebhookOptions {
  state: VendorState;
  clock: Clock;
  /** Where the service listens; deliveries go to `<url>/webhooks/<vendor>`. */
  url: string;
  /** What each vendor signs with; who is left out sends nothing. */
  secrets: Partial<Record<Sender, string>>;
}

/** How deliveries go wrong, as vendors allow themselves: more than once, and not in their order. */
export interface DeliveryFault {
  twice?: boolean;
  backwards?: boolean;
}

export interface SentWebhook {
  vendor: Sender;
  topic: string;
  /** What the service answered; null when it could not be reached. */
  status: number | null;
}

export interface Webhooks {
  /** Makes deliveries go wrong until null takes it back. */
  setFault(fault: DeliveryFault | null): void;
  /** Every attempt so far, oldest first. */
  sent(): readonly SentWebhook[];
  /** Waits until nothing is under way; what is to be told later stays. */
  settled(): Promise<void>;
  /** Tells nothing more. */
  close(): Promise<void>;
}

/** Pauses between attempts in milliseconds; afterwards the vendor gives up. */
const PAUSES_MS = [1_000, 5_000, 30_000, 300_000];
const TIME_OUT_MS = 5_000;
const MOST_KEPT = 1_000;

const MESSAGES = { shopify: shopMessages, stripe: stripeMessages };
const SIGNED = { shopify: signedByShopify, stripe: signedByStripe };

/** Sends the sandboxes' webhooks to the service whenever something changes at a vendor, until they are taken. */
export function sendWebhooks({ state, clock, url, secrets }: WebhookOptions): Webhooks {
  const closing = new AbortController();
  const underWay = new Set<Promise<boolean>>();
  const attempts: SentWebhook[] = [];
  let fault: DeliveryFault = {};

  /** In the background: a virtual clock does not run on for the sake of a webhook. */
  const pause = (ms: number) => clock.sleep(ms, closing.signal, { background: true });

  /** @returns whether the service took it */
  async function attempt(vendor: Sender, { topic, body, headers }: SignedRequest): Promise<boolean> {
    const release = clock.hold();
    const status = await fetch(`${url}/webhooks/${vendor}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers(clock.now()) },
      body,
      signal: AbortSignal.any([closing.signal, AbortSignal.timeout(TIME_OUT_MS)]),
    }).then(
      async (answer) => {
        await answer.body?.cancel();
        return answer.status;
      },
      () => null,
    );
    attempts.push({ vendor, topic, status });
    if (attempts.length > 2 * MOST_KEPT) attempts.splice(0, MOST_KEPT);
    release();
    return status !== null && status < 300;
  }

  async function post(vendor: Sender, request: SignedRequest): Promise<boolean> {
    const sending = attempt(vendor, request);
    underWay.add(sending);
    return sending.finally(() => underWay.delete(sending));
  }

  async function repeat(vendor: Sender, request: SignedRequest): Promise<void> {
    for (const ms of PAUSES_MS) {
      await pause(ms);
      if (await post(vendor, request)) return;
    }
  }

  async function tell(change: VendorChange, secret: string): Promise<void> {
    const { vendor } = change;
    const wait = change.at.getTime() - clock.now().getTime();
    // What has happened already is told once the call that made it happen has ended.
    await (wait > 0 ? pause(wait) : Promise.resolve());
    const requests = MESSAGES[vendor](state, change).map((message) => SIGNED[vendor](message, secret, clock.now()));
    const ordered = fault.backwards ? requests.reverse() : requests;
    for (const request of fault.twice ? ordered.flatMap((one) => [one, one]) : ordered) {
      // What has to be repeated does not hold up the next.
      if (!(await post(vendor, request))) untilClosed(repeat(vendor, request));
    }
  }

  /** Only closing ends it early. */
  function untilClosed(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!closing.signal.aborted) throw error;
    });
  }

  const stopListening = state.onChange((change) => {
    const secret = secrets[change.vendor];
    if (secret !== undefined) untilClosed(tell(change, secret));
  });

  const settled = async () => {
    do {
      await Promise.allSettled(underWay);
      await new Promise(setImmediate);
    } while (underWay.size > 0);
  };
  return {
    setFault: (wanted) => (fault = wanted ?? {}),
    sent: () => attempts.slice(-MOST_KEPT),
    settled,
    close: async () => {
      stopListening();
      closing.abort();
      await settled();
    },
  };
}
