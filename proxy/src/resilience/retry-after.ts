/** Headers of an answer, their names in small letters. */
export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * When a vendor wants to be asked again. `retry-after-ms` is the more exact one and goes first; `Retry-After` is
 * seconds or an HTTP date (RFC 9110).
 * @returns seconds from `now`, or null when both headers are missing, negative or unreadable
 */
export function retryAfterSeconds(headers: AnswerHeaders, now: Date): number | null {
  const ms = valueOf(headers['retry-after-ms']);
  if (/^\d+(\.\d+)?$/.test(ms)) return Number(ms) / 1000;
  const value = valueOf(headers['retry-after']);
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value));
  const date = /[a-z]/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now.getTime()) / 1000));
}

const valueOf = (header: string | string[] | undefined): string =>
  (Array.isArray(header) ? header[0] : header)?.trim() ?? '';
