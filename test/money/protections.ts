import type { ActionStore } from '../../proxy/src/commerce/actions/action-store';
import type { HttpRequest } from '../../proxy/src/commerce/http-attempt';
import { ACTION_KEY } from '../../proxy/src/commerce/stripe/refund';
import type { MemoryActionStore } from './memory-action-store';
import type { Call, LineOptions } from './vendor-line';

/** Protections of the product that a simulation can do without, to show that it notices. */
export const PROTECTIONS = [
  'keys at the payment provider',
  'keys at the shop',
  'storing before sending',
  'looking before a late repetition',
  'versions of actions',
] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** Takes the key off, as if each attempt were a wish of its own. */
function withoutKey({ vendor, isWrite, request }: Call): HttpRequest {
  if (!isWrite || vendor !== 'stripe') return request;
  const kept = Object.entries(request.headers).filter(([name]) => name.toLowerCase() !== 'idempotency-key');
  return { ...request, headers: Object.fromEntries(kept) };
}

let attempts = 0;
/** Gives each attempt at the shop a key of its own, because it takes none without. */
function withAnotherKey({ vendor, isWrite, request }: Call): HttpRequest {
  if (!isWrite || vendor !== 'shopify') return request;
  attempts += 1;
  const body = JSON.parse(request.body!) as { variables: Record<string, unknown> };
  const variables = { ...body.variables, ...('key' in body.variables && { key: `another-${attempts}` }) };
  return { ...request, body: JSON.stringify({ ...body, variables }) };
}

/** Hides by which action a refund was made, so that looking for it finds nothing. */
const hidden = (text: string) =>
  text.replaceAll(`"${ACTION_KEY}":`, '"somebody":').replaceAll(/"(note|staffNote)":"[^"]*"/g, '"$1":null');

/** Acknowledges what it is told while it is still on its way to the disk; the process may die before it is there. */
function storedLater(stored: MemoryActionStore): ActionStore {
  let pending: (() => Promise<unknown>) | null = null;
  const arrive = async () => {
    const work = pending;
    pending = null;
    // Another process may have been quicker; nobody is told any more.
    await work?.().catch(() => undefined);
  };
  return {
    async find(key) {
      await arrive();
      return stored.find(key);
    },
    async due(now, limit) {
      await arrive();
      return stored.due(now, limit);
    },
    async begin(action, events, now) {
      await arrive();
      const inTheWay = stored
        .actions()
        .some(({ key, orderId, state }) => key === action.key || (orderId === action.orderId && state === 'running'));
      if (inTheWay) return stored.begin(action, events, now);
      pending = () => stored.begin(action, events, now);
      return { stored: true };
    },
    async save(action, events, now) {
      await arrive();
      pending = () => stored.save(action, events, now);
      return { ...action, version: action.version + 1 };
    },
  };
}

/** Stores whatever comes last, whoever has gone on with the action since. */
const lastWins = (stored: MemoryActionStore): ActionStore => ({
  ...stored,
  async save(action, events, now) {
    const known = await stored.find(action.key);
    return stored.save({ ...action, version: known?.version ?? action.version }, events, now);
  },
});

export const unprotected = {
  line(without: Protection | undefined): Pick<LineOptions, 'tamper' | 'tamperAnswer'> {
    if (without === 'keys at the payment provider') return { tamper: withoutKey };
    if (without === 'keys at the shop') return { tamper: withAnotherKey };
    if (without === 'looking before a late repetition')
      return { tamperAnswer: (_call, answer) => ({ ...answer, text: hidden(answer.text) }) };
    return {};
  },
  store(without: Protection | undefined, stored: MemoryActionStore): ActionStore {
    if (without === 'storing before sending') return storedLater(stored);
    if (without === 'versions of actions') return lastWins(stored);
    return stored;
  },
};
