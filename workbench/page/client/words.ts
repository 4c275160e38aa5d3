/** Codes and numbers as words for a reader. */

const KNOWN: Record<string, string> = {
  email: 'E-mail',
  chat: 'Chat',
  app: 'App',
  ups: 'UPS',
  fedex: 'FedEx',
  shopify: 'Shopify',
  stripe: 'Stripe',
  openai: 'Azure OpenAI',
  TimedOut: 'Timed out',
  none: 'Working',
  down: 'Down',
  slow: 'Slow',
  garbage: 'Answers garbage',
  rate_limited: 'Rate limited',
};

/** A vendor's name, or the page of a policy as it is called. */
export const sourceName = (source: string): string => KNOWN[source] ?? source;

/** `payment_issue` → `Payment issue`, `message.replied` → `Message replied`. */
export function words(code: string): string {
  const known = KNOWN[code];
  if (known) return known;
  const spaced = code.replace(/[_.]/g, ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Milliseconds as `86 ms`, `1.4 s` or `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A share from 0 to 1 as `96 %`. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** An instant in the reader's own zone: the time alone today, with the day otherwise. */
export function moment(iso: string, now = new Date(), exact = false): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  return sameDay(at, now)
    ? at.toLocaleTimeString([], exact ? { ...time, second: '2-digit' } : time)
    : at.toLocaleString([], { weekday: 'short', day: 'numeric', month: 'short', ...time });
}

/** The same to the second, for what follows closely on each other. */
export const exactMoment = (iso: string): string => moment(iso, new Date(), true);

/** `1 action`, `3 actions`. */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
