import { localeOf } from '../shared/locale';

type Formatting = ComponentFramework.Formatting;
type Settings = ComponentFramework.UserSettings;
type DateInfo = ComponentFramework.UserSettingApi.DateFormattingInfo;
type NumberInfo = ComponentFramework.UserSettingApi.NumberFormattingInfo;

/** The platform's own formatting, in the user's language and time zone. */
export function formattingOf({ languageId, getTimeZoneOffsetMinutes }: Settings): Formatting {
  const locale = localeOf(languageId);
  const local = (at: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(
      new Date(at.getTime() + getTimeZoneOffsetMinutes(at) * 60_000),
    );
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  return {
    formatCurrency: (value, precision = 2, symbol = '$') => `${symbol}${number(value, precision)}`,
    formatDecimal: (value, precision = 2) => number(value, precision),
    formatInteger: (value) => number(value, 0),
    formatDateAsFilterStringInUTC: (value, includeTime) => value.toISOString().slice(0, includeTime ? 19 : 10),
    formatDateLong: (value) => local(value, { dateStyle: 'full' }),
    formatDateLongAbbreviated: (value) => local(value, { dateStyle: 'medium' }),
    formatDateShort: (value, includeTime) =>
      local(value, includeTime ? { dateStyle: 'short', timeStyle: 'short' } : { dateStyle: 'short' }),
    formatDateYearMonth: (value) => local(value, { year: 'numeric', month: 'long' }),
    formatTime: (value) => local(value, { timeStyle: 'short' }),
    formatLanguage: (value) => new Intl.DisplayNames(locale, { type: 'language' }).of(localeOf(value)) ?? '',
    getWeekOfYear: (value) =>
      Math.floor((value.getTime() - Date.UTC(value.getUTCFullYear(), 0, 1)) / (7 * 86_400_000)) + 1,
  };
}

/** The names of days and months and the first day of the week, as the user's settings hold them. */
export function dateInfoOf(languageId: number): DateInfo {
  const locale = localeOf(languageId);
  const names = (options: Intl.DateTimeFormatOptions, dates: readonly Date[]) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return dates.map((date) => format.format(date));
  };
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 1, 1 + day)));
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)));
  return {
    dayNames: names({ weekday: 'long' }, days),
    abbreviatedDayNames: names({ weekday: 'short' }, days),
    shortestDayNames: names({ weekday: 'narrow' }, days),
    monthNames: names({ month: 'long' }, months),
    abbreviatedMonthNames: names({ month: 'short' }, months),
    firstDayOfWeek: locale === 'en-US' ? 0 : 1,
  } as DateInfo;
}

/** The separators of numbers in the user's language. */
export function numberInfoOf(languageId: number): NumberInfo {
  const parts = new Intl.NumberFormat(localeOf(languageId)).formatToParts(12_345.6);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    numberDecimalSeparator: part('decimal'),
    numberGroupSeparator: part('group'),
    currencySymbol: '$',
    negativeSign: '-',
    percentSymbol: '%',
  } as NumberInfo;
}
