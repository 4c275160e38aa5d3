import { types } from 'node:util';
import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** E-mail addresses, bearer tokens and vendors' keys, wherever they turn up in an error's text. */
const PERSONAL_OR_SECRET =
  /[\w.+-]+@[\w-]+(\.[\w-]+)+|\bBearer\s+\S+|\b(sk|rk|shpat|shpss|whsec)_[\w-]+|\b(postgres(ql)?|rediss?):\/\/\S+/gi;

/** The text without addresses and keys. */
export const redacted = (text: string): string => text.replace(PERSONAL_OR_SECRET, '[redacted]');

const redactedDeep = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return redacted(value);
  // Errors have a serialiser of their own.
  if (typeof value !== 'object' || value === null || types.isNativeError(value) || depth > 4) return value;
  if (Array.isArray(value)) return value.map((item) => redactedDeep(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactedDeep(item, depth + 1)]));
};

/**
 * The log of the service: one JSON line per happening. Callers never give it bodies, addresses or keys; what slips in
 * through an error's text is taken out here.
 * @param destination standard output, written in the background, when left out
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: { service: 'retail-call-center' },
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'message',
      formatters: {
        level: (label) => ({ level: label }),
        log: (entry) => redactedDeep(entry) as Record<string, unknown>,
      },
      serializers: {
        err: (error: Error & { code?: string }) => ({
          name: error.name,
          code: error.code,
          message: redacted(error.message),
          stack: redacted(error.stack ?? ''),
        }),
      },
      redact: {
        paths: ['*.authorization', '*.password', '*.token', '*.email', '*.text', '*.body', '*["x-api-key"]'],
        censor: '[redacted]',
      },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
}
