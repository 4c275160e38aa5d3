import { drawsOf, pick } from './draw';

/** A customer's message that opened a ticket, and what became of it. */
export interface DemoCase {
  channel: 'Email' | 'Chat';
  intent: string;
  /** Hour of the desk's day in which it came. */
  hour: number;
  /** E-mail address of the agent it went to; nobody's when it was answered by itself. */
  agent?: string;
  /** What happened, as counts of the daily metric without their prefix. */
  counts: Record<string, number>;
}

const OPENS = 8;
const CLOSES = 20;
const HOUR = 3600;
/** First contacts are judged a week after the day. */
const JUDGED_AFTER_DAYS = 7;
/** The product's own target for a normal ticket: eight hours for the first response, two days for the resolution. */
const FIRST_RESPONSE = 8 * HOUR;
const RESOLUTION = 48 * HOUR;

/** In a chat the bot can ask back: so much of what a mail would bring to a person is settled there. */
const MORE_IN_A_CHAT = 0.5;

/** Share of the messages, and how often code alone can answer one. */
const INTENTS = [
  ['Order tracking', 36, 0.9],
  ['Returns', 16, 0.7],
  ['Product information', 14, 0.75],
  ['Delivery issue', 13, 0.3],
  ['Payment issue', 9, 0.1],
  ['General complaint', 6, 0.05],
  ['Other', 6, 0.2],
] as const;
const HOURS = Array.from({ length: CLOSES - OPENS }, (_, index) => OPENS + index);
/** More in the late morning and after work. */
const BY_HOUR = HOURS.map((hour) => [hour, 1 + (hour >= 10 && hour <= 12 ? 0.6 : 0) + (hour >= 17 ? 0.4 : 0)] as const);

/** Upper bounds in seconds of the buckets a response time is counted in; each has a column of the daily metric. */
const BUCKETS = [
  ['upto10sec', 10],
  ['upto30sec', 30],
  ['upto1min', 60],
  ['upto2min', 120],
  ['upto5min', 300],
  ['upto10min', 600],
  ['upto15min', 900],
  ['upto30min', 1800],
  ['upto1hour', HOUR],
  ['upto2hours', 2 * HOUR],
  ['upto4hours', 4 * HOUR],
  ['upto8hours', 8 * HOUR],
  ['upto24hours', 24 * HOUR],
  ['upto48hours', 48 * HOUR],
] as const;
const bucketOf = (seconds: number) => BUCKETS.find(([, most]) => seconds <= most)?.[0] ?? 'over48hours';

/** Seconds of a span in which the desk is open, every day from 8 to 20. @param from seconds since midnight */
export function openSeconds(from: number, seconds: number): number {
  const until = (at: number) => {
    const ofDay = at % (24 * HOUR);
    const open = Math.min(Math.max(ofDay - OPENS * HOUR, 0), (CLOSES - OPENS) * HOUR);
    return Math.floor(at / (24 * HOUR)) * (CLOSES - OPENS) * HOUR + open;
  };
  return until(from + seconds) - until(from);
}

/** How long something takes around a typical time, longer more often than shorter. */
const around = (seconds: number, draw: () => number) =>
  Math.max(1, Math.round(seconds * Math.exp((draw() + draw() + draw() - 1.5) * 1.6)));

function firstResponse(at: number, seconds: number): Record<string, number> {
  const business = openSeconds(at, seconds);
  return {
    responses: 1,
    responseseconds: seconds,
    responsebusinessseconds: business,
    [business <= FIRST_RESPONSE ? 'responsesintime' : 'responseslate']: 1,
    [`responses${bucketOf(seconds)}`]: 1,
  };
}

function resolution(at: number, isAutomatic: boolean, draw: () => number): Record<string, number> {
  const isAssumed = isAutomatic && draw() < 0.6;
  const seconds = isAssumed ? 72 * HOUR : around(isAutomatic ? HOUR : 20 * HOUR, draw);
  const business = openSeconds(at, seconds);
  return {
    resolved: 1,
    ...(isAssumed && { resolvedassumed: 1 }),
    ...(isAutomatic && { resolvedwithoutagent: 1 }),
    resolutionseconds: seconds,
    resolutionbusinessseconds: business,
    // The clock stands still while it is the customer's turn, as it is after an answer.
    [isAssumed || business <= RESOLUTION ? 'resolutionsintime' : 'resolutionslate']: 1,
    ...(draw() < 0.03 && { reopened: 1 }),
  };
}

function rating(isAutomatic: boolean, draw: () => number): Record<string, number> {
  const scale: [number, number][] = [5, 4, 3, 2, 1].map((stars, index) => [
    stars,
    (isAutomatic ? [66, 26, 5, 2, 1] : [70, 22, 5, 2, 1])[index]!,
  ]);
  const stars = pick(scale, draw());
  return {
    ratingcount: 1,
    ratingsum: stars,
    ...(stars >= 4 && { satisfiedcount: 1 }),
    ...(stars <= 2 && { lowratingcount: 1 }),
  };
}

/**
 * The cases of a day at a small desk, about 240 on a weekday and 110 at a weekend: always the same for a date, but that
 * first contacts are judged only a week later.
 * @param date such as `2026-03-20`
 * @param ageDays how many days ago that was
 * @param agents e-mail addresses
 */
export function demoDay(date: string, ageDays: number, agents: readonly string[]): DemoCase[] {
  const draw = drawsOf(Date.parse(date) / 86_400_000);
  const isWeekend = [0, 6].includes(new Date(date).getUTCDay());
  const size = Math.round((isWeekend ? 110 : 240) * (0.9 + 0.2 * draw()));
  return Array.from({ length: size }, (): DemoCase => {
    const channel = draw() < 0.6 ? 'Email' : 'Chat';
    const [intent, , answerable] = pick(
      INTENTS.map((each) => [each, each[1]] as const),
      draw(),
    );
    const hour = pick(BY_HOUR, draw());
    const at = hour * HOUR + Math.floor(draw() * HOUR);
    const isAutomatic = draw() < (channel === 'Chat' ? answerable + (1 - answerable) * MORE_IN_A_CHAT : answerable);
    const agent = isAutomatic ? undefined : agents[Math.floor(draw() * agents.length)];
    const answeredIn = isAutomatic ? around(channel === 'Chat' ? 4 : 45, draw) : around(0.4 * HOUR, draw);
    const isResolved = draw() < 0.9;
    const messages = draw() < 0.2 ? 2 : 1;
    // Drawn whether judged or not: what follows shall not depend on the day of asking.
    const isFirstContact = draw() < (isAutomatic ? 0.86 : 0.62);
    return {
      channel,
      intent,
      hour,
      agent,
      counts: {
        messages,
        tickets: 1,
        triaged: messages,
        ...(isAutomatic ? { answeredautomatically: 1 } : { handedover: 1, assigned: 1 }),
        ...(!isAutomatic && draw() < 0.04 && { escalated: 1 }),
        ...(draw() < (isAutomatic ? 0.01 : 0.14) && { lowconfidence: 1 }),
        ...(draw() < 0.02 && { corrected: 1 }),
        ...firstResponse(at, answeredIn),
        ...(isResolved && resolution(at, isAutomatic, draw)),
        ...(isResolved && ageDays >= JUDGED_AFTER_DAYS && { fcreligible: 1, ...(isFirstContact && { fcrmet: 1 }) }),
        ...(isResolved && draw() < 0.12 && rating(isAutomatic, draw)),
      },
    };
  });
}
