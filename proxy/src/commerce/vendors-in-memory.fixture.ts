import { AttemptFailure, type HttpAnswer, type HttpRequest } from './http-attempt';
import type { Transport } from './transport';
import { COMMERCE_VENDORS, type CommerceSettings, type CommerceVendor } from './vendor-settings';

/** What a vendor does to a request: it answers, or it is away in one of the ways it can be. */
export type Mood = 'well' | 'hangs' | 'refuses' | 'fails';

const money = (amount: string) => ({ presentmentMoney: { amount, currencyCode: 'EUR' } });
const placed = '2026-03-01T08:00:00Z';

const fulfillment = (company: string, number: string) => ({
  status: 'SUCCESS',
  displayStatus: 'IN_TRANSIT',
  createdAt: placed,
  trackingInfo: [{ company, number }],
});

/** Every order number is an order of its own with a parcel at each carrier and one charge. */
function shopify({ body = '{}' }: HttpRequest): object {
  const { search } = (JSON.parse(body) as { variables: { search: string } }).variables;
  const number = /#(\d+)/.exec(search)?.[1] ?? '';
  const node = {
    id: `gid://shopify/Order/${number}`,
    name: `#${number}`,
    email: 'customer@example.com',
    createdAt: placed,
    totalPriceSet: money('49.90'),
    fulfillments: [
      fulfillment('UPS', `1Z12345E${number.padStart(10, '0')}`),
      fulfillment('FedEx', number.padStart(12, '9')),
    ],
  };
  return { data: { orders: { nodes: [node] } } };
}

const token = { access_token: 'token', expires_in: 3600 };
const scan = {
  date: '20260302',
  gmtDate: '20260302',
  gmtTime: '080000',
  status: { type: 'I', description: 'On its way' },
};

const ANSWERS: Record<CommerceVendor, (request: HttpRequest) => object> = {
  shopify,
  ups: ({ path }) =>
    path.includes('oauth') ? token : { trackResponse: { shipment: [{ package: [{ activity: [scan] }] }] } },
  fedex: ({ path }) => {
    const trackResults = [{ latestStatusDetail: { code: 'IT' }, scanEvents: [{ date: '2026-03-02T08:00:00Z' }] }];
    return path.includes('oauth') ? token : { output: { completeTrackResults: [{ trackResults }] } };
  },
  stripe: ({ path }) => ({
    object: 'list',
    data: [
      {
        id: 'ch_1',
        amount: 4990,
        currency: 'eur',
        status: 'succeeded',
        captured: true,
        created: Date.parse(placed) / 1000,
        metadata: { order_id: /order_id'\]:'(\d+)/.exec(decodeURIComponent(path))?.[1] ?? '' },
      },
    ],
  }),
};

export interface VendorsInMemory {
  settings: CommerceSettings;
  transport(vendor: CommerceVendor): Transport;
  moods: Record<CommerceVendor, Mood>;
  /** When each request to a vendor was sent, in milliseconds of the monotonic clock. */
  sent: Record<CommerceVendor, number[]>;
  /** The most requests a vendor ever had at once. */
  most: Record<CommerceVendor, number>;
}

const each = <T>(value: () => T) =>
  Object.fromEntries(COMMERCE_VENDORS.map((vendor) => [vendor, value()])) as Record<CommerceVendor, T>;

/** Vendors without sockets, each answering after `latencyMs` unless its mood says otherwise. */
export function vendorsInMemory(latencyMs: number, attemptTimeoutMs: number, deadlineMs: number): VendorsInMemory {
  const origin = 'sandbox' as const;
  const at = {
    origin,
    baseUrl: '',
    accessToken: '',
    apiVersion: '2026-07',
    clientId: '',
    clientSecret: '',
    apiKey: 'k',
  };
  const [moods, sent, most, running] = [
    each<Mood>(() => 'well'),
    each<number[]>(() => []),
    each(() => 0),
    each(() => 0),
  ];

  const answer = (vendor: CommerceVendor, request: HttpRequest, timeoutMs: number): Promise<HttpAnswer> =>
    new Promise((resolve, reject) => {
      const mood = moods[vendor];
      if (mood === 'refuses') reject(new AttemptFailure('network', 'ECONNREFUSED'));
      else if (mood === 'hangs') setTimeout(() => reject(new AttemptFailure('timeout', 'no answer')), timeoutMs);
      else
        setTimeout(() => {
          const [status, text] = mood === 'well' ? [200, JSON.stringify(ANSWERS[vendor](request))] : [503, ''];
          resolve({ status, headers: {}, text });
        }, latencyMs);
    });

  return {
    settings: { shopify: at, ups: at, fedex: at, stripe: at, deadlineMs, attemptTimeoutMs },
    moods,
    sent,
    most,
    transport: (vendor) => ({
      async send(request, timeoutMs) {
        sent[vendor].push(performance.now());
        most[vendor] = Math.max(most[vendor], (running[vendor] += 1));
        try {
          return await answer(vendor, request, timeoutMs);
        } finally {
          running[vendor] -= 1;
        }
      },
      close: () => Promise.resolve(),
    }),
  };
}
