/** UPS day `20260301` as `2026-03-01`, or null. */
export function upsDay(day: string | undefined): string | null {
  return day && /^\d{8}$/.test(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : null;
}

/** UPS time `71356` or `071356` as `07:13:56`, or null; leading zeros are missing in some answers. */
export function upsTime(time: string | undefined): string | null {
  if (!time || !/^\d{1,6}$/.test(time)) return null;
  const digits = time.padStart(6, '0');
  return `${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4)}`;
}

/** An instant in UTC from a text that carries its own zone; null without one, because local times prove no instant. */
export function zonedInstant(text: string | undefined | null): string | null {
  if (!text || !/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The local day of an ISO text, `2026-03-01`, or null. */
export function localDay(text: string | undefined | null): string | null {
  return text && /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : null;
}
