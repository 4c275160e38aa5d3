import type { Formats } from '../../shared/formats';
import type { Words } from '../../shared/words';
import type { Money, Scan } from './order-context';

/** How the control says things: words and numbers as the user's settings want them. */
export interface Speech {
  /** A text of this control, by its key without the control's name. */
  readonly say: Words;
  readonly formats: Formats;
  /** A vendor's or the service's state; one that has no text of its own is shown as it came: `on hold` for `on_hold`. */
  state(kind: 'Order' | 'Paid' | 'Parcel' | 'Charge' | 'Finding' | 'Cancel', code: string): string;
  money(money: Money): string;
  /** A day without a time, given as 2026-03-01; anything else is shown as it came. */
  day(text: string): string;
  /** When a parcel was scanned, as well as the carrier told it. */
  scanTime(scan: Scan): string;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Build it once for a context, it is not cheap. @param locale such as `en-US` */
export function speechOf(words: Words, formats: Formats, locale: string): Speech {
  const days = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const say: Words = (key, ...values) => words(`OrderContext_${key}`, ...values);
  return {
    say,
    formats,
    state(kind, code) {
      const key = `OrderContext_${kind}_${code}`;
      const text = words(key);
      // The platform answers a key it does not know with the key itself.
      return text === '' || text === key ? code.replace(/_/g, ' ') : text;
    },
    money: ({ amount, currency }) => formats.money(amount, currency),
    day(text) {
      const at = new Date(DAY.test(text) ? `${text}T00:00:00Z` : NaN);
      return Number.isNaN(at.getTime()) ? text : days.format(at);
    },
    scanTime: ({ at, localTime }) => (at ? formats.dateTime(at) : (localTime ?? '')),
  };
}
