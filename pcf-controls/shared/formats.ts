import { localeOf } from './locale';

/** Numbers, money and times as the user's settings want them. Times are shown in the user's time zone of the platform. */
export interface Formats {
  /** @param digits most digits after the point */
  number(value: number, digits?: number): string;
  /** @param share 0 to 1 */
  percent(share: number, digits?: number): string;
  /** @param currency ISO 4217 code; an unknown one is written before the amount */
  money(amount: number, currency: string): string;
  /** The day: `3/1/2026`. */
  date(at: Date): string;
  /** A day that is the same in every time zone. @param day as `2026-03-01`; anything else stays as it is */
  day(day: string): string;
  /** The day and the time to the minute. */
  dateTime(at: Date): string;
  /** The time to the minute. */
  time(at: Date): string;
  /** A span in its two largest units: `2 d 4 h`, `35 min`; the sign is left out. */
  span(milliseconds: number): string;
}

/** What is read of a context. */
type Settings = Pick<ComponentFramework.Context<unknown>, 'userSettings'>;

const MINUTE = 60_000;
const UNITS = [
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
] as const;

/** A date whose UTC fields are the user's local ones; the platform tells its time zone only as an offset per instant. */
function inUserZone(at: Date, { userSettings }: Settings): Date {
  return new Date(at.getTime() + userSettings.getTimeZoneOffsetMinutes(at) * MINUTE);
}

/** The formats of a user; build them once for a context, they are not cheap. */
export function formatsOf(context: Settings): Formats {
  const locale = localeOf(context.userSettings.languageId);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const units = new Map(
    UNITS.map(([unit]) => [unit, new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' })]),
  );
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    const format = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
    numbers.set(key, format);
    return format;
  };
  return {
    number: (value, digits = 0) => numberFormat({ maximumFractionDigits: digits }).format(value),
    percent: (share, digits = 0) => numberFormat({ style: 'percent', maximumFractionDigits: digits }).format(share),
    money(amount, currency) {
      if (!/^[A-Za-z]{3}$/.test(currency)) return `${currency} ${numberFormat({}).format(amount)}`.trim();
      return numberFormat({ style: 'currency', currency }).format(amount);
    },
    date: (at) => days.format(inUserZone(at, context)),
    day(day) {
      const at = new Date(`${day}T00:00:00Z`);
      return Number.isNaN(at.getTime()) ? day : days.format(at);
    },
    dateTime: (at) => `${days.format(inUserZone(at, context))} ${times.format(inUserZone(at, context))}`,
    time: (at) => times.format(inUserZone(at, context)),
    span(milliseconds) {
      let left = Math.floor(Math.abs(milliseconds) / MINUTE);
      const parts: string[] = [];
      for (const [unit, minutes] of UNITS) {
        const count = Math.floor(left / minutes);
        left -= count * minutes;
        // Minutes beside days would only be noise.
        if (
          count > 0 &&
          parts.length < 2 &&
          !(unit === 'minute' && parts.length > 0 && Math.abs(milliseconds) >= 1440 * MINUTE)
        )
          parts.push(units.get(unit)?.format(count) ?? '');
      }
      return parts.join(' ') || (units.get('minute')?.format(0) ?? '');
    },
  };
}
