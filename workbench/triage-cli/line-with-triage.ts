import type { Triage } from '../../proxy/src/contract/triage';

/**
 * The line with the result added under `triage`. The customer's own fields are not written anew, so that large numbers,
 * spaces and the order of fields stay as they were; only an old `triage` is replaced.
 */
export function lineWithTriage(line: string, object: Record<string, unknown>, triage: Triage): string {
  const lineEnd = line.endsWith('\r') ? '\r' : '';
  if ('triage' in object) return JSON.stringify({ ...object, triage }) + lineEnd;
  const open = line.trimEnd().replace(/\}$/, '').trimEnd();
  return `${open},"triage":${JSON.stringify(triage)}}${lineEnd}`;
}
