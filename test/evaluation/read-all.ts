import type { Triage, TriageMessageRequest } from '../../proxy/src/contract/triage';
import type { Reader } from './reader';

/** Questions at the same time; the offline reader answers at once anyway. */
const AT_ONCE = 4;

/** Has every message read, in order; null where no answer came. */
export async function readAll(
  messages: readonly TriageMessageRequest[],
  reader: Reader,
  progress: (done: number) => void,
): Promise<(Triage | null)[]> {
  const readings: (Triage | null)[] = [];
  for (let from = 0; from < messages.length; from += AT_ONCE) {
    readings.push(...(await Promise.all(messages.slice(from, from + AT_ONCE).map((message) => reader.read(message)))));
    progress(readings.length);
  }
  return readings;
}
